"""Queries for records: seeks on the sets' own rows, one scan over the exercises' rows."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection

from desktop.storage.rows import Row, fetch, marks


def bests_by_session(
    connection: Connection, user_id: UUID, exercise_id: UUID | None = None
) -> Sequence[Row]:
    """What each exercise came to in each session, by exercise and then by time.

    Rows of (exercise key, day, best e1RM, heaviest, best set volume, session
    volume, most reps, longest, farthest, best pace, session exercise key).
    """
    where = "" if exercise_id is None else " AND exercise_id = ?"
    values = (user_id.bytes,) if exercise_id is None else (user_id.bytes, exercise_id.bytes)
    return fetch(
        connection,
        "SELECT exercise_id, session_date, best_e1rm, best_weight, best_set_volume, volume, "
        "best_reps, best_seconds, best_meters, best_pace, id "
        "FROM session_exercises INDEXED BY ix_session_exercises_history "
        f"WHERE counted = 1 AND user_id = ?{where} "
        "ORDER BY exercise_id, session_date, started_at",
        values,
    )


def details(connection: Connection, keys: Sequence[bytes]) -> dict[bytes, Row]:
    """By session exercise: session, start, the e1RM set's weight, reps, RPE, heaviest's reps."""
    found: dict[bytes, Row] = {}
    for start in range(0, len(keys), 900):
        part = tuple(keys[start : start + 900])
        for row in fetch(
            connection,
            "SELECT id, session_id, started_at, e1rm_weight, e1rm_reps, e1rm_rpe, heaviest_reps "
            f"FROM session_exercises WHERE id IN ({marks(part)})",
            part,
        ):
            found[row[0]] = row[1:]
    return found


_HEAVIEST_BY_REPS = """
WITH RECURSIVE done(exercise, reps) AS (
    SELECT x.id, (SELECT min(s.reps) FROM exercise_sets s INDEXED BY ix_exercise_sets_best
        WHERE s.counted = 1 AND s.user_id = ?1 AND s.exercise_id = x.id AND s.reps >= 1)
    FROM exercises x WHERE x.kind = 'weight_reps' {where}
    UNION ALL
    SELECT exercise, (SELECT min(s.reps) FROM exercise_sets s INDEXED BY ix_exercise_sets_best
        WHERE s.counted = 1 AND s.user_id = ?1 AND s.exercise_id = done.exercise
        AND s.reps > done.reps)
    FROM done WHERE done.reps IS NOT NULL
)
SELECT done.exercise, done.reps, s.weight, s.session_date, s.session_exercise_id
FROM done JOIN exercise_sets s ON s.rowid = (
    SELECT b.rowid FROM exercise_sets b INDEXED BY ix_exercise_sets_best
    WHERE b.counted = 1 AND b.user_id = ?1 AND b.exercise_id = done.exercise
    AND b.reps = done.reps AND b.weight > 0
    ORDER BY b.weight DESC, b.session_date, b.started_at LIMIT 1)
WHERE done.reps IS NOT NULL
"""


def heaviest_by_reps(
    connection: Connection, user_id: UUID, exercise_id: UUID | None = None
) -> Sequence[Row]:
    """For each exercise and number of reps the heaviest set, the earliest among equals.

    Rows of (exercise key, reps, grams, day, session exercise key). One index
    seek for each number of reps that occurs, however many sets there are.
    """
    where = "" if exercise_id is None else "AND x.id = ?2"
    values = (user_id.bytes,) if exercise_id is None else (user_id.bytes, exercise_id.bytes)
    return fetch(connection, _HEAVIEST_BY_REPS.format(where=where), values)


def recent_exercises(connection: Connection, user_id: UUID, sessions: int) -> list[UUID]:
    """The exercises of the last sessions."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT e.exercise_id FROM session_exercises e WHERE e.counted = 1 "
        "AND e.session_id IN (SELECT id FROM workout_sessions WHERE user_id = ? "
        "AND deleted_at IS NULL ORDER BY session_date DESC, started_at DESC LIMIT ?) "
        "AND e.exercise_id IS NOT NULL",
        (user_id.bytes, sessions),
    )
    return [UUID(bytes=row[0]) for row in rows]
