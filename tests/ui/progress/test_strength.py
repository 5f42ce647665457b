"""The Strength tab: what is charted, and what stands beside it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.domain.library import ExerciseKind
from desktop.domain.muscles import MuscleGroup
from desktop.domain.progress import MEASURES, Grain, Measure, Subject
from desktop.domain.weight import Unit
from desktop.ui.progress.page import ProgressPage
from desktop.ui.progress.strength import StrengthTab
from desktop.ui.widgets.chart_looks import BAND, OUTLIER, RECORD
from desktop.ui.widgets.measures import axis_text, scale_of, value_text
from desktop.ui.widgets.texts import day_text
from tests.ui.pages import Log, open_log, show
from tests.ui.progress.strength import (
    BENCH,
    DAYS,
    LAST,
    PULL,
    SQUAT,
    START,
    WEIGHTS,
    Key,
    axis_values,
    choose,
    drawn_days,
    drawn_lines,
    fill,
    has_band,
    page_of,
    pick,
    press_range,
    settle,
    strength,
    type_name,
)


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path, fill=fill) as opened:
        yield opened


def test_the_last_exercise_is_charted(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    assert tab.chooser.currentText() == BENCH
    assert drawn_days(tab) == DAYS
    # 5 reps at RPE 9 are 6 effective ones: Brzycki
    assert axis_values(tab) == pytest.approx([kilos * 36 / 31 for kilos in WEIGHTS], abs=0.001)
    [line] = tab.card.chart.lines
    assert line.records.tolist() == [False, False, True, False]
    assert tab.card.chart.accessibleName() == f"e1RM of {BENCH} over time"
    assert [entry.what for entry in tab.card.legend.entries] == [RECORD]


def test_another_measure_is_charted(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    offered = [one.label for one in MEASURES[ExerciseKind.WEIGHT_REPS]]
    box = tab.card.controls.measures
    assert [box.itemText(n) for n in range(box.count())] == offered
    choose(qtbot, log, tab, Measure.VOLUME)
    assert axis_values(tab)[0] == 100 * 5 + 80 * 13
    assert tab.card.controls.note.text() == "in kg"
    assert not tab.card.controls.trend.isVisible()
    choose(qtbot, log, tab, Measure.BEST_AT_REPS)
    assert tab.card.controls.reps.isVisible()
    assert axis_values(tab) == list(WEIGHTS)
    with qtbot.waitSignal(tab.loaded):
        tab.card.controls.reps.setValue(13)
    assert axis_values(tab) == [80] * 4


def test_weeks_and_months_are_points_of_their_own(qtbot: QtBot, log: Log) -> None:
    log.add(START + timedelta(days=1), [(BENCH, [(90, 5)])])
    tab = strength(qtbot, log)
    choose(qtbot, log, tab, Measure.SETS)
    assert axis_values(tab) == [2, 1, 2, 2, 2]
    for grain, counts in ((Grain.WEEK, [3, 2, 2, 2]), (Grain.MONTH, [3, 2, 2, 2])):
        with qtbot.waitSignal(tab.loaded):
            QTest.keyClick(tab.card.controls.grains, Key.Key_Down)
        assert tab.card.controls.grain is grain
        assert axis_values(tab) == counts
    assert drawn_days(tab)[0] == START.replace(day=1)
    tab.card.chart.setFocus()
    QTest.keyClick(tab.card.chart, Key.Key_Home)
    assert tab.card.chart.accessibleDescription().startswith("Jun 2025: 3 sets")


def test_a_week_of_several_sessions_leads_to_its_sets(qtbot: QtBot, log: Log) -> None:
    log.add(LAST - timedelta(days=1), [(BENCH, [(90, 5)])])
    tab = strength(qtbot, log)
    choose(qtbot, log, tab, Measure.VOLUME)
    with qtbot.waitSignal(tab.loaded):
        QTest.keyClick(tab.card.controls.grains, Key.Key_Down)
    settle(qtbot, log, tab)
    tab.lists.bar.setCurrentIndex(1)
    tab.card.chart.setFocus()
    QTest.keyClick(tab.card.chart, Key.Key_End)
    QTest.keyClick(tab.card.chart, Key.Key_Return)
    assert tab.lists.bar.currentIndex() == 0
    row = tab.lists.set_table.current_row()
    assert row is not None
    assert row.day == LAST
    qtbot.waitUntil(lambda: not log.context.tasks.is_busy)


def test_an_exercise_without_sets_says_so(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    with qtbot.waitSignal(tab.loaded):
        page_of(tab).open_item(log.exercise(SQUAT))
    assert tab.chooser.currentText() == SQUAT
    assert tab.card.nothing.isVisible()
    with qtbot.waitSignal(tab.loaded):
        log.tell()
    assert tab.chooser.currentText() == SQUAT
    settle(qtbot, log, tab)
    assert not tab.lists.sets.rows


def test_the_card_tells_of_the_sets_behind_a_point(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    chart = tab.card.chart
    chart.setFocus()
    QTest.keyClick(chart, Key.Key_End)
    QTest.keyClick(chart, Key.Key_Left)
    assert chart.hovered == 2
    at_once = f"{day_text(DAYS[2])}: 119 kg, Record: e1RM"
    assert chart.accessibleDescription() == at_once
    told = f"{at_once}, 102.5 kg × 5 @9, 80 kg × 13"
    qtbot.waitUntil(lambda: chart.accessibleDescription() == told)
    with qtbot.waitSignal(page_of(tab).open_requested) as opened:
        QTest.keyClick(chart, Key.Key_Return)
    assert opened.args[0] == "session"
    assert log.services.history.get(opened.args[1]).session_date == DAYS[2]


def test_why_explains_the_best_and_then_the_point_one_stays_with(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    assert tab.why.heading.text() == "Why 119 kg?"
    assert "Brzycki" in tab.why.words.text()
    press_range(tab, 4)
    tab.card.chart.setFocus()
    QTest.keyClick(tab.card.chart, Key.Key_Home)
    qtbot.waitUntil(lambda: tab.why.heading.text() == "Why 116.1 kg?")
    with qtbot.waitSignal(tab.wanted_in_log) as opened:
        tab.why.used.setFocus()
        tab.why.used.selectRow(0)
        QTest.keyClick(tab.why.used, Key.Key_Return)
    assert log.services.history.get(opened.args[0].session_id).session_date == DAYS[0]


def test_the_lists_follow_the_range(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    lists = tab.lists
    for model in (lists.sets, lists.records):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    press_range(tab, 4)
    settle(qtbot, log, tab)
    assert [row.day for row in lists.sets.rows] == [day for day in reversed(DAYS) for _ in "ab"]
    assert lists.bar.tabText(0) == "Sets (8)"
    assert {one.day for one in lists.records.rows} == {DAYS[2]}
    assert [line.weight for line in lists.rep_maxes.rows.rows] == [102_500] * 5 + [80_000] * 7
    page_of(tab).ranges.pick(DAYS[0], DAYS[1])
    settle(qtbot, log, tab)
    assert {row.day for row in lists.sets.rows} == set(DAYS[:2])
    assert not lists.records.rows
    assert lists.rep_maxes.rows.rows[0].weight == 100_000
    assert tab.why.heading.text() == "Why 116.1 kg?"


def test_a_set_that_does_not_count_says_why(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    first = tab.lists.sets.rows[0]
    log.services.records.judge(first.session_id, [first.one.id], None)
    cells = [tab.lists.sets.index(0, column).data() for column in range(5)]
    assert cells == [day_text(LAST), BENCH, "1", "102.5 kg × 5 @9", "119 kg"]
    from desktop.domain.session import Verdict

    log.services.records.judge(first.session_id, [first.one.id], Verdict.LEFT_OUT)
    with qtbot.waitSignal(tab.loaded):
        log.tell()
    settle(qtbot, log, tab)
    assert tab.lists.sets.index(0, 4).data() == "left out by you"


def test_days_without_the_exercise_say_where_it_is(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    page_of(tab).ranges.pick(date(2024, 1, 1), date(2024, 6, 1))
    settle(qtbot, log, tab)
    low, high = tab.card.chart.span.view
    assert low < date(2024, 1, 1).toordinal() < date(2024, 6, 1).toordinal() < high
    assert high < START.toordinal()
    assert tab.card.elsewhere_words.text() == (
        f"Nothing was done in these days. The first time was {day_text(START)}."
    )
    assert tab.card.brush.chosen == tab.card.chart.span.view
    assert not tab.lists.sets.rows
    assert tab.lists.nothing[0].isVisible()
    assert tab.why.isHidden()
    assert tab.lists.mapTo(tab, QPoint()).y() == tab.card.y()
    page_of(tab).ranges.pick(date(2020, 1, 1), DAYS[1])
    assert tab.card.chart.span.view[0] > date(2025, 5, 1).toordinal(), "but not more of nothing"
    page_of(tab).ranges.pick(date(2024, 1, 1), date(2024, 6, 1))
    QTest.mouseClick(tab.card.everything, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page_of(tab).ranges.range == (None, None))
    settle(qtbot, log, tab)
    assert drawn_days(tab)[0] == START
    assert tab.card.chart.span.view[0] > date(2025, 5, 1).toordinal()
    assert len(tab.lists.sets.rows) == 8


def test_a_row_points_to_its_day_and_opens_its_session(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    press_range(tab, 4)
    settle(qtbot, log, tab)
    tab.activateWindow()
    tab.lists.set_table.setFocus()
    tab.lists.set_table.selectRow(0)
    QTest.keyClick(tab.lists.set_table, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert tab.card.chart.hovered == 0
    with qtbot.waitSignal(tab.wanted_in_log) as opened:
        QTest.keyClick(tab.lists.set_table, Key.Key_Return)
    assert log.services.history.get(opened.args[0].session_id).session_date == DAYS[0]


def test_typing_finds_an_exercise(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    press_range(tab, 1)
    page_of(tab).focus_search()
    with qtbot.waitSignal(tab.loaded):
        pick(tab.chooser, "pull")
    settle(qtbot, log, tab)
    assert tab.chooser.currentText() == PULL
    assert tab.card.controls.measure is Measure.REPS
    assert tab.card.elsewhere.isVisible(), "it was done a year before the log ends"
    assert day_text(START) in tab.card.elsewhere_words.text()
    with qtbot.waitSignal(tab.range_wanted) as chosen:
        QTest.mouseClick(tab.card.everything, Qt.MouseButton.LeftButton)
    assert chosen.args == [None, None]
    assert tab.card.elsewhere.isHidden()
    choose(qtbot, log, tab, Measure.HEAVIEST)
    assert tab.card.nothing.isVisible()


def test_what_was_never_done_has_no_sets_yet(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    with qtbot.waitSignal(tab.loaded):
        page_of(tab).open_item(log.exercise(SQUAT))
    assert tab.card.nothing.text().startswith("No sets yet")


@pytest.mark.parametrize("typed", ["squat", "barbell squat", "back squat"])
def test_return_takes_the_first_that_is_found(qtbot: QtBot, log: Log, typed: str) -> None:
    log.add(LAST, [("Bulgarian Split Squat (Dumbbell)", [(20, 8)] * 9), (SQUAT, [(140, 3)])])
    tab = strength(qtbot, log)
    page_of(tab).focus_search()
    with qtbot.waitSignal(tab.loaded):
        type_name(tab.chooser, typed)
    settle(qtbot, log, tab)
    assert tab.chooser.currentText() == SQUAT
    assert tab.line.subjects == (Subject(log.exercise(SQUAT)),)


def test_words_that_name_nothing_give_way(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    edit = tab.chooser.lineEdit()
    assert edit is not None
    page_of(tab).focus_search()
    QTest.keyClicks(edit, "nonsense")
    edit.editingFinished.emit()
    assert edit.text() == BENCH


def test_a_change_is_drawn_without_losing_the_exercise(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    with qtbot.waitSignal(tab.loaded):
        page_of(tab).open_item(log.exercise(PULL))
    log.add(date(2026, 11, 1), [(BENCH, [(120, 5)]), (PULL, [(0, 12)])])
    with qtbot.waitSignal(tab.loaded):
        log.tell()
    assert tab.chooser.currentText() == PULL
    assert axis_values(tab) == [8, 12]


def test_exercises_are_compared(qtbot: QtBot, log: Log) -> None:
    log.add(LAST, [(SQUAT, [(140, 3)])])
    tab = strength(qtbot, log)
    with qtbot.waitSignal(tab.loaded):
        page_of(tab).open_item(log.exercise(BENCH))
    QTest.mouseClick(tab.line.compare, Qt.MouseButton.LeftButton)
    assert tab.line.other.isVisible()
    offered = [tab.line.other.itemText(n) for n in range(tab.line.other.count())]
    assert SQUAT in offered
    assert BENCH not in offered
    with qtbot.waitSignal(tab.loaded):
        pick(tab.line.other, "squat")
    settle(qtbot, log, tab)
    assert tab.line.other.isHidden()
    assert len(drawn_lines(tab)) == 2
    assert not tab.card.controls.trend.isVisible(), "a trend is of one exercise"
    entries = tab.card.legend.entries
    assert [(entry.what, entry.words) for entry in entries] == [
        (0, BENCH),
        (1, SQUAT),
        (RECORD, "record"),
    ]
    assert {row.exercise_id for row in tab.lists.sets.rows} == {
        log.exercise(BENCH),
        log.exercise(SQUAT),
    }
    remove = tab.card.legend.findChildren(type(tab.line.compare))[-1]
    assert remove.accessibleName() == f"Remove {SQUAT} from the comparison"
    remove.setFocus()
    with qtbot.waitSignal(tab.loaded):
        QTest.keyClick(remove, Key.Key_Delete)
    assert len(drawn_lines(tab)) == 1
    settle(qtbot, log, tab)


def test_only_what_shares_a_measure_is_compared(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    for name in (PULL, BENCH):
        tab.line.remove(tab.line.subjects[0])
        tab.line.show_subject(Subject(log.exercise(name)))
    with qtbot.waitSignal(tab.loaded):
        tab.line.add(Subject(log.exercise(PULL)))
    offered = MEASURES[ExerciseKind.WEIGHT_REPS]
    shared = [one for one in offered if one in MEASURES[ExerciseKind.BODYWEIGHT_REPS]]
    box = tab.card.controls.measures
    assert [box.itemText(n) for n in range(box.count())] == [one.label for one in shared]
    settle(qtbot, log, tab)


def test_a_muscle_group_is_charted(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    with qtbot.waitSignal(tab.loaded):
        tab.line.show_subject(Subject(group=MuscleGroup.CHEST))
    settle(qtbot, log, tab)
    assert tab.chooser.currentText() == "Chest, all exercises"
    assert tab.card.controls.measure is Measure.SETS
    assert axis_values(tab) == [2, 2, 2, 2]
    assert len(tab.lists.sets.rows) == 8
    assert not tab.lists.rep_maxes.rows.rows


def test_the_trend_can_be_shown_explained_and_put_away(qtbot: QtBot, log: Log) -> None:
    for day in range(30):
        log.add(LAST + timedelta(days=3 * day), [(BENCH, [(100 + day / 4, 5)])])
    tab = strength(qtbot, log)
    controls, chart = tab.card.controls, tab.card.chart
    assert controls.trend.isVisible()
    assert controls.trend.isChecked()
    assert has_band(tab)
    assert [entry.what for entry in tab.card.legend.entries] == [BAND, RECORD]
    last = LAST + timedelta(days=87)
    assert chart.span.view[1] > last.toordinal() + 14, "the weeks ahead are in view"
    assert chart.span.days[1] is None
    QTest.mouseClick(controls.trend, Qt.MouseButton.LeftButton)
    assert not has_band(tab)
    assert chart.span.view[1] < last.toordinal() + 14
    assert [entry.what for entry in tab.card.legend.entries] == [RECORD]
    QTest.mouseClick(controls.trend, Qt.MouseButton.LeftButton)
    assert has_band(tab)
    qtbot.waitUntil(lambda: tab.why.heading.text().startswith("Why a level of"))
    settle(qtbot, log, tab)


def test_the_level_and_its_change_are_those_of_the_days_shown(qtbot: QtBot, log: Log) -> None:
    for day in range(60):
        log.add(LAST + timedelta(days=3 * day), [(BENCH, [(100 + day / 4, 5)])])
    tab = strength(qtbot, log)
    press_range(tab, 4)
    settle(qtbot, log, tab)
    headline, drawn = tab.card.headline, tab.card.drawn
    assert headline.isVisible()
    assert drawn is not None
    assert drawn.past is not None
    level = float(drawn.past.level[-1])
    assert headline.level.text() == value_text(Measure.E1RM, level * 1000, Unit.KG)
    whole = headline.change.text()
    press_range(tab, 0)
    settle(qtbot, log, tab)
    assert headline.change.text() not in ("", whole)
    assert day_text(LAST + timedelta(days=177)) in headline.toolTip()
    QTest.mouseClick(tab.card.controls.trend, Qt.MouseButton.LeftButton)
    assert headline.isHidden()
    settle(qtbot, log, tab)


def test_what_stands_alone_is_hollow_and_does_not_squeeze_the_rest(qtbot: QtBot, log: Log) -> None:
    for day in range(8):
        log.add(LAST + timedelta(days=3 * day), [(BENCH, [(100 + day / 4, 5)])])
    log.add(LAST + timedelta(days=30), [(BENCH, [(1000, 5)])])
    tab = strength(qtbot, log)
    [line] = tab.card.chart.lines
    assert line.outliers.tolist() == [False] * 12 + [True]
    assert tab.card.chart.plotItem.vb.viewRange()[1][1] < 200
    assert OUTLIER in [entry.what for entry in tab.card.legend.entries]
    tab.card.chart.setFocus()
    QTest.keyClick(tab.card.chart, Key.Key_End)
    assert "To check" in tab.card.chart.accessibleDescription()
    settle(qtbot, log, tab)
    worth = [tab.lists.sets.index(row, 4).data() for row in range(2)]
    assert worth == ["to check", "114.5 kg"]


def test_what_is_drawn_as_a_table(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    press_range(tab, 4)
    table = tab.card.chart_table()
    assert table.title == f"e1RM of {BENCH}"
    assert table.note == f"in kg, {day_text(START)} to {day_text(LAST)}"
    assert list(table.header) == ["Day", f"{BENCH}: e1RM (kg)"]
    assert [row[0] for row in table.rows] == [day.isoformat() for day in DAYS]
    assert [row[1] for row in table.rows] == pytest.approx(axis_values(tab), abs=0.001)
    press_range(tab, 1)
    assert [row[0] for row in tab.card.chart_table().rows] == [
        day.isoformat() for day in DAYS if day >= LAST - timedelta(days=183)
    ]


def test_pounds_are_pounds(qtbot: QtBot, tmp_path: Path) -> None:
    with open_log(tmp_path / "lb", Unit.LB) as log:
        log.add(START, [(BENCH, [(100, 1)])])
        tab = strength(qtbot, log)
        assert tab.card.controls.note.text() == "in lb"
        assert axis_values(tab) == pytest.approx([220.46], abs=0.01)
        tab.card.chart.hover(0)
        assert tab.card.chart.accessibleDescription().startswith(f"{day_text(START)}: 220.5 lb")


def test_lists_go_below_a_chart_without_room(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log, (700, 720))
    assert tab.lists.y() + tab.side.y() > tab.card.geometry().bottom()
    assert tab.lists.bar.isTabVisible(3)
    tab.lists.show_why()
    assert tab.why.isVisible()
    page_of(tab).resize(1200, 720)
    qtbot.waitUntil(lambda: tab.side.x() > tab.card.geometry().right())
    assert not tab.lists.bar.isTabVisible(3)
    assert tab.why.isVisible()
    assert tab.lists.set_table.isVisible()


@pytest.mark.parametrize("measure", Measure)
def test_every_measure_has_its_words(measure: Measure) -> None:
    assert measure in {one for fits in MEASURES.values() for one in fits}
    for unit in Unit:
        assert value_text(measure, 2.0, unit)
        assert axis_text(measure, 2.0 / scale_of(measure, unit, "km"), unit, "km")


def test_the_legend_tells_of_what_is_in_view(qtbot: QtBot, log: Log) -> None:
    tab = strength(qtbot, log)
    choose(qtbot, log, tab, Measure.VOLUME)
    with qtbot.waitSignal(tab.loaded):
        log.add(START - timedelta(days=1), [(BENCH, [(20, 5)])])
        log.tell()
    page_of(tab).ranges.pick(None, None)
    assert [entry.what for entry in tab.card.legend.entries] == [RECORD]
    page_of(tab).ranges.pick(DAYS[2] + timedelta(days=7), None)
    assert tab.card.legend.entries == ()
    settle(qtbot, log, tab)


def test_bars_of_weeks_are_seen_as_a_whole_and_none_beside_them(qtbot: QtBot, log: Log) -> None:
    monday = LAST - timedelta(days=LAST.weekday())
    for week in range(12):
        log.add(monday - timedelta(weeks=week), [(BENCH, [(80, 5)])])
    tab = strength(qtbot, log)
    choose(qtbot, log, tab, Measure.SETS)
    with qtbot.waitSignal(tab.loaded):
        QTest.keyClick(tab.card.controls.grains, Key.Key_Down)
    first = monday - timedelta(weeks=6)
    page_of(tab).ranges.pick(first + timedelta(days=2), monday + timedelta(days=1))
    low, high = tab.card.chart.span.view
    assert low == pytest.approx(first.toordinal() - 0.5)
    assert high == pytest.approx(monday.toordinal() + 6.5)
    settle(qtbot, log, tab)


def test_nothing_is_claimed_before_the_sets_are_read(qtbot: QtBot, log: Log) -> None:
    tab = show(qtbot, ProgressPage, log, (1080, 716)).tab
    assert isinstance(tab, StrengthTab)
    assert tab.listing.isActive(), "the chart is there, the lists are not"
    assert not any(label.isVisible() for label in tab.lists.nothing)
    settle(qtbot, log, tab)
    assert tab.lists.set_table.isVisible()


def test_a_value_to_check_is_no_rep_max_of_any_days(qtbot: QtBot, log: Log) -> None:
    for week in range(12):
        log.add(LAST + timedelta(weeks=week + 1), [(BENCH, [(100, 5)])])
    log.add(LAST + timedelta(weeks=13), [(BENCH, [(1050, 5)])])
    tab = strength(qtbot, log)
    for measure in (Measure.E1RM, Measure.SETS, Measure.VOLUME):
        choose(qtbot, log, tab, measure)
        assert max(line.weight for line in tab.lists.rep_maxes.rows.rows) == 102_500
        assert "to check" in [tab.lists._worth(row) for row in tab.lists.sets.rows]
    with qtbot.waitSignal(tab.loaded):
        QTest.keyClick(tab.card.controls.grains, Key.Key_Down)
    settle(qtbot, log, tab)
    assert max(line.weight for line in tab.lists.rep_maxes.rows.rows) == 102_500


def test_large_numbers_of_the_axis_are_written_out() -> None:
    assert axis_text(Measure.VOLUME, 1_250_000, Unit.KG, "km") == "1,250,000"
    assert axis_text(Measure.VOLUME, 0.1 + 0.2, Unit.KG, "km") == "0.3"
    assert axis_text(Measure.DURATION, 2.5, Unit.KG, "km") == "2:30"
