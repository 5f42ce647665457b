"""From a figure to the set behind it, in the real window with its real pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.session import SetPlace
from desktop.domain.session_edits import skip_exercise, ticked
from desktop.ui.history.page import HistoryPage
from desktop.ui.history.set_line import SetLine
from desktop.ui.main_window import MainWindow
from desktop.ui.progress.page import ProgressPage
from desktop.ui.progress.strength import StrengthTab
from desktop.ui.records.page import RecordsPage
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.set_row import SetRow
from desktop.ui.widgets.why import WhyPanel
from tests.ui.pages import Log, open_log
from tests.ui.real_window import open_window

BENCH = "Bench Press (Barbell)"
TO_CHECK = 3


def fill(log: Log) -> None:
    for week in range(6):
        lifts = [(BENCH, [(60, 8), (100 + 2.5 * week, 5)])]
        log.add(date(2026, 10, 1) + timedelta(weeks=week), lifts)


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path, fill=fill) as opened:
        yield opened


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, log: Log) -> MainWindow:
    return open_window(qapp, qtbot, tmp_path, log)


def rest(qtbot: QtBot, log: Log) -> None:
    qtbot.waitUntil(lambda: not log.context.tasks.is_busy)


def records(window: MainWindow, qtbot: QtBot, log: Log) -> RecordsPage:
    window.go("records")
    page = window.page
    assert isinstance(page, RecordsPage)
    qtbot.waitUntil(lambda: page.side.record is not None and not page.side._settle.isActive())
    rest(qtbot, log)
    return page


def strength(window: MainWindow, qtbot: QtBot, log: Log) -> StrengthTab:
    window.go("progress")
    page = window.page
    assert isinstance(page, ProgressPage)
    qtbot.waitUntil(lambda: bool(page._made) and page.tab.isVisible())
    tab = page.tab
    assert isinstance(tab, StrengthTab)
    qtbot.waitUntil(lambda: bool(tab.lists.sets.rows) and not tab.listing.isActive())
    rest(qtbot, log)
    return tab


def enter_first(panel: WhyPanel) -> SetPlace:
    """Press Enter on the first set behind a figure."""
    panel.used.selectRow(0)
    place: SetPlace = panel.used.rows.rows[0].place
    QTest.keyClick(panel.used, Qt.Key.Key_Return)
    return place


def expect_in_history(window: MainWindow, qtbot: QtBot, place: SetPlace) -> None:
    page = window.page
    assert isinstance(page, HistoryPage)

    def line() -> SetLine | None:
        focused = window.focusWidget()
        above = focused.parentWidget() if isinstance(focused, QLineEdit) else None
        return above if isinstance(above, SetLine) else None

    qtbot.waitUntil(lambda: (found := line()) is not None and found.one.id == place.set_id)
    assert page.detail.session is not None
    assert page.detail.session.id == place.session_id


def test_from_why_of_a_record(window: MainWindow, qtbot: QtBot, log: Log) -> None:
    page = records(window, qtbot, log)
    expect_in_history(window, qtbot, enter_first(page.side.why))


def test_from_why_of_a_point_of_progress(window: MainWindow, qtbot: QtBot, log: Log) -> None:
    tab = strength(window, qtbot, log)
    expect_in_history(window, qtbot, enter_first(tab.why))


def test_from_the_sets_beside_a_chart(window: MainWindow, qtbot: QtBot, log: Log) -> None:
    tab = strength(window, qtbot, log)
    tab.lists.set_table.selectRow(3)
    place = tab.lists.sets.rows[3].place
    QTest.keyClick(tab.lists.set_table, Qt.Key.Key_Return)
    expect_in_history(window, qtbot, place)


@pytest.mark.parametrize("is_left_out", [False, True])
def test_from_a_value_to_check(
    window: MainWindow, qtbot: QtBot, log: Log, is_left_out: bool
) -> None:
    session = log.add(date(2026, 11, 17), [(BENCH, [(60, 8), (1050, 5)])])
    place = SetPlace(session.id, session.exercises[0].sets[1].id)
    page = records(window, qtbot, log)
    page.views.setCurrentIndex(TO_CHECK)
    buttons = page.to_check.lines[0].buttons
    if is_left_out:
        buttons[1].click()
        qtbot.waitUntil(page.to_check.left_out_heading.isVisible)
        buttons = page.to_check.lines[0].buttons
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    expect_in_history(window, qtbot, place)


def test_a_history_that_was_narrowed_before(window: MainWindow, qtbot: QtBot, log: Log) -> None:
    window.go("history")
    history = window.page
    assert isinstance(history, HistoryPage)
    with qtbot.waitSignal(history.loaded):
        history.filters.search.setText("nothing like it")
    rest(qtbot, log)
    page = records(window, qtbot, log)
    expect_in_history(window, qtbot, enter_first(page.side.why))


def test_the_open_session_is_shown_in_the_dock(window: MainWindow, qtbot: QtBot, log: Log) -> None:
    last = log.services.history.rows(log.user.id)[0]
    window.dock.start(("repeat", last.id))
    qtbot.waitUntil(lambda: window.dock.state.is_open)
    dock = window.findChild(SessionDock)
    assert dock is not None
    now = dock.controller.current()
    heavy = now.exercises[0].sets[1]
    # the only sets of the exercise: with both ticked it is folded
    for one in (now.exercises[0].sets[0], heavy):
        dock.controller.edit("tick", partial(ticked, set_id=one.id, at=now.started_at))
        rest(qtbot, log)
    window.dock.show(False)
    place = SetPlace(now.id, heavy.id)
    window.open_item("set", place)
    assert window.dock.is_shown
    focused = window.focusWidget()
    assert dock.grid.row_of(heavy.id) is not None
    assert focused in (dock.grid.row_of(heavy.id).cells)  # type: ignore[union-attr]
    assert focused.isVisible()
    assert not isinstance(window.page, HistoryPage), "the page stays"
    window.open_item("session", now.id)
    assert not isinstance(window.page, HistoryPage)


def test_a_set_of_the_open_session_that_is_skipped_or_gone(
    window: MainWindow, qtbot: QtBot, log: Log
) -> None:
    last = log.services.history.rows(log.user.id)[0]
    window.dock.start(("repeat", last.id))
    qtbot.waitUntil(lambda: window.dock.state.is_open)
    dock = window.findChild(SessionDock)
    assert dock is not None
    now = dock.controller.current()
    exercise = now.exercises[0]
    dock.controller.edit("skip", lambda at: skip_exercise(at, exercise.id))
    rest(qtbot, log)
    place = SetPlace(now.id, exercise.sets[0].id)
    window.open_item("set", place)
    assert window.focusWidget() is dock.grid.blocks[0].head
    dock.controller.edit("remove", lambda at: replace(at, exercises=()))
    rest(qtbot, log)
    window.open_item("set", place)
    assert "removed since" in dock.details.message.text()
    assert not any(isinstance(one, SetRow) for one in dock.grid.rows())
