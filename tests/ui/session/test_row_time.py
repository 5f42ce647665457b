"""Time in a set's row: the stopwatch and the pace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet
from desktop.domain.weight import Unit
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.set_row import SetRow
from desktop.ui.session.stopwatch import Stopwatch, StopwatchCell
from desktop.ui.widgets.texts import pace_text
from tests.ui.session.conftest import Hands
from tests.ui.session.log import (
    CTRL,
    of_kind,
)

Planks = tuple[StopwatchCell, StopwatchCell]


def stored(dock: SessionDock, row: SetRow) -> ExerciseSet:
    return next(one for one in dock.controller.current().all_sets() if one.id == row.set_id)


def begin(dock: SessionDock, hands: Hands, *kinds: ExerciseKind) -> list[SetRow]:
    """An exercise of each kind, with one empty set."""
    dock.start(None)
    hands.settle()
    for kind in kinds:
        dock.controller.add_exercise(of_kind(dock.context, kind).id)
        hands.settle()
    return dock.grid.rows()


class Seconds:
    """A clock to turn by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


def watch(row: SetRow, seconds: Seconds) -> StopwatchCell:
    cell = row.cells[-1]
    assert isinstance(cell, StopwatchCell)
    cell.stopwatch = Stopwatch(seconds)
    return cell


@pytest.fixture
def planks(dock: SessionDock, hands: Hands, seconds: Seconds) -> Planks:
    """The cells of time of two empty planks; the focus is in the first."""
    begin(dock, hands, ExerciseKind.DURATION)
    dock.grid.rows()[0].cells[0].setFocus()
    hands.press(Qt.Key.Key_Insert)
    first, second = (watch(row, seconds) for row in dock.grid.rows())
    first.setFocus()
    return first, second


def test_a_stopwatch_writes_its_seconds_at_the_tick(
    dock: SessionDock,
    hands: Hands,
    planks: Planks,
    seconds: Seconds,
) -> None:
    cell, other = planks
    row = dock.grid.rows()[0]
    assert "Start the stopwatch" in cell.button.accessibleName()
    hands.press(Qt.Key.Key_Space, CTRL)
    assert "Stop the stopwatch" in cell.button.accessibleName()
    seconds.now += 42.9
    other.setFocus()
    hands.settle()
    cell.setFocus()
    assert cell.stopwatch.is_running, "it survives that the focus goes away and comes back"
    assert stored(dock, row).duration_seconds is None
    hands.press(Qt.Key.Key_Return)
    assert row.tick.is_done
    assert stored(dock, row).duration_seconds == 42
    assert cell.text() == "0:42"
    assert not cell.button.isVisible(), "what is done is not measured again"
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Space, CTRL)
    assert not cell.stopwatch.is_running


def test_the_running_time_is_shown(
    hands: Hands, planks: Planks, seconds: Seconds, qtbot: QtBot
) -> None:
    cell = planks[0]
    hands.press(Qt.Key.Key_Space, CTRL)
    assert cell.text() == "0:00"
    seconds.now += 71
    qtbot.waitUntil(lambda: cell.text() == "1:11")
    hands.press(Qt.Key.Key_Space, CTRL)
    assert cell.text() == "1:11"
    assert not cell.stopwatch.is_running


def test_one_stopwatch_runs_at_a_time(
    dock: SessionDock,
    hands: Hands,
    planks: Planks,
    seconds: Seconds,
) -> None:
    first, second = planks
    first.button.click()
    assert hands.is_at(first)
    seconds.now += 30
    second.button.click()
    hands.settle()
    assert (first.stopwatch.is_running, second.stopwatch.is_running) == (False, True)
    assert stored(dock, dock.grid.rows()[0]).duration_seconds == 30
    assert not dock.grid.rows()[0].tick.is_done


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_9])
def test_typing_and_escape_give_a_stopwatch_up(
    key: Qt.Key,
    dock: SessionDock,
    hands: Hands,
    planks: Planks,
    seconds: Seconds,
) -> None:
    cell = planks[0]
    hands.press(Qt.Key.Key_Space, CTRL)
    seconds.now += 30
    hands.press(key)
    assert not cell.stopwatch.is_running
    assert cell.text() == ("" if key == Qt.Key.Key_Escape else "9")
    hands.press(Qt.Key.Key_Tab)
    expected = None if key == Qt.Key.Key_Escape else 9
    assert stored(dock, dock.grid.rows()[0]).duration_seconds == expected


def test_pace_stands_under_distance_and_time(dock: SessionDock, hands: Hands) -> None:
    (row,) = begin(dock, hands, ExerciseKind.DISTANCE_DURATION)
    assert row.pace is not None
    assert not row.pace.isVisible()
    row.cells[0].setFocus()
    hands.enter("5")
    hands.type("25:00")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert row.pace.isVisible()
    assert row.pace.text() == "5:00 /km"


@pytest.mark.parametrize(
    ("meters", "seconds", "unit", "text"),
    [
        (5000.0, 1510, Unit.KG, "5:02 /km"),
        (1609.344, 480, Unit.LB, "8:00 /mi"),
        (100.0, 720, Unit.KG, "2:00:00 /km"),
        (0.0, 60, Unit.KG, ""),
        (None, 60, Unit.KG, ""),
        (400.0, None, Unit.KG, ""),
    ],
)
def test_pace_is_time_for_a_kilometre_or_a_mile(
    meters: float | None, seconds: int | None, unit: Unit, text: str
) -> None:
    assert pace_text(meters, seconds, unit) == text
