"""Queries for records: seeks on the sets' own rows, one scan over the exercises' rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from desktop.domain.records import RecordKind
from desktop.storage.queries.sql import Row, fetch, marks, stream


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


class Best(NamedTuple):
    """What an exercise came to in one session, and what stands behind it.

    values: one for each kind of record asked for, None or 0 where nothing was
    noted. Of a kind that the session was not better in it may be what stood
    before.
    """

    values: tuple[float | None, ...]
    session: bytes
    session_date: str
    started_at: str
    e1rm_weight: int | None
    e1rm_reps: int | None
    e1rm_rpe: float | None
    heaviest_reps: int | None
    volume_weight: int | None
    volume_reps: int | None


_new = tuple.__new__  # three times as quick as Best(...), of which there are thousands
_LOWEST = -(10**12)
_DETAILS = ("session_id", *Best._fields[2:])
_CLIMB = """
WITH RECURSIVE step(exercise, day, {standing}, place) AS (
    VALUES {seeds}
    UNION ALL
    SELECT step.exercise, n.session_date, {higher}, n.rowid
    FROM step CROSS JOIN session_exercises n ON n.rowid = (
        SELECT m.rowid FROM session_exercises m INDEXED BY ix_session_exercises_history
        WHERE m.counted = 1 AND m.user_id = ? AND m.exercise_id = step.exercise
            AND m.session_date >= step.day AND ({better}){without}
        ORDER BY m.session_date, m.started_at LIMIT 1)
)
SELECT exercise, {values}, {details} FROM step CROSS JOIN session_exercises n ON n.rowid = place
"""


def climb(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercises: Sequence[bytes],
    kinds: Sequence[RecordKind],
    since: str = "",
    without: Sequence[bytes] = (),
) -> dict[bytes, list[Best]]:
    """The sessions that were better than all before in any of `kinds`, by exercise and in order.

    since: a day; only what was better from then on, after a Best without a
    session for what stood before. SQLite walks the index once, from each
    better session to the next: fetching every session to compare them here
    takes several times as long. What is behind a session is read at the end: the
    steps are quicker without it. Earlier on the day of a better session
    nothing can beat what stands. without: sessions to pass over.
    """
    columns = [COLUMN[kind] for kind in kinds]
    found: dict[bytes, list[Best]] = {}
    if since:
        for row in stream(
            connection,
            f"SELECT exercise_id, {', '.join(f'max({column})' for column in columns)} "
            "FROM session_exercises INDEXED BY ix_session_exercises_history WHERE counted = 1 "
            f"AND user_id = ? AND exercise_id IN ({marks(exercises)}) AND session_date < ? "
            "GROUP BY exercise_id",
            (user_id.bytes, *exercises, since),
        ):
            found[row[0]] = [Best(row[1:], b"", "", "", None, None, None, None, None, None)]
    # help is negative weight, so more is better there too; a nought is nothing noted
    lowest = [_LOWEST if kind is RecordKind.LEAST_HELP else 0 for kind in kinds]
    seeds: list[object] = []
    for key in exercises:
        before = found[key][0].values if key in found else (None,) * len(columns)
        seeds += [key, since]
        seeds += [low if was is None else was for low, was in zip(lowest, before, strict=True)]
    pairs = [(f"v{place}", column) for place, column in enumerate(columns)]
    sql = _CLIMB.format(
        standing=", ".join(name for name, _ in pairs),
        values=", ".join(f"nullif({name}, {_LOWEST})" for name, _ in pairs),
        details=", ".join(f"n.{name}" for name in _DETAILS),
        seeds=", ".join([f"(?, ?{', ?' * len(columns)}, NULL)"] * len(exercises)),
        higher=", ".join(f"max(step.{v}, ifnull(n.{c}, step.{v}))" for v, c in pairs),
        better=" OR ".join(f"m.{column} > step.{name}" for name, column in pairs),
        without=f" AND m.session_id NOT IN ({marks(without)})" if without else "",
    )
    end = len(columns) + 1
    for row in stream(connection, sql, (*seeds, user_id.bytes, *without)):
        best = _new(Best, (row[1:end], *row[end:]))
        if row[0] in found:
            found[row[0]].append(best)
        else:
            found[row[0]] = [best]
    return found


def within(
    connection: sqlite3.Connection,
    session_id: UUID,
    exercises: Sequence[bytes],
    kinds: Sequence[RecordKind],
) -> dict[bytes, list[Best]]:
    """For each exercise what stood before a session, its own bests in it, and what came later.

    The first and the last Best have no session. Two walks over parts of the
    exercise's index entries, where `climb` would go from record to record
    through a lifetime; mostly nothing came later.
    """
    found: dict[bytes, list[Best]] = {}
    rows = connection.execute(
        f"SELECT user_id, exercise_id, {', '.join(COLUMN[kind] for kind in kinds)}, "
        f"{', '.join(_DETAILS)} "
        "FROM session_exercises WHERE session_id = ? AND counted = 1 AND deleted_at IS NULL "
        f"AND exercise_id IN ({marks(exercises)}) ORDER BY order_index",
        (session_id.bytes, *exercises),
    ).fetchall()
    end = len(kinds) + 2
    for row in rows:
        found.setdefault(row[1], []).append(Best(row[2:end], *row[end:]))
    for exercise, own in found.items():
        key = (rows[0][0], exercise, own[0].session_date, own[0].started_at)
        before, later = (_beside(connection, kinds, sign, key) for sign in "<>")
        found[exercise] = [before, *own, later]
    return found


def _beside(
    connection: sqlite3.Connection, kinds: Sequence[RecordKind], sign: str, key: Row
) -> Best:
    """The best of each kind in all sessions on one side of a moment."""
    # a nought is nothing noted, but for help: none at all is the least
    bests = [
        f"max({COLUMN[kind]})"
        if kind is RecordKind.LEAST_HELP
        else f"max(nullif({COLUMN[kind]}, 0))"
        for kind in kinds
    ]
    values = connection.execute(
        f"SELECT {', '.join(bests)} "
        "FROM session_exercises INDEXED BY ix_session_exercises_history "
        f"WHERE counted = 1 AND user_id = ? AND exercise_id = ? "
        f"AND (session_date, started_at) {sign} (?, ?)",
        key,
    ).fetchone()
    return Best(values, b"", "", "", None, None, None, None, None, None)


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
SELECT done.exercise, done.reps, s.weight, s.session_date, e.session_id
FROM done JOIN exercise_sets s ON s.rowid = (
    SELECT b.rowid FROM exercise_sets b INDEXED BY ix_exercise_sets_best
    WHERE b.counted = 1 AND b.user_id = ?1 AND b.exercise_id = done.exercise
    AND b.reps = done.reps AND b.weight > 0 {without}
    ORDER BY b.weight DESC, b.session_date, b.started_at LIMIT 1)
JOIN session_exercises e ON e.id = s.session_exercise_id
WHERE done.reps IS NOT NULL
"""


def heaviest_by_reps(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercise_id: UUID | None = None,
    without: Sequence[bytes] = (),
) -> Sequence[Row]:
    """For each exercise and number of reps the heaviest set, the earliest among equals.

    Rows of (exercise key, reps, grams, day, session key). One index
    seek for each number of reps that occurs, however many sets there are.
    without: sessions to pass over.
    """
    where = "" if exercise_id is None else "AND x.id = ?2"
    values = (user_id.bytes,) if exercise_id is None else (user_id.bytes, exercise_id.bytes)
    passed = (
        "AND b.session_exercise_id NOT IN (SELECT id FROM session_exercises "
        f"WHERE session_id IN ({', '.join(f'x{key.hex()!r}' for key in without)}))"
        if without
        else ""
    )
    return fetch(connection, _HEAVIEST_BY_REPS.format(where=where, without=passed), values)


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
        "SELECT session_id, session_date, id IN "
        "(SELECT session_exercise_id FROM exercise_sets INDEXED BY ix_exercise_sets_verdict "
        " WHERE verdict IS NOT NULL AND user_id = ?1 AND verdict = 'right'), "
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
