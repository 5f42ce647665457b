"""What the tests of the dock log and look at."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.templates import TargetReps, TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit, Weight
from desktop.ui.context import Context
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.set_row import SetRow
from tests.support import NOW
from tests.ui.session.conftest import Hands

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


def is_rest_settled(dock: SessionDock) -> bool:
    """The rest that a tick starts runs, or none does: it begins after the tick is painted."""
    return not any(timer.isActive() for timer in dock.resting.findChildren(QTimer))


def texts(row: SetRow) -> list[str]:
    return [cell.text() for cell in row.cells]
