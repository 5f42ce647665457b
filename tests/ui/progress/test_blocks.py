"""The Blocks tab over a real log."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.domain.muscles import MuscleGroup
from desktop.domain.progress import Measure, SeriesPoint, Subject
from desktop.domain.weight import Unit
from desktop.ui.progress.blocks import BlocksTab
from desktop.ui.progress.blocks_model import (
    Block,
    Preset,
    change_text,
    figures_of,
    points_in,
    preset_block,
    read,
    renewed,
    written,
)
from tests.ui.pages import Log, open_log
from tests.ui.progress.tabs import rest, show_tab

BENCH, PULL = "Bench Press (Barbell)", "Pull-Up"
END = date(2026, 11, 15)
LAST = preset_block(Preset.LAST, END)


def fill(log: Log) -> None:
    # two blocks of twelve weeks: 80 to 91 kg, then 100 to 111 kg
    for week in range(24):
        day = END - timedelta(weeks=23 - week)
        kilos = (80 if week < 12 else 88) + week
        lifts = [(BENCH, [(kilos, 1), (kilos - 40, 8)])]
        log.add(day, lifts)
    log.add(END - timedelta(weeks=53), [(PULL, [(0, 8)])])


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path, fill=fill) as opened:
        yield opened


def add(tab: BlocksTab, text: str) -> None:
    """Choose from the menu of the button by its words."""
    tab.blocks.menu.aboutToShow.emit()
    found = [one for one in tab.blocks.menu.actions() if one.text().startswith(text)]
    assert found[0].isEnabled()
    found[0].trigger()


def cells(tab: BlocksTab, row: int) -> list[str]:
    rows = tab.figures.rows
    return [str(rows.index(row, column).data()) for column in range(rows.columnCount())]


def test_two_blocks_stand_beside_each_other(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, BlocksTab, log)
    assert [line.name.text() for line in tab.blocks.lines] == [
        "Last 12 weeks",
        "The 12 weeks before",
    ]
    assert len(tab.chart.lines) == 2
    assert cells(tab, 0) == [
        "Last 12 weeks",
        "100 kg",
        "111 kg",
        "+11 kg (+11 %)",
        "111 kg",
        "12",
        "24",
    ]
    assert cells(tab, 1)[1:4] == ["80 kg", "91 kg", "+11 kg (+14 %)"]
    QAbstractItemModelTester(tab.figures.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    starts = [line.days[0] for line in tab.chart.lines]
    assert starts[0] == starts[1], "both begin in week 0"


def test_a_point_tells_its_week_and_opens(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, BlocksTab, log)
    tab.chart.setFocus()
    QTest.keyClick(tab.chart, Qt.Key.Key_End)
    words = tab.chart.accessibleDescription()
    assert words.startswith("Week 11, ")
    with qtbot.waitSignal(tab.wanted_in_log) as opened:
        QTest.keyClick(tab.chart, Qt.Key.Key_Return)
    assert log.services.history.get(opened.args[0]).session_date.year == 2026


def test_sums_are_those_of_weeks(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, BlocksTab, log)
    chooser = tab.subject
    chooser.measures.setFocus()
    QTest.keyClicks(chooser.measures, "Sets")
    with qtbot.waitSignal(tab.loaded):
        chooser.measures.activated.emit(chooser.measures.currentIndex())
    assert tab.card.note.text() == "a week, by weeks from the start"
    assert cells(tab, 0)[1:5] == ["2 sets", "2 sets", "0 sets (0 %)", "2 sets"]
    with qtbot.waitSignal(tab.loaded):
        chooser.choose(Subject(group=MuscleGroup.CHEST))
    assert chooser.measure is Measure.SETS
    assert chooser.chooser.currentText() == "Chest, all exercises"


def test_blocks_come_and_go_by_keys(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, BlocksTab, log, date(2026, 1, 1), None)
    add(tab, "The same weeks")
    add(tab, "The range chosen")
    assert [one.name for one in tab.blocks.blocks][2:] == [
        "The same weeks a year ago",
        "Chosen range",
    ]
    assert tab.blocks.blocks[3].first == date(2026, 1, 1)
    assert not tab.blocks.add.isEnabled(), "four are enough"
    assert len(tab.chart.lines) == 4
    remove = tab.blocks.lines[1].remove
    remove.setFocus()
    QTest.keyClick(remove, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(tab.blocks.blocks) == len(tab.chart.lines) == 3)
    assert tab.blocks.lines[1].remove.hasFocus()
    for left in (2, 1, 0):
        QTest.keyClick(tab.blocks.lines[0].remove, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda left=left: len(tab.blocks.lines) == left)  # type: ignore[misc]
    assert tab.blocks.nothing.isVisible()
    assert tab.nothing.text() == "Add a block above to draw it here."
    assert not tab.figures.isVisible()


def test_days_and_names_are_typed(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, BlocksTab, log)
    line = tab.blocks.lines[0]
    line.name.setFocus()
    line.name.selectAll()
    QTest.keyClicks(line.name, "Peak")
    QTest.keyClick(line.name, Qt.Key.Key_Return)
    assert cells(tab, 0)[0] == "Peak"
    line.name.clear()
    QTest.keyClick(line.name, Qt.Key.Key_Return)
    assert line.name.text() == "Peak"
    line.first.setDate(QDate(2026, 11, 1))
    assert cells(tab, 0)[1] == "109 kg"
    assert line.length.text() == "2 weeks, 1 day"
    line.first.setDate(QDate(2026, 12, 1))
    assert tab.blocks.blocks[0].last == date(2026, 12, 7), "the other end gives way"
    other = tab.blocks.lines[1]
    other.last.setDate(QDate(2026, 8, 1))
    assert other.name.text() == "Own dates", "it is the preset's no more"


def test_blocks_are_kept(qtbot: QtBot, log: Log, tmp_path: Path) -> None:
    file = str(tmp_path / "window.ini")
    tab = show_tab(qtbot, BlocksTab, log)
    QSettings(file, QSettings.Format.IniFormat, tab)
    with qtbot.waitSignal(tab.blocks.changed):
        tab.blocks.lines[1].remove.click()
    tab.blocks.lines[0].name.setText("Peak")
    tab.blocks.lines[0].name.editingFinished.emit()
    again = BlocksTab(log.context)
    qtbot.addWidget(again)
    QSettings(file, QSettings.Format.IniFormat, again)
    with qtbot.waitSignal(again.loaded):
        again.reload()
    assert [one.name for one in again.blocks.blocks] == ["Peak"]
    assert again.blocks.blocks[0].preset is Preset.LAST
    rest(qtbot, log)


def test_what_was_not_done_is_said(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, BlocksTab, log)
    with qtbot.waitSignal(tab.loaded):
        tab.open_item(log.exercise(PULL))
    assert tab.nothing.isVisible()
    assert tab.nothing.text().startswith("Nothing was noted in these blocks.")
    assert cells(tab, 0)[1:] == ["\u2014"] * 4 + ["0", "0"]
    assert tab.card.heading.text() == "Reps"
    with qtbot.waitSignal(tab.loaded):
        tab.open_item(log.exercise(BENCH))
    assert tab.card.heading.text() == "e1RM", "a measure that nobody chose does not stay"


def test_presets_follow_the_log() -> None:
    before, year_ago = (preset_block(one, END) for one in (Preset.BEFORE, Preset.YEAR_AGO))
    assert LAST.days == before.days == year_ago.days == 84
    assert before.last + timedelta(1) == LAST.first
    assert year_ago.last.weekday() == LAST.last.weekday()
    own = Block("Own", date(2026, 1, 1), date(2026, 2, 1))
    later = renewed([LAST, own], END + timedelta(7))
    assert later[0].last == END + timedelta(7)
    assert later[1] == own


@pytest.mark.parametrize("text", ["", "nonsense", "{}", "3", '[{"name": "A"}]', '["A"]'])
def test_what_was_not_written_by_us_is_let_go(text: str) -> None:
    assert read(text) == ()


@given(
    st.lists(
        st.builds(
            Block,
            st.text(max_size=20),
            st.dates(date(1990, 1, 1), date(2050, 1, 1)),
            st.dates(date(2050, 1, 1), date(2090, 1, 1)),
            st.one_of(st.none(), st.sampled_from(Preset)),
        ),
        max_size=4,
    )
)
def test_what_is_kept_comes_back(blocks: list[Block]) -> None:
    assert read(written(blocks)) == tuple(blocks)


@given(st.lists(st.tuples(st.integers(-30, 120), st.integers(1, 900)), max_size=40))
def test_no_set_is_lost_or_counted_twice(done: list[tuple[int, int]]) -> None:
    series = [
        SeriesPoint(LAST.first + timedelta(offset), float(value), b"")
        for offset, value in sorted(done)
    ]
    points = points_in(LAST, series, Measure.VOLUME)
    within = [value for offset, value in done if 0 <= offset < 84]
    assert sum(one.value for one in points) == sum(within)
    weeks = [one.offset for one in points]
    assert weeks == sorted(set(weeks))
    found = figures_of(LAST, points_in(LAST, series, Measure.E1RM), Measure.E1RM, series)
    assert (found.sessions, found.sets) == (len(within), sum(within))
    assert found.best == max(within, default=None)


@pytest.mark.parametrize(
    ("measure", "start", "end", "text"),
    [
        (Measure.E1RM, 100_000, 105_000, "+5 kg (+5 %)"),
        (Measure.VOLUME, 4_000_000, 3_000_000, "\u22121,000 kg (\u221225 %)"),
        (Measure.AVERAGE_RPE, 8.0, 8.5, "+0.5"),
        (Measure.AVERAGE_RPE, 8.0, 9.0, "+1"),
        (Measure.INTENSITY, 0.8, 0.75, "\u22125 points"),
        (Measure.PACE, 3.0, 3.3, "+10 %"),
    ],
)
def test_changes_in_words(measure: Measure, start: float, end: float, text: str) -> None:
    assert change_text(measure, start, end, Unit.KG) == text
