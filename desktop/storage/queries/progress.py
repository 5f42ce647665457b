"""Queries for charts: straight from the exercises' rows in their sessions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from desktop.domain.last_time import LastTime
from desktop.domain.session import ExerciseSet
from desktop.storage.queries.session import set_of
from desktop.storage.queries.sql import Row, fetch
from desktop.storage.values import stamp

_TEMPLATE_SESSIONS = 4  # an exercise that was left out lately is still found


def used(connection: sqlite3.Connection, user_id: UUID) -> list[UUID]:
    """Exercises with counted sets, the most recently done first."""
    rows = connection.execute(
        "SELECT exercise_id FROM session_exercises INDEXED BY ix_session_exercises_history "
        "WHERE counted = 1 AND user_id = ? AND exercise_id IS NOT NULL GROUP BY exercise_id "
        "ORDER BY max(session_date) DESC, count(*) DESC",
        (user_id.bytes,),
    )
    return [UUID(bytes=row[0]) for row in rows]


def points(connection: sqlite3.Connection, user_id: UUID, exercise_id: UUID) -> Sequence[Row]:
    """One exercise's rows, oldest first: everything a SessionPoint is made of."""
    return fetch(
        connection,
        "SELECT session_id, session_date, best_e1rm, best_weight, volume, set_count, rep_count, "
        "seconds, meters, e1rm_reps, e1rm_weight, e1rm_rpe, best_set_volume, best_reps, "
        "best_seconds, best_meters, best_pace "
        "FROM session_exercises INDEXED BY ix_session_exercises_history "
        "WHERE counted = 1 AND user_id = ? AND exercise_id = ? "
        "ORDER BY session_date, started_at",
        (user_id.bytes, exercise_id.bytes),
    )


def sets_by_day(
    connection: sqlite3.Connection, user_id: UUID, first: date | None, last: date | None
) -> Sequence[Row]:
    """Rows of (day, exercise key, counted sets)."""
    return fetch(
        connection,
        "SELECT session_date, exercise_id, sum(set_count) "
        "FROM session_exercises INDEXED BY ix_session_exercises_history "
        "WHERE counted = 1 AND user_id = ? AND session_date BETWEEN ? AND ? "
        "GROUP BY exercise_id, session_date",
        # a bare year would be taken for a number, which every text is greater than
        (user_id.bytes, (first or date.min).isoformat(), (last or date.max).isoformat()),
    )


def sets_by_exercise(
    connection: sqlite3.Connection, user_id: UUID, first: date | None, last: date | None
) -> Sequence[Row]:
    """Rows of (exercise key, counted sets)."""
    return fetch(
        connection,
        "SELECT exercise_id, sum(set_count) "
        "FROM session_exercises INDEXED BY ix_session_exercises_history "
        "WHERE counted = 1 AND user_id = ? AND session_date BETWEEN ? AND ? "
        "GROUP BY exercise_id",
        (user_id.bytes, (first or date.min).isoformat(), (last or date.max).isoformat()),
    )


def previous(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercise_ids: Sequence[UUID],
    before: datetime,
    template_id: UUID | None = None,
) -> dict[UUID, LastTime]:
    """The ticked sets of the last time each exercise was done before that moment.

    With a template: of the last time it was done in one of the template's last
    sessions, where there is one.
    """
    found = _of_template(connection, user_id, template_id, before) if template_id else {}
    for exercise_id in dict.fromkeys(exercise_ids):
        if exercise_id in found:
            continue
        row = connection.execute(
            "SELECT session_id FROM session_exercises INDEXED BY ix_session_exercises_history "
            "WHERE counted = 1 AND user_id = ? AND exercise_id = ? AND started_at < ? "
            "ORDER BY session_date DESC, started_at DESC LIMIT 1",
            (user_id.bytes, exercise_id.bytes, stamp(before)),
        ).fetchone()
        if row:
            found[exercise_id] = _done_sets(connection, row[0], exercise_id.bytes)
    return found


def _of_template(
    connection: sqlite3.Connection, user_id: UUID, template_id: UUID, before: datetime
) -> dict[UUID, LastTime]:
    """The sets of each exercise that was done in the last sessions of a template."""
    rows = connection.execute(
        "SELECT s.id, e.exercise_id FROM (SELECT id, started_at FROM workout_sessions "
        "INDEXED BY ix_workout_sessions_template_id WHERE template_id = ? AND user_id = ? "
        "AND deleted_at IS NULL AND started_at < ? "
        "ORDER BY session_date DESC, started_at DESC LIMIT ?) s "
        "CROSS JOIN session_exercises e ON e.session_id = s.id "
        "WHERE e.counted = 1 AND e.deleted_at IS NULL AND e.exercise_id IS NOT NULL "
        "ORDER BY s.started_at DESC",
        (template_id.bytes, user_id.bytes, stamp(before), _TEMPLATE_SESSIONS),
    )
    newest: dict[bytes, bytes] = {}
    for session, exercise in rows:
        newest.setdefault(exercise, session)
    return {
        UUID(bytes=exercise): _done_sets(connection, session, exercise)
        for exercise, session in newest.items()
    }


def e1rms(
    connection: sqlite3.Connection, user_id: UUID, exercise_ids: Iterable[UUID], since: date
) -> dict[UUID, int]:
    """For each exercise its best e1RM (grams) from that day on, else its best of all time."""
    found: dict[UUID, int] = {}
    for key in dict.fromkeys(exercise_ids):
        best, ever = connection.execute(
            "SELECT max(CASE WHEN session_date >= ?3 THEN best_e1rm END), max(best_e1rm) "
            "FROM session_exercises INDEXED BY ix_session_exercises_history "
            "WHERE counted = 1 AND user_id = ?1 AND exercise_id = ?2",
            (user_id.bytes, key.bytes, since.isoformat()),
        ).fetchone()
        if best or ever:
            found[key] = best or ever
    return found


def _done_sets(connection: sqlite3.Connection, session: bytes, exercise: bytes) -> LastTime:
    """The ticked sets of an exercise in a session, in its order."""
    turns: dict[bytes, list[ExerciseSet]] = {}
    for row in connection.execute(
        "SELECT e.id, s.id, s.set_type, s.reps, s.weight, s.weight_unit, s.duration_seconds, "
        "s.distance_meters, s.rpe, s.completed_at, s.side, s.notes, s.verdict "
        "FROM session_exercises e INDEXED BY ix_session_exercises_session_id "
        "CROSS JOIN exercise_sets s INDEXED BY ix_exercise_sets_parent "
        "ON s.session_exercise_id = e.id WHERE e.session_id = ? AND e.exercise_id = ? "
        "AND e.deleted_at IS NULL AND s.deleted_at IS NULL AND s.completed_at IS NOT NULL "
        "ORDER BY e.order_index, s.set_number",
        (session, exercise),
    ):
        turns.setdefault(row[0], []).append(set_of(row[1:]))
    return LastTime(tuple(map(tuple, turns.values())))
