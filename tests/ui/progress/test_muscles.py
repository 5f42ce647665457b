"""The Muscles tab over a real log."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from desktop.domain.muscles import Muscle, MuscleGroup
from desktop.domain.training import Landmark, usual_landmarks
from desktop.ui.progress.muscles import MusclesTab
from desktop.ui.progress.muscles_balance import PAIRS, ratio_text
from desktop.ui.progress.muscles_model import HIGH, LOW, change_text
from desktop.ui.progress.muscles_weeks import Amount, weeks_of
from tests.ui.pages import Log, open_log
from tests.ui.progress.tabs import rest, show_tab

BENCH, SQUAT, CURL = "Bench Press (Barbell)", "Squat (Barbell)", "Bicep Curl (Dumbbell)"
MONDAY = date(2026, 10, 19)
WEEK = timedelta(days=7)


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path) as opened:
        # 4, 8, 12 and 16 sets of chest in four weeks, then two in the week of today
        for week in range(4):
            sets = [(100, 5)] * (4 + 4 * week)
            opened.add(MONDAY + week * WEEK, [(BENCH, sets), (SQUAT, [(120, 5)] * 2)])
        opened.add(date(2026, 11, 17), [(BENCH, [(100, 5)] * 2)])
        yield opened


def row(tab: MusclesTab, key: object) -> Amount:
    return tab.muscles.rows.row(tab.muscles.rows.place_of(key))


def test_means_leave_out_the_week_that_is_not_over(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, MusclesTab, log)
    chest = row(tab, MuscleGroup.CHEST)
    assert (chest.sets, chest.before, chest.verdict) == (10.0, None, "Productive")
    assert tab.muscles.note.text() == "mean of 4 weeks, 19 Oct 2026 to last week"
    core = row(tab, MuscleGroup.CORE)
    assert core.verdict == "Too little"
    QAbstractItemModelTester(tab.muscles.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_range_is_compared_with_the_weeks_before(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, MusclesTab, log, MONDAY + 2 * WEEK, MONDAY + 3 * WEEK)
    chest = row(tab, MuscleGroup.CHEST)
    assert (chest.sets, chest.before, chest.change) == (14.0, 6.0, 8.0)
    assert tab.muscles.note.toolTip() == "Change: against 2 weeks before."
    tab.show_range(date(2027, 5, 1), None)
    assert tab.muscles.note.text() == "No training in these weeks"
    assert tab.balance.bars[0].words == "no sets in these weeks"


def test_a_bar_narrows_the_rest_to_its_week(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, MusclesTab, log)
    tab.take_focus()
    bars = tab.weekly.bars
    QTest.keyClick(bars, Qt.Key.Key_Home)
    QTest.keyClick(bars, Qt.Key.Key_Right)
    QTest.keyClick(bars, Qt.Key.Key_Return)
    assert tab.muscles.note.text() == "Week 44 of 2026, from 26 Oct 2026"
    assert row(tab, MuscleGroup.CHEST).sets == 8.0
    assert tab.body.map.text_of(Muscle.CHEST) == "Chest: 8 sets a week"
    rest(qtbot, log)
    assert tab.balance.bars[0].words == "no pull in these weeks"
    assert tab.balance.bars[1].words == "4.0 upper to 1 lower"
    assert tab.whole.isVisible()
    tab.show_range(None, None)
    assert tab.whole.isVisible(), "the same range again, as when one comes back to the tab"
    tab.whole.click()
    assert row(tab, MuscleGroup.CHEST).sets == 10.0
    assert not tab.whole.isVisible()


def test_single_muscles_are_shown(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, MusclesTab, log, MONDAY + WEEK, None)
    bars = tab.weekly.bars
    tab.weekly.chips.button(1).setFocus()
    QTest.keyClick(tab.weekly.chips.button(1), Qt.Key.Key_Space)
    chest = row(tab, Muscle.CHEST)
    assert chest.sets == 12.0
    assert not chest.is_own
    assert row(tab, Muscle.TRICEPS).sets == 6.0
    tab.weekly.which.setFocus()
    QTest.keyClicks(tab.weekly.which, "Legs")
    tab.weekly.which.activated.emit(tab.weekly.which.currentIndex())
    assert tab.muscles.rows.row(0).key is Muscle.QUADRICEPS
    names = [name for name, _ in tab.weekly._stack()]
    assert "Quadriceps" in names
    assert "Chest" not in names
    first, _ = bars.plotItem.vb.viewRange()[0]
    assert first > MONDAY.toordinal(), "the range stays"


def typed(tab: MusclesTab, qtbot: QtBot, text: str, keys: int = 0) -> None:
    """Type into the landmarks of the current row; keys: how often the cursor goes right."""
    table = tab.muscles.table
    for _ in range(keys):
        QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_F2)
    edit = table.findChild(QLineEdit)
    assert edit is not None
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_landmarks_are_typed_and_undone(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, MusclesTab, log)
    log.context.notifier.changed.connect(lambda _: tab.reload())
    assert not tab.muscles.reset.isVisible()
    table = tab.muscles.table
    table.setFocus()
    table.select_key(MuscleGroup.CHEST)
    with qtbot.waitSignal(tab.loaded):
        typed(tab, qtbot, "10,5")
    landmarks = log.services.progress.landmarks(log.user.id)
    assert landmarks[MuscleGroup.CHEST] == Landmark(10.5, 20)
    assert row(tab, MuscleGroup.CHEST).verdict == "Too little"
    assert log.context.undo.undo_label == "change the landmarks of Chest"
    table.select_key(MuscleGroup.CHEST)
    table.setCurrentIndex(table.rows.index(0, HIGH))
    with qtbot.waitSignal(tab.loaded):
        typed(tab, qtbot, "8")
    # the other one gives way
    assert row(tab, MuscleGroup.CHEST).landmark == Landmark(8, 8)
    assert row(tab, MuscleGroup.CHEST).verdict == "A lot"
    with qtbot.waitSignal(tab.loaded):
        log.context.undo_last()
    assert row(tab, MuscleGroup.CHEST).landmark == Landmark(10.5, 20)
    with qtbot.waitSignal(tab.loaded):
        tab.muscles.reset.click()
    assert log.services.progress.landmarks(log.user.id) == usual_landmarks()
    assert not tab.muscles.reset.isVisible()


@pytest.mark.parametrize("text", ["", "many", "-3", "100", "nan"])
def test_what_is_no_number_of_sets_is_not_kept(qtbot: QtBot, log: Log, text: str) -> None:
    tab = show_tab(qtbot, MusclesTab, log)
    model = tab.muscles.rows
    with qtbot.assertNotEmitted(model.typed):
        assert not model.setData(model.index(0, LOW), text)


def test_the_map_is_walked_by_keys(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, MusclesTab, log)
    body = tab.body.map
    body.setFocus(Qt.FocusReason.TabFocusReason)
    assert tab.body.named.text() == "Chest: 10 sets a week"
    assert body.accessibleDescription() == "Chest: 10 sets a week"
    QTest.keyClick(body, Qt.Key.Key_Right)
    assert tab.body.named.text().startswith("Front delts: ")
    QTest.keyClick(body, Qt.Key.Key_Return)
    current = tab.muscles.table.current_row()
    assert current is not None
    assert current.key is MuscleGroup.SHOULDERS
    QTest.keyClick(body, Qt.Key.Key_Escape)
    assert tab.body.named.text().startswith("Point at a muscle")


def test_the_balance_says_what_counts(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, MusclesTab, log)
    bars = tab.balance.bars[0]
    assert "triceps" in bars.toolTip()
    assert bars.accessibleDescription().startswith("Push 40 sets, Pull 0 sets: no pull")
    tab.balance.why.setFocus()
    QTest.keyClick(tab.balance.why, Qt.Key.Key_Space)
    assert any(one.isVisible() and "biceps" in one.text() for one in tab.balance.texts)


def test_a_tip_tells_of_a_row(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, MusclesTab, log)
    table = tab.muscles.table
    spot = table.visualRect(table.rows.index(0, 0)).center()
    view = table.viewport()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(QPoint())))
    assert QToolTip.text().startswith("Chest: 10 sets a week, productive from 10 to 20")
    QToolTip.hideText()


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (0, 0, "no sets in these weeks"),
        (4, 0, "no pull in these weeks"),
        (0, 4, "no push in these weeks"),
        (10, 10.5, "about even"),
        (10, 25, "2.5 pull to 1 push"),
    ],
)
def test_ratios_in_words(left: float, right: float, words: str) -> None:
    assert ratio_text(PAIRS[0], left, right) == words


def test_changes_in_words() -> None:
    assert [change_text(one) for one in (None, 0.0, 2.5, -1.0)] == [
        "\u2014",
        "0",
        "+2.5",
        "\u22121",
    ]


@settings(max_examples=60)
@given(
    st.integers(0, 30),
    st.one_of(st.none(), st.integers(-40, 260)),
    st.one_of(st.none(), st.integers(-40, 260)),
    st.integers(0, 230),
)
def test_weeks_lie_within_the_log(
    count: int, first: int | None, last: int | None, today: int
) -> None:
    days = [MONDAY + n * WEEK for n in range(count)]
    start = None if first is None else MONDAY + timedelta(first)
    end = None if last is None else MONDAY + timedelta(last)
    found = weeks_of(days, start, end, MONDAY + timedelta(today))
    assert 0 <= found.start <= found.end <= count or found.count == 0
    assert all(0 <= place < count for place in found.before) or not found.count
    if found.count and start is not None:
        assert found.last >= start
    if found.count and end is not None:
        assert found.first <= end


@pytest.mark.parametrize("last", [None, date(2026, 11, 12)])
def test_the_bars_in_view_are_whole_and_those_beside_them_out_of_it(
    qtbot: QtBot, log: Log, last: date | None
) -> None:
    for week in range(60):
        log.add(MONDAY - week * WEEK, [(BENCH, [(90, 5)] * 3)])
    tab = show_tab(qtbot, MusclesTab, log, date(2025, 11, 17), last)
    low, high = tab.weekly.bars.span.view
    assert low == date(2025, 11, 17).toordinal() - 0.5
    monday = date(2026, 11, 9) if last else date(2026, 11, 16)
    assert high == monday.toordinal() + 6.5
    assert tab.weekly.chart_table().rows[0][0] == "2025-11-17"
