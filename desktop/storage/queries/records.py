"""Queries for records: seeks on the sets' own rows and on the exercises' rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from uuid import UUID

from desktop.domain.records import RecordKind
from desktop.storage.queries.sql import Row, fetch


def exercises_done(connection: sqlite3.Connection, user_id: UUID) -> list[bytes]:
    """The keys of the exercises with counted sets, one index seek each."""
    rows = fetch(connection, _EXERCISES_DONE, (user_id.bytes,))
    return [key for (key,) in rows if key is not None]


_EXERCISES_DONE = """
WITH RECURSIVE done(exercise) AS (
    SELECT min(exercise_id) FROM session_exercises INDEXED BY ix_session_exercises_history
        WHERE counted = 1 AND user_id = ?1
    UNION ALL
    SELECT (SELECT min(exercise_id) FROM session_exercises
        INDEXED BY ix_session_exercises_history
        WHERE counted = 1 AND user_id = ?1 AND exercise_id > done.exercise)
    FROM done WHERE done.exercise IS NOT NULL
)
SELECT exercise FROM done
"""
COLUMN = {
    RecordKind.E1RM: "best_e1rm",
    RecordKind.HEAVIEST: "best_weight",
    RecordKind.LEAST_HELP: "best_weight",
    RecordKind.SET_VOLUME: "best_set_volume",
    RecordKind.SESSION_VOLUME: "volume",
    RecordKind.MOST_REPS: "best_reps",
    RecordKind.LONGEST: "best_seconds",
    RecordKind.FARTHEST: "best_meters",
    RecordKind.BEST_PACE: "best_pace",
}
# of a user and an exercise, the sessions in which a set that is there was called right
RIGHT_SESSIONS = """
SELECT e.session_id FROM exercise_sets s INDEXED BY ix_exercise_sets_verdict
JOIN session_exercises e ON e.id = s.session_exercise_id
WHERE s.verdict IS NOT NULL AND s.verdict = 'right' AND s.deleted_at IS NULL
    AND s.user_id = ?1 AND s.exercise_id = ?2
"""

_HEAVIEST_BY_REPS = """
WITH RECURSIVE done(reps) AS (
    SELECT min(s.reps) FROM exercise_sets s INDEXED BY ix_exercise_sets_best
    WHERE s.counted = 1 AND s.user_id = ?1 AND s.exercise_id = ?2 AND s.reps >= 1
    UNION ALL
    SELECT (SELECT min(s.reps) FROM exercise_sets s INDEXED BY ix_exercise_sets_best
        WHERE s.counted = 1 AND s.user_id = ?1 AND s.exercise_id = ?2 AND s.reps > done.reps)
    FROM done WHERE done.reps IS NOT NULL
)
SELECT done.reps, s.weight, s.session_date, e.session_id
FROM done CROSS JOIN exercise_sets s ON s.rowid = (
    SELECT b.rowid FROM exercise_sets b INDEXED BY ix_exercise_sets_best
    WHERE b.counted = 1 AND b.user_id = ?1 AND b.exercise_id = ?2
    AND b.reps = done.reps AND b.weight > 0 {without}
    ORDER BY b.weight DESC, b.session_date, b.started_at LIMIT 1)
CROSS JOIN session_exercises e ON e.id = s.session_exercise_id
WHERE done.reps IS NOT NULL
"""


def heaviest_by_reps(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercise: bytes,
    without: Sequence[bytes] = (),
) -> Sequence[Row]:
    """For each number of reps of an exercise the heaviest set, the earliest among equals.

    Rows of (reps, grams, day, session key). One index seek for each number
    of reps that occurs, however many sets there are. without: sessions to
    pass over.
    """
    passed = (
        "AND b.session_exercise_id NOT IN (SELECT id FROM session_exercises "
        f"WHERE session_id IN ({', '.join(f'x{key.hex()!r}' for key in without)}))"
        if without
        else ""
    )
    return fetch(connection, _HEAVIEST_BY_REPS.format(without=passed), (user_id.bytes, exercise))


def coming_near(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercise: bytes,
    kind: RecordKind,
    value: float,
    enough: int,
) -> int:
    """How many sessions reach a value in the exercise; counts no further than `enough`."""
    ((count,),) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM session_exercises "
        "INDEXED BY ix_session_exercises_history WHERE counted = 1 AND user_id = ? "
        f"AND exercise_id = ? AND {COLUMN[kind]} >= ? LIMIT ?)",
        (user_id.bytes, exercise, value, enough),
    )
    return int(count)


def bests_of_sessions(
    connection: sqlite3.Connection, user_id: UUID, exercise: bytes, kinds: Sequence[RecordKind]
) -> Sequence[Row]:
    """Rows of (session key, day, whether a set of it was called right, a value for each kind).

    For every session of an exercise, oldest first.
    """
    return fetch(
        connection,
        f"SELECT session_id, session_date, session_id IN ({RIGHT_SESSIONS}), "
        f"{', '.join(COLUMN[kind] for kind in kinds)} "
        "FROM session_exercises INDEXED BY ix_session_exercises_history "
        "WHERE counted = 1 AND user_id = ?1 AND exercise_id = ?2 "
        "ORDER BY session_date, started_at",
        (user_id.bytes, exercise),
    )


def judged(connection: sqlite3.Connection, user_id: UUID) -> Sequence[Row]:
    """Rows of (exercise key, day, session key, a set's columns) of what was decided about."""
    return fetch(
        connection,
        "SELECT s.exercise_id, s.session_date, e.session_id, s.id, s.set_type, s.reps, s.weight, "
        "s.weight_unit, s.duration_seconds, s.distance_meters, s.rpe, s.completed_at, s.side, "
        "s.notes, s.verdict FROM exercise_sets s INDEXED BY ix_exercise_sets_verdict "
        "JOIN session_exercises e ON e.id = s.session_exercise_id "
        "JOIN workout_sessions w ON w.id = e.session_id "
        "WHERE s.verdict IS NOT NULL AND s.user_id = ? AND s.exercise_id IS NOT NULL "
        "AND s.deleted_at IS NULL AND e.deleted_at IS NULL AND w.deleted_at IS NULL "
        "ORDER BY s.session_date DESC, s.id",
        (user_id.bytes,),
    )


def recent_exercises(
    connection: sqlite3.Connection, user_id: UUID, sessions: int
) -> tuple[str, list[bytes]]:
    """The day of the first of the last sessions, and the exercises that were done in them."""
    rows = fetch(
        connection,
        "SELECT s.session_date, e.exercise_id FROM (SELECT id, session_date FROM workout_sessions "
        "WHERE user_id = ? AND deleted_at IS NULL ORDER BY session_date DESC, started_at DESC "
        "LIMIT ?) s CROSS JOIN session_exercises e ON e.session_id = s.id "
        "WHERE e.counted = 1 AND e.exercise_id IS NOT NULL",
        (user_id.bytes, sessions),
    )
    return min((day for day, _ in rows), default=""), list(dict.fromkeys(key for _, key in rows))
