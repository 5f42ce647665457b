"""Records as one would define them with a pencil: every set is read, nothing is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.analysis.one_rep_max import estimate
from desktop.domain.counting import Counting
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.records import KINDS_OF_RECORD, Record, RecordKind, RepMax
from desktop.domain.session import ExerciseSet, Verdict, WorkoutSession

# so many times what others reach is absurd, where there are five sessions and fewer than three
# that come near
_ABSURD = {
    RecordKind.E1RM: 2,
    RecordKind.HEAVIEST: 2,
    RecordKind.SET_VOLUME: 5,
    RecordKind.SESSION_VOLUME: 6,
    RecordKind.MOST_REPS: 5,
    RecordKind.LONGEST: 6,
    RecordKind.FARTHEST: 5,
    RecordKind.BEST_PACE: 3,
}


class SlowBook(NamedTuple):
    """What stands of one exercise, and where it came from."""

    events: list[Record]
    baselines: list[Record]
    bests: list[Record]
    rep_maxes: list[RepMax]
    absurd: set[WorkoutSession]


class _Best(NamedTuple):
    value: float
    one: ExerciseSet | None


def slow_book(
    exercise: Exercise, sessions: Iterable[WorkoutSession], counting: Counting
) -> SlowBook:
    """Everything of one exercise out of the sessions that are not deleted."""
    history = sorted(sessions, key=lambda one: (one.session_date, one.started_at))
    kinds = KINDS_OF_RECORD[exercise.kind]
    absurd = {
        session
        for kind in kinds
        for session in _absurd(exercise, history, kind, counting)
        if not _is_called_right(session, exercise)
    }
    believed = [session for session in history if session not in absurd]
    book = SlowBook([], [], [], [], absurd)
    for kind in kinds:
        standing: Record | None = None
        for session in believed:
            best = slow_best(session, exercise, kind, counting)
            if best is None or (standing is not None and best.value <= standing.value):
                continue
            record = _record(kind, exercise, session, best, standing)
            (book.baselines if standing is None else book.events).append(record)
            standing = record
        if standing is not None:
            book.bests.append(standing)
    if exercise.kind is ExerciseKind.WEIGHT_REPS:
        book.rep_maxes.extend(_rep_maxes(exercise, believed, counting))
    return book


def counted(session: WorkoutSession, exercise: Exercise, counting: Counting) -> list[ExerciseSet]:
    """The sets of an exercise that count in a session."""
    return [
        one
        for each in session.exercises
        if each.exercise_id == exercise.id
        for one in each.sets
        if one.completed_at is not None
        and one.verdict is not Verdict.LEFT_OUT
        and (one.set_type.is_working or counting.counts_warm_ups)
    ]


def e1rm(one: ExerciseSet, counting: Counting) -> int | None:
    """The estimate of one set in whole grams."""
    if one.weight is None or one.reps is None:
        return None
    rpe = one.rpe if counting.uses_rpe else None
    found = estimate(one.weight.exact_grams, one.reps, rpe, counting.formula, counting.most_reps)
    return None if found is None else round(found)


def slow_best(
    session: WorkoutSession, exercise: Exercise, kind: RecordKind, counting: Counting
) -> _Best | None:
    """What the session came to: the first of its best sets, or the sum of all."""
    sets = counted(session, exercise, counting)
    if kind is RecordKind.SESSION_VOLUME:
        total = round(sum(_volume(one) for one in sets))
        return _Best(total, None) if total else None
    values = [_Best(value, one) for one in sets if (value := _value(one, kind, counting))]
    if kind is RecordKind.LEAST_HELP:
        values = [_Best(one.weight.grams, one) for one in sets if one.weight is not None]
    if kind is RecordKind.HEAVIEST:
        return max(values, key=_by_reps, default=None)
    return max(values, key=lambda best: best.value, default=None)


def _by_reps(best: _Best) -> tuple[float, int]:
    return best.value, (best.one.reps or 0) if best.one else 0


def _value(one: ExerciseSet, kind: RecordKind, counting: Counting) -> float | None:
    seconds, meters = one.duration_seconds, one.distance_meters
    return {
        RecordKind.E1RM: e1rm(one, counting),
        RecordKind.HEAVIEST: max(one.weight.grams, 0) if one.weight else None,
        RecordKind.SET_VOLUME: round(_volume(one)),
        RecordKind.MOST_REPS: one.reps,
        RecordKind.LONGEST: seconds,
        RecordKind.FARTHEST: meters,
        RecordKind.BEST_PACE: meters / seconds if meters and seconds else None,
    }.get(kind)


def _volume(one: ExerciseSet) -> float:
    if one.weight is None or one.weight.grams <= 0:
        return 0.0
    return one.weight.exact_grams * (one.reps or 0)


def _absurd(
    exercise: Exercise, history: Sequence[WorkoutSession], kind: RecordKind, counting: Counting
) -> list[WorkoutSession]:
    """Takes the best away as long as it stands alone."""
    if kind not in _ABSURD:
        return []
    left = [
        (best.value, session)
        for session in history
        if (best := slow_best(session, exercise, kind, counting)) and best.value > 0
    ]
    found = []
    while len(left) >= 5:
        top = max(left, key=lambda pair: pair[0])
        near = [value for value, _ in left if value * _ABSURD[kind] > top[0]]
        if len(near) >= 3:
            break
        left.remove(top)
        found.append(top[1])
    return found


def _is_called_right(session: WorkoutSession, exercise: Exercise) -> bool:
    return any(
        one.verdict is Verdict.RIGHT
        for each in session.exercises
        if each.exercise_id == exercise.id
        for one in each.sets
    )


def _record(
    kind: RecordKind,
    exercise: Exercise,
    session: WorkoutSession,
    best: _Best,
    beaten: Record | None,
) -> Record:
    reps: int | None = None
    weight: int | None = None
    rpe: float | None = None
    if kind in (RecordKind.E1RM, RecordKind.HEAVIEST, RecordKind.SET_VOLUME):
        assert best.one is not None
        assert best.one.weight is not None
        weight, reps = best.one.weight.grams, best.one.reps or None
        rpe = best.one.rpe if kind is RecordKind.E1RM else None
    return Record(
        kind,
        exercise.id,
        best.value,
        session.session_date,
        session.id,
        beaten.value if beaten else None,
        reps,
        weight,
        rpe,
    )


def _rep_maxes(
    exercise: Exercise, believed: Sequence[WorkoutSession], counting: Counting
) -> list[RepMax]:
    """For 1 to 12 reps the heaviest set of as many or more: of equals that of more reps."""
    lifts = [
        (one.weight.grams, one.reps, -place, session)
        for place, session in enumerate(believed)
        for one in counted(session, exercise, counting)
        if one.weight is not None and one.weight.grams > 0 and one.reps
    ]
    table = []
    for reps in range(1, 13):
        able = [lift for lift in lifts if lift[1] >= reps]
        if able:
            grams, done, _, session = max(able, key=lambda lift: lift[:3])
            table.append(RepMax(reps, grams, done, session.session_date, session.id))
    return table
