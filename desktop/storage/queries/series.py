"""Queries for series: what each session came to, oldest first, only the columns that are drawn."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from desktop.domain.progress import Measure
from desktop.domain.records import RecordKind
from desktop.storage.derived import IN_EARLIER
from desktop.storage.queries.records import COLUMN, RIGHT_SESSIONS
from desktop.storage.queries.sql import Row, chunks, fetch, marks, stream

_OF_EXERCISE = "WHERE counted = 1 AND user_id = ? AND exercise_id = ? "
# what stands on the exercise's row; the other measures are made of its sets
_COLUMN = {
    Measure.E1RM: "best_e1rm",
    Measure.HEAVIEST: "best_weight",
    Measure.HELP: "best_weight",
    Measure.VOLUME: "volume",
    Measure.SETS: "set_count",
    Measure.REPS: "rep_count",
    Measure.DURATION: "seconds",
    Measure.DISTANCE: "meters",
    Measure.PACE: "best_pace",
}

Sums = dict[bytes, tuple[float, int]]


def measured(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercise_id: UUID,
    measure: Measure,
    kinds: Sequence[RecordKind],
) -> tuple[list[Row], int]:
    """Rows of (session key, day, a best for each of `kinds`), oldest first.

    And the place of the measure's value in them: mostly it is one of the
    bests. That of a measure that is made of sets is the key of the row, by
    which the answers of the queries below are looked up.
    """
    value = _COLUMN.get(measure, "id")
    columns = ["session_id", "session_date", *(COLUMN[kind] for kind in kinds)]
    if value not in columns:
        columns.append(value)
    rows = fetch(
        connection,
        f"SELECT {', '.join(columns)} FROM session_exercises "
        f"INDEXED BY ix_session_exercises_history {_OF_EXERCISE}"
        "ORDER BY session_date, started_at",
        (user_id.bytes, exercise_id.bytes),
    )
    return rows, columns.index(value)


def right_sessions(connection: sqlite3.Connection, user_id: UUID, exercise_id: UUID) -> set[bytes]:
    """The keys of the sessions in which a set of the exercise was called right."""
    rows = fetch(connection, RIGHT_SESSIONS, (user_id.bytes, exercise_id.bytes))
    return {key for (key,) in rows}


def weights_for_reps(
    connection: sqlite3.Connection, user_id: UUID, exercise_id: UUID, reps: int
) -> Sums:
    """The heaviest weight (grams) for at least so many reps, and how many sets had as many."""
    return _sums(connection, user_id, exercise_id, "max(weight)", "weight > 0 AND reps >= ?", reps)


def efforts(connection: sqlite3.Connection, user_id: UUID, exercise_id: UUID) -> Sums:
    """The sum of the RPEs, and of how many sets."""
    return _sums(connection, user_id, exercise_id, "sum(rpe)", "rpe IS NOT NULL")


def top_efforts(connection: sqlite3.Connection, user_id: UUID, exercise_id: UUID) -> Sums:
    """The highest RPE, and of how many sets."""
    return _sums(connection, user_id, exercise_id, "max(rpe)", "rpe IS NOT NULL")


def loads(connection: sqlite3.Connection, user_id: UUID, exercise_id: UUID) -> Sums:
    """The sum of the weights (grams), and of how many sets."""
    return _sums(connection, user_id, exercise_id, "sum(weight)", "weight > 0")


def later_turns(
    connection: sqlite3.Connection, user_id: UUID, exercise_id: UUID
) -> Sequence[tuple[bytes, bytes]]:
    """Where the exercise was done again in a session: that row's key, and the first row's."""
    return fetch(
        connection,
        "SELECT e.id, f.id FROM session_exercises e INDEXED BY ix_session_exercises_history "
        "CROSS JOIN session_exercises f ON f.session_id = e.session_id "
        f"WHERE e.counted = {IN_EARLIER} AND e.user_id = ? AND e.exercise_id = ? "
        "AND f.counted = 1 AND f.exercise_id = e.exercise_id",
        (user_id.bytes, exercise_id.bytes),
    )


def _sums(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercise_id: UUID,
    figure: str,
    condition: str,
    *values: object,
) -> Sums:
    """For each exercise in a session a figure of its counted sets, and their number."""
    rows = fetch(
        connection,
        f"SELECT session_exercise_id, {figure}, count(*) FROM exercise_sets "
        f"INDEXED BY ix_exercise_sets_best {_OF_EXERCISE} AND {condition} "
        "GROUP BY session_exercise_id",
        (user_id.bytes, exercise_id.bytes, *values),
    )
    return {row[0]: row[1:] for row in rows}


def of_exercises(
    connection: sqlite3.Connection, user_id: UUID, exercises: Sequence[bytes], measure: Measure
) -> list[Row]:
    """Rows of (session key, day, exercise key, value) of several exercises, oldest first."""
    return fetch(
        connection,
        f"SELECT session_id, session_date, exercise_id, {_COLUMN[measure]} "
        "FROM session_exercises INDEXED BY ix_session_exercises_history "
        f"WHERE counted = 1 AND user_id = ? AND exercise_id IN ({marks(exercises)}) "
        "ORDER BY session_date, started_at",
        (user_id.bytes, *exercises),
    )


def training_days(connection: sqlite3.Connection, user_id: UUID) -> list[Row]:
    """Rows of (day, start, minutes ahead of UTC, minutes taken, sets, volume) of each session.

    Only sessions with sets that count, oldest first.
    """
    return fetch(
        connection,
        "SELECT s.session_date, s.started_at, s.utc_offset_minutes, s.duration_minutes, "
        "sum(e.set_count), sum(e.volume) FROM workout_sessions s "
        "INDEXED BY ix_workout_sessions_day "
        "CROSS JOIN session_exercises e ON e.session_id = s.id "
        "WHERE s.user_id = ? AND s.deleted_at IS NULL AND e.counted = 1 "
        "GROUP BY s.session_date, s.started_at, s.id ORDER BY s.session_date, s.started_at",
        (user_id.bytes,),
    )


def entries(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercises: Sequence[bytes],
    first: date | None = None,
    last: date | None = None,
) -> list[Row]:
    """Rows of (key, session key, day, exercise key) of exercises in sessions, newest first.

    Those without a set that counts are among them; deleted ones are not.
    """
    return fetch(
        connection,
        f"SELECT {_ENTRY} FROM session_exercises e INDEXED BY ix_session_exercises_history "
        "JOIN workout_sessions w ON w.id = e.session_id WHERE e.counted IN (0, 1, 2) "
        f"AND e.user_id = ? AND e.exercise_id IN ({marks(exercises)}) "
        "AND e.session_date BETWEEN ? AND ? AND e.deleted_at IS NULL AND w.deleted_at IS NULL "
        "ORDER BY e.session_date DESC, e.started_at DESC, e.session_id, e.order_index",
        (
            user_id.bytes,
            *exercises,
            (first or date.min).isoformat(),
            (last or date.max).isoformat(),
        ),
    )


_ENTRY = "e.id, e.session_id, e.session_date, e.exercise_id"


def entries_of_session(
    connection: sqlite3.Connection, session_id: UUID, exercises: Sequence[bytes]
) -> list[Row]:
    """The same rows of one session, in its order."""
    return fetch(
        connection,
        f"SELECT {_ENTRY} FROM session_exercises e WHERE e.session_id = ? "
        f"AND e.exercise_id IN ({marks(exercises)}) AND e.deleted_at IS NULL "
        "ORDER BY e.order_index",
        (session_id.bytes, *exercises),
    )


def sets_of_entries(
    connection: sqlite3.Connection, keys: Sequence[bytes]
) -> dict[bytes, list[Row]]:
    """For each exercise in a session its sets as (counted, e1rm, a set's columns), in order."""
    found: dict[bytes, list[Row]] = {}
    for part in chunks(keys):
        for row in stream(
            connection,
            "SELECT session_exercise_id, counted, e1rm, id, set_type, reps, weight, weight_unit, "
            "duration_seconds, distance_meters, rpe, completed_at, side, notes, verdict "
            f"FROM exercise_sets WHERE session_exercise_id IN ({marks(part)}) "
            "AND deleted_at IS NULL ORDER BY session_exercise_id, set_number",
            tuple(part),
        ):
            found.setdefault(row[0], []).append(row[1:])
    return found
