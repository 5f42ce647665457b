"""The dock: a workout is logged by keyboard, and what shows a tick is on disk."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.session import SetType
from desktop.domain.set_fields import Field
from desktop.domain.templates import TargetReps, TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit, Weight
from desktop.services import Services
from desktop.ui.context import Context
from desktop.ui.session.cells import Cell
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.set_row import SetRow
from tests.support import NOW, FakeClock, add_session, make_services
from tests.ui.session.conftest import Hands, Open

BENCH, SQUAT = "Bench Press (Barbell)", "Squat (Barbell)"
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
TODAY = NOW.date()


def exercise(context: Context, name: str) -> Exercise:
    return next(one for one in context.exercises.values() if one.name == name)


def of_kind(context: Context, kind: ExerciseKind) -> Exercise:
    return next(one for one in context.exercises.values() if one.kind is kind)


def template(context: Context, *lines: TemplateExercise) -> WorkoutTemplate:
    made = WorkoutTemplate(new_id(), context.user.id, "Push A", exercises=lines)
    context.services.templates.save(context.user.id, made)
    return made


def bench_line(context: Context, sets: int = 3, rest: int | None = None) -> TemplateExercise:
    return TemplateExercise(
        new_id(),
        exercise(context, BENCH).id,
        sets,
        TargetReps(5, 5),
        Weight.of(100, Unit.KG),
        rest,
    )


def start(dock: SessionDock, hands: Hands, *lines: TemplateExercise) -> list[SetRow]:
    dock.start(("template", template(dock.context, *lines).id))
    hands.settle()
    return dock.grid.rows()


def rows_on_disk(tmp_path: Path) -> list[tuple[int | None, int | None, bool]]:
    """(grams, reps, ticked) of every set, through a connection of its own."""
    with closing(sqlite3.connect(tmp_path / "data" / "repbook.sqlite3")) as connection:
        found = connection.execute(
            "SELECT weight, reps, completed_at IS NOT NULL FROM exercise_sets"
            " WHERE deleted_at IS NULL ORDER BY set_number"
        ).fetchall()
    return [(row[0], row[1], bool(row[2])) for row in found]


def rename(tmp_path: Path, table: str, name: str) -> None:
    """Break the data file behind the program's back, or mend it."""
    with closing(sqlite3.connect(tmp_path / "data" / "repbook.sqlite3")) as connection:
        connection.execute(f"ALTER TABLE {table} RENAME TO {name}")


def texts(row: SetRow) -> list[str]:
    return [cell.text() for cell in row.cells]


def test_a_whole_workout_by_keyboard_only(
    dock: SessionDock, hands: Hands, services: Services, clock: FakeClock
) -> None:
    dock.empty.start.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert hands.is_at(dock.grid.add_button)
    hands.press(Qt.Key.Key_A, CTRL | SHIFT)
    hands.enter("bench press bar")
    row = dock.grid.rows()[0]
    assert hands.is_at(row.cells[0])
    hands.enter("102,5")
    hands.enter("5")
    hands.enter("8.5")
    assert row.tick.is_done
    hands.press(Qt.Key.Key_Insert)
    second = dock.grid.rows()[1]
    assert hands.is_at(second.cells[0])
    assert texts(second) == ["102.5", "5", ""]
    hands.press(Qt.Key.Key_Tab)
    hands.type("4")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert second.tick.is_done
    hands.press(Qt.Key.Key_A, CTRL | SHIFT)
    hands.enter("squat (barbell")
    hands.type("140")
    hands.press(Qt.Key.Key_Tab)
    hands.type("3")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Space)
    assert dock.grid.rows()[2].tick.is_done
    assert dock.header.totals.text().startswith("3 of 3 sets \u00b7 1,342 kg")
    clock.move(minutes=50)
    hands.press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert dock.summary is not None
    dock.summary.accept()
    (line,) = services.history.rows(dock.context.user.id)
    done = services.history.get(line.id)
    assert not done.is_open
    assert done.duration_minutes == 50
    assert [
        (str(one.weight), one.reps, one.rpe) for part in done.exercises for one in part.sets
    ] == [("102.5 kg", 5, 8.5), ("102.5 kg", 4, None), ("140 kg", 3, None)]


