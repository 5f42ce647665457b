"""The exercises of the dock: what their blocks tell, and how they fold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet, SessionExercise, SetType
from desktop.domain.templates import TargetReps, TargetSet
from desktop.services import Services
from desktop.ui.session.block_head import Fold
from desktop.ui.session.dock import SessionDock
from tests.support import NOW, add_session, session_of
from tests.ui.session.blocks import (
    DOWN,
    RETURN,
    ROW,
    UP,
    WEEK_AGO,
    choose,
    click,
    folds,
    kg,
    line,
    names,
    tick,
)
from tests.ui.session.conftest import Hands
from tests.ui.session.log import ALT, BENCH, CTRL, SQUAT, bench_line, exercise, start


# what a block tells
def test_last_time_stands_beside_sets_of_its_kind(
    dock: SessionDock, hands: Hands, services: Services
) -> None:
    context = dock.context
    before = session_of(services, context.user, WEEK_AGO, [(BENCH, [(60, 5), (95, 5), (97.5, 4)])])
    warm_up = replace(before.exercises[0].sets[0], set_type=SetType.WARM_UP)
    sets = (warm_up, *before.exercises[0].sets[1:])
    services.session.save(replace(before, exercises=(replace(before.exercises[0], sets=sets),)))
    targets = (
        TargetSet(SetType.WARM_UP, TargetReps(5, 5)),
        TargetSet(SetType.WARM_UP, TargetReps(3, 3)),
        TargetSet(reps=TargetReps(5, 5)),
        TargetSet(reps=TargetReps(4, 4)),
        TargetSet(reps=TargetReps(3, None)),
    )
    rows = start(dock, hands, replace(bench_line(context), target_weight=None, sets=targets))
    told = [row.previous.text() for row in rows]
    # where there is no last time, the target stands in its place
    assert told == ["60 \u00d7 5", "3", "95 \u00d7 5", "97.5 \u00d7 4", "3+"]
    assert rows[2].previous.toolTip() == "Last time: 95 \u00d7 5\nTarget: 5"


def test_shares_say_the_weight_they_mean(
    dock: SessionDock, hands: Hands, services: Services
) -> None:
    context = dock.context
    add_session(services, context.user, WEEK_AGO, [(BENCH, [(120, 1)])])
    start(
        dock,
        hands,
        replace(
            bench_line(context, 2), target_weight=None, target_percent=75, notes="Pause each rep."
        ),
    )
    (block,) = dock.grid.blocks
    assert block.target.text() == "Target 2 \u00d7 5 @ 75% = 90 kg"
    assert block.body.plan_notes.text() == "Pause each rep."
    assert block.body.plan_notes.isVisible()


def test_plates_for_the_set_that_the_lifter_is_in(dock: SessionDock, hands: Hands) -> None:
    rows = start(dock, hands, bench_line(dock.context, 2))
    side = dock.grid.blocks[0].body.side
    hands.settle()
    assert side.text() == "Each side 25 + 15 kg"
    hands.press(DOWN)
    hands.type("60")
    hands.press(UP)
    hands.press(DOWN)
    assert hands.is_at(rows[1].cells[0])
    assert side.text() == "Each side 20 kg"


def test_the_focus_is_followed_into_a_window_of_its_own(
    dock: SessionDock, hands: Hands, qtbot: QtBot
) -> None:
    rows = start(dock, hands, bench_line(dock.context, 2))
    lighter = list(dock.controller.current().all_sets())[1]
    dock.controller.set_values(replace(lighter, weight=kg(60)))
    hands.settle()
    side = dock.grid.blocks[0].body.side
    for floats in (True, False):
        dock.setFloating(floats)
        window = dock.window()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        for row, text in ((rows[0], "Each side 25 + 15 kg"), (rows[1], "Each side 20 kg")):
            row.cells[1].setFocus()
            assert side.text() == text


def test_one_changed_set_touches_one_block(
    dock: SessionDock, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = dock.context
    start(dock, hands, bench_line(context), line(context, SQUAT), line(context, ROW))
    shown: list[str] = []
    for block in dock.grid.blocks:
        plain = block.body.show_view

        def counted(view: object, beaten: object, plain: object = plain) -> None:
            shown.append(view.name)  # type: ignore[attr-defined]
            plain(view, beaten)  # type: ignore[operator]

        monkeypatch.setattr(block.body, "show_view", counted)
    tick(hands)
    assert set(shown) == {BENCH}
    shown.clear()
    dock.grid.refresh()
    assert shown == []


# folding
def test_a_finished_exercise_folds_when_the_lifter_goes_on(
    dock: SessionDock, hands: Hands, services: Services
) -> None:
    context = dock.context
    add_session(services, context.user, WEEK_AGO, [(BENCH, [(97.5, 5)])])
    start(dock, hands, bench_line(context, 2), line(context, SQUAT))
    bench, squat = dock.grid.blocks
    tick(hands)
    assert folds(dock) == [Fold.OPEN, Fold.OPEN]
    tick(hands)
    assert hands.is_at(squat.rows[0].cells[0])
    assert folds(dock) == [Fold.FOLDED, Fold.OPEN]
    assert not bench.body.isVisible()
    assert bench.head.summary.text() == "2 sets, best 100 kg \u00d7 5"
    assert "Heaviest weight, before 97.5 kg" in bench.head.record.accessibleName()
    assert bench.head.record.isVisible()


def test_a_folded_exercise_is_a_stop_on_the_way_and_opens(dock: SessionDock, hands: Hands) -> None:
    context = dock.context
    start(dock, hands, bench_line(context, 1), line(context, SQUAT))
    bench, squat = dock.grid.blocks
    tick(hands)
    hands.press(UP)
    assert hands.is_at(bench.head)
    assert "1 set, 100 kg" in bench.head.accessibleName()
    hands.press(Qt.Key.Key_Right)
    assert hands.is_at(bench.rows[0].cells[0])
    assert bench.body.isVisible()
    hands.press(DOWN)
    assert hands.is_at(squat.rows[0].cells[0])
    # opened by hand, it stays so until it is folded by hand
    assert folds(dock)[0] is Fold.FINISHED
    bench.head.fold_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert folds(dock)[0] is Fold.FOLDED
    assert hands.is_at(bench.head)
    hands.press(RETURN)
    assert bench.body.isVisible()


def test_a_click_opens_and_folds(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context, 1), line(dock.context, SQUAT))
    bench = dock.grid.blocks[0]
    tick(hands)
    folds(dock)
    click(bench.head)
    assert folds(dock)[0] is Fold.FINISHED
    click(bench.head)
    assert folds(dock)[0] is Fold.FOLDED


def test_taking_a_tick_back_unfolds(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context, 1), line(dock.context, SQUAT))
    tick(hands)
    assert folds(dock) == [Fold.FOLDED, Fold.OPEN]
    dock.context.undo_last()
    hands.settle()
    assert folds(dock) == [Fold.OPEN, Fold.OPEN]
    assert dock.grid.blocks[0].body.isVisible()


def test_where_the_lifter_is_nothing_folds(dock: SessionDock, hands: Hands) -> None:
    rows = start(dock, hands, bench_line(dock.context, 2))
    tick(hands, 2)
    assert hands.is_at(rows[1].cells[0])
    assert folds(dock) == [Fold.FINISHED]
    assert rows[1].isVisible()


def test_a_click_on_a_tick_goes_on_within_the_exercise(dock: SessionDock, hands: Hands) -> None:
    rows = start(dock, hands, bench_line(dock.context, 2), line(dock.context, SQUAT))
    click(rows[0].tick)
    hands.settle()
    assert hands.is_at(rows[1].cells[0])
    click(rows[1].tick)
    hands.settle()
    # nothing moves under the mouse
    assert folds(dock) == [Fold.FINISHED, Fold.OPEN]


# supersets
def test_a_superset_is_seen_and_gone_through_round_by_round(
    dock: SessionDock, hands: Hands
) -> None:
    start(dock, hands, bench_line(dock.context, 2), line(dock.context, ROW))
    bench, row = dock.grid.blocks
    assert not bench.head.superset.isVisible()
    hands.press(Qt.Key.Key_G, CTRL)
    marks = [block.head.superset for block in dock.grid.blocks]
    assert [mark.accessibleName() for mark in marks] == ["Superset A1, next", "Superset A2"]
    assert all(mark.isVisible() for mark in marks)
    assert f"{BENCH}, then {ROW}" in marks[0].toolTip()
    for expected in (row.rows[0], bench.rows[1], row.rows[1]):
        tick(hands)
        assert hands.is_at(expected.cells[0])
        due = next(block for block in (bench, row) if expected in block.rows)
        assert due.head.superset.accessibleName().endswith(", next")
    choose(hands, row, "Leave superset")
    assert not any(mark.isVisible() for mark in marks)


def test_keys_move_exercises_also_folded_ones(dock: SessionDock, hands: Hands) -> None:
    context = dock.context
    start(dock, hands, bench_line(context, 1), line(context, SQUAT), line(context, ROW))
    bench = dock.grid.blocks[0]
    tick(hands)
    hands.press(UP)
    assert hands.is_at(bench.head)
    hands.press(DOWN, ALT)
    assert names(dock) == [SQUAT, BENCH, ROW]
    assert hands.is_at(bench.head)
    hands.press(Qt.Key.Key_Insert)
    assert len(bench.rows) == 2
    assert folds(dock)[1] is Fold.OPEN
    assert hands.is_at(bench.rows[1].cells[0])


# records
def test_a_record_says_what_it_beat_and_is_taken_back(
    dock: SessionDock, hands: Hands, services: Services
) -> None:
    add_session(services, dock.context.user, WEEK_AGO, [(BENCH, [(97.5, 5), (97.5, 5)])])
    rows = start(dock, hands, bench_line(dock.context, 2))
    body = dock.grid.blocks[0].body
    tick(hands)
    assert "Heaviest weight, before 97.5 kg" in rows[0].record.toolTip()
    assert body.fallen.text().startswith("Set 1: ")
    assert "before" in body.fallen.text()
    # the same once more is a tie, no record
    tick(hands)
    assert not rows[1].record.isVisible()
    assert dock.grid.blocks[0].head.record.isVisible()  # the volume of the whole
    for _ in range(2):
        hands.press(UP)
    rows[0].cells[0].setFocus()
    hands.type("90")
    hands.press(RETURN, CTRL)
    hands.settle()
    assert "Heaviest" not in rows[0].record.toolTip()
    assert "Heaviest weight, before 97.5 kg" in rows[1].record.toolTip()


def test_large_type_makes_everything_grow(dock: SessionDock, hands: Hands, qtbot: QtBot) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    (block,) = dock.grid.blocks

    def heights() -> tuple[int, ...]:
        parts = (block.name, block.rows[0], block.body.titles, block.body.target)
        return tuple(part.height() for part in parts)

    QApplication.processEvents()
    usual = heights()
    dock.grid.set_scale(2.2)
    qtbot.waitUntil(lambda: all(n > 1.5 * o for n, o in zip(heights(), usual, strict=True)))
    dock.controller.add_exercise(exercise(dock.context, SQUAT).id)
    hands.settle()
    added = dock.grid.blocks[1]
    qtbot.waitUntil(lambda: added.name.height() == block.name.height())
    dock.grid.set_scale(1.0)
    qtbot.waitUntil(lambda: heights() == usual)


def test_a_finished_session_opens_folded(dock: SessionDock, hands: Hands) -> None:
    context = dock.context
    done = tuple(
        SessionExercise(
            new_id(),
            exercise(context, name).id,
            (ExerciseSet(new_id(), weight=kg(100), reps=5, completed_at=ticked),),
        )
        for name, ticked in ((BENCH, NOW), (SQUAT, None))
    )
    begun = context.services.session.start(context.user.id)
    context.services.session.save(replace(begun, exercises=done))
    dock.resume_open()
    hands.settle()
    assert folds(dock) == [Fold.FOLDED, Fold.OPEN]
    assert hands.is_at(dock.grid.blocks[1].rows[0].cells[0])
