"""What the menu of an exercise in the dock does, chosen by keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services import Services
from desktop.ui.session.block_head import Fold
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.rest_field import RestDialog
from desktop.ui.session.swap import SwapDialog
from tests.support import add_session
from tests.ui.session.blocks import (
    RETURN,
    UP,
    WEEK_AGO,
    back_to,
    choose,
    folds,
    kg,
    line,
    names,
    tick,
)
from tests.ui.session.conftest import Hands
from tests.ui.session.log import BENCH, SQUAT, bench_line, exercise, start, texts


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
    assert hands.is_at(block.rows[0].cells[0])
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
    assert hands.is_at(dock.entry.field)


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
