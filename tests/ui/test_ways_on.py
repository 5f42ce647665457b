"""From what has nothing to show yet to what one does next, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.transfer import Selection
from desktop.ui.library.page import LibraryPage
from desktop.ui.main_window import MainWindow
from desktop.ui.session.dock import SessionDock
from desktop.ui.transfer.export_dialog import ExportDialog
from desktop.ui.transfer.import_dialog import ImportDialog
from tests.support import NOW
from tests.ui.pages import Log, open_log
from tests.ui.real_window import open_window

BENCH, SQUAT = "Bench Press (Barbell)", "Squat (Barbell)"


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path) as opened:
        yield opened


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, log: Log) -> MainWindow:
    return open_window(qapp, qtbot, tmp_path, log)


def rest(qtbot: QtBot, log: Log) -> None:
    qtbot.waitUntil(lambda: not log.context.tasks.is_busy)


def export_dialog(qtbot: QtBot, log: Log, window: MainWindow) -> ExportDialog:
    window.dialogs.export(Selection())
    rest(qtbot, log)
    (dialog,) = window.findChildren(ExportDialog)
    return dialog


@pytest.mark.parametrize("words", ["Start session", "Import history"])
def test_an_export_of_nothing_leads_on(
    qtbot: QtBot, log: Log, window: MainWindow, words: str
) -> None:
    dialog = export_dialog(qtbot, log, window)
    assert not dialog.go.isVisible()
    shown = [one for one in dialog.findChildren(QPushButton) if one.isVisible()]
    (way,) = [one for one in shown if one.text() == words]
    way.click()
    rest(qtbot, log)
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in window.findChildren(ExportDialog)))
    if words == "Start session":
        qtbot.waitUntil(lambda: window.dock.state.is_open)
    else:
        qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)))
        window.findChildren(ImportDialog)[0].reject()


def test_an_export_of_something_does_not(qtbot: QtBot, log: Log, window: MainWindow) -> None:
    log.add(NOW.date(), [(BENCH, [(100, 5)])])
    dialog = export_dialog(qtbot, log, window)
    assert dialog.stack.currentWidget() is dialog.choices
    assert dialog.go.isVisible()
    dialog.reject()


def test_what_was_never_done_is_begun_from_the_library(
    qtbot: QtBot, log: Log, window: MainWindow
) -> None:
    log.add(NOW.date(), [(BENCH, [(100, 5)])])
    log.tell()

    def look_at(name: str) -> LibraryPage:
        window.open_item("exercise", log.exercise(name))
        page = window.page
        assert isinstance(page, LibraryPage)
        qtbot.waitUntil(
            lambda: page.detail.exercise is not None and page.detail.exercise.name == name
        )
        rest(qtbot, log)
        return page

    page = look_at(BENCH)
    assert not page.detail.chart_side.train.isVisible()
    for names in ([SQUAT], [SQUAT, "Deadlift (Barbell)"]):
        page = look_at(names[-1])
        QTest.mouseClick(page.detail.chart_side.train, Qt.MouseButton.LeftButton)
        dock = window.findChild(SessionDock)
        assert dock is not None

        def begun(dock: SessionDock = dock, names: list[str] = names) -> bool:
            session = dock.controller.session
            done = session.exercises if session is not None else ()
            return [log.context.exercise_name(one.exercise_id) for one in done] == names

        qtbot.waitUntil(begun)
        rest(qtbot, log)
    assert window.dock.is_shown
