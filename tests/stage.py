"""A real window over a log of its own, to show screens in and take pictures of them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QRect, QSettings, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QWidget

from desktop.bootstrap import build
from desktop.services import Services, demo
from desktop.services.store import utc_now
from desktop.ui.context import Context
from desktop.ui.help.window import HelpWindow
from desktop.ui.main_window import MainWindow
from desktop.ui.session.dock import SessionDock
from desktop.ui.theme import Theme, colors
from tests.support import FakeKeychain, fill_folder, make_context

PATIENCE = 60


class Stage:
    """A window over a log, and what screens need to be shown in it."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        *,
        has_history: bool,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self.app = app
        self.folder = folder
        self.has_history = has_history
        self.services = build(fill_folder(folder), clock, FakeKeychain())
        self.context = self._make_context(self.services)
        self.theme = Theme(app)
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(settings, self.theme, folder)
        self.window.show()
        self.window.open_profile(self.context)
        self.settle()

    def open_again(self) -> None:
        """Open the profile anew, after a screen of no profile closed it."""
        self.context.tasks.close()
        self.context = make_context(self.services, self.context.user)
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
            if busy:
                self._wait_for_tasks()
            if time.monotonic() > deadline:
                raise TimeoutError("a screen does not come to rest")

    def _wait_for_tasks(self) -> None:
        """Let the workers have the processor; they are busy when this is called."""
        waiting = QEventLoop()
        self.context.tasks.idle.connect(waiting.quit)
        QTimer.singleShot(PATIENCE * 1000, waiting, waiting.quit)
        waiting.exec()
        self.context.tasks.idle.disconnect(waiting.quit)

    @property
    def dock(self) -> SessionDock:
        """The session dock, which must have been made."""
        dock = self.window.findChild(SessionDock)
        assert dock is not None
        return dock

    def reset(self) -> None:
        """Close the dialog and the session that a screen opened."""
        if (dialog := self.dialog()) is not None:
            dialog.reject()
        if (help_window := self.help_window()) is not None:
            help_window.close()
        if (palette := self.window.findChild(QWidget, "palette")) and palette.isVisible():
            self.window.toggle_palette()
        self.window.activateWindow()  # without a desktop nobody does it when a dialog goes
        if self.window.dock.state.is_open:
            self.window.dock.set_large(False)
            self.window.dock.place("place_right")
            self.dock.run("discard")
            self.settle()
        if self.window.dock.is_shown:
            self.window.dock.show(False)
        self.settle()

    def dialog(self) -> QDialog | None:
        """The topmost dialog that is open."""
        shown = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        return shown[-1] if shown else None

    def help_window(self) -> HelpWindow | None:
        """The help, if it is open."""
        return next((one for one in self.window.findChildren(HelpWindow) if one.isVisible()), None)

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


def picture(stage: Stage, path: Path) -> None:
    """The window as it is, with an open dialog or the help in front of it."""
    shot = stage.window.grab()
    for dock in stage.window.findChildren(QDockWidget):
        if dock.isFloating() and dock.isVisible():
            painter = QPainter(shot)
            corner = stage.window.rect().bottomRight() - dock.rect().bottomRight()
            painter.drawPixmap(corner - QPoint(24, 48), dock.grab())
            painter.end()
    front = stage.dialog() or stage.help_window()
    if front is not None:
        painter = QPainter(shot)
        painter.fillRect(shot.rect(), QColor(0, 0, 0, 70))
        free = stage.window.size() - front.size()
        place = QPoint(free.width() // 2, free.height() // 3)
        painter.drawPixmap(place, front.grab())
        painter.setPen(colors(stage.window).line)
        painter.drawRect(QRect(place, front.size()))
        painter.end()
    shot.save(str(path))
