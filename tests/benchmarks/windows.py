"""The processes whose start is measured: python -m tests.benchmarks.windows KIND FOLDER.

Each prints lines of 'moment clock' on the monotonic clock, which all processes
share, and 'peak bytes', and ends by itself. Only what a kind needs is imported.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from typing import Any


def tell(name: str) -> None:
    print(name, time.monotonic())


def tell_peak() -> None:
    """The most memory this process had resident; what its parent had does not count."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
        peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024
    except OSError:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print("peak", peak)


def empty(folder: Path, *, with_query: bool = False) -> None:
    """An empty main window; after its first paint, if asked to, SQLAlchemy Core and one query."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        was_painted = False

        def paintEvent(self, event: Any) -> None:
            super().paintEvent(event)
            if not self.was_painted:
                self.was_painted = True
                tell("painted")
                QTimer.singleShot(0, end)

    def end() -> None:
        if with_query:
            query(folder)
        tell("filled")
        tell_peak()
        app.quit()

    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1280, 800)
    window.show()
    app.exec()


def query(folder: Path) -> None:
    from sqlalchemy import create_engine, text

    engine = create_engine(f"sqlite:///{folder / 'repbook.sqlite3'}")
    with engine.connect() as connection:
        connection.execute(text("SELECT count(*) FROM workout_sessions")).scalar()
    engine.dispose()


def ours(folder: Path) -> None:
    """Repbook's own start, with ears on its first paint and its first page."""
    gc.disable()  # as desktop.__main__ does
    from PySide6.QtCore import QTimer

    from desktop import app as start
    from desktop.ui.instance import Instance
    from desktop.ui.main_window import MainWindow
    from desktop.ui.theme import application

    class Window(MainWindow):
        def open_profile(self, context: Any) -> None:
            super().open_profile(context)
            assert self.page is not None
            # what `loaded` leaves to be laid out and painted comes before a timer
            self.page.loaded.connect(lambda: QTimer.singleShot(0, filled))

    def filled() -> None:
        if not program.is_told:
            program.is_told = True
            tell("filled")
            tell_peak()
            app.quit()

    class Program(start.Program):
        is_told = False

    setattr(start, "MainWindow", Window)  # noqa: B010 - the name is no part of its interface
    app = application(sys.argv[0])
    app.setApplicationName("repbook")
    instance = Instance(folder)
    assert instance.claim()
    program = Program(app, folder, instance)
    program.window.painted.connect(lambda: tell("painted"))
    program.window.show()
    app.exec()
    program.close()


def main() -> None:
    kind, folder = sys.argv[1], Path(sys.argv[2])
    if kind == "ours":
        ours(folder)
    else:
        empty(folder, with_query=kind == "query")


if __name__ == "__main__":
    main()
