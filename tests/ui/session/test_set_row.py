"""A set's row: what is suggested in it, and what it takes to say yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.domain.accounts import Effort
from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet, SetType
from desktop.domain.set_fields import Field
from desktop.domain.templates import TargetSet, TemplateExercise
from desktop.domain.weight import Unit, Weight
from desktop.services import Services
from desktop.ui.session.cells import Cell
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.set_row import SetRow
from tests.support import add_session
from tests.ui.session.conftest import Hands
from tests.ui.session.log import (
    BENCH,
    CTRL,
    TODAY,
    bench_line,
    exercise,
    start,
    texts,
)

KG = Unit.KG


def is_suggested(cell: Cell) -> bool:
    """The cell looks and is said to be a suggestion."""
    said = cell.accessibleDescription().startswith("suggested")
    assert bool(cell.property("ghost")) == said
    return said


def suggested(row: SetRow) -> list[bool]:
    return [is_suggested(cell) for cell in row.cells]


def stored(dock: SessionDock, row: SetRow) -> ExerciseSet:
    return next(one for one in dock.controller.current().all_sets() if one.id == row.set_id)


@pytest.fixture
def rows(dock: SessionDock, hands: Hands) -> list[SetRow]:
    """Three sets of 5 x 100 kg, planned."""
    return start(dock, hands, bench_line(dock.context))


@pytest.fixture
def drops(dock: SessionDock, hands: Hands, services: Services) -> list[SetRow]:
    """Two drop sets: their weight is empty, last time's were 80 and 70 kg for 8 and 7."""
    day = TODAY - timedelta(days=7)
    add_session(services, dock.context.user, day, [(BENCH, [(80, 8), (70, 7)])])
    drop = TargetSet(SetType.DROP)
    line = TemplateExercise(new_id(), exercise(dock.context, BENCH).id, 2, sets=(drop, drop))
    return start(dock, hands, line)


def test_planned_values_are_suggestions_until_enter_accepts_them(
    rows: list[SetRow], hands: Hands
) -> None:
    first, second, _ = rows
    assert suggested(first) == [True, True]
    hands.press(Qt.Key.Key_Return)
    assert suggested(first) == [False, True]
    assert hands.is_at(first.cells[1])
    hands.press(Qt.Key.Key_Return)
    assert first.tick.is_done
    assert suggested(first) == [False, False]
    assert hands.is_at(second.cells[0])
    assert suggested(second) == [True, True]


def test_one_key_accepts_a_row(rows: list[SetRow], hands: Hands) -> None:
    hands.press(Qt.Key.Key_Return, CTRL)
    assert suggested(rows[0]) == [False, False]
    rows[1].tick.click()
    hands.settle()
    assert suggested(rows[1]) == [False, False]
    rows[1].tick.click()
    hands.settle()
    assert suggested(rows[1]) == [False, False], "what was ticked once is no suggestion"


def test_space_accepts_as_enter_does(rows: list[SetRow], hands: Hands) -> None:
    hands.press(Qt.Key.Key_Space)
    assert suggested(rows[0]) == [False, True]
    assert texts(rows[0]) == ["100", "5"]
    hands.press(Qt.Key.Key_Space)
    assert rows[0].tick.is_done
    hands.type("225 lb")
    hands.press(Qt.Key.Key_Space)
    assert rows[1].cells[0].text() == "225 lb ", "in what is being typed a space is a space"


def test_walking_accepts_nothing(rows: list[SetRow], hands: Hands) -> None:
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Right)
    assert [suggested(row) for row in rows] == [[True, True]] * 3


def test_what_is_typed_is_no_suggestion(
    rows: list[SetRow], hands: Hands, dock: SessionDock
) -> None:
    first = rows[0]
    hands.type("10")
    assert suggested(first) == [False, True]
    hands.press(Qt.Key.Key_Escape)
    assert suggested(first) == [True, True]
    assert texts(first) == ["100", "5"]
    hands.type("100")
    hands.press(Qt.Key.Key_Tab)
    assert suggested(first) == [False, True], "typing what stood there says yes to it"
    first.cells[0].setFocus()
    hands.type("105")
    hands.press(Qt.Key.Key_Tab)
    assert [texts(row)[0] for row in rows] == ["105"] * 3
    assert [suggested(row)[0] for row in rows] == [False, True, True]
    dock.context.undo_last()
    hands.settle()
    assert texts(first) == ["100", "5"]
    assert suggested(first) == [True, True]


def test_empty_cells_suggest_last_time(
    drops: list[SetRow], hands: Hands, dock: SessionDock
) -> None:
    first, second = drops
    assert [cell.placeholderText() for cell in first.cells] == ["80", ""]
    assert first.cells[0].accessibleDescription() == "suggested: 80"
    assert second.cells[0].placeholderText() == "70"
    hands.press(Qt.Key.Key_Return)
    assert texts(first) == ["80", "8"]
    assert suggested(first) == [False, True]
    assert stored(dock, first).weight == Weight.of(80, KG)
    assert hands.is_at(first.cells[1])


@pytest.mark.parametrize("how", ["key", "click", "tick"])
def test_a_tick_takes_what_is_suggested(
    how: str, drops: list[SetRow], hands: Hands, dock: SessionDock
) -> None:
    row = drops[1]
    if how == "key":
        row.cells[0].setFocus()
        hands.press(Qt.Key.Key_Return, CTRL)
    elif how == "tick":
        row.tick.setFocus()
        hands.press(Qt.Key.Key_Return)
    else:
        row.tick.click()
        hands.settle()
    assert row.tick.is_done
    assert stored(dock, row).weight == Weight.of(70, KG)
    assert row.cells[0].placeholderText() == ""


def test_what_was_emptied_is_not_suggested_again(
    rows: list[SetRow], hands: Hands, services: Services, dock: SessionDock
) -> None:
    last = ExerciseSet(new_id(), weight=Weight.of(90, KG), reps=6)
    rows[0].cells[1].setFocus()
    hands.press(Qt.Key.Key_Delete)
    hands.press(Qt.Key.Key_Tab)
    for row in rows:
        row.show_ghost(last)
    assert [row.cells[1].text() for row in rows] == [""] * 3
    assert [row.cells[1].placeholderText() for row in rows] == [""] * 3
    assert not is_suggested(rows[0].cells[1])
    hands.press(Qt.Key.Key_Return, CTRL)
    assert rows[0].message.text() == "Reps are missing."


@pytest.mark.parametrize(("effort", "typed"), [(Effort.RPE, "8.5"), (Effort.RIR, "1.5")])
def test_effort_is_typed_and_never_suggested(
    effort: Effort, typed: str, dock: SessionDock, hands: Hands, services: Services
) -> None:
    context = dock.context
    preferences = replace(context.preferences, effort=effort)
    services.accounts.save_preferences(context.user.id, preferences)
    context.preferences = preferences
    add_session(services, context.user, TODAY - timedelta(days=7), [(BENCH, [(90, 5, 9)])])
    first, second = start(dock, hands, bench_line(context, 2))
    assert [cell.field for cell in first.cells][2] == Field(effort.value)
    assert first.cells[2].placeholderText() == ""
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    hands.enter(typed)
    assert first.tick.is_done
    assert stored(dock, first).rpe == 8.5
    hands.press(Qt.Key.Key_Return, CTRL)
    assert stored(dock, second).rpe is None
