"""The Calendar tab over a real log."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.ui.progress.calendar import CalendarTab
from desktop.ui.progress.calendar_marks import legend_words
from desktop.ui.progress.calendar_year import (
    LEVELS,
    bounds_of,
    columns_of,
    days_of,
    level_of,
    place_of,
)
from tests.support import session_of
from tests.ui.pages import Log, open_log
from tests.ui.progress.tabs import rest, show_tab

BENCH = "Bench Press (Barbell)"
PUSH, PULL = date(2026, 11, 17), date(2026, 11, 10)
OLD = date(2025, 12, 31)


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path) as opened:
        opened.add(PUSH, [(BENCH, [(100, 5)] * 3)], "Push")
        morning = session_of(
            opened.services, opened.user, PULL, [(BENCH, [(60, 10)] * 8)], "Morning"
        )
        early = datetime(2026, 11, 10, 7, 30, tzinfo=UTC)
        opened.services.session.save(
            replace(morning, started_at=early, ended_at=early + timedelta(hours=1))
        )
        opened.add(PULL, [(BENCH, [(100, 5)] * 2)], "Evening")
        opened.add(OLD, [(BENCH, [(80, 5)])], "Old")
        yield opened


def test_the_keyboard_goes_day_by_day_and_opens(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, CalendarTab, log)
    tab.take_focus()
    year = tab.year.map
    assert year.cursor_day == PUSH, "where one trained last"
    assert year.accessibleDescription() == "Tue 17 Nov 2026: Push, 3 sets, 1,500 kg, 1 h"
    with qtbot.waitSignal(tab.wanted_in_log) as opened:
        QTest.keyClick(year, Qt.Key.Key_Return)
    assert log.services.history.get(opened.args[0]).name == "Push"
    QTest.keyClick(year, Qt.Key.Key_Up)
    assert year.accessibleDescription() == "Mon 16 Nov 2026: no training"
    with qtbot.assertNotEmitted(tab.wanted_in_log):
        QTest.keyClick(year, Qt.Key.Key_Return)
    QTest.keyClick(year, Qt.Key.Key_End)
    QTest.keyClick(year, Qt.Key.Key_Down)
    assert year.cursor_day == date(2026, 11, 20), "the future is out of reach"


def test_of_several_sessions_one_is_chosen(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, CalendarTab, log)
    tab.take_focus()
    QTest.keyClick(tab.year.map, Qt.Key.Key_Left)
    assert tab.year.map.accessibleDescription() == (
        "Tue 10 Nov 2026: Morning, Evening, 10 sets, 5,800 kg, 2 h"
    )
    QTest.keyClick(tab.year.map, Qt.Key.Key_Return)
    assert [one.text() for one in tab.menu.actions()] == ["07:30  Morning", "18:00  Evening"]
    with qtbot.waitSignal(tab.wanted_in_log) as opened:
        QTest.keyClick(tab.menu, Qt.Key.Key_Down)
        QTest.keyClick(tab.menu, Qt.Key.Key_Return)
    assert log.services.history.get(opened.args[0]).name == "Evening"


def test_years_are_turned(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, CalendarTab, log)
    tab.take_focus()
    year = tab.year.map
    QTest.keyClick(year, Qt.Key.Key_Home)
    assert year.cursor_day == date(2026, 1, 1)
    QTest.keyClick(year, Qt.Key.Key_Up)
    assert (year.year, year.cursor_day) == (2025, OLD)
    rest(qtbot, log)
    assert year.accessibleDescription().startswith("Wed 31 Dec 2025: Old, 1 set")
    assert tab.numbers.trained.accessibleName() == "Days trained in 2025: 1, 0 in 2024"
    assert not tab.year.before.isEnabled()
    QTest.keyClick(year, Qt.Key.Key_PageUp)
    assert year.year == 2025, "there is nothing before"
    QTest.keyClick(year, Qt.Key.Key_PageDown)
    assert year.year == 2026
    rest(qtbot, log)
    tab.year.before.click()
    assert tab.year.years.currentText() == "2025"
    rest(qtbot, log)


def test_streaks(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, CalendarTab, log)
    numbers = tab.numbers
    assert numbers.current.accessibleName() == "Current streak: 2 weeks, since 10 Nov 2026"
    assert numbers.longest.accessibleName().endswith("2 weeks, 10 Nov 2026 to 17 Nov 2026")
    assert numbers.trained.accessibleName() == "Days trained in 2026: 2, 1 in 2025"


def test_habits_follow_the_range(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, CalendarTab, log)
    assert [one.height for one in tab.weekdays.bars.bars] == [0, 3, 1, 0, 0, 0, 0]
    hours = {one.label: one.height for one in tab.hours.bars.bars if one.height}
    assert hours == {"7": 1, "18": 3}
    tab.show_range(date(2026, 11, 16), None)
    assert tab.hours.note.text() == "1 session"
    assert tab.year.map.year == 2026
    bars = tab.weekdays.bars
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert bars.accessibleDescription() == "Tuesday: 1 session, 100 %"
    tab.show_range(date(2026, 1, 1), date(2026, 1, 31))
    assert bars.accessibleDescription() == "No session in the chosen range"
    bars.grab()


def test_the_year_of_the_range_is_shown(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, CalendarTab, log, date(2025, 6, 1), date(2025, 12, 31))
    years = [tab.year.map.year]
    tab.show_range(date(2026, 1, 1), None)
    assert [*years, tab.year.map.year] == [2025, 2026]
    rest(qtbot, log)


def test_days_are_coloured_by_sets_or_volume(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, CalendarTab, log)
    year = tab.year.map
    assert year.level(PULL) == LEVELS
    assert 0 < year.level(PUSH) < LEVELS
    assert year.level(date(2026, 11, 11)) == 0
    tab.year.chips.button(1).setFocus()
    QTest.keyClick(tab.year.chips.button(1), Qt.Key.Key_Space)
    assert list(year.bounds) == [400_000, 1_500_000]
    spot = year.place_of(PULL).center()
    QApplication.sendEvent(year, QHelpEvent(QEvent.Type.ToolTip, spot, year.mapToGlobal(spot)))
    assert QToolTip.text().startswith("Tue 10 Nov 2026: Morning, Evening, 10 sets")
    QToolTip.hideText()


def test_weeks_start_where_the_user_says(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, CalendarTab, log)
    year = tab.year.map
    sunday = date(2026, 11, 15)
    assert year.place_of(sunday).top() > year.place_of(PUSH).top()
    preferences = replace(log.context.preferences, first_weekday=6)
    log.context.preferences = preferences
    with qtbot.waitSignal(tab.loaded):
        tab.reload()
    assert year.place_of(sunday).top() < year.place_of(PUSH).top()
    assert [one.label for one in tab.weekdays.bars.bars][:2] == ["Sun", "Mon"]


@given(st.integers(1990, 2090), st.integers(0, 6))
def test_a_year_fills_its_columns(year: int, first_weekday: int) -> None:
    places = [place_of(day, year, first_weekday) for day in days_of(year)]
    assert len(set(places)) == len(places)
    assert places == sorted(places)
    assert places[0][0] == 0
    assert places[-1][0] == columns_of(year, first_weekday) - 1
    assert all(0 <= row < 7 for _, row in places)
    assert all(
        (row == 0) == (day.weekday() == first_weekday)
        for day, (_, row) in zip(days_of(year), places, strict=True)
    )


@given(st.lists(st.integers(0, 60), max_size=60))
def test_more_is_never_drawn_weaker(values: list[int]) -> None:
    bounds = bounds_of(values)
    levels = [level_of(value, bounds) for value in sorted(values)]
    assert levels == sorted(levels)
    assert all(
        (level > 0) == (value > 0) for level, value in zip(levels, sorted(values), strict=True)
    )
    if any(values):
        assert levels[-1] == LEVELS
    used = {level for level, _ in legend_words(bounds, str)}
    assert set(levels) <= used
