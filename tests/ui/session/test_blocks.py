"""The exercises of the dock: what their blocks tell, how they fold, what their menu does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet, SessionExercise, SetType
from desktop.domain.templates import TargetReps, TargetSet, TemplateExercise
from desktop.domain.weight import Unit, Weight
from desktop.services import Services
from desktop.ui.context import Context
from desktop.ui.session.block import ExerciseBlock
from desktop.ui.session.block_head import Fold
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.rest_field import RestDialog
from desktop.ui.session.swap import SwapDialog
from tests.support import NOW, add_session, session_of
from tests.ui.session.conftest import Hands
from tests.ui.session.log import ALT, BENCH, CTRL, SQUAT, TODAY, bench_line, exercise, start, texts

ROW = "Bent-Over Row (Barbell)"
UP, DOWN, RETURN = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return
WEEK_AGO = TODAY - timedelta(days=7)


def kg(amount: float) -> Weight:
    return Weight.of(amount, Unit.KG)


def line(context: Context, name: str, sets: int = 2, **more: object) -> TemplateExercise:
    made = TemplateExercise(new_id(), exercise(context, name).id, sets, TargetReps(5, 5), kg(80))
    return replace(made, **more)  # type: ignore[arg-type]


def names(dock: SessionDock) -> list[str]:
    return [block.name.text() for block in dock.grid.blocks]


def folds(dock: SessionDock) -> list[Fold]:
    QApplication.processEvents()
    return [block.fold for block in dock.grid.blocks]


def tick(hands: Hands, times: int = 1) -> None:
    for _ in range(times):
        hands.press(RETURN, CTRL)


def choose(hands: Hands, block: ExerciseBlock, words: str) -> None:
    """Open the exercise's menu by its key from wherever the focus is in it, and choose."""
    window = block.window()
    hands.press(Qt.Key.Key_Period, CTRL)
    menu = next(one for one in block.findChildren(QMenu) if one.isVisible())
    actions = [one for one in menu.actions() if one.text().partition("\t")[0] == words]
    assert len(actions) == 1, [one.text() for one in menu.actions()]
    assert actions[0].isEnabled()
    menu.setActiveAction(actions[0])
    QTest.keyClick(menu, RETURN)
    hands.settle()
    back_to(window)


def back_to(window: QWidget) -> None:
    """Where there is a screen, the focus comes back by itself when a menu or dialog closes."""
    QApplication.processEvents()
    if QApplication.activeWindow() is None:
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


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


# the menu and its keys
def test_warm_ups_lead_up_to_the_working_weight_as_one_step(
    dock: SessionDock, hands: Hands
) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    (block,) = dock.grid.blocks
    choose(hands, block, "Add warm-up sets")
    told = [(row.type_button.text(), texts(row)) for row in block.rows]
    assert told == [
        ("W", ["20", "10"]),
        ("W", ["40", "5"]),
        ("W", ["60", "3"]),
        ("W", ["80", "2"]),
        ("1", ["100", "5"]),
        ("2", ["100", "5"]),
    ]
    assert dock.context.undo.undo_label == f"add warm-up sets of {BENCH}"
    choose(hands, block, "Add warm-up sets")
    assert len(block.rows) == 6
    dock.context.undo_last()
    hands.settle()
    dock.context.undo_last()
    hands.settle()
    assert len(block.rows) == 2


def test_no_warm_up_without_a_working_weight(dock: SessionDock, hands: Hands) -> None:
    dock.start(None)
    hands.settle()
    dock.controller.add_exercise(exercise(dock.context, BENCH).id)
    hands.settle()
    (block,) = dock.grid.blocks
    (row,) = block.rows
    row.cells[0].setFocus()
    choose(hands, block, "Add warm-up sets")
    assert "working weight" in row.message.text()
    assert hands.is_at(row.cells[0])
    hands.enter("20")
    row.cells[0].setFocus()
    choose(hands, block, "Add warm-up sets")
    assert "lighter than 20 kg" in row.message.text()
    assert len(block.rows) == 1


def test_a_rest_of_its_own(dock: SessionDock, hands: Hands) -> None:
    context = dock.context
    start(dock, hands, bench_line(context, 2))
    (block,) = dock.grid.blocks
    key = exercise(context, BENCH).id

    def rest() -> int | None:
        kept = context.services.accounts.exercise_preferences(context.user.id)
        return kept[key].rest_seconds if key in kept else None

    for text, seconds in (("2:30", 150), ("45", 45), ("0", 0), ("", None)):
        choose(hands, block, "Rest for this exercise\N{HORIZONTAL ELLIPSIS}")
        dialog = dock.grid.block_actions.dialog
        assert isinstance(dialog, RestDialog)
        assert hands.is_at(dialog.field)
        dialog.field.selectAll()
        hands.press(Qt.Key.Key_Delete)
        hands.enter(text)
        back_to(dock.window())
        assert rest() == seconds
    context.undo_last()
    hands.settle()
    assert rest() == 0
    assert context.undo.redo_label == f"change the rest of {BENCH}"


