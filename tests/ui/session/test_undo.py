"""Every change of a session is taken back and done again exactly, as read from the disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain import session_edits as edits
from desktop.domain.history_edits import timed
from desktop.domain.session import SessionExercise, WorkoutSession
from desktop.ui.session.dock import SessionDock
from tests.support import FakeClock
from tests.ui.session.conftest import Hands
from tests.ui.session.log import ALT, BENCH, CTRL, SQUAT, bench_line, exercise, rename, start

Key = Qt.Key
Do = Callable[[SessionDock, Hands], None]


def press(*keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> Do:
    def do(dock: SessionDock, hands: Hands) -> None:
        for key, modifier in keys:
            hands.press(key, modifier)

    return do


def type_weight(dock: SessionDock, hands: Hands) -> None:
    hands.type("107,5")
    hands.press(Key.Key_Tab)


def renaming(dock: SessionDock, hands: Hands) -> None:
    dock.header.name.setFocus()
    dock.header.name.selectAll()
    hands.enter("Heavy push")


def note(dock: SessionDock, hands: Hands) -> None:
    dock.details.write_notes()
    hands.enter("slept badly")


def changed(label: str, change: Callable[[WorkoutSession], WorkoutSession]) -> Do:
    def do(dock: SessionDock, hands: Hands) -> None:
        dock.controller.edit(label, change)
        hands.settle()

    return do


def run(action: str) -> Do:
    def do(dock: SessionDock, hands: Hands) -> None:
        dock.run(action)
        hands.settle()

    return do


def add(dock: SessionDock, hands: Hands) -> None:
    dock.controller.add_exercise(exercise(dock.context, SQUAT).id)
    hands.settle()


def type_line(dock: SessionDock, hands: Hands) -> None:
    dock.entry.field.setFocus()
    hands.settle()
    hands.enter("squat 140x5 x2")


def swap(dock: SessionDock, hands: Hands) -> None:
    here = dock.controller.current().exercises[0]
    dock.controller.swap(here.id, exercise(dock.context, SQUAT).id)
    hands.settle()


def first(session: WorkoutSession) -> SessionExercise:
    return session.exercises[0]


NONE = Qt.KeyboardModifier.NoModifier
LOCAL = datetime(2026, 11, 20, 16, 0)  # noqa: DTZ001
STEPS: dict[str, Do] = {
    "tick Bench Press (Barbell)": press((Key.Key_Return, CTRL)),
    "edit Bench Press (Barbell)": type_weight,
    "remove set": press((Key.Key_Delete, CTRL)),
    "add set": press((Key.Key_Insert, NONE)),
    "move Bench Press (Barbell)": press((Key.Key_Down, ALT)),
    "rename session": renaming,
    "session notes": note,
    "tick all sets": run("tick_all"),
    "add Squat (Barbell)": add,
    "log Squat (Barbell)": type_line,
    "swap for Squat (Barbell)": swap,
    "correct times": changed("correct times", lambda now: timed(now, LOCAL, None)),
    "make superset": changed("make superset", lambda now: edits.join_superset(now, first(now).id)),
    "skip": changed("skip", lambda now: edits.skip_exercise(now, first(now).id)),
    "remove exercise": changed("remove exercise", lambda s: edits.remove_exercise(s, first(s).id)),
}


@pytest.mark.parametrize("label", STEPS)
def test_a_step_is_undone_and_done_again(
    dock: SessionDock, hands: Hands, clock: FakeClock, label: str
) -> None:
    context = dock.context

    def on_disk() -> WorkoutSession | None:
        return context.services.session.open_session(context.user.id)

    start(dock, hands, bench_line(context), bench_line(context, 2))
    before = on_disk()
    STEPS[label](dock, hands)
    after = on_disk()
    assert after is not None
    assert after != before
    assert context.undo.undo_label == label
    for _ in range(2):
        clock.move(minutes=1)
        context.undo_last()
        hands.settle()
        assert (on_disk(), dock.controller.session) == (before, before)
        clock.move(minutes=1)
        context.redo_last()
        hands.settle()
        assert (on_disk(), dock.controller.session) == (after, after)


def test_what_could_not_be_undone_can_be_undone_later(
    dock: SessionDock, hands: Hands, tmp_path: Path, qtbot: QtBot
) -> None:
    context = dock.context
    start(dock, hands, bench_line(context))
    hands.press(Key.Key_Return, CTRL)
    after = dock.controller.session
    for walk, labels in (
        (context.undo_last, (f"tick {BENCH}", "")),
        (context.redo_last, ("", f"tick {BENCH}")),
    ):
        rename(tmp_path, "exercise_sets", "lost")
        with qtbot.waitSignal(context.tasks.faulted):
            walk()
        rename(tmp_path, "lost", "exercise_sets")
        assert (context.undo.undo_label, context.undo.redo_label) == labels
        walk()
        hands.settle()
        assert (context.undo.undo_label, context.undo.redo_label) == labels[::-1]
    assert dock.controller.session == after


def test_discarding_is_undone_and_done_again(
    dock: SessionDock, hands: Hands, clock: FakeClock
) -> None:
    context, service = dock.context, dock.context.services.session
    start(dock, hands, bench_line(context))
    hands.press(Key.Key_Return, CTRL)
    before = service.open_session(context.user.id)
    dock.run("discard")
    hands.settle()
    for _ in range(2):
        assert context.undo.undo_label == "discard session"
        assert service.open_session(context.user.id) is None
        clock.move(minutes=1)
        context.undo_last()
        hands.settle()
        assert service.open_session(context.user.id) == dock.controller.session == before
        context.redo_last()
        hands.settle()


def test_finishing_is_undone_and_done_again(
    dock: SessionDock, hands: Hands, clock: FakeClock
) -> None:
    context, service = dock.context, dock.context.services.session
    start(dock, hands, bench_line(context))
    hands.press(Key.Key_Return, CTRL)
    before = service.open_session(context.user.id)
    assert before is not None
    dock.run("finish")
    hands.settle()
    after = context.services.history.get(before.id)
    assert not after.is_open
    for _ in range(2):
        assert context.undo.undo_label == "finish session"
        clock.move(minutes=10)
        context.undo_last()
        hands.settle()
        assert service.open_session(context.user.id) == dock.controller.session == before
        clock.move(minutes=10)
        context.redo_last()
        hands.settle()
        assert context.services.history.get(before.id) == after
        assert dock.controller.session is None