def test_a_tick_shows_when_it_is_on_disk_and_not_before(
    dock: SessionDock, hands: Hands, tmp_path: Path, qtbot: QtBot
) -> None:
    row = start(dock, hands, bench_line(dock.context))[0]
    gate = threading.Event()
    dock.context.tasks.write(lambda: gate.wait(30), lambda _: None)
    seen: list[list[tuple[int | None, int | None, bool]]] = []

    def look() -> None:
        if row.tick.is_done:
            seen.append(rows_on_disk(tmp_path))

    dock.controller.set_changed.connect(look)
    row.tick.click()
    shown = (row.tick.is_saving, row.tick.is_done, row.tick.accessibleName())
    stored = rows_on_disk(tmp_path)
    gate.set()
    assert shown[:2] == (True, False)
    assert "being saved" in shown[2]
    assert not any(ticked for _, _, ticked in stored)
    hands.settle()
    assert row.tick.is_done
    assert seen
    assert seen[0][0] == (100_000, 5, True)


def test_typed_values_are_stored_when_the_cell_is_left(
    dock: SessionDock, hands: Hands, tmp_path: Path
) -> None:
    rows = start(dock, hands, bench_line(dock.context))
    hands.type("105")
    hands.press(Qt.Key.Key_Tab)
    assert [row[0] for row in rows_on_disk(tmp_path)] == [105_000] * 3
    assert [row.cells[0].text() for row in rows] == ["105"] * 3


def test_a_session_is_open_again_after_the_program_ended(
    dock: SessionDock, hands: Hands, tmp_path: Path, open_dock: Open, qtbot: QtBot
) -> None:
    start(dock, hands, bench_line(dock.context))
    hands.type("105")
    hands.press(Qt.Key.Key_Return, CTRL)
    before = dock.controller.current()
    dock.context.tasks.close()
    dock.context.services.close()

    later = FakeClock(NOW + timedelta(minutes=42, seconds=13))
    services = make_services(tmp_path, later)
    from desktop.ui.notifier import Notifier
    from desktop.ui.tasks import Tasks
    from desktop.ui.undo import UndoStack

    old = dock.context
    context = Context(
        services, old.user, old.preferences, old.exercises, Tasks(), Notifier(), UndoStack()
    )
    again = open_dock(context)
    with qtbot.waitSignal(again.session_opened):
        again.resume_open()
    Hands(qtbot, context).settle()
    assert again.controller.current() == before
    assert again.grid.rows()[0].tick.is_done
    assert again.header.elapsed.text() == "42:13"
    assert QApplication.focusWidget() is again.grid.rows()[1].cells[0]
    context.tasks.close()
    services.close()


def test_wrong_input_is_marked_at_its_field(dock: SessionDock, hands: Hands) -> None:
    row = start(dock, hands, bench_line(dock.context))[0]
    before = dock.controller.current()
    hands.type("heavy")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert hands.is_at(row.cells[0])
    assert row.cells[0].is_wrong
    assert row.cells[0].text() == "heavy"
    assert "not a number" in row.message.text()
    assert row.message.isVisible()
    assert dock.controller.current() == before
    row.cells[0].selectAll()
    hands.type("90")
    assert not row.message.isVisible()
    hands.press(Qt.Key.Key_Return, CTRL)
    assert row.tick.is_done
    assert not row.cells[0].is_wrong


def test_escape_brings_the_stored_value_back(dock: SessionDock, hands: Hands) -> None:
    row = start(dock, hands, bench_line(dock.context))[0]
    hands.type("heavy")
    hands.press(Qt.Key.Key_Escape)
    assert row.cells[0].text() == "100"
    assert not row.cells[0].is_wrong


def test_a_set_without_its_reps_cannot_be_ticked(dock: SessionDock, hands: Hands) -> None:
    dock.start(None)
    hands.settle()
    dock.controller.add_exercise(exercise(dock.context, BENCH).id)
    hands.settle()
    (row,) = dock.grid.rows()
    row.cells[0].setFocus()
    hands.type("100")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert not row.tick.is_done
    assert hands.is_at(row.cells[1])
    assert row.message.text() == "Reps is missing."


def test_arrows_walk_the_grid_and_keys_change_sets(dock: SessionDock, hands: Hands) -> None:
    context = dock.context
    squat = TemplateExercise(new_id(), exercise(context, SQUAT).id, 2, TargetReps(5, 5))
    rows = start(dock, hands, bench_line(context, 2), squat)
    hands.press(Qt.Key.Key_Tab)
    for row in rows[1:]:
        hands.press(Qt.Key.Key_Down)
        assert hands.is_at(row.cells[1])
    hands.press(Qt.Key.Key_Up)
    assert hands.is_at(rows[2].cells[1])
    hands.press(Qt.Key.Key_T, CTRL)
    assert rows[2].one is not None
    assert rows[2].one.set_type is SetType.WARM_UP
    assert rows[2].type_button.text() == "W"
    assert rows[3].type_button.text() == "1"
    hands.press(Qt.Key.Key_Delete, CTRL)
    assert len(dock.grid.rows()) == 3
    assert hands.is_at(rows[3].cells[1])
    hands.press(Qt.Key.Key_Up, ALT)
    assert [block.name.text() for block in dock.grid.blocks] == [SQUAT, BENCH]
    assert hands.is_at(rows[3].cells[1])


