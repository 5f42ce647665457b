"""The Records page over a real log."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.domain.records import RecordKind
from desktop.ui.records.page import RecordsPage
from tests.ui.pages import Log, open_log, show

BENCH = "Bench Press (Barbell)"
SQUAT = "Squat (Barbell)"
PULL = "Pull-Up"
FIRST, SECOND, THIRD = date(2026, 10, 1), date(2026, 10, 8), date(2026, 10, 15)


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path) as opened:
        opened.add(FIRST, [(BENCH, [(100, 5), (90, 8)]), (SQUAT, [(140, 5)])])
        opened.add(SECOND, [(BENCH, [(102.5, 5, 9.0)]), (PULL, [(0, 8)])])
        opened.add(THIRD, [(PULL, [(0, 10)])])
        yield opened


def rows_of(page: RecordsPage) -> list[tuple[str, RecordKind, date]]:
    return [(row.exercise, row.record.kind, row.record.day) for row in page.list.model.rows]


def test_events_are_listed_newest_first(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, RecordsPage, log)
    rows = rows_of(page)
    assert rows[0] == (PULL, RecordKind.MOST_REPS, THIRD)
    assert [row[2] for row in rows] == sorted((row[2] for row in rows), reverse=True)
    assert (BENCH, RecordKind.E1RM, SECOND) in rows
    assert all(row[2] != FIRST for row in rows)  # the first time is a baseline
    assert page.subtitle.text() == f"{len(rows)} records"


def test_a_row_says_what_it_beat_and_with_which_set(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, RecordsPage, log, (1400, 800))
    place = rows_of(page).index((BENCH, RecordKind.E1RM, SECOND))
    texts = [str(page.list.model.index(place, column).data()) for column in range(6)]
    # 102.5 kg x 5 @9 is 6 effective reps: 102.5 * 36 / 31; before 100 kg x 5 is 112.5 kg
    assert texts == [BENCH, "e1RM", "119 kg", "112.5 kg", "102.5 kg × 5 @9", "8 Oct 2026"]
    tip = page.list.model.index(place, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Before: 112.5 kg" in tip
    assert not page.list.table.isColumnHidden(4)


@pytest.mark.parametrize("width", [740, 840, 1080, 1400, 1680])
def test_the_side_panel_finds_its_place(qtbot: QtBot, log: Log, width: int) -> None:
    page = show(qtbot, RecordsPage, log, (width, 700))
    assert page.width() == width
    is_below = page.side.geometry().top() > page.list.geometry().top()
    assert is_below == (width < 1000)
    assert page.list.table.isColumnHidden(4) == (page.list.table.viewport().width() < 786)


def test_search_and_kinds_narrow_the_list(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, RecordsPage, log)
    total = len(page.list.model.rows)
    page.focus_search()
    QTest.keyClicks(page.search, "bench")
    assert {row.exercise for row in page.list.model.rows} == {BENCH}
    assert page.subtitle.text() == f"{len(page.list.model.rows)} of {total} records"
    page.search.clear()
    reps = next(button for button in page.filters.kinds.buttons() if button.text() == "Reps")
    QTest.mouseClick(reps, Qt.MouseButton.LeftButton)
    assert rows_of(page) == [(PULL, RecordKind.MOST_REPS, THIRD)]
    QTest.keyClicks(page.search, "bench")
    assert page.list.nothing.isVisible()
    assert page.list.nothing.text() == (
        "No record matches. Widen the search: without it there would be 1 record."
    )
    assert not page.open_button.isEnabled()


def test_only_kinds_that_fell_have_a_chip(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, RecordsPage, log)
    shown = [button.text() for button in page.filters.kinds.buttons() if button.isVisible()]
    assert shown == ["All", "e1RM", "Weight", "Volume", "Reps"]


def test_enter_and_the_button_open_the_session(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, RecordsPage, log)
    session_id = page.list.model.row(0).record.session_id
    with qtbot.waitSignal(page.open_requested) as opened:
        QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    assert opened.args == ["session", session_id]
    with qtbot.waitSignal(page.open_requested) as opened:
        QTest.mouseClick(page.open_button, Qt.MouseButton.LeftButton)
    assert opened.args == ["session", session_id]


def test_the_chosen_row_shows_what_stands_for_its_exercise(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, RecordsPage, log)
    place = rows_of(page).index((BENCH, RecordKind.E1RM, SECOND))
    page.list.table.selectRow(place)
    side = page.side
    assert side.chooser.currentText() == BENCH
    bests = {record.kind: record.value for record in side.bests.rows}
    assert bests[RecordKind.HEAVIEST] == 102_500
    assert bests[RecordKind.SESSION_VOLUME] == (100 * 5 + 90 * 8) * 1000
    lines = side.rep_max_card.rows.rows
    assert [(line.reps, line.weight, line.done_reps) for line in lines] == [
        *[(reps, 102_500, 5) for reps in range(1, 6)],
        *[(reps, 90_000, 8) for reps in range(6, 9)],
    ]
    with qtbot.waitSignal(page.open_requested) as opened:
        side.rep_max_card.table.selectRow(0)
        QTest.keyClick(side.rep_max_card.table, Qt.Key.Key_Return)
    assert opened.args == ["session", lines[0].session_id]


def test_an_exercise_without_a_record_can_be_chosen(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, RecordsPage, log)
    page.open_item(log.exercise(SQUAT))
    assert page.side.chooser.currentText() == SQUAT
    assert len(page.side.rep_max_card.rows.rows) == 5
    page.open_item(log.exercise(PULL))
    assert page.side.rep_max_card.isHidden()


def test_a_change_keeps_the_selection(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, RecordsPage, log)
    key = (BENCH, RecordKind.HEAVIEST, SECOND)
    page.list.table.selectRow(rows_of(page).index(key))
    log.add(date(2026, 10, 22), [(SQUAT, [(150, 5)])])
    with qtbot.waitSignal(page.loaded):
        log.tell()
    current = page.list.table.current_row()
    assert current is not None
    assert (current.exercise, current.record.kind, current.record.day) == key


def test_the_models_are_sound(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, RecordsPage, log)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    models: list[QAbstractItemModel] = [
        page.list.model,
        page.side.bests,
        page.side.rep_max_card.rows,
        page.side.history.rows,
    ]
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    page.search.setText("pull")
    page.search.clear()
    page.list.table.sort_by(2)
    assert len(testers) == 4


def test_an_empty_log_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    with open_log(tmp_path / "new") as log:
        page = show(qtbot, RecordsPage, log)
        assert page.empty.isVisible()
        with qtbot.waitSignal(page.start_requested):
            QTest.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
        log.add(FIRST, [(BENCH, [(100, 5)])])
        with qtbot.waitSignal(page.loaded):
            log.tell()
        assert page.list.nothing.text().startswith("The first time sets the baseline.")
        assert page.side.chooser.currentText() == BENCH
