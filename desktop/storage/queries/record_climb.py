"""How the bests of exercises rose: one walk over the index entries of their sessions."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from uuid import UUID

from desktop.domain.records import RecordKind
from desktop.storage.queries.records import COLUMN
from desktop.storage.queries.sql import Row, fetch, marks, stream

# What an exercise came to in one session: a row as it comes, because making
# anything else of thousands of them takes as long as finding them. It begins
# with what these places say, then comes a best for each kind of record asked
# for: None or 0 where nothing was noted; of a kind that the session was not
# better in it may be what stood before.
Best = Row
EXERCISE, SESSION, MOMENT = 0, 1, 2  # a moment: the day and the start, in one word
_DETAILS = (
    "e1rm_weight",
    "e1rm_reps",
    "e1rm_rpe",
    "heaviest_reps",
    "volume_weight",
    "volume_reps",
)
E1RM_SET, HEAVIEST_REPS, VOLUME_SET = slice(3, 6), 6, slice(7, 9)
VALUES = MOMENT + 1 + len(_DETAILS)
_LOWEST = -(10**12)
_OF_SESSION = ", ".join(
    ("n.session_id", "n.session_date || n.started_at", *(f"n.{name}" for name in _DETAILS))
)
_CLIMB = """
WITH RECURSIVE step(exercise, day, {standing}, place) AS (
    VALUES (?, ?, {seeds}, NULL)
    UNION ALL
    SELECT step.exercise, n.session_date, {higher}, n.rowid
    FROM step CROSS JOIN session_exercises n ON n.rowid = (
        SELECT m.rowid FROM session_exercises m INDEXED BY ix_session_exercises_history
        WHERE m.counted = 1 AND m.user_id = ? AND m.exercise_id = step.exercise
            AND m.session_date >= step.day AND ({better}){without}
        ORDER BY m.session_date, m.started_at LIMIT 1)
)
SELECT exercise, {of_session}, {values} FROM step CROSS JOIN session_exercises n ON n.rowid = place
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
        for exercise, *values in stream(
            connection,
            f"SELECT exercise_id, {', '.join(f'max({column})' for column in columns)} "
            "FROM session_exercises INDEXED BY ix_session_exercises_history WHERE counted = 1 "
            f"AND user_id = ? AND exercise_id IN ({marks(exercises)}) AND session_date < ? "
            "GROUP BY exercise_id",
            (user_id.bytes, *exercises, since),
        ):
            found[exercise] = [_of_no_session(exercise, values)]
    # help is negative weight, so more is better there too; a nought is nothing noted
    lowest = [_LOWEST if kind is RecordKind.LEAST_HELP else 0 for kind in kinds]
    pairs = [(f"v{place}", column) for place, column in enumerate(columns)]
    sql = _CLIMB.format(
        standing=", ".join(name for name, _ in pairs),
        values=", ".join(f"nullif({name}, {_LOWEST})" for name, _ in pairs),
        of_session=_OF_SESSION,
        seeds=marks(columns),
        higher=", ".join(f"max(step.{v}, ifnull(n.{c}, step.{v}))" for v, c in pairs),
        better=" OR ".join(f"m.{column} > step.{name}" for name, column in pairs),
        without=f" AND m.session_id NOT IN ({marks(without)})" if without else "",
    )
    for key in exercises:  # one by one: what is walked next is at hand
        first = found.get(key, [])
        standing = first[0][VALUES:] if first else (None,) * len(columns)
        seeds = (low if was is None else was for low, was in zip(lowest, standing, strict=True))
        done = first + fetch(connection, sql, (key, since, *seeds, user_id.bytes, *without))
        if done:
            found[key] = done
    return found


def within(
    connection: sqlite3.Connection,
    session_id: UUID,
    exercises: Sequence[bytes],
    kinds: Sequence[RecordKind],
) -> dict[bytes, list[Best]]:
    """For each exercise what stood before a session, its best in it, and what came later.

    The first and the last Best have no session. Two walks over parts of the
    exercise's index entries, where `climb` would go from record to record
    through a lifetime; mostly nothing came later.
    """
    found: dict[bytes, list[Best]] = {}
    for user, day, start, *own in connection.execute(
        f"SELECT n.user_id, n.session_date, n.started_at, n.exercise_id, {_OF_SESSION}, "
        f"{', '.join(f'n.{COLUMN[kind]}' for kind in kinds)} FROM session_exercises n "
        "WHERE n.session_id = ? AND n.counted = 1 AND n.deleted_at IS NULL "
        f"AND n.exercise_id IN ({marks(exercises)})",
        (session_id.bytes, *exercises),
    ).fetchall():
        key = (user, own[EXERCISE], day, start)
        before, later = (_beside(connection, kinds, sign, key) for sign in "<>")
        found[own[EXERCISE]] = [before, tuple(own), later]
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
    return _of_no_session(key[1], values)


def _of_no_session(exercise: bytes, values: Sequence[float | None]) -> Best:
    return (exercise, b"", "", *(None,) * len(_DETAILS), *values)
