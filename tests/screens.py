"""Makes a picture of every screen: python -m tests.screens OUTDIR [NAME...].

Each in light and dark, in two sizes, with an empty log and with the demo's
history. NAME picks screens by their name.
"""

from __future__ import annotations

import atexit
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from desktop.domain.errors import RepbookError
from desktop.domain.transfer import Selection
from desktop.ui.accounts.form import with_zones
from desktop.ui.accounts.new_profile import NewProfileDialog
from desktop.ui.accounts.unlock import UnlockPage
from desktop.ui.accounts.welcome import WelcomePage
from desktop.ui.garbage import GarbageCollector
from desktop.ui.icons import app_icon
from desktop.ui.trouble import TroublePage
from tests.session_screens import SESSION_SCREENS
from tests.stage import Screen, Stage, picture

SIZES = (QSize(1280, 800), QSize(1920, 1080))
THEMES = ("light", "dark")
_SETTLE_MS = 400  # the search of the help waits until one has typed
EXPORT = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,\
Workout Notes,RPE
2024-03-04 18:05:00,Push A,1h 2m,Bench Press (Barbell),1,100,5,0,0,,,8
2024-03-04 18:05:00,Push A,1h 2m,Bench Press (Barbell),2,100,5,0,0,,,8.5
2024-03-04 18:05:00,Push A,1h 2m,Backyard Stone Carry,1,60,8,0,0,,,
2024-03-07 18:10:00,Pull A,55m,Deadlift (Barbell),1,160,5,0,0,,,9
"""


def page(name: str) -> Screen:
    return Screen(name, lambda stage: stage.window.go(name))


def guest(name: str, make: Callable[[Stage], QWidget]) -> Screen:
    return Screen(name, lambda stage: stage.window.show_guest(make(stage)))


def action(name: str, run: str = "") -> Screen:
    return Screen(name, lambda stage: stage.window.commands.run(run or name))


def library_detail(stage: Stage) -> None:
    names = {one.name: one.id for one in stage.context.exercises.values()}
    stage.window.open_item("exercise", names["Bench Press (Barbell)"])


def history_detail(stage: Stage) -> None:
    rows = stage.services.history.rows(stage.context.user.id)
    stage.window.open_item("session", rows[0].id)


def template_detail(stage: Stage) -> None:
    rows = stage.services.templates.rows(stage.context.user.id)
    stage.window.open_item("template", rows[0].id)


def importing(stage: Stage) -> None:
    file = stage.folder / "strong.csv"
    file.write_text(EXPORT, encoding="utf-8")
    stage.window.dialogs.import_files([file])


def help_found(stage: Stage) -> None:
    stage.window.dialogs.help("start")
    shown = stage.help_window()
    assert shown is not None
    shown.search.setText("superset")
    QTest.qWait(_SETTLE_MS)


def fault(stage: Stage) -> None:
    stage.window.show_fault(
        RepbookError("The disk is full: the last set was not kept.", "Free some space.")
    )


def trouble(stage: Stage) -> QWidget:
    found = RepbookError(
        "This log was written by a newer Repbook.", "Install the newest version to open it."
    )
    return TroublePage(found, stage.folder)


def unlock(stage: Stage) -> QWidget:
    return UnlockPage(stage.context.user, stage.services.accounts.users())


def palette(text: str) -> Callable[[Stage], object]:
    """The command palette with that text typed."""

    def show(stage: Stage) -> None:
        stage.window.toggle_palette()
        stage.settle()
        line = stage.window.findChild(QLineEdit, "paletteLine")
        assert line is not None
        line.setText(text)

    return show


# A new screen is one line. Guests come last: they close the profile.
SCREENS = (
    page("today"),
    page("library"),
    Screen("library-detail", library_detail),
    page("templates"),
    Screen("template-detail", template_detail, needs_history=True),
    page("history"),
    Screen("history-detail", history_detail, needs_history=True),
    page("progress"),
    page("records"),
    action("settings"),
    action("profiles"),
    action("shortcuts"),
    action("typing"),
    Screen("help", lambda stage: stage.window.dialogs.help("progress")),
    Screen("help-found", help_found),
    action("about"),
    Screen("palette", palette("")),
    Screen("palette-found", palette("push")),
    Screen("palette-days", palette("last week")),
    Screen("palette-nothing", palette("atlas medley")),
    Screen("import", importing),
    Screen("export", lambda stage: stage.window.dialogs.export(Selection())),
    action("report"),
    Screen("new-profile", lambda stage: new_profile(stage).open()),
    *SESSION_SCREENS,
    Screen("fault", fault),
    guest("unlock", unlock),
    guest("welcome", lambda stage: WelcomePage(with_zones(*stage.services.accounts.default()))),
    guest("trouble", trouble),
)


def new_profile(stage: Stage) -> QDialog:
    return NewProfileDialog(with_zones(*stage.services.accounts.default()), stage.window)


def take(stage: Stage, screen: Screen, folder: Path) -> None:
    screen.show(stage)
    stage.settle()
    front = stage.dialog() or stage.help_window()
    whole = front.size() if front is not None else QSize()
    data = "demo" if stage.has_history else "empty"
    for theme in THEMES:
        stage.theme.set_choice(theme)
        for size in SIZES:
            stage.window.resize(size)
            if front is not None:
                front.resize(whole.boundedTo(size - QSize(16, 48)))  # as on a screen like that
            stage.settle()
            name = f"{screen.name}-{data}-{theme}-{size.width()}x{size.height()}.png"
            picture(stage, folder / name)
    stage.reset()


def show_on(size: QSize) -> None:
    """Have a screen of that size, where there is none: the usual one lets no dialog be large."""
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        return
    screen = {"name": "screen", "x": 0, "y": 0, "width": size.width(), "height": size.height()}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump({"windowFrameMargins": False, "screens": [screen]}, file)
    atexit.register(Path(file.name).unlink)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file.name}"


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0] if arguments else "build/screens")
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [one for one in SCREENS if one.name in arguments[1:] or not arguments[1:]]
    show_on(SIZES[-1])
    app = QApplication(sys.argv[:1])
    # as in the program: found on a worker's thread, garbage would take Qt objects with it
    collector = GarbageCollector(app)
    app.setWindowIcon(app_icon())
    for has_history in (False, True):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as data:
            stage = Stage(app, Path(data), has_history=has_history)
            for screen in chosen:
                if has_history or not screen.needs_history:
                    take(stage, screen, folder)
            stage.close()
    collector.deleteLater()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
