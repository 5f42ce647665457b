"""The window opens both dialogs: from the menu, by a file dropped on it, and follows them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Theme
from desktop.ui.transfer.export_dialog import ExportDialog
from desktop.ui.transfer.import_dialog import ImportDialog
from tests.ui.pages import Log
from tests.ui.shell import Made
from tests.ui.transfer.files import TWO_DAYS, strong


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, log: Log) -> Iterator[MainWindow]:
    """A window with the real dialogs over small pages."""
    made = Made().screens()
    made = type(made)(pages=made.pages, dock=made.dock)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings, Theme(qapp), tmp_path, made)
    qtbot.addWidget(window)
    window.show()
    window.open_profile(log.context)
    yield window
    qtbot.waitUntil(lambda: not log.context.tasks.is_busy)


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def shown(window: MainWindow) -> ImportDialog:
    found = [one for one in window.findChildren(ImportDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_dropped_file_is_imported_and_its_history_shown(
    window: MainWindow, log: Log, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, strong(tmp_path / "strong.csv", TWO_DAYS))
    dialog = shown(window)
    qtbot.waitUntil(dialog.go.isVisible)
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.outcome)
    assert window.menu["undo"].text() == "&Undo import of strong.csv"
    dialog.outcome.history.click()
    assert window.page is not None
    assert window.page.name == "history"


def test_the_menu_asks_for_files_and_remembers_their_folder(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    path = strong(folder / "strong.csv", TWO_DAYS)
    window.menu["import"].trigger()
    asked = window.findChild(QFileDialog)
    assert asked is not None
    assert asked.directory() == QDir(QDir.homePath())
    asked.selectFile(str(path))
    asked.accept()
    dialog = shown(window)
    qtbot.waitUntil(dialog.go.isVisible)
    dialog.reject()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    kept = window.findChild(QSettings)
    assert kept is not None
    kept.sync()
    settings.sync()
    assert settings.value("folder") == str(folder)
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    window.menu["import"].trigger()
    again = window.findChild(QFileDialog)
    assert again is not None
    assert again.directory() == QDir(str(folder))
    again.reject()


def test_leaving_the_file_dialog_leaves_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.menu["import"].trigger()
    asked = window.findChild(QFileDialog)
    assert asked is not None
    asked.reject()
    qtbot.waitUntil(lambda: not window.findChildren(ImportDialog))


def test_the_menu_opens_the_export(window: MainWindow, log: Log) -> None:
    window.menu["export"].trigger()
    found = window.findChildren(ExportDialog)
    assert len(found) == 1
    assert found[0].isVisible()
    found[0].reject()
