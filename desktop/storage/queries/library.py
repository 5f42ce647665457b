"""Exercises as a user sees them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from desktop.domain.errors import NotFoundError
from desktop.domain.library import Exercise, ExerciseKind, LibraryRow
from desktop.domain.muscles import Muscle
from desktop.storage.queries.sql import fetch, marks

_KINDS = {kind.value: kind for kind in ExerciseKind}


def visible(connection: sqlite3.Connection, user_id: UUID | None) -> dict[UUID, Exercise]:
    """Every exercise a user sees, hidden ones included, by id."""
    owner = user_id.bytes if user_id else b""
    aliases: dict[bytes, list[str]] = {}
    for key, name in connection.execute(
        "SELECT exercise_id, name FROM exercise_aliases WHERE deleted_at IS NULL ORDER BY id"
    ):
        aliases.setdefault(key, []).append(name)
    rows = connection.execute(
        "SELECT id, name, kind, muscle_groups, equipment, instructions, is_custom, "
        "created_by_user_id, deleted_at FROM exercises "
        "WHERE created_by_user_id IS NULL OR created_by_user_id = ?",
        (owner,),
    )
    found = [_exercise(row, tuple(aliases.get(row[0], ()))) for row in rows]
    return {exercise.id: exercise for exercise in found}


def one(connection: sqlite3.Connection, user_id: UUID | None, exercise_id: UUID) -> Exercise:
    """One exercise of those a user sees."""
    found = visible(connection, user_id).get(exercise_id)
    if found is None:
        raise NotFoundError("This exercise is not there any more.")
    return found


def kinds(
    connection: sqlite3.Connection, exercises: Sequence[bytes] | None = None
) -> dict[bytes, ExerciseKind]:
    """How each exercise's sets are noted, by key; those that are not here take weight and reps.

    exercises: only these.
    """
    sql = "SELECT id, kind FROM exercises WHERE kind != 'weight_reps'"
    if exercises is not None:
        sql += f" AND id IN ({marks(exercises)})"
    return {key: _KINDS[kind] for key, kind in fetch(connection, sql, tuple(exercises or ()))}


def kind_of(connection: sqlite3.Connection, exercise_id: UUID) -> ExerciseKind:
    """How one exercise's sets are noted."""
    found = fetch(connection, "SELECT kind FROM exercises WHERE id = ?", (exercise_id.bytes,))
    return _KINDS[found[0][0]] if found else ExerciseKind.WEIGHT_REPS


def rows(connection: sqlite3.Connection, user_id: UUID) -> list[LibraryRow]:
    """The library's table: what the user sees and has done, hidden exercises left out."""
    done = {
        row[0]: row[1:]
        for row in connection.execute(
            "SELECT exercise_id, max(session_date), max(best_e1rm), sum(set_count) "
            "FROM session_exercises INDEXED BY ix_session_exercises_history "
            "WHERE counted = 1 AND user_id = ? GROUP BY exercise_id",
            (user_id.bytes,),
        )
    }
    table = []
    for exercise in visible(connection, user_id).values():
        if exercise.is_deleted:
            continue
        last, best, count = done.get(exercise.id.bytes, (None, None, 0))
        table.append(LibraryRow(exercise, date.fromisoformat(last) if last else None, best, count))
    return table


# Every page asks for the whole library, and it hardly ever changes: what a row says is made
# out once, and all that was asked for before shares it.
@lru_cache(maxsize=4000)
def _exercise(row: tuple[Any, ...], aliases: tuple[str, ...]) -> Exercise:
    key, name, kind, muscles, equipment, instructions, is_custom, owner, deleted = row
    groups = json.loads(muscles)
    return Exercise(
        id=UUID(bytes=key),
        name=name,
        kind=_KINDS[kind],
        primary=tuple(map(Muscle, groups["primary"])),
        secondary=tuple(map(Muscle, groups["secondary"])),
        equipment=equipment,
        instructions=tuple(instructions.split("\n")) if instructions else (),
        aliases=aliases,
        is_custom=bool(is_custom),
        created_by_user_id=UUID(bytes=owner) if owner else None,
        is_deleted=deleted is not None,
    )
