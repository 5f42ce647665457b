"""The window's start-up: the shell is painted first, then everything else is loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.domain.errors import DamagedError, RepbookError
from desktop.ui.instance import Instance
from desktop.ui.main_window import MainWindow
from desktop.ui.sizes import USUAL
from desktop.ui.theme import Theme, application

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.services import Services
    from desktop.ui.context import Context
    from desktop.ui.given_files import GivenFiles
    from desktop.ui.guard import Guard
    from desktop.ui.tasks import Tasks

# The name of the desktop entry: by it the desktop finds icon and name of the window.
DESKTOP_ID = "org.repbook.Repbook"
# What a desktop hands to a program that it starts, so that its window may come to the front.
_TOKEN = "XDG_ACTIVATION_TOKEN"


def run(data: str | Path | None = None, *, demo: bool = False, files: Sequence[Path] = ()) -> int:
    """Open the window, with what these files would bring in, until it is closed; the exit code."""
    if demo:
        import tempfile

        with tempfile.TemporaryDirectory(prefix="repbook-demo-", ignore_cleanup_errors=True) as new:
            return _run(Path(new), (), demo=True)
    return _run(paths.data_dir(data), files, demo=False)


def _run(folder: Path, files: Sequence[Path], *, demo: bool) -> int:
    app = application(sys.argv[0])
    app.setApplicationName("repbook")
    app.setDesktopFileName(DESKTOP_ID)
    with suppress(RepbookError):  # told in the window once it stands: see Program._build
        paths.make_data_dir(folder)
    instance = Instance(folder)
    if not instance.claim():
        return _raise_other(instance, folder, files)
    program = Program(app, folder, instance, demo=demo)
    program.is_watched = True
    if files:
        program.open_files(files)
    program.window.show()
    try:
        return app.exec()
    finally:
        program.close()
        if program.wants_restart:
            from desktop.ui.guard import start_again

            start_again(folder)


def _raise_other(instance: Instance, folder: Path, files: Sequence[Path]) -> int:
    if instance.ask_to_raise(files, os.environ.get(_TOKEN, "")):
        return 0
    sys.stderr.write(f"repbook: {folder} is open in another Repbook that does not answer.\n")
    return 1


def _text_size(settings: QSettings) -> int:
    kept = str(settings.value("text_size", ""))
    return int(kept) if kept.isdigit() else USUAL


class Program(QObject):
    """The parts that live as long as the window: its look, its workers, the opening of profiles.

    is_watched: crashes, Qt's messages and the system's signals are taken care of,
    which only a program of its own may do. wants_restart: begin anew at the end.
    """

    def __init__(
        self, app: QApplication, folder: Path, instance: Instance, *, demo: bool = False
    ) -> None:
        super().__init__()
        self.folder = folder
        self._demo = demo
        self._instance = instance
        self._is_started = self.is_watched = self.wants_restart = self._is_in_trouble = False
        self._guard: Guard | None = None
        self._given: GivenFiles | None = None
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        theme = Theme(app, str(settings.value("theme", "system")), _text_size(settings))
        self.tasks: Tasks | None = None
        self.services: Services | None = None
        self.window = MainWindow(settings, theme, folder)
        # the same, or the system writes the program's name after the window's
        title = "Repbook (demo)" if demo else "Repbook"
        app.setApplicationDisplayName(title)
        self.window.setWindowTitle(title)
        # after the paint event has gone to the screen
        self.window.painted.connect(self._load_soon)
        app.aboutToQuit.connect(self.close)
        if sys.platform == "darwin":
            from desktop.ui.mac import on_file

            on_file(app, lambda path: self.open_files([path]))

    def open_files(self, files: Sequence[Path]) -> None:
        """Show what these files would bring in, as soon as a profile is open."""
        from desktop.ui.given_files import GivenFiles

        if self._given is None:
            self._given = GivenFiles(self.window)
        self._given.take(files)

    def close(self) -> None:
        """End all work and give the folder free; does nothing the second time."""
        if self.tasks is not None:
            self.tasks.close()
        if self.services is not None:
            self.services.close()
            self.services = None
        self._instance.release()

    def _load_soon(self) -> None:
        QTimer.singleShot(0, self, self._load)

    def _load(self) -> None:
        from desktop.ui import accessible
        from desktop.ui.tasks import Tasks

        accessible.install()
        self.tasks = Tasks(self)
        self.tasks.faulted.connect(self._on_fault)
        # what can wait until the first page is filled and painted
        self.tasks.idle.connect(lambda: QTimer.singleShot(0, self, self._finish_start))
        self._open(self.tasks)

    def _finish_start(self) -> None:
        if self._is_started:
            return
        self._is_started = True
        from desktop.ui.garbage import GarbageCollector
        from desktop.ui.icons import app_icon

        if self.is_watched:
            self._guarding().watch()
        self.window.dialogs.restart_wanted.connect(self._restart)
        self.window.setWindowIcon(app_icon())
        self._instance.raise_asked.connect(self._on_raise_asked)
        self._instance.listen()
        self._collector = GarbageCollector(self)
        if self.services is not None and self.tasks is not None:
            self.tasks.write(self.services.prepare_to_write, lambda _: None)
            if not self._demo:  # which is thrown away
                self.tasks.read(self.services.keep_copy, lambda _: None)
        self._guarding().was_left = self._instance.was_left
        self._guarding().tell_end()

    def _guarding(self) -> Guard:
        """What takes care of errors, made with the log for the first one or after the start."""
        from desktop.ui.guard import Guard

        if self._guard is None:
            self._guard = Guard(self.window, self.folder, self)
        return self._guard

    def _restart(self) -> None:
        self.wants_restart = True
        self.window.close()

    def _open(self, tasks: Tasks, first: Callable[[], object] | None = None) -> None:
        """Open the log anew; `first` is done before, while nothing has it open."""
        self.window.show_waiting()
        old, self.services = self.services, None

        def build() -> Services:
            if old is not None:
                old.close()
            if first is not None:
                first()
            return self._build()

        self._is_in_trouble = False
        tasks.write(
            build,
            lambda services: self._on_built(services, tasks),
            lambda fault: self._on_not_built(fault, tasks),
        )

    def _build(self) -> Services:
        """On a worker: the heavy imports, the database, and the demo's history."""
        from desktop import bootstrap

        paths.make_data_dir(self.folder)
        services = bootstrap.build(self.folder)
        if self._demo:
            from desktop.services import demo

            name, email, timezone, unit = services.accounts.default()
            demo.fill(services, services.accounts.add(name, email, timezone, unit).id)
        return services

    def _on_built(self, services: Services, tasks: Tasks) -> None:
        from desktop.ui.accounts.opener import Opener

        self.services = services
        self._instance.claim()  # the folder may not have been there at the start
        opener = Opener(services, tasks, self)
        opener.guest.connect(self._on_guest)
        opener.opened.connect(self._on_opened)
        opener.said.connect(self.window.show_words)
        opener.wanted.connect(lambda action: self._begin_with(action, tasks))
        self.window.user_chosen.connect(opener.enter)
        self.window.profile_left.connect(opener.begin)
        opener.begin()

    def _on_not_built(self, fault: Exception, tasks: Tasks) -> None:
        from desktop.services.copies import copies_in, go_back
        from desktop.ui.trouble import TroublePage

        self._is_in_trouble = True
        self._log(fault)
        copies = copies_in(self.folder) if isinstance(fault, DamagedError) else ()
        page = TroublePage(fault, self.folder, copies)
        page.retried.connect(lambda: self._open(tasks))
        page.went_back.connect(lambda copy: self._open(tasks, lambda: go_back(self.folder, copy)))
        self.window.show_guest(page)

    def _on_fault(self, fault: BaseException) -> None:
        if not isinstance(fault, DamagedError):
            self._log(fault)
            self.window.show_fault(fault)
        elif not self._is_in_trouble and self.tasks is not None:
            self._on_not_built(fault, self.tasks)  # nothing more is to be written to it

    def _log(self, fault: BaseException) -> None:
        from desktop import logs

        self._guarding()
        logs.fault(fault)

    def _on_opened(self, context: Context) -> None:
        self.window.open_profile(context)
        self._show_given()
        if self._guard is not None:
            self._guard.tell_end()

    def _on_guest(self, page: QWidget) -> None:
        self.window.show_guest(page)
        self._show_given()

    def _show_given(self) -> None:
        if self._given is not None:
            self._given.show_soon()

    def _on_raise_asked(self, files: list[Path], token: str) -> None:
        if token:
            os.environ[_TOKEN] = token  # where Qt looks for it
        self._raise()
        if files:
            self.open_files(files)

    def _begin_with(self, action: str, tasks: Tasks) -> None:
        """Do what a new user came for, once the first page stands."""
        if action == "import" and self._given is not None and self._given.is_waiting:
            return  # the history is at hand: no need to ask where it is
        window = self.window
        tasks.when_idle(lambda: QTimer.singleShot(0, window, lambda: window.run(action)))

    def _raise(self) -> None:
        window = self.window
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