def test_rows_stay_the_same_widgets(dock: SessionDock, hands: Hands) -> None:
    rows = start(dock, hands, *(bench_line(dock.context, 6) for _ in range(12)))
    assert len(rows) == 72
    hands.press(Qt.Key.Key_Return, CTRL)
    dock.controller.edit("rename", lambda now: now)
    hands.press(Qt.Key.Key_Insert)
    assert [row for row in dock.grid.rows() if row in rows] == rows
    assert len(dock.grid.rows()) == 73


def test_tab_goes_through_the_cells_in_the_order_seen(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context, 1))
    hands.press(Qt.Key.Key_Insert)
    first, second = dock.grid.rows()
    first.cells[0].setFocus()
    for expected in (*first.cells[1:], first.tick, *second.cells, second.tick):
        hands.press(Qt.Key.Key_Tab)
        assert hands.is_at(expected)
    hands.press(Qt.Key.Key_Backtab, SHIFT)
    assert hands.is_at(second.cells[-1])


def test_columns_follow_the_kind(dock: SessionDock, hands: Hands) -> None:
    dock.start(None)
    hands.settle()
    for kind in (
        ExerciseKind.DURATION,
        ExerciseKind.DISTANCE_DURATION,
        ExerciseKind.ASSISTED_BODYWEIGHT,
    ):
        dock.controller.add_exercise(of_kind(dock.context, kind).id)
        hands.settle()
    plank, run, assisted = dock.grid.rows()
    assert [cell.field for cell in plank.cells] == [Field.DURATION, Field.RPE]
    assert [cell.field for cell in run.cells] == [Field.DISTANCE, Field.DURATION, Field.RPE]
    plank.cells[0].setFocus()
    hands.type("90")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert plank.cells[0].text() == "1:30"
    run.cells[0].setFocus()
    hands.enter("5,2")
    hands.type("26:10")
    hands.press(Qt.Key.Key_Return, CTRL)
    assisted.cells[0].setFocus()
    hands.enter("20")
    hands.type("8")
    hands.press(Qt.Key.Key_Return, CTRL)
    sets = list(dock.controller.current().all_sets())
    assert sets[0].duration_seconds == 90
    assert (sets[1].distance_meters, sets[1].duration_seconds) == (5200, 1570)
    assert sets[2].weight == Weight.of(-20, Unit.KG)
    assert all(one.completed_at for one in sets)


def test_last_time_and_the_target_stand_beside(
    dock: SessionDock, hands: Hands, services: Services
) -> None:
    day = TODAY - timedelta(days=7)
    add_session(services, dock.context.user, day, [(BENCH, [(97.5, 5, 8), (97.5, 4)])])
    rows = start(dock, hands, bench_line(dock.context, 3, 180))
    assert [row.previous.text() for row in rows] == ["97.5 \u00d7 5 @8", "97.5 \u00d7 4", "\u2014"]
    assert dock.grid.blocks[0].target.text() == "Target 3 \u00d7 5 @ 100 kg \u00b7 rest 3:00"


def test_the_rest_starts_at_a_tick_and_takes_the_keys(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context, 3, 180))
    assert not dock.rest.isVisible()
    hands.press(Qt.Key.Key_Return, CTRL)
    assert dock.rest.isVisible()
    assert dock.rest.countdown.total == 180
    assert dock.rest.following.text() == "Next: 100 \u00d7 5"
    dock.rest.longer.click()
    assert dock.rest.countdown.total == 195
    dock.rest.shorter.click()
    dock.rest.shorter.click()
    assert dock.rest.countdown.total == 165
    dock.rest.skip.click()
    assert not dock.rest.isVisible()


def test_without_a_planned_rest_the_preferred_one_counts(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context))
    hands.press(Qt.Key.Key_Return, CTRL)
    assert dock.rest.countdown.total == dock.context.preferences.rest_seconds


def test_a_record_is_marked_at_its_set(dock: SessionDock, hands: Hands, services: Services) -> None:
    add_session(services, dock.context.user, TODAY - timedelta(days=7), [(BENCH, [(90, 5)])])
    rows = start(dock, hands, bench_line(dock.context, 2))
    hands.press(Qt.Key.Key_Return, CTRL)
    assert rows[0].record.isVisible()
    assert "Heaviest weight" in rows[0].record.accessibleName()
    hands.type("105")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert [row.record.isVisible() for row in rows] == [False, True]
    assert "record" in dock.header.totals.text()


