"""The real window with its real screens over a log that has a little in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.side import PAGES
from desktop.ui.theme import Theme
from tests.ui.pages import Log

# Dialogs by the names of the actions that open them.
DIALOGS = ("settings", "calculators", "paste", "report", "shortcuts", "about", "profiles")


def open_window(app: QApplication, qtbot: QtBot, folder: Path, log: Log) -> MainWindow:
    """The window with the log's profile open, active and at rest."""
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings, Theme(app), folder)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
    window.open_profile(log.context)
    qtbot.waitUntil(lambda: not log.context.tasks.is_busy, timeout=30_000)
    return window


class RealWindow:
    """The window, and ways to go through all of it."""

    def __init__(self, app: QApplication, qtbot: QtBot, folder: Path, log: Log) -> None:
        self.log = log
        self.qtbot = qtbot
        self.window = open_window(app, qtbot, folder, log)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: not self.log.context.tasks.is_busy, timeout=30_000)

    def visit_every_page(self) -> None:
        """Make every page, and the dock with a session."""
        for name, _ in PAGES:
            self.window.go(name)
            self.settle()
        self.window.commands.run("start")
        self.settle()

    def each_dialog(self, look: Callable[[str, QDialog], None]) -> None:
        """Open one dialog after the other and look at it."""
        for name in DIALOGS:
            self.window.commands.run(name)
            self.settle()
            dialog = [one for one in self.window.findChildren(QDialog) if one.isVisible()][-1]
            look(name, dialog)
            dialog.reject()
            self.settle()
