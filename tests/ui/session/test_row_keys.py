"""A set's row by its keys: walking, types, sides, notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from desktop.domain.session import ExerciseSet, SetType, Side
from desktop.domain.weight import Unit, Weight
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.set_row import SetRow
from tests.ui.session.conftest import Hands
from tests.ui.session.log import (
    CTRL,
    bench_line,
    start,
    texts,
)


def stored(dock: SessionDock, row: SetRow) -> ExerciseSet:
    return next(one for one in dock.controller.current().all_sets() if one.id == row.set_id)


@pytest.fixture
def rows(dock: SessionDock, hands: Hands) -> list[SetRow]:
    """Three sets of 5 x 100 kg, planned."""
    return start(dock, hands, bench_line(dock.context))


def test_arrows_leave_a_cell_at_the_ends_of_its_text(rows: list[SetRow], hands: Hands) -> None:
    weight, reps = rows[0].cells
    hands.press(Qt.Key.Key_Right)
    assert hands.is_at(reps), "what is only selected has both ends"
    hands.press(Qt.Key.Key_Right)
    assert hands.is_at(rows[0].tick)
    hands.press(Qt.Key.Key_Left)
    assert hands.is_at(reps)
    hands.press(Qt.Key.Key_Left)
    hands.press(Qt.Key.Key_Left)
    assert hands.is_at(weight), "a row ends at its first cell"
    hands.type("95")
    hands.press(Qt.Key.Key_Left)
    assert hands.is_at(weight)
    hands.type("7")
    assert weight.text() == "975"
    hands.press(Qt.Key.Key_End)
    hands.press(Qt.Key.Key_Right)
    assert hands.is_at(reps)
    assert rows[0].one is not None
    assert rows[0].one.weight == Weight.of(975, Unit.KG)


def test_a_workout_of_enter_and_digits(dock: SessionDock, hands: Hands) -> None:
    first, second, third = start(dock, hands, bench_line(dock.context))
    hands.enter("")
    hands.enter("")
    hands.enter("102,5")
    hands.enter("4")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert all(row.tick.is_done for row in (first, second, third))
    done = [(str(one.weight), one.reps) for one in dock.controller.current().all_sets()]
    assert done == [("100 kg", 5), ("102.5 kg", 4), ("102.5 kg", 4)]


@pytest.mark.parametrize(
    ("letter", "set_type", "label"),
    [
        ("w", SetType.WARM_UP, "W"),
        ("D", SetType.DROP, "D"),
        ("f", SetType.FAILURE, "F"),
        ("n", SetType.NORMAL, "1"),
    ],
)
def test_a_letter_sets_the_type(
    letter: str, set_type: SetType, label: str, rows: list[SetRow], hands: Hands
) -> None:
    hands.press(Qt.Key.Key_T, CTRL)
    hands.press(Qt.Key.Key_Tab)
    hands.type(letter)
    hands.settle()
    row = rows[0]
    assert row.one is not None
    assert row.one.set_type is set_type
    assert row.type_button.text() == label
    assert texts(row) == ["100", "5"]
    assert not row.message.isVisible()
    hands.type("7")
    assert row.cells[1].text() == "7", "the value is selected for what is typed next"


def test_sides_by_key_and_by_menu(dock: SessionDock, rows: list[SetRow], hands: Hands) -> None:
    row = rows[0]
    hands.press(Qt.Key.Key_L, CTRL)
    assert stored(dock, row).side is Side.LEFT
    assert ", left" in row.cells[0].accessibleName()
    assert ", left" in row.tick.accessibleName()
    assert row.type_button.text() == "1"
    hands.press(Qt.Key.Key_R, CTRL)
    assert stored(dock, row).side is Side.RIGHT
    hands.press(Qt.Key.Key_R, CTRL)
    assert stored(dock, row).side is None
    assert "right" not in row.cells[0].accessibleName()
    choose(row, "Left")
    hands.settle()
    assert stored(dock, row).side is Side.LEFT
    assert checked(row) == ["Working set", "Left"]
    choose(row, "Both sides")
    hands.settle()
    assert stored(dock, row).side is None
    choose(row, "Drop set")
    hands.settle()
    assert stored(dock, row).set_type is SetType.DROP
    assert rows[1].one is not None
    assert rows[1].one.side is None, "a side is of one set alone"


def actions(row: SetRow) -> dict[str, QAction]:
    row.type_button.click()
    (menu,) = row.type_button.findChildren(QMenu)
    found = {action.text().partition("\t")[0]: action for action in menu.actions()}
    menu.close()
    return found


def choose(row: SetRow, words: str) -> None:
    actions(row)[words].trigger()
    row.activateWindow()  # as the platform does when a menu closes
    QApplication.processEvents()


def checked(row: SetRow) -> list[str]:
    found = [words for words, action in actions(row).items() if action.isChecked()]
    QApplication.processEvents()
    return found


def test_a_note_is_written_under_the_set(
    dock: SessionDock, rows: list[SetRow], hands: Hands
) -> None:
    row = rows[0]
    hands.press(Qt.Key.Key_Tab)
    assert not row.note.button.isVisible()
    hands.press(Qt.Key.Key_M, CTRL)
    line = row.note.line
    assert line is not None
    assert hands.is_at(line)
    hands.enter("grip slipped")
    assert stored(dock, row).notes == "grip slipped"
    assert hands.is_at(row.cells[1])
    assert not line.isVisible()
    assert row.note.button.isVisible()
    assert "grip slipped" in row.note.button.accessibleName()
    row.note.button.click()
    assert line.text() == "grip slipped"
    hands.type(" twice")
    hands.press(Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert stored(dock, row).notes == "grip slipped", "Escape takes back what was typed"
    dock.context.undo_last()
    hands.settle()
    assert stored(dock, row).notes == ""
    assert not row.note.button.isVisible()


def test_a_note_is_kept_whatever_leaves_it(
    dock: SessionDock, rows: list[SetRow], hands: Hands
) -> None:
    first, second = rows[:2]
    choose(first, "Note")
    assert first.note.line is not None
    assert hands.is_at(first.note.line)
    hands.type("slow")
    second.cells[0].setFocus(Qt.FocusReason.MouseFocusReason)
    hands.settle()
    assert stored(dock, first).notes == "slow"
    assert first.note.line.isVisible(), "nothing moves under the mouse"
    first.note.button.click()
    assert not first.note.line.isVisible()
    hands.press(Qt.Key.Key_M, CTRL)
    hands.type("er")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert stored(dock, first).notes == "slower"
    assert first.tick.is_done
    assert hands.is_at(second.cells[0])
