"""Typing the name of an exercise: suggested by use, added by Enter, changed in its cell."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.template_cells import LineField
from desktop.ui.templates.model import LinesModel
from desktop.ui.templates.name_edit import NameEdit
from desktop.ui.templates.words import ADD_LINE
from tests.support import add_session
from tests.ui.templates.acting import BENCH, DEADLIFT, NAME, PLANK, SETS, SQUAT, Actor, Key

INCLINE = "Bench Press, Incline (Barbell)"


def editor() -> NameEdit:
    made = QApplication.focusWidget()
    assert isinstance(made, NameEdit)
    return made


def suggested() -> list[str]:
    choices = editor().list.choices
    return [choices.index(row).data() for row in range(choices.rowCount())]


def test_the_last_row_adds_by_name(actor: Actor) -> None:
    actor.open()
    assert actor.cells(0, NAME) == [ADD_LINE]
    assert actor.page.editor.lines.add_first.isVisible()
    actor.go_to(0, NAME)
    actor.write("bench press (barb", Key.Key_Return)
    assert actor.here() == (0, SETS)
    actor.press(Key.Key_Down)
    actor.write("deadlift (barb", Key.Key_Return)
    actor.settle()
    assert actor.names() == [BENCH, DEADLIFT]
    assert [line.target_sets for line in actor.lines()] == [3, 3]
    assert actor.label() == f"add {DEADLIFT}"
    assert not actor.page.editor.lines.add_first.isVisible()
    actor.undo()
    assert actor.names() == [BENCH]


def test_tab_goes_on_to_the_sets_of_what_was_added(actor: Actor) -> None:
    actor.open(BENCH)
    actor.go_to(1, NAME)
    actor.write("squat (barb", Key.Key_Tab)
    assert actor.here() == (1, SETS)
    actor.write("5", Key.Key_Tab)
    actor.settle()
    assert actor.names() == [BENCH, SQUAT]
    assert actor.lines()[1].target_sets == 5


def test_typing_anywhere_in_the_last_row_begins_a_name(actor: Actor) -> None:
    actor.open(BENCH)
    actor.go_to(1, SETS)
    actor.write("plan")
    assert editor().text() == "plan"
    actor.press(Key.Key_Return)
    actor.settle()
    assert actor.names() == [BENCH, PLANK]


def test_a_click_on_the_last_row_begins_a_name(actor: Actor) -> None:
    actor.open(BENCH)
    place = actor.view.visualRect(actor.sheet.index(1, SETS)).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(actor.view.viewport(), left, Qt.KeyboardModifier.NoModifier, place)
    assert editor().text() == ""


def test_what_is_done_often_and_lately_is_suggested_first(actor: Actor) -> None:
    context = actor.context
    lifts = [(INCLINE, [(60, 8)] * 5)]
    add_session(context.services, context.user, date(2026, 11, 19), lifts)
    actor.open()
    actor.go_to(0, NAME)
    actor.write("bench press")
    assert suggested()[0] == INCLINE
    assert editor().list.isVisible()
    actor.press(Key.Key_Down)
    actor.press(Key.Key_Up)
    actor.press(Key.Key_Return)
    actor.settle()
    assert actor.names() == [INCLINE]


def test_a_name_that_is_written_out_comes_before_what_is_suggested(actor: Actor) -> None:
    context = actor.context
    paused = "Bench Press, Paused (Barbell)"
    add_session(context.services, context.user, date(2026, 11, 19), [(paused, [(60, 8)])])
    actor.open()
    actor.go_to(0, NAME)
    actor.write("barbell bench press", Key.Key_Return)
    actor.settle()
    assert actor.names() == [BENCH]


def test_a_click_on_a_suggestion_takes_it(actor: Actor) -> None:
    actor.open(BENCH)
    actor.go_to(1, NAME)
    actor.write("squat")
    chosen = editor().list
    name = suggested()[1]
    place = chosen.visualRect(chosen.choices.index(1)).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(chosen.viewport(), left, Qt.KeyboardModifier.NoModifier, place)
    actor.settle()
    assert actor.names() == [BENCH, name]


def test_an_unknown_name_stays_marked_and_adds_nothing(actor: Actor) -> None:
    made = actor.open(BENCH)
    actor.go_to(1, NAME)
    actor.write("zzz", Key.Key_Return)
    actor.settle()
    index = actor.sheet.index(1, NAME)
    assert index.data() == "zzz"
    assert "No exercise is called 'zzz'" in index.data(LinesModel.WrongRole)
    assert actor.stored() == [made]
    actor.press(Key.Key_Return)
    actor.write("squat (barb", Key.Key_Return)
    actor.settle()
    assert actor.names() == [BENCH, SQUAT]
    assert actor.cells(2, NAME) == [ADD_LINE]


def test_half_a_name_that_is_merely_left_takes_no_suggestion(actor: Actor) -> None:
    made = actor.open(BENCH)
    actor.go_to(1, NAME)
    actor.write("squat (b")
    actor.page.editor.name.setFocus()
    actor.settle()
    assert actor.stored() == [made]
    assert actor.sheet.wrong


def test_escape_leaves_the_cell_and_not_the_page(actor: Actor) -> None:
    actor.open(BENCH)
    actor.go_to(1, NAME)
    actor.write("squ")
    actor.press(Key.Key_Escape)
    assert QApplication.focusWidget() is actor.view
    assert actor.names() == [BENCH]
    assert actor.page.editor.isVisible()


def test_another_exercise_takes_the_place_of_one(actor: Actor) -> None:
    made = actor.open(BENCH, SQUAT)
    actor.go_to(0, NAME)
    actor.press(Key.Key_F2)
    editor().selectAll()
    actor.write("plank", Key.Key_Return)
    assert actor.here() == (1, NAME)
    actor.settle()
    assert actor.names() == [PLANK, SQUAT]
    first = actor.lines()[0]
    assert (first.id, first.target_sets, first.target_reps) == (made.exercises[0].id, 3, None)
    assert actor.label() == f"change {BENCH} to {PLANK}"
    assert actor.cells(0, SETS, list(LineField).index(LineField.REPS) + 1) == ["3", ""]
    actor.undo()
    assert actor.stored() == [made]
