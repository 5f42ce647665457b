"""A new start in the middle of a session: what was typed is typed, a stopwatch runs on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.library import ExerciseKind
from desktop.services import Services
from desktop.ui.context import Context
from desktop.ui.session import unsaved
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.stopwatch import StopwatchCell
from tests.support import FakeClock, make_context
from tests.ui.session.conftest import Hands, Open
from tests.ui.session.log import CTRL, bench_line, of_kind, start, texts

Key = Qt.Key
Again = Callable[[], SessionDock]


@pytest.fixture
def again(
    services: Services,
    context: Context,
    dock: SessionDock,
    open_dock: Open,
    hands: Hands,
    qtbot: QtBot,
) -> Iterator[Again]:
    """The dock of another start, over what is on disk."""
    docks = [dock]

    def is_kept() -> bool:
        keeping = [each for one in docks for each in one.findChildren(unsaved.Unsaved)]
        timers = [timer for one in keeping for timer in one.findChildren(QTimer)]
        return bool(timers) and not any(timer.isActive() for timer in timers)

    def opened() -> SessionDock:
        qtbot.waitUntil(is_kept)
        hands.settle()
        qtbot.waitUntil(lambda: not any(one.tasks.is_busy for one in made))
        for one in (context, *made):  # who ended stores nothing when the new window takes the focus
            one.tasks.close()
        fresh = make_context(services, context.user)
        other = open_dock(fresh)
        other.resume_open()
        qtbot.waitUntil(lambda: other.has_session and not fresh.tasks.is_busy)
        made.append(fresh)
        docks.append(other)
        return other

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


@pytest.fixture(autouse=True)
def _no_wait_for_more_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsaved, "SETTLE_MS", 0)


def test_the_field_that_is_typed_in_is_typed_in_again(
    dock: SessionDock, hands: Hands, again: Again
) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    hands.press(Key.Key_Down)
    hands.type("102,")
    hands.settle()
    other = again()
    cell = other.grid.rows()[1].cells[0]
    assert (cell.text(), cell.is_being_typed, hands.is_at(cell)) == ("102,", True, True)
    hands.type("5")
    hands.press(Key.Key_Return)
    assert texts(other.grid.rows()[1])[0] == "102.5"
    assert texts(again().grid.rows()[1])[0] == "102.5"


def test_a_step_on_the_way_to_what_is_stored_does_not_come_back(
    dock: SessionDock, hands: Hands, again: Again, qtbot: QtBot
) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    hands.type("10")
    qtbot.waitUntil(lambda: "10" in (dock.grid.drafts.unsaved or {}).values())
    keeper = dock.findChild(unsaved.Unsaved)
    assert keeper is not None
    (soon,) = keeper.findChildren(QTimer)
    soon.setInterval(3_600_000)
    hands.type("2.5")
    hands.press(Key.Key_Return)
    hands.settle()
    soon.stop()  # the program ends before that
    other = again()
    assert texts(other.grid.rows()[0])[0] == "102.5"
    assert not any(cell.is_being_typed for row in other.grid.rows() for cell in row.cells)


def test_what_could_not_be_used_and_what_is_not_entered_wait_side_by_side(
    dock: SessionDock, hands: Hands, again: Again
) -> None:
    start(dock, hands, bench_line(dock.context, 1))
    hands.type("heavy")
    dock.entry.field.setFocus()
    hands.type("squat 140x")
    hands.settle()
    other = again()
    assert other.grid.rows()[0].cells[0].text() == "heavy"
    assert other.entry.field.text() == "squat 140x"
    assert hands.is_at(other.entry.field)


def test_names_and_notes_that_are_being_written_are_kept(
    dock: SessionDock, hands: Hands, again: Again
) -> None:
    start(dock, hands, bench_line(dock.context, 1))
    row, block = dock.grid.rows()[0], dock.grid.blocks[0]

    def lines(of: SessionDock) -> list[QLineEdit]:
        note = of.grid.rows()[0].note.line
        return [
            of.header.name,
            of.details.notes,
            of.grid.blocks[0].notes,
            *([note] if note else []),
        ]

    row.write_note()
    block.write_notes()
    dock.details.write_notes()
    for number, line in enumerate(lines(dock)):
        line.setText(f"half {number}")
        line.setModified(True)
    hands.type("!")
    hands.settle()
    other = again()
    assert [line.text() for line in lines(other)] == ["half 0", "half 1!", "half 2", "half 3"]
    assert other.commit()
    hands.settle()
    session = other.controller.current()
    (bench,) = session.exercises
    assert (session.name, session.notes) == ("half 0", "half 1!")
    assert (bench.notes, bench.sets[0].notes) == ("half 2", "half 3")


def test_what_was_entered_does_not_come_back(dock: SessionDock, hands: Hands, again: Again) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    hands.type("90")
    dock.entry.field.setFocus()
    hands.enter("100x5")
    other = again()
    assert other.entry.field.text() == ""
    assert not any(cell.is_being_typed for row in other.grid.rows() for cell in row.cells)


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
