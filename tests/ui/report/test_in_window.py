"""The window opens the report."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.report.dialog import ReportDialog
from desktop.ui.theme import Theme
from tests.ui.pages import Log
from tests.ui.shell import Made


def test_from_the_menu(qapp: QApplication, qtbot: QtBot, tmp_path: Path, half_year: Log) -> None:
    made = Made().screens()
    screens = type(made)(pages=made.pages, dock=made.dock)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings, Theme(qapp), tmp_path, screens)
    qtbot.addWidget(window)
    window.show()
    assert not window.menu["report"].isEnabled(), "no profile is open"
    window.open_profile(half_year.context)
    assert window.menu["report"].shortcut().toString() == "Ctrl+P"
    window.menu["report"].trigger()
    (dialog,) = window.findChildren(ReportDialog)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.report is not None)
    dialog.reject()
    qtbot.waitUntil(lambda: not half_year.context.tasks.is_busy)
