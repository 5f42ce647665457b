"""Series out of stored sessions: of an exercise, or of all exercises of a muscle group."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from desktop.analysis.series import (
    by_period,
    doubtful,
    intensities,
    points_of,
    record_places,
)
from desktop.analysis.volume import muscle_shares
from desktop.domain.library import Exercise
from desktop.domain.muscles import MuscleGroup
from desktop.domain.progress import RECORD_OF, Grain, Measure, Series, SeriesPoint, Subject
from desktop.domain.records import KINDS_OF_RECORD, RecordKind
from desktop.storage.queries import accounts, library
from desktop.storage.queries import series as queries

USUAL_REPS = 5  # of the best weight for reps, where nobody says
_NO_OUTLIERS = (Measure.SETS, Measure.AVERAGE_RPE, Measure.TOP_RPE)  # nothing typed is in them
_MEANS = (Measure.AVERAGE_RPE, Measure.INTENSITY)

Column = Sequence[Any]
Sums = dict[bytes, tuple[float, int]]


def series_of(
    connection: sqlite3.Connection,
    user_id: UUID,
    subject: Subject,
    measure: Measure,
    grain: Grain,
    reps: int | None,
) -> Series:
    """A measure of an exercise or a muscle group over the whole history."""
    if measure is Measure.BEST_AT_REPS:
        reps = reps or USUAL_REPS
    sets: dict[bytes, int] = {}
    points: tuple[SeriesPoint, ...] = ()
    if subject.exercise_id is not None:
        points = _of_exercise(connection, user_id, subject.exercise_id, measure, reps, sets)
    elif subject.group is not None:
        points = _of_group(connection, user_id, subject.group, measure)
    if grain is not Grain.SESSION:
        first_weekday = accounts.preferences(connection, user_id).first_weekday
        points = by_period(points, measure, grain, first_weekday, sets)
    return Series(subject, measure, grain, points, reps)


def right_ones(
    connection: sqlite3.Connection, user_id: UUID, exercise_id: UUID, keys: Sequence[bytes]
) -> set[int]:
    """The places of the sessions in which a set of the exercise was called right."""
    right = queries.right_sessions(connection, user_id, exercise_id)
    return {place for place, key in enumerate(keys) if key in right}


def group_exercises(
    exercises: Mapping[UUID, Exercise], group: MuscleGroup, measure: Measure
) -> dict[UUID, float]:
    """The exercises that a group's measure is summed over, with what one set of each counts.

    Sets: all that train the group, by the muscle of it that they train most.
    Volume and reps: those with a primary muscle in it, each in full.
    """
    if measure is Measure.SETS:
        return {key: share for key, one in exercises.items() if (share := _share(one, group))}
    return {
        key: 1.0
        for key, one in exercises.items()
        if any(muscle.group is group for muscle in one.primary)
    }


def _share(exercise: Exercise, group: MuscleGroup) -> float:
    shares = muscle_shares(exercise)
    return max((shares[muscle] for muscle in shares if muscle.group is group), default=0.0)


def _of_group(
    connection: sqlite3.Connection, user_id: UUID, group: MuscleGroup, measure: Measure
) -> tuple[SeriesPoint, ...]:
    exercises = library.visible(connection, user_id)
    counts = {key.bytes: share for key, share in group_exercises(exercises, group, measure).items()}
    rows = queries.of_exercises(connection, user_id, list(counts), measure)
    totals: dict[tuple[bytes, str], float] = {}
    for session, day, exercise, value in rows:
        totals[session, day] = totals.get((session, day), 0.0) + value * counts[exercise]
    keys = [session for session, _ in totals]
    days = (date.fromisoformat(day) for _, day in totals)
    return points_of(days, [total or None for total in totals.values()], keys)


def _of_exercise(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercise_id: UUID,
    measure: Measure,
    reps: int | None,
    sets: dict[bytes, int],
) -> tuple[SeriesPoint, ...]:
    """sets: filled with those behind each session's value, where that is a mean of them."""
    own = KINDS_OF_RECORD[library.kind_of(connection, exercise_id)]
    kinds = () if measure in _NO_OUTLIERS else own
    rows, place = queries.measured(connection, user_id, exercise_id, measure, kinds)
    if not rows:
        return ()
    found = _of_sets(connection, user_id, exercise_id, measure, reps)
    columns: list[Column] = list(zip(*rows, strict=True))
    keys, texts, values = columns[0], columns[1], columns[place]
    bests = dict(zip(kinds, columns[2:], strict=False))
    absurd = doubtful(bests)
    if absurd:
        absurd -= right_ones(connection, user_id, exercise_id, keys)
    days = list(map(date.fromisoformat, texts))
    if found is not None:
        sets.update(
            (key, found[row][1]) for key, row in zip(keys, values, strict=True) if row in found
        )
        values = _values(found, values, measure)
    if measure is Measure.INTENSITY:
        values = intensities(days, values, bests.get(RecordKind.E1RM, [None] * len(days)), absurd)
    elif measure is Measure.HELP:
        values = [None if value is None else -value for value in values]
    elif not all(values):
        values = [value or None for value in values]  # a nought is nothing noted
    record = RECORD_OF.get(measure)
    if record not in bests:
        return points_of(days, values, keys, absurd=absurd)
    fallen = record_places(bests[record], record, absurd)
    return points_of(days, values, keys, record, fallen, absurd)


def _of_sets(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercise_id: UUID,
    measure: Measure,
    reps: int | None,
) -> Sums | None:
    """For each session's row what its sets come to, and how many; None for other measures."""
    if measure is Measure.BEST_AT_REPS:
        assert reps is not None
        found = queries.weights_for_reps(connection, user_id, exercise_id, reps)
    elif measure in _OF_SETS:
        found = _OF_SETS[measure](connection, user_id, exercise_id)
    else:
        return None
    for later, first in queries.later_turns(connection, user_id, exercise_id):
        pairs = [found[row] for row in (first, later) if row in found]
        if pairs:
            values = [value for value, _ in pairs]
            total = sum(values) if measure in _MEANS else max(values)
            found[first] = (total, sum(count for _, count in pairs))
    return found


_OF_SETS = {
    Measure.AVERAGE_RPE: queries.efforts,
    Measure.TOP_RPE: queries.top_efforts,
    Measure.INTENSITY: queries.loads,
}


def _values(found: Sums, rows: Column, measure: Measure) -> list[float | None]:
    if measure in _MEANS:
        return [found[row][0] / found[row][1] if row in found else None for row in rows]
    return [found[row][0] if row in found else None for row in rows]
