"""A new start in the middle of a session: what was typed is typed, a stopwatch runs on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.library import ExerciseKind
from desktop.services import Services
from desktop.ui.context import Context
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.stopwatch import StopwatchCell
from tests.support import FakeClock, make_context
from tests.ui.session.conftest import Hands, Open
from tests.ui.session.log import CTRL, bench_line, of_kind, start, texts

Key = Qt.Key
Again = Callable[[], SessionDock]


@pytest.fixture
def again(
    services: Services, context: Context, open_dock: Open, hands: Hands, qtbot: QtBot
) -> Iterator[Again]:
    """The dock of another start, over what is on disk."""

    def opened() -> SessionDock:
        hands.settle()
        fresh = make_context(services, context.user)
        dock = open_dock(fresh)
        dock.resume_open()
        qtbot.waitUntil(lambda: dock.has_session and not fresh.tasks.is_busy)
        made.append(fresh)
        return dock

    made: list[Context] = []
    yield opened
    for one in made:
        one.tasks.close()


def plank(dock: SessionDock, hands: Hands) -> None:
    """An open session with an empty set of an exercise that is timed, the cursor in it."""
    dock.start(None)
    hands.settle()
    dock.controller.add_exercise(of_kind(dock.context, ExerciseKind.DURATION).id)
    hands.settle()
    dock.grid.rows()[0].cells[0].setFocus()


def ghosts(dock: SessionDock) -> list[list[bool]]:
    return [[cell.is_ghost for cell in row.cells] for row in dock.grid.rows()]


def test_what_was_typed_is_typed_and_the_rest_is_suggested(
    dock: SessionDock, hands: Hands, again: Again
) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    assert all(all(row[:2]) for row in ghosts(dock))
    hands.type("82,5")
    hands.press(Key.Key_Tab)
    before = ghosts(dock)
    assert before[0][:2] == [False, True]
    other = again()
    assert ghosts(other) == before
    assert [texts(row) for row in other.grid.rows()] == [texts(row) for row in dock.grid.rows()]


def test_drafts_of_another_session_count_for_nothing(
    dock: SessionDock, hands: Hands, again: Again
) -> None:
    start(dock, hands, bench_line(dock.context, 1))
    hands.type("82,5")
    hands.press(Key.Key_Tab)
    dock.run("discard")
    hands.settle()
    start(dock, hands, bench_line(dock.context, 1))
    assert all(ghosts(again())[0][:2])


def test_a_stopwatch_runs_on(
    dock: SessionDock, hands: Hands, again: Again, clock: FakeClock
) -> None:
    plank(dock, hands)
    hands.press(Key.Key_Space, CTRL)
    clock.move(seconds=75)
    cell = again().grid.rows()[0].cells[-1]
    assert isinstance(cell, StopwatchCell)
    assert cell.stopwatch.is_running
    assert 75 <= cell.stopwatch.seconds < 120


@pytest.mark.parametrize("leave", ["stop", "hours"])
def test_a_stopwatch_that_was_stopped_or_forgotten_does_not(
    dock: SessionDock, hands: Hands, again: Again, clock: FakeClock, leave: str
) -> None:
    plank(dock, hands)
    hands.press(Key.Key_Space, CTRL)
    if leave == "stop":
        hands.press(Key.Key_Space, CTRL)
    else:
        clock.move(hours=5)
    cell = again().grid.rows()[0].cells[-1]
    assert isinstance(cell, StopwatchCell)
    assert not cell.stopwatch.is_running
