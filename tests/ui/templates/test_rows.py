"""Rows of a template: moved by keys and by drag, grouped as supersets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.templates.model import Group, LinesModel
from tests.ui.templates.acting import (
    ALT,
    BENCH,
    CTRL,
    DEADLIFT,
    NAME,
    PLANK,
    REPS,
    SHIFT,
    SQUAT,
    SUPERSET,
    WEIGHT,
    Actor,
    Key,
)


def test_alt_and_arrows_move_the_chosen_rows(actor: Actor) -> None:
    made = actor.open(BENCH, SQUAT, DEADLIFT, PLANK)
    actor.press_number(0)
    actor.press_number(1, SHIFT)
    actor.press(Key.Key_Down, ALT)
    actor.settle()
    assert actor.names() == [DEADLIFT, BENCH, SQUAT, PLANK]
    assert actor.label() == "move 2 exercises"
    assert actor.view.chosen_rows() == [1, 2]
    actor.press(Key.Key_Down, ALT)
    actor.press(Key.Key_Down, ALT)  # they are at the end already
    actor.settle()
    assert actor.names() == [DEADLIFT, PLANK, BENCH, SQUAT]
    actor.undo()
    actor.undo()
    assert actor.stored() == [made]
    assert [one.id for one in actor.sheet.lines] == [one.id for one in made.exercises]


def test_one_row_moves_with_its_cursor(actor: Actor) -> None:
    actor.open(BENCH, SQUAT)
    actor.go_to(1, WEIGHT)
    actor.press(Key.Key_Up, ALT)
    actor.settle()
    assert actor.names() == [SQUAT, BENCH]
    assert actor.here() == (0, WEIGHT)


def test_rows_are_dragged_by_their_numbers(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT, PLANK)
    actor.drag(0, actor.beside(2, 0.9))
    actor.settle()
    assert actor.names() == [SQUAT, DEADLIFT, BENCH, PLANK]
    assert actor.view.whole_rows() == [2]
    actor.press_number(2)
    actor.press_number(3, SHIFT)
    actor.drag(3, actor.beside(0, 0.1))
    actor.settle()
    assert actor.names() == [BENCH, PLANK, SQUAT, DEADLIFT]
    assert actor.view.whole_rows() == [0, 1]
    actor.drag(0, actor.beside(4, 0.9))
    actor.settle()
    assert actor.names() == [SQUAT, DEADLIFT, BENCH, PLANK], "the last row stays the last"


def test_a_line_shows_where_rows_will_come(actor: Actor, qtbot: QtBot) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    numbers, left = actor.view.rows.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(numbers, left, Qt.KeyboardModifier.NoModifier, actor.beside(0))
    with qtbot.waitSignal(actor.view.rows.dragged_to) as aimed:
        QTest.mouseMove(numbers, actor.beside(1, 0.9))
    assert aimed.args == [2]
    at = actor.view.rowViewportPosition(2)
    picture = actor.view.viewport().grab().toImage()
    assert picture.pixelColor(200, at) == picture.pixelColor(400, at)
    assert picture.pixelColor(200, at) != picture.pixelColor(200, at + 8)
    QTest.mouseRelease(numbers, left, Qt.KeyboardModifier.NoModifier, actor.beside(1, 0.9))
    actor.settle()
    assert actor.names() == [SQUAT, BENCH, DEADLIFT]


def test_a_click_on_one_of_several_chosen_rows_chooses_it_alone(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    actor.press_number(0)
    actor.press_number(2, SHIFT)
    assert actor.view.whole_rows() == [0, 1, 2]
    actor.press_number(1)
    assert actor.view.whole_rows() == [1]


def test_supersets_are_made_seen_and_taken_off(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    actor.choose((0, REPS), (1, REPS))
    actor.press(Key.Key_G, CTRL)
    actor.settle()
    assert [line.superset_group for line in actor.lines()] == [1, 1, None]
    assert actor.label() == "group as superset"
    assert [actor.cells(row, SUPERSET) for row in range(3)] == [["A"], ["A"], [""]]
    marks = [actor.sheet.index(row, NAME).data(LinesModel.GroupRole) for row in range(3)]
    assert marks == [Group(1, False, True), Group(1, True, False), None]
    actor.press(Key.Key_G, CTRL | SHIFT)
    actor.settle()
    assert [line.superset_group for line in actor.lines()] == [None] * 3
    actor.undo()
    assert [line.superset_group for line in actor.lines()] == [1, 1, None]
    actor.go_to(2, REPS)
    actor.press(Key.Key_G, CTRL)
    assert not actor.page.editor.message.isVisible(), "what cannot be done does nothing"


def test_whole_rows_are_chosen_by_keyboard(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    actor.choose((0, REPS), (1, REPS))
    actor.press(Key.Key_Space, SHIFT)
    assert actor.view.whole_rows() == [0, 1]