def test_ticks_edits_and_removals_are_undone_and_done_again(
    dock: SessionDock, hands: Hands
) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    context, controller = dock.context, dock.controller
    states = [controller.current()]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete):
        hands.press(key, CTRL)
        states.append(controller.current())
    hands.press(Qt.Key.Key_Insert)
    hands.type("80")
    hands.press(Qt.Key.Key_Tab)
    states.append(controller.current())
    while context.undo.undo_label:
        context.undo_last()
        hands.settle()
    assert controller.current() == states[0]
    assert [row.tick.is_done for row in dock.grid.rows()] == [False, False]
    while context.undo.redo_label:
        context.redo_last()
        hands.settle()
    assert controller.current() == states[-1]
    assert dock.grid.rows()[-1].cells[0].text() == "80"


def test_a_discarded_session_comes_back(dock: SessionDock, hands: Hands, qtbot: QtBot) -> None:
    start(dock, hands, bench_line(dock.context))
    hands.press(Qt.Key.Key_Return, CTRL)
    before = dock.controller.current()
    with qtbot.waitSignal(dock.session_closed):
        dock.header.discard.trigger()
    hands.settle()
    assert dock.controller.session is None
    assert dock.empty.undo.isVisible()
    with qtbot.waitSignal(dock.session_opened):
        dock.empty.undo.click()
    hands.settle()
    assert dock.controller.current() == before
    assert dock.grid.rows()[0].tick.is_done


def test_a_finished_session_is_open_again_after_undo(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    hands.press(Qt.Key.Key_Return, CTRL)
    before = dock.controller.current()
    dock.finish()
    hands.settle()
    assert dock.summary is not None
    dock.summary.accept()
    assert dock.controller.session is None
    dock.context.undo_last()
    hands.settle()
    assert dock.controller.current() == before


def test_finishing_nothing_says_so(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context))
    dock.header.finish.click()
    hands.settle()
    assert dock.controller.session is not None
    assert "Nothing is ticked" in dock.header.message.text()


def test_a_second_start_says_that_one_is_open(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context))
    before = dock.controller.current()
    dock.start(None)
    hands.settle()
    assert dock.controller.current() == before
    assert "still open" in dock.header.message.text()


def test_name_and_notes_are_kept(dock: SessionDock, hands: Hands, services: Services) -> None:
    start(dock, hands, bench_line(dock.context))
    dock.header.name.setFocus()
    dock.header.name.selectAll()
    hands.enter("Heavy push")
    dock.header.notes.show()
    dock.header.notes.setFocus()
    hands.enter("slept badly")
    block = dock.grid.blocks[0]
    block.write_notes()
    hands.enter("grip wider")
    stored = services.session.open_session(dock.context.user.id)
    assert stored == dock.controller.current()
    assert stored is not None
    assert (stored.name, stored.notes, stored.exercises[0].notes) == (
        "Heavy push",
        "slept badly",
        "grip wider",
    )


def test_a_tick_that_cannot_be_stored_says_so(
    dock: SessionDock, hands: Hands, tmp_path: Path
) -> None:
    row = start(dock, hands, bench_line(dock.context))[0]
    rename(tmp_path, "exercise_sets", "lost")
    row.tick.click()
    hands.settle()
    assert not row.tick.is_done
    assert row.message.isVisible()
    assert row.message.text().startswith("Not saved.")
    rename(tmp_path, "lost", "exercise_sets")
    row.tick.click()
    hands.settle()
    assert row.tick.is_done


def test_the_last_session_is_repeated(dock: SessionDock, hands: Hands, services: Services) -> None:
    day = TODAY - timedelta(days=3)
    last = add_session(services, dock.context.user, day, [(BENCH, [(90, 5), (90, 4)])])
    dock.start(("repeat", last.id))
    hands.settle()
    assert [texts(row)[:2] for row in dock.grid.rows()] == [["90", "5"], ["90", "4"]]
    assert not any(row.tick.is_done for row in dock.grid.rows())


def test_every_control_has_a_name(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context))
    hands.press(Qt.Key.Key_Return, CTRL)
    for kind in (QLineEdit, QPushButton):
        for widget in dock.findChildren(kind):
            if widget.isVisible():
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    cells = dock.findChildren(Cell)
    assert len({cell.accessibleName() for cell in cells}) == len(cells)


def test_the_dock_hands_the_keyboard_on_to_the_next_set(dock: SessionDock, hands: Hands) -> None:
    dock.setFocus()
    assert hands.is_at(dock.empty.start)
    rows = start(dock, hands, bench_line(dock.context))
    hands.press(Qt.Key.Key_Return, CTRL)
    dock.setFocus()
    assert hands.is_at(rows[1].cells[0])
    dock.add_exercise()
    hands.settle()
    dock.setFocus()
    assert hands.is_at(dock.picker.search)
