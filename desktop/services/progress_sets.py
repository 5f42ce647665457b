"""The sets of exercises as rows: where each was done, and whether it counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, islice
from uuid import UUID

from desktop.domain.collecting import no_collecting
from desktop.domain.progress import Measure, SeriesPoint, SetRow, Subject
from desktop.domain.session import ExerciseSet, SetType, Verdict
from desktop.domain.session_edits import set_labels
from desktop.services.progress_series import group_exercises
from desktop.storage.derived import WORKING
from desktop.storage.queries import library
from desktop.storage.queries import series as queries
from desktop.storage.queries.session import set_of
from desktop.storage.queries.sql import Row

NOT_TICKED = "not ticked"
_AT_ONCE = 200  # entries whose sets are asked for together


def sets_between(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercises: Iterable[UUID],
    first: date | None = None,
    last: date | None = None,
    limit: int | None = None,
) -> list[SetRow]:
    """The ticked sets of exercises between two days: newest session first, in its own order."""
    keys = [key.bytes for key in exercises]
    with no_collecting():
        entries = queries.entries(connection, user_id, keys, first, last)
        done = (row for row in _rows(connection, entries) if row.why_not != NOT_TICKED)
        return list(islice(done, limit))


def sets_of_session(
    connection: sqlite3.Connection, session_id: UUID, exercises: Iterable[UUID]
) -> list[SetRow]:
    """All sets of exercises in a session, in its order, those not ticked among them."""
    keys = [key.bytes for key in exercises]
    return list(_rows(connection, queries.entries_of_session(connection, session_id, keys)))


def sets_behind(
    connection: sqlite3.Connection,
    user_id: UUID,
    subject: Subject,
    measure: Measure,
    point: SeriesPoint,
) -> list[SetRow]:
    """All sets of the session behind a point, or the ticked ones of its week or month.

    Those that count nowhere are among them. Oldest first.
    """
    if subject.exercise_id is not None:
        exercises = [subject.exercise_id]
    else:
        assert subject.group is not None
        known = library.visible(connection, user_id)
        exercises = list(group_exercises(known, subject.group, measure))
    if point.session_id is not None:
        return sets_of_session(connection, point.session_id, exercises)
    last = point.last or point.day
    rows = sets_between(connection, user_id, exercises, point.day, last)
    by_session = [list(group) for _, group in groupby(rows, lambda row: row.session_id)]
    return [row for group in reversed(by_session) for row in group]


def _rows(connection: sqlite3.Connection, entries: Sequence[Row]) -> Iterator[SetRow]:
    for start in range(0, len(entries), _AT_ONCE):
        part = entries[start : start + _AT_ONCE]
        sets = queries.sets_of_entries(connection, [row[0] for row in part])
        for key, session, day, exercise in part:
            yield from _of_entry(
                date.fromisoformat(day),
                UUID(bytes=session),
                UUID(bytes=exercise),
                sets.get(key, ()),
            )


def _of_entry(
    day: date, session_id: UUID, exercise_id: UUID, rows: Sequence[Row]
) -> Iterator[SetRow]:
    sets = [set_of(row[2:]) for row in rows]
    for (counted, e1rm, *_), one, label in zip(rows, sets, set_labels(sets), strict=True):
        is_counted = counted == WORKING
        why_not = "" if is_counted else _why_not(one)
        yield SetRow(day, session_id, one, label, e1rm, is_counted, why_not, exercise_id)


def _why_not(one: ExerciseSet) -> str:
    """Why a set does not count."""
    if one.completed_at is None:
        return NOT_TICKED
    if one.verdict is Verdict.LEFT_OUT:
        return "left out by you"
    return "warm-up" if one.set_type is SetType.WARM_UP else "in a deleted session"
