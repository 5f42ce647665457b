"""Makes a picture of every screen: python -m tests.screens OUTDIR [NAME...].

Each in light and dark, in two sizes, with an empty log and with the demo's
history. NAME picks screens by their name.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, QSettings, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.bootstrap import build
from desktop.domain.errors import RepbookError
from desktop.domain.transfer import Selection
from desktop.services import Services, demo
from desktop.ui.accounts.form import with_zones
from desktop.ui.accounts.manager import NewProfileDialog
from desktop.ui.accounts.unlock import UnlockPage
from desktop.ui.accounts.welcome import WelcomePage
from desktop.ui.context import Context
from desktop.ui.garbage import GarbageCollector
from desktop.ui.icons import app_icon
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Theme, colors
from desktop.ui.trouble import TroublePage
from tests.support import FakeKeychain, make_context

SIZES = (QSize(1280, 800), QSize(1920, 1080))
THEMES = ("light", "dark")
PATIENCE = 60
EXPORT = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,\
Workout Notes,RPE
2024-03-04 18:05:00,Push A,1h 2m,Bench Press (Barbell),1,100,5,0,0,,,8
2024-03-04 18:05:00,Push A,1h 2m,Bench Press (Barbell),2,100,5,0,0,,,8.5
2024-03-04 18:05:00,Push A,1h 2m,Backyard Stone Carry,1,60,8,0,0,,,
2024-03-07 18:10:00,Pull A,55m,Deadlift (Barbell),1,160,5,0,0,,,9
"""


class Stage:
    """A window over a log, and what screens need to be shown in it."""

    def __init__(self, app: QApplication, folder: Path, *, has_history: bool) -> None:
        self.app = app
        self.folder = folder
        self.has_history = has_history
        self.services = build(folder, keychain=FakeKeychain())
        self.context = self._make_context(self.services)
        self.theme = Theme(app)
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(settings, self.theme, folder)
        self.window.show()
        self.window.open_profile(self.context)
        self.settle()

    def close(self) -> None:
        self.window.close()
        self.context.tasks.close()
        self.services.close()

    def settle(self) -> None:
        """Wait until nothing is under way and everything is painted."""
        deadline = time.monotonic() + PATIENCE
        rounds = 0
        while rounds < 5:
            self.app.processEvents()
            busy = self.context.tasks.is_busy
            rounds = 0 if busy else rounds + 1
            if time.monotonic() > deadline:
                raise TimeoutError("a screen does not come to rest")

    def dialog(self) -> QDialog | None:
        """The topmost dialog that is open."""
        shown = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        return shown[-1] if shown else None

    def _make_context(self, services: Services) -> Context:
        _, email, timezone, unit = services.accounts.default()
        user = services.accounts.add("Lifter", email, timezone, unit)
        if self.has_history:
            demo.fill(services, user.id)
        return make_context(services, user)


@dataclass(frozen=True)
class Screen:
    """A screen's name and what brings it up. needs_history: an empty log has no such screen."""

    name: str
    show: Callable[[Stage], object]
    needs_history: bool = False


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


def session(stage: Stage) -> None:
    """A session in the middle of a workout; nothing but a start in an empty log."""
    stage.window.go("library")
    services, user = stage.services, stage.context.user.id
    templates = {row.name: row.id for row in services.templates.rows(user)}
    begun = services.session.start(user, template_id=templates.get("Push A"))
    for place, exercise in enumerate(begun.exercises[:2]):
        for one in exercise.sets[: 3 - 2 * place]:
            ticked = replace(one, completed_at=services.clock())
            services.session.save_set(begun, exercise.id, ticked)
    stage.window.dock.resume()


def importing(stage: Stage) -> None:
    file = stage.folder / "strong.csv"
    file.write_text(EXPORT, encoding="utf-8")
    stage.window.dialogs.import_files([file])


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
    action("about"),
    Screen("import", importing),
    Screen("export", lambda stage: stage.window.dialogs.export(Selection())),
    Screen("new-profile", lambda stage: new_profile(stage).open()),
    Screen("session", session),
    Screen("fault", fault),
    guest("unlock", unlock),
    guest("welcome", lambda stage: WelcomePage(with_zones(*stage.services.accounts.default()))),
    guest("trouble", trouble),
)


def new_profile(stage: Stage) -> QDialog:
    return NewProfileDialog(with_zones(*stage.services.accounts.default()), stage.window)


def picture(stage: Stage, path: Path) -> None:
    """The window as it is, with an open dialog in front of it."""
    shot = stage.window.grab()
    dialog = stage.dialog()
    if dialog is not None:
        front = dialog.grab()
        painter = QPainter(shot)
        painter.fillRect(shot.rect(), QColor(0, 0, 0, 70))
        free = stage.window.size() - dialog.size()
        place = QPoint(free.width() // 2, free.height() // 3)
        painter.drawPixmap(place, front)
        painter.setPen(colors(stage.window).line)
        painter.drawRect(QRect(place, dialog.size()))
        painter.end()
    shot.save(str(path))


def take(stage: Stage, screen: Screen, folder: Path) -> None:
    screen.show(stage)
    stage.settle()
    data = "demo" if stage.has_history else "empty"
    for theme in THEMES:
        stage.theme.set_choice(theme)
        for size in SIZES:
            stage.window.resize(size)
            stage.settle()
            name = f"{screen.name}-{data}-{theme}-{size.width()}x{size.height()}.png"
            picture(stage, folder / name)
    dialog = stage.dialog()
    if dialog is not None:
        dialog.reject()
        stage.settle()


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0] if arguments else "build/screens")
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [one for one in SCREENS if one.name in arguments[1:] or not arguments[1:]]
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
