"""Queries that tell whether a file's workouts are here already."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from desktop.domain.weight import Unit
from desktop.storage.queries.sql import stream
from desktop.storage.values import moment


class Known(NamedTuple):
    """A stored session as an import compares it.

    start: on the clock of its place. done: for each ticked set in order
    (reps, seconds). is_edited: changed here since it came in, or typed here.
    """

    id: UUID
    start: datetime
    name: str
    source: str | None
    is_deleted: bool
    is_edited: bool
    done: tuple[tuple[int | None, int | None], ...]


def known(connection: sqlite3.Connection, user_id: UUID) -> list[Known]:
    """Every session of a user by start, deleted ones too, but none whose import was taken back.

    The indexes have the sets in their order, so that nothing needs sorting.
    """
    sets: dict[bytes, list[tuple[int | None, int | None]]] = {}
    for key, reps, seconds in stream(
        connection,
        "SELECT e.session_id, t.reps, t.duration_seconds FROM workout_sessions s "
        "CROSS JOIN session_exercises e INDEXED BY ix_session_exercises_session_id "
        "ON e.session_id = s.id "
        "CROSS JOIN exercise_sets t INDEXED BY ix_exercise_sets_parent "
        "ON t.session_exercise_id = e.id "
        "WHERE s.user_id = ? AND e.deleted_at IS NULL AND t.deleted_at IS NULL "
        "AND t.completed_at IS NOT NULL",
        (user_id.bytes,),
    ):
        sets.setdefault(key, []).append((reps, seconds))
    rows = connection.execute(
        "SELECT id, started_at, utc_offset_minutes, name, import_source, deleted_at, "
        "imported_at, updated_at FROM workout_sessions WHERE user_id = ? "
        "AND NOT (deleted_at IS NOT NULL AND import_source IS NOT NULL AND imported_at IS NULL) "
        "ORDER BY started_at, id",
        (user_id.bytes,),
    )
    return [
        Known(
            id=UUID(bytes=row[0]),
            start=(moment(row[1]) + timedelta(minutes=row[2])).replace(tzinfo=None),
            name=row[3],
            source=row[4],
            is_deleted=row[5] is not None,
            is_edited=row[6] != row[7],
            done=tuple(sets.get(row[0], ())),
        )
        for row in rows
    ]


def units(connection: sqlite3.Connection, user_id: UUID, source: str) -> dict[UUID, Unit]:
    """The unit that each exercise's last sets came in with from that program."""
    rows = stream(
        connection,
        "SELECT e.exercise_id, t.weight_unit FROM workout_sessions s "
        "CROSS JOIN session_exercises e ON e.session_id = s.id "
        "CROSS JOIN exercise_sets t ON t.session_exercise_id = e.id "
        "WHERE s.user_id = ? AND s.import_source = ? AND s.deleted_at IS NULL "
        "AND e.exercise_id IS NOT NULL AND t.weight_unit IS NOT NULL ORDER BY s.session_date",
        (user_id.bytes, source),
    )
    last: dict[bytes, str] = dict(rows)
    return {UUID(bytes=key): Unit(unit) for key, unit in last.items()}
