"""Queries over finished sessions: the table, the totals, the rows for a file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from operator import sub
from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop.domain.history import HistoryRow, SessionName, Stats
from desktop.domain.today import UnderWay
from desktop.storage.queries.sql import chunks, fetch, marks, stream
from desktop.storage.values import moment, stamp

if TYPE_CHECKING:
    from desktop.domain.session import WorkoutSession
    from desktop.domain.transfer import Selection

# What the sets of open sessions come to; of exercises, those that are done in no other.
# From the few open sessions down: the index of counted sets would lead through all sets.
_UNDER_WAY = """
WITH mine AS (
    SELECT t.exercise_id, t.reps, t.weight, t.session_exercise_id
    FROM workout_sessions s
    CROSS JOIN session_exercises e ON e.session_id = s.id
    CROSS JOIN exercise_sets t ON t.session_exercise_id = e.id
    WHERE s.user_id = ?1 AND s.ended_at IS NULL AND s.deleted_at IS NULL AND +t.counted IN (1, 2))
SELECT count(*), total(reps), total(abs(weight) * reps),
    count(DISTINCT exercise_id) FILTER (WHERE NOT EXISTS (
        SELECT 1 FROM exercise_sets other
        WHERE other.counted IN (1, 2) AND other.user_id = ?1
            AND other.exercise_id = mine.exercise_id
            AND other.session_exercise_id NOT IN (SELECT session_exercise_id FROM mine)))