def test_what_is_no_rest_is_not_kept(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    choose(hands, dock.grid.blocks[0], "Rest for this exercise\N{HORIZONTAL ELLIPSIS}")
    dialog = dock.grid.block_actions.dialog
    assert isinstance(dialog, RestDialog)
    for text in ("soon", "2:00:00"):
        dialog.field.selectAll()
        hands.enter(text)
        assert dialog.message.isVisible()
        assert dialog.isVisible()
    hands.type("x")
    assert not dialog.message.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert not dock.controller.habits


def test_the_menu_hands_on_what_others_show(dock: SessionDock, hands: Hands, qtbot: QtBot) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    (block,) = dock.grid.blocks
    key = exercise(dock.context, BENCH).id
    with qtbot.waitSignal(dock.grid.plates_wanted) as plates:
        choose(hands, block, "Plates for this set\N{HORIZONTAL ELLIPSIS}")
    assert plates.args == [kg(100), key]
    with qtbot.waitSignal(dock.grid.library_wanted) as library:
        choose(hands, block, "Open in library")
    assert library.args == [key]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Add set", "add set"),
        ("Move down", f"move {BENCH}"),
        ("Superset with next", "make superset"),
        ("Skip", f"skip {BENCH}"),
        ("Remove exercise", f"remove {BENCH}"),
    ],
)
def test_every_step_is_named_and_undone(
    dock: SessionDock, hands: Hands, words: str, label: str
) -> None:
    start(dock, hands, bench_line(dock.context, 2), line(dock.context, SQUAT))
    before = dock.controller.current()
    choose(hands, dock.grid.blocks[0], words)
    assert dock.controller.current() != before
    assert dock.context.undo.undo_label == label
    dock.context.undo_last()
    hands.settle()
    assert dock.controller.current() == before
    assert names(dock) == [BENCH, SQUAT]


def test_removing_goes_on_to_what_stands_there(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context, 2), line(dock.context, SQUAT))
    choose(hands, dock.grid.blocks[0], "Remove exercise")
    (squat,) = dock.grid.blocks
    assert hands.is_at(squat.rows[0].cells[0])
    choose(hands, squat, "Remove exercise")
    assert hands.is_at(dock.grid.add_button)


def test_notes_are_kept_beside_what_else_changed(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    (block,) = dock.grid.blocks
    choose(hands, block, "Notes")
    assert hands.is_at(block.notes)
    hands.enter("Narrow grip")
    assert dock.controller.current().exercises[0].notes == "Narrow grip"
    assert dock.context.undo.undo_label == f"notes on {BENCH}"


# swap and skip
def test_an_exercise_is_swapped_for_today(
    dock: SessionDock, hands: Hands, services: Services
) -> None:
    context = dock.context
    instead = "Bench Press (Dumbbell)"
    add_session(services, context.user, WEEK_AGO, [(instead, [(40, 8), (40, 8)])])
    start(dock, hands, replace(bench_line(context, 2), target_weight=None), line(context, SQUAT))
    tick_later = exercise(context, instead).id
    choose(hands, dock.grid.blocks[0], "Swap for today\N{HORIZONTAL ELLIPSIS}")
    dialog = dock.grid.block_actions.dialog
    assert isinstance(dialog, SwapDialog)
    hands.settle()
    assert dialog.windowTitle() == f"Instead of {BENCH}, today only"
    shown = dialog.picker.model
    offered = [shown.index(place).data() for place in range(shown.rowCount())]
    # of those that fit alike the one that is done lately
    assert offered[0] == instead
    assert BENCH not in offered
    detail = dialog.picker.detail(dialog.picker._choices[0])
    assert detail == "Chest, front delts, triceps \u00b7 dumbbell \u00b7 7 days ago"
    hands.press(RETURN)
    assert names(dock) == [instead, SQUAT]
    assert dock.context.undo.undo_label == f"swap for {instead}"
    swapped = dock.controller.current().exercises[0]
    assert swapped.exercise_id == tick_later
    assert swapped.template_exercise_id is not None
    back_to(dock.window())
    assert hands.is_at(dock.grid.blocks[0].rows[0].cells[0])


def test_swapping_searches_all(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    choose(hands, dock.grid.blocks[0], "Swap for today\N{HORIZONTAL ELLIPSIS}")
    hands.settle()
    hands.type("squat (barbell")
    hands.press(RETURN)
    assert names(dock) == [SQUAT]


def test_a_skipped_exercise_is_one_line_and_is_taken_up_again(
    dock: SessionDock, hands: Hands
) -> None:
    start(dock, hands, bench_line(dock.context, 2), line(dock.context, SQUAT))
    bench, squat = dock.grid.blocks
    choose(hands, bench, "Skip")
    assert folds(dock) == [Fold.SKIPPED, Fold.OPEN]
    assert bench.head.summary.text() == "Skipped"
    assert bench.head.take_up.isVisible()
    assert hands.is_at(squat.rows[0].cells[0])
    tick(hands, 2)
    # nothing is left to do but what was skipped
    assert dock.grid.row_of(bench.rows[0].set_id) is not None
    hands.press(UP)
    hands.press(UP)
    assert hands.is_at(bench.head)
    hands.press(RETURN)
    assert folds(dock)[0] is Fold.OPEN
    assert dock.context.undo.undo_label == f"take up {BENCH}"
    assert hands.is_at(bench.rows[0].cells[0])
    choose(hands, bench, "Skip")
    bench.head.take_up.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert folds(dock)[0] is Fold.OPEN


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
