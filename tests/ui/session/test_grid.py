"""The sets of the dock: typed into, walked and changed by keyboard."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.session import SetType
from desktop.domain.set_fields import Field
from desktop.domain.templates import TargetReps, TemplateExercise
from desktop.domain.weight import Unit, Weight
from desktop.services import Services
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.set_row import SetRow
from tests.support import add_session
from tests.ui.session.conftest import Hands
from tests.ui.session.log import (
    ALT,
    BENCH,
    CTRL,
    SHIFT,
    SQUAT,
    TODAY,
    bench_line,
    exercise,
    of_kind,
    rows_on_disk,
    start,
)


def test_typed_values_are_stored_when_the_cell_is_left(
    dock: SessionDock, hands: Hands, tmp_path: Path
) -> None:
    rows = start(dock, hands, bench_line(dock.context))
    hands.type("105")
    hands.press(Qt.Key.Key_Tab)
    assert [row[0] for row in rows_on_disk(tmp_path)] == [105_000] * 3
    assert [row.cells[0].text() for row in rows] == ["105"] * 3


def test_wrong_input_is_marked_at_its_field(dock: SessionDock, hands: Hands) -> None:
    row = start(dock, hands, bench_line(dock.context))[0]
    before = dock.controller.current()
    hands.type("heavy")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert hands.is_at(row.cells[0])
    assert row.cells[0].is_wrong
    assert row.cells[0].text() == "heavy"
    assert "not a number" in row.message.text()
    assert row.message.isVisible()
    assert dock.controller.current() == before
    row.cells[0].selectAll()
    hands.type("90")
    assert not row.message.isVisible()
    hands.press(Qt.Key.Key_Return, CTRL)
    assert row.tick.is_done
    assert not row.cells[0].is_wrong


def test_escape_brings_the_stored_value_back(dock: SessionDock, hands: Hands) -> None:
    row = start(dock, hands, bench_line(dock.context))[0]
    hands.type("heavy")
    hands.press(Qt.Key.Key_Escape)
    assert row.cells[0].text() == "100"
    assert not row.cells[0].is_wrong


def test_a_set_without_its_reps_cannot_be_ticked(dock: SessionDock, hands: Hands) -> None:
    dock.start(None)
    hands.settle()
    dock.controller.add_exercise(exercise(dock.context, BENCH).id)
    hands.settle()
    (row,) = dock.grid.rows()
    row.cells[0].setFocus()
    hands.type("100")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert not row.tick.is_done
    assert hands.is_at(row.cells[1])
    assert row.message.text() == "Reps are missing."
    hands.type("0")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert not row.tick.is_done
    assert row.message.text() == "Reps are missing."


def test_a_click_on_a_suggestion_takes_it_whole_and_the_next_one_a_place(
    dock: SessionDock, hands: Hands
) -> None:
    row = start(dock, hands, bench_line(dock.context))[0]
    for is_floating in (False, True):
        dock.setFloating(is_floating)
        cell = row.cells[1]
        QTest.mouseClick(cell, Qt.MouseButton.LeftButton)
        hands.settle()
        assert cell.selectedText() == "5"
        QTest.mouseClick(cell, Qt.MouseButton.LeftButton)
        assert not cell.hasSelectedText()
        row.cells[0].setFocus()
    QTest.mouseClick(row.cells[1], Qt.MouseButton.LeftButton)
    hands.type("8")
    assert row.cells[1].text() == "8"


def test_arrows_walk_the_grid_and_keys_change_sets(dock: SessionDock, hands: Hands) -> None:
    context = dock.context
    squat = TemplateExercise(new_id(), exercise(context, SQUAT).id, 2, TargetReps(5, 5))
    rows = start(dock, hands, bench_line(context, 2), squat)
    hands.press(Qt.Key.Key_Tab)
    for row in rows[1:]:
        hands.press(Qt.Key.Key_Down)
        assert hands.is_at(row.cells[1])
    hands.press(Qt.Key.Key_Up)
    assert hands.is_at(rows[2].cells[1])
    hands.press(Qt.Key.Key_T, CTRL)
    assert rows[2].one is not None
    assert rows[2].one.set_type is SetType.WARM_UP
    assert rows[2].type_button.text() == "W"
    assert rows[3].type_button.text() == "1"
    hands.press(Qt.Key.Key_Delete, CTRL)
    assert len(dock.grid.rows()) == 3
    assert hands.is_at(rows[3].cells[1])
    hands.press(Qt.Key.Key_Up, ALT)
    assert [block.name.text() for block in dock.grid.blocks] == [SQUAT, BENCH]
    assert hands.is_at(rows[3].cells[1])


def test_rows_stay_the_same_widgets(dock: SessionDock, hands: Hands) -> None:
    rows = start(dock, hands, *(bench_line(dock.context, 6) for _ in range(12)))
    assert len(rows) == 72
    hands.press(Qt.Key.Key_Return, CTRL)
    dock.controller.edit("rename", lambda now: now)
    hands.press(Qt.Key.Key_Insert)
    assert [row for row in dock.grid.rows() if row in rows] == rows
    assert len(dock.grid.rows()) == 73


def test_tab_goes_through_the_cells_in_the_order_seen(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context, 1))
    hands.press(Qt.Key.Key_Insert)
    first, second = dock.grid.rows()
    first.cells[0].setFocus()
    for expected in (*first.cells[1:], first.tick, *second.cells, second.tick):
        hands.press(Qt.Key.Key_Tab)
        assert hands.is_at(expected)
    hands.press(Qt.Key.Key_Backtab, SHIFT)
    assert hands.is_at(second.cells[-1])


def test_columns_follow_the_kind(dock: SessionDock, hands: Hands) -> None:
    dock.start(None)
    hands.settle()
    for kind in (
        ExerciseKind.DURATION,
        ExerciseKind.DISTANCE_DURATION,
        ExerciseKind.ASSISTED_BODYWEIGHT,
    ):
        dock.controller.add_exercise(of_kind(dock.context, kind).id)
        hands.settle()
    plank, run, assisted = dock.grid.rows()
    assert [cell.field for cell in plank.cells] == [Field.DURATION]
    assert [cell.field for cell in run.cells] == [Field.DISTANCE, Field.DURATION]
    plank.cells[0].setFocus()
    hands.type("90")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert plank.cells[0].text() == "1:30"
    run.cells[0].setFocus()
    hands.enter("5,2")
    hands.type("26:10")
    hands.press(Qt.Key.Key_Return, CTRL)
    assisted.cells[0].setFocus()
    hands.enter("20")
    hands.type("8")
    hands.press(Qt.Key.Key_Return, CTRL)
    sets = list(dock.controller.current().all_sets())
    assert sets[0].duration_seconds == 90
    assert (sets[1].distance_meters, sets[1].duration_seconds) == (5200, 1570)
    assert sets[2].weight == Weight.of(-20, Unit.KG)
    assert all(one.completed_at for one in sets)


def test_last_time_and_the_target_stand_beside(
    dock: SessionDock, hands: Hands, services: Services
) -> None:
    day = TODAY - timedelta(days=7)
    add_session(services, dock.context.user, day, [(BENCH, [(97.5, 5, 8), (97.5, 4)])])
    rows = start(dock, hands, bench_line(dock.context, 3, 180))
    assert [row.previous.text() for row in rows] == ["97.5 \u00d7 5 @8", "97.5 \u00d7 4", "\u2014"]
    assert dock.grid.blocks[0].target.text() == "Target 3 \u00d7 5 @ 100 kg \u00b7 rest 3:00"


def test_a_record_is_marked_at_its_set(dock: SessionDock, hands: Hands, services: Services) -> None:
    add_session(services, dock.context.user, TODAY - timedelta(days=7), [(BENCH, [(90, 5)])])
    rows = start(dock, hands, bench_line(dock.context, 2))
    hands.press(Qt.Key.Key_Return, CTRL)
    assert rows[0].record.isVisible()
    assert "Heaviest weight" in rows[0].record.accessibleName()
    hands.type("105")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert [row.record.isVisible() for row in rows] == [False, True]
    assert "record" in dock.header.totals.text()


def test_the_dock_hands_the_keyboard_on_to_the_next_set(dock: SessionDock, hands: Hands) -> None:
    dock.setFocus()
    assert hands.is_at(dock.empty.start)
    rows = start(dock, hands, bench_line(dock.context))
    hands.press(Qt.Key.Key_Return, CTRL)
    dock.setFocus()
    assert hands.is_at(rows[1].cells[0])
    dock.run("add")
    hands.settle()
    dock.setFocus()
    assert hands.is_at(dock.picker.search)


def in_view(dock: SessionDock, row: SetRow) -> bool:
    QApplication.processEvents()
    return row.visibleRegion().boundingRect().height() == row.height()


def test_the_view_follows_the_focus(dock: SessionDock, hands: Hands, qtbot: QtBot) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    for _ in range(25):
        QTest.keyClick(hands.focus, Qt.Key.Key_Insert)
    hands.settle()
    qtbot.waitUntil(lambda: in_view(dock, dock.grid.rows()[-1]))
    assert hands.is_at(dock.grid.rows()[-1].cells[0])
    dock.grid.rows()[0].cells[0].setFocus()  # by the program
    qtbot.waitUntil(lambda: in_view(dock, dock.grid.rows()[0]))
    for _ in range(20):
        QTest.keyClick(hands.focus, Qt.Key.Key_Return, CTRL)
    hands.settle()
    qtbot.waitUntil(lambda: in_view(dock, dock.grid.rows()[20]))
    for change in (dock.context.undo_last, dock.context.redo_last):
        dock.grid.verticalScrollBar().setValue(0)
        change()
        hands.settle()
        qtbot.waitUntil(lambda: in_view(dock, dock.grid.rows()[19]))
    dock.grid.verticalScrollBar().setValue(0)  # by the user: it stays
    dock.grid.refresh()
    QApplication.processEvents()
    assert dock.grid.verticalScrollBar().value() == 0


def test_an_empty_session_is_begun_in_the_line_and_a_key_goes_there(
    dock: SessionDock, hands: Hands
) -> None:
    dock.start(None)
    hands.settle()
    assert hands.is_at(dock.entry.field)
    hands.enter("squat 100x5")
    dock.grid.rows()[0].cells[0].setFocus()
    hands.press(Qt.Key.Key_J, CTRL)
    assert hands.is_at(dock.entry.field)
