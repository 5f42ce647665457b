"""Many cells of a template at once: emptied, filled, copied and pasted, each one step."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop.domain.templates import TargetReps
from desktop.domain.weight import Unit, Weight
from desktop.ui.actions import Actions
from desktop.ui.shell import MENU_TITLES
from desktop.ui.templates.model import LinesModel
from tests.ui.templates.acting import (
    BENCH,
    CTRL,
    DEADLIFT,
    NAME,
    REPS,
    REST,
    RPE,
    SETS,
    SHIFT,
    SQUAT,
    WEIGHT,
    Actor,
    Key,
)


def test_delete_empties_cells_as_one_step(actor: Actor) -> None:
    made = actor.open(BENCH, SQUAT)
    actor.choose((0, SETS), (1, REPS))
    actor.press(Key.Key_Delete)
    actor.settle()
    assert [(line.target_sets, line.target_reps) for line in actor.lines()] == [(None, None)] * 2
    assert actor.label() == "clear cells"
    actor.undo()
    assert actor.stored() == [made]
    actor.go_to(0, REPS)
    actor.press(Key.Key_Backspace)
    actor.settle()
    assert actor.cells(0, SETS, REPS) == ["3", ""]


def test_an_exercise_is_not_emptied_but_removed_with_its_row(actor: Actor) -> None:
    made = actor.open(BENCH, SQUAT, DEADLIFT)
    actor.go_to(0, NAME)
    actor.press(Key.Key_Delete)
    assert "select its row" in actor.page.editor.message.text()
    actor.press_number(0)
    actor.press_number(1, SHIFT)
    actor.press(Key.Key_Delete)
    actor.settle()
    assert actor.names() == [DEADLIFT]
    assert actor.label() == "remove 2 exercises"
    assert not actor.page.editor.message.isVisible()
    actor.undo()
    assert actor.stored() == [made]
    actor.go_to(2, WEIGHT)
    actor.press(Key.Key_Delete, CTRL)
    actor.settle()
    assert actor.names() == [BENCH, SQUAT]


def test_fill_down_is_one_step_with_its_name(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    actor.go_to(0, REPS)
    actor.write("8-12", Key.Key_Tab)
    actor.write("60", Key.Key_Return)
    actor.choose((0, REPS), (2, WEIGHT))
    actor.press(Key.Key_D, CTRL)
    actor.settle()
    weight = Weight.of(60, Unit.KG)
    filled = (TargetReps(8, 12), weight)
    assert [(one.target_reps, one.target_weight) for one in actor.lines()] == [filled] * 3
    assert actor.label() == "fill down"
    actor.undo()
    assert [one.target_weight for one in actor.lines()] == [weight, None, None]
    assert actor.context.undo.redo_label == "fill down"
    actor.redo()
    assert [one.target_weight for one in actor.lines()] == [weight] * 3


def test_one_row_is_filled_from_the_row_above(actor: Actor) -> None:
    actor.open(BENCH, SQUAT)
    actor.go_to(0, REST)
    actor.write("90", Key.Key_Return)
    actor.press(Key.Key_D, CTRL)
    actor.settle()
    assert [line.rest_seconds for line in actor.lines()] == [90, 90]


def test_the_sheet_s_keys_come_before_those_of_the_window(actor: Actor, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window, [window.menuBar().addMenu(title) for title in MENU_TITLES])
    actions.set_ready(True)
    chosen: list[str] = []
    actions.triggered.connect(chosen.append)
    window.setCentralWidget(actor.page)
    with qtbot.waitActive(window):
        window.show()
    actor.open(BENCH, SQUAT)
    actor.go_to(0, REST)
    actor.write("90", Key.Key_Return)
    actor.press(Key.Key_D, CTRL)
    actor.settle()
    assert [line.rest_seconds for line in actor.lines()] == [90, 90]
    assert chosen == []
    actor.page.editor.name.setFocus()
    actor.press(Key.Key_D, CTRL)
    assert chosen == ["dock"], "elsewhere the key is the window's"
    actor.page.setParent(None)


def test_ctrl_enter_writes_into_all_that_are_chosen(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    actor.choose((0, RPE), (2, RPE))
    actor.write("8")
    actor.press(Key.Key_Return, CTRL)
    actor.settle()
    assert [line.target_rpe for line in actor.lines()] == [8, 8, 8]


def test_copied_cells_are_lines_of_texts_parted_by_tabs(actor: Actor) -> None:
    actor.open(BENCH, SQUAT)
    actor.go_to(0, REPS)
    actor.write("5/3/1+", Key.Key_Tab)
    actor.write("102,5", Key.Key_Tab)
    actor.choose((0, NAME), (1, WEIGHT))
    actor.press(Key.Key_C, CTRL)
    assert actor.clipboard() == f"{BENCH}\t3\t5/3/1+\t102.5\n{SQUAT}\t3\t5\t\n"
    html = QGuiApplication.clipboard().mimeData().html()
    assert "5/3/1+" in html, "spreadsheets that take tables are told that it is no date"


def test_cut_cells_and_rows_come_back_by_paste(actor: Actor) -> None:
    made = actor.open(BENCH, SQUAT)
    actor.choose((0, SETS), (0, REPS))
    actor.press(Key.Key_X, CTRL)
    actor.settle()
    assert actor.clipboard() == "3\t5"
    assert actor.cells(0, SETS, REPS) == ["", ""]
    actor.press(Key.Key_V, CTRL)
    actor.settle()
    assert actor.stored() == [made]
    actor.press_number(0)
    actor.press(Key.Key_X, CTRL)
    actor.settle()
    assert actor.names() == [SQUAT]
    actor.go_to(1, NAME)
    actor.press(Key.Key_V, CTRL)
    actor.settle()
    assert actor.names() == [SQUAT, BENCH]
    assert actor.lines()[1].target_reps == TargetReps(5, 5)


def test_a_table_of_a_spreadsheet_is_pasted_as_one_step(actor: Actor) -> None:
    made = actor.open(BENCH)
    actor.copy_in(
        "Exercise\tSets\tReps\tWeight\r\n"
        "barbell squat\t2w+3\t5\t75%\r\n"
        "Nobody Knows This\t3\t10\t\r\n"
        "deadlift (barbell)\t\t5/3/1\t140\r\n"
    )
    actor.go_to(1, NAME)
    actor.press(Key.Key_V, CTRL)
    actor.settle()
    assert actor.names() == [BENCH, SQUAT, DEADLIFT]
    squat, deadlift = actor.lines()[1:]
    assert [one.percent for one in squat.sets] == [None, None, 75, 75, 75]
    assert [str(one.reps) for one in deadlift.sets] == ["5", "3", "1"]
    words = actor.page.editor.message.text()
    assert words == "No exercise is called 'Nobody Knows This'. This row was left out."
    assert actor.label() == "paste"
    actor.undo()
    assert actor.stored() == [made]
    actor.go_to(0, SETS)
    actor.write("4", Key.Key_Return)
    assert not actor.page.editor.message.isVisible(), "the next edit is another matter"


def test_what_is_pasted_and_cannot_be_used_stays_marked(actor: Actor) -> None:
    actor.open(BENCH)
    actor.copy_in("4\theavy")
    actor.go_to(0, SETS)
    actor.press(Key.Key_V, CTRL)
    actor.settle()
    assert actor.lines()[0].target_sets == 4
    assert actor.sheet.index(0, REPS).data(LinesModel.WrongRole)
    assert actor.cells(0, REPS) == ["heavy"]


def test_one_cell_is_pasted_into_all_that_are_chosen(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    actor.copy_in("AMRAP")
    actor.choose((0, REPS), (2, REPS))
    actor.press(Key.Key_V, CTRL)
    actor.settle()
    assert [line.target_reps for line in actor.lines()] == [TargetReps(None, None)] * 3
    assert len(actor.view.chosen_places()) == 3
