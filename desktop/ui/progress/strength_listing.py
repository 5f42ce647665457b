"""What is listed beside a chart of strength; read on a worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.analysis.records import rep_max_table
from desktop.domain.library import Exercise
from desktop.domain.progress import Measure, SeriesPoint, SetRow
from desktop.domain.records import ExerciseRecords, Outlier, Record, RecordKind
from desktop.ui.progress.strength_data import Drawn, trains

if TYPE_CHECKING:
    from desktop.services import Services

MOST_SETS = 2_000


@dataclass(frozen=True, slots=True)
class Listed:
    """What is listed. stands: of the first subject, if it is an exercise.

    is_cut: there are more sets than these. doubted: the ids of those to check.
    """

    sets: Sequence[SetRow]
    records: Sequence[Record]
    stands: ExerciseRecords | None = None
    is_cut: bool = False
    doubted: frozenset[UUID] = frozenset()
    has_rep_maxes: bool = False


def listed_of(
    services: Services,
    user_id: UUID,
    exercises: Mapping[UUID, Exercise],
    drawn: Drawn,
    first: date | None,
    last: date | None,
) -> Listed:
    """The sets and records of what is drawn between two days, newest first."""
    chosen = _exercises(services, user_id, exercises, drawn)
    sets = [
        row
        for one in chosen
        for row in services.progress.sets(user_id, one, first, last, MOST_SETS + 1)
    ]
    records = [
        record
        for one in chosen
        for record in services.records.history(user_id, one)
        if (first is None or record.day >= first) and (last is None or record.day <= last)
    ]
    if len(chosen) > 1:
        sets.sort(key=lambda row: row.day, reverse=True)
        records.sort(key=lambda record: record.day, reverse=True)
    own = drawn.wish.subjects[0].exercise_id
    outliers = _outliers(services, user_id, drawn)
    is_cut = len(sets) > MOST_SETS
    stands: ExerciseRecords | None = None
    if own is not None and first is None and last is None:
        stands = services.records.of(user_id, own)
    elif own is not None:
        rows = services.progress.sets(user_id, own, first, last) if is_cut else sets
        strange = {one.session_id for one in outliers if one.exercise_id == own}
        counted = [
            row
            for row in rows
            if row.exercise_id == own and row.is_counted and row.session_id not in strange
        ]
        stands = _stands(own, counted)
    known = exercises.get(own) if own else None
    return Listed(
        sets[:MOST_SETS],
        records,
        stands,
        is_cut,
        frozenset(one for outlier in outliers for one in outlier.set_ids),
        known is not None and known.kind.has_rep_maxes,
    )


def _outliers(services: Services, user_id: UUID, drawn: Drawn) -> list[Outlier]:
    """What of the exercises is to be checked, whatever of them is drawn."""
    return [
        outlier
        for subject in drawn.wish.subjects
        if subject.exercise_id is not None
        for outlier in services.records.outliers(user_id, subject.exercise_id)
    ]


def best_of(drawn: Drawn, first: date | None, last: date | None) -> SeriesPoint | None:
    """The best point of the first line between two days; the later one of two alike."""
    points = [
        point
        for point in drawn.series[0].points
        if not point.is_outlier
        and (first is None or (point.last or point.day) >= first)
        and (last is None or point.day <= last)
    ]
    sign = -1 if drawn.wish.measure is Measure.HELP else 1
    return max(points, key=lambda point: (sign * point.value, point.day), default=None)


def _exercises(
    services: Services, user_id: UUID, exercises: Mapping[UUID, Exercise], drawn: Drawn
) -> list[UUID]:
    """The exercises that are drawn, those of muscle groups among them."""
    chosen = [one.exercise_id for one in drawn.wish.subjects if one.exercise_id is not None]
    groups = [one.group for one in drawn.wish.subjects if one.group is not None]
    if groups:
        used = [one for one in services.progress.used(user_id) if one in exercises]
        for group in groups:
            measure = drawn.wish.measure
            chosen += [one for one in used if trains(exercises[one], group, measure)]
    return list(dict.fromkeys(chosen))


def _stands(exercise_id: UUID, counted: Sequence[SetRow]) -> ExerciseRecords:
    """The best e1RM and the rep maxes of sets that count, the newest of which come first."""
    oldest_first = counted[::-1]
    best = max(oldest_first, key=lambda row: row.e1rm or 0, default=None)
    lifts = [
        (row.one.reps, row.one.weight.grams, row.day, row.session_id)
        for row in oldest_first
        if row.one.reps and row.one.weight
    ]
    bests: tuple[Record, ...] = ()
    if best is not None and best.e1rm:
        bests = (Record(RecordKind.E1RM, exercise_id, best.e1rm, best.day, best.session_id),)
    return ExerciseRecords(exercise_id, bests, rep_max_table(lifts))