FROM mine
"""
_LIKE = str.maketrans({"%": r"\%", "_": r"\_", "\\": r"\\"})


def rows(
    connection: sqlite3.Connection,
    user_id: UUID,
    text: str = "",
    first: date | None = None,
    last: date | None = None,
    limit: int | None = None,
) -> list[HistoryRow]:
    """Sessions that are over, newest first; every word of text must occur in one of its texts."""
    where, values = _bounds(first, last)
    for word in text.split():
        spellings = _spellings(word)
        where += f" AND ({' OR '.join([_HAS_WORD] * len(spellings))})"
        values += [f"%{one.translate(_LIKE)}%" for one in spellings for _ in range(4)]
    found = fetch(
        connection,
        "SELECT s.id, s.name, s.session_date, s.started_at, s.utc_offset_minutes, "
        "s.duration_minutes, count(e.id), total(e.set_count), total(e.volume) "
        "FROM (SELECT * FROM workout_sessions s WHERE s.user_id = ? AND s.deleted_at IS NULL "
        f"AND s.ended_at IS NOT NULL {where} "
        "ORDER BY s.session_date DESC, s.started_at DESC, s.id DESC LIMIT ?) s "
        "LEFT JOIN session_exercises e ON e.session_id = s.id AND e.deleted_at IS NULL "
        "GROUP BY s.id ORDER BY s.session_date DESC, s.started_at DESC, s.id DESC",
        (user_id.bytes, *values, -1 if limit is None else limit),
    )
    return [_history_row(row) for row in found]


def names(connection: sqlite3.Connection, user_id: UUID) -> list[SessionName]:
    """Sessions that are over, newest first, with no more than one looks for by name."""
    found = fetch(
        connection,
        "SELECT id, name, session_date FROM workout_sessions "
        "WHERE user_id = ? AND deleted_at IS NULL AND ended_at IS NOT NULL "
        "ORDER BY session_date DESC, started_at DESC, id DESC",
        (user_id.bytes,),
    )
    return [SessionName(UUID(bytes=row[0]), row[1], date.fromisoformat(row[2])) for row in found]


def _spellings(word: str) -> list[str]:
    """The word as it may be written: LIKE itself overlooks the capitals of English alone."""
    if word.isascii():
        return [word]
    return list(dict.fromkeys((word.lower(), word.upper(), word.capitalize())))


_HAS_WORD = r"""(s.name LIKE ? ESCAPE '\' OR s.notes LIKE ? ESCAPE '\' OR EXISTS (
    SELECT 1 FROM session_exercises w LEFT JOIN exercises x ON x.id = w.exercise_id
    WHERE w.session_id = s.id AND w.deleted_at IS NULL
    AND (x.name LIKE ? ESCAPE '\' OR w.notes LIKE ? ESCAPE '\')))"""


def _bounds(first: date | None, last: date | None) -> tuple[str, list[Any]]:
    where, values = "", list[Any]()
    if first is not None:
        where += " AND s.session_date >= ?"
        values.append(first.isoformat())
    if last is not None:
        where += " AND s.session_date <= ?"
        values.append(last.isoformat())
    return where, values


def _history_row(row: Any) -> HistoryRow:
    local = moment(row[3]) + timedelta(minutes=row[4])
    return HistoryRow(
        id=UUID(bytes=row[0]),
        name=row[1],
        day=date.fromisoformat(row[2]),
        local_start=local.replace(tzinfo=None),
        duration_minutes=row[5],
        exercises=row[6],
        sets=int(row[7]),
        volume=int(row[8]),
    )


def training_days(connection: sqlite3.Connection, user_id: UUID, first: date) -> dict[date, int]:
    """How many sessions each day since `first` had."""
    found = connection.execute(
        "SELECT session_date, count(*) FROM workout_sessions WHERE user_id = ? "
        "AND session_date >= ? AND deleted_at IS NULL AND ended_at IS NOT NULL "
        "GROUP BY session_date",
        (user_id.bytes, first.isoformat()),
    )
    return {date.fromisoformat(day): count for day, count in found}


def stats(connection: sqlite3.Connection, user_id: UUID) -> Stats:
    """The log in numbers, warm-ups included; the session under way only tells its day."""
    workouts, under_way, first, last = connection.execute(
        "SELECT count(ended_at), count(*) - count(ended_at), min(session_date), max(session_date) "
        "FROM workout_sessions WHERE user_id = ? AND deleted_at IS NULL",
        (user_id.bytes,),
    ).fetchone()
    whole = connection.execute(
        "SELECT count(*), total(reps), total(abs(weight) * reps), count(DISTINCT exercise_id) "
        "FROM exercise_sets WHERE counted IN (1, 2) AND user_id = ?",
        (user_id.bytes,),
    ).fetchone()
    # taken off rather than left out: the sum of all sets stays one walk along its index
    open_ones = connection.execute(_UNDER_WAY, (user_id.bytes,)).fetchone() if under_way else ()
    sets, reps, volume, exercises = map(sub, whole, open_ones) if open_ones else whole
    return Stats(
        workouts=workouts,
        sets=sets,
        reps=int(reps),
        volume=int(volume),
        exercises=exercises,
        first_day=date.fromisoformat(first) if first else None,
        last_day=date.fromisoformat(last) if last else None,
    )


def open_session(connection: sqlite3.Connection, user_id: UUID) -> UUID | None:
    """The session being logged, if there is one."""
    row = connection.execute(
        "SELECT id FROM workout_sessions WHERE user_id = ? AND ended_at IS NULL "
        "AND deleted_at IS NULL ORDER BY id DESC LIMIT 1",
        (user_id.bytes,),
    ).fetchone()
    return UUID(bytes=row[0]) if row else None


def under_way(connection: sqlite3.Connection, user_id: UUID) -> UnderWay | None:
    """What the session being logged has come to, if there is one."""
    key = open_session(connection, user_id)
    if key is None:
        return None
    name, start, offset, sets, done = connection.execute(
        "SELECT s.name, s.started_at, s.utc_offset_minutes, count(t.id), count(t.completed_at) "
        "FROM workout_sessions s "
        "LEFT JOIN session_exercises e ON e.session_id = s.id AND e.deleted_at IS NULL "
        "LEFT JOIN exercise_sets t ON t.session_exercise_id = e.id AND t.deleted_at IS NULL "
        "WHERE s.id = ?",
        (key.bytes,),
    ).fetchone()
    local = moment(start) + timedelta(minutes=offset)
    return UnderWay(key, name, local.replace(tzinfo=None), done, sets)


def last_like(connection: sqlite3.Connection, session: WorkoutSession) -> UUID | None:
    """The finished session before it that it is compared with: of its template, else its name."""
    assert session.user_id is not None
    start = stamp(session.started_at)
    same = "template_id = ?" if session.template_id else "name = ? COLLATE NOCASE"
    like = session.template_id.bytes if session.template_id else session.name
    row = connection.execute(
        f"SELECT id FROM workout_sessions WHERE user_id = ? AND {same} AND deleted_at IS NULL "
        "AND ended_at IS NOT NULL AND started_at < ? AND id <> ? "
        "ORDER BY session_date DESC, started_at DESC LIMIT 1",
        (session.user_id.bytes, like, start, session.id.bytes),
    ).fetchone()
    return UUID(bytes=row[0]) if row else None


def selected(connection: sqlite3.Connection, user_id: UUID, selection: Selection) -> list[UUID]:
    """The sessions of a selection, oldest first."""
    where, values = _bounds(selection.first, selection.last)
    found = connection.execute(
        "SELECT s.id FROM workout_sessions s WHERE s.user_id = ? AND s.deleted_at IS NULL "
        f"{where} ORDER BY s.session_date, s.started_at, s.id",
        (user_id.bytes, *values),
    )
    keys = [UUID(bytes=row[0]) for row in found]
    if selection.session_ids is None:
        return keys
    chosen = set(selection.session_ids)
    return [key for key in keys if key in chosen]


def count(connection: sqlite3.Connection, user_id: UUID, selection: Selection) -> int:
    """How many sessions a selection has."""
    if selection.session_ids is not None:
        return len(selected(connection, user_id, selection))
    where, values = _bounds(selection.first, selection.last)
    ((found,),) = fetch(
        connection,
        "SELECT count(*) FROM workout_sessions s "
        f"WHERE s.user_id = ? AND s.deleted_at IS NULL {where}",
        (user_id.bytes, *values),
    )
    return int(found)


def set_rows(
    connection: sqlite3.Connection, user_id: UUID, selection: Selection
) -> Iterator[tuple[Any, ...]]:
    """One tuple a ticked set, oldest first, straight from the cursor; see formats.csv_export."""
    if selection.session_ids is None:
        where, values = _bounds(selection.first, selection.last)
        return stream(connection, _SET_ROWS.format(where=where), (user_id.bytes, *values))
    keys = [key.bytes for key in selected(connection, user_id, selection)]
    return chain.from_iterable(
        stream(
            connection,
            _SET_ROWS.format(where=f" AND s.id IN ({marks(part)})"),
            (user_id.bytes, *part),
        )
        for part in chunks(keys)
    )


# CROSS JOIN fixes the order of the joins: by day, so that nothing needs sorting as a whole
_SET_ROWS = """
SELECT s.session_date, s.started_at, s.utc_offset_minutes, s.duration_minutes, s.name,
    s.location, s.notes, x.name, e.order_index, e.notes, e.superset_group, t.set_number,
    t.set_type, t.reps, t.weight, t.weight_unit, t.duration_seconds, t.distance_meters, t.rpe,
    t.side, t.notes,
    e.rowid
FROM workout_sessions s
CROSS JOIN session_exercises e ON e.session_id = s.id
CROSS JOIN exercise_sets t ON t.session_exercise_id = e.id
LEFT JOIN exercises x ON x.id = e.exercise_id
WHERE s.user_id = ? AND s.deleted_at IS NULL AND e.deleted_at IS NULL
    AND t.deleted_at IS NULL AND t.completed_at IS NOT NULL {where}
ORDER BY s.session_date, s.started_at, s.id, e.order_index, t.set_number
"""
