"""The copies on the rows of sets and session exercises, worked out from the session.

Nothing here is truth: every value follows from the sets, and is written again
whenever they are. A property test compares them with the plain join.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from desktop.analysis.one_rep_max import estimate
from desktop.domain.accounts import Formula
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet, SetType

N = TypeVar("N", int, float)
NOT_COUNTED, WORKING, WARM_UP = 0, 1, 2


def counted(one: ExerciseSet) -> int:
    """Whether a set counts: not while unticked, apart when a warm-up."""
    if one.completed_at is None:
        return NOT_COUNTED
    return WARM_UP if one.set_type is SetType.WARM_UP else WORKING


class Estimates:
    """e1RMs in whole grams under one formula; the same sets come again and again."""

    def __init__(self, formula: Formula) -> None:
        self.formula = formula
        self._known: dict[tuple[int, int, float | None], int | None] = {}

    def of(self, one: ExerciseSet, kind: ExerciseKind) -> int | None:
        """The set's e1RM; None for kinds without one, or above 12 effective reps."""
        if kind is not ExerciseKind.WEIGHT_REPS or one.weight is None or one.reps is None:
            return None
        key = (one.weight.grams, one.reps, one.rpe)
        if key not in self._known:
            found = estimate(*key, self.formula)
            self._known[key] = None if found is None else round(found)
        return self._known[key]


class Bests(NamedTuple):
    """What an exercise came to in one session, over its working sets.

    Grams, grams x reps, seconds, metres; pace in metres per second. The names
    are the columns of session_exercises, in their order there.
    """

    counted: int
    set_count: int
    rep_count: int
    volume: int
    seconds: int
    meters: float
    best_e1rm: int | None
    best_weight: int | None
    best_set_volume: int | None
    best_reps: int | None
    best_seconds: int | None
    best_meters: float | None
    best_pace: float | None
    e1rm_weight: int | None
    e1rm_reps: int | None
    e1rm_rpe: float | None
    heaviest_reps: int | None


def bests(sets: Iterable[ExerciseSet], kind: ExerciseKind, estimates: Estimates) -> Bests:
    """The sums and bests of an exercise's sets. An assisted set's help is no volume."""
    work = [one for one in sets if counted(one) == WORKING]
    volumes = [
        one.weight.grams * one.reps
        for one in work
        if one.weight is not None and one.reps and one.weight.grams > 0
    ]
    ranked = [(e1rm, one) for one in work if (e1rm := estimates.of(one, kind)) is not None]
    top = max(ranked, key=lambda pair: pair[0], default=None)
    heaviest = max(
        ((one.weight.grams, one.reps or 0) for one in work if one.weight is not None),
        default=None,
    )
    return Bests(
        counted=int(bool(work)),
        set_count=len(work),
        rep_count=sum(one.reps or 0 for one in work),
        volume=sum(volumes),
        seconds=sum(one.duration_seconds or 0 for one in work),
        meters=sum(one.distance_meters or 0.0 for one in work),
        best_e1rm=top[0] if top else None,
        best_weight=heaviest[0] if heaviest else None,
        best_set_volume=max(volumes, default=None),
        best_reps=_most(work, lambda one: one.reps),
        best_seconds=_most(work, lambda one: one.duration_seconds),
        best_meters=_most(work, lambda one: one.distance_meters),
        best_pace=_most(work, _pace),
        e1rm_weight=top[1].weight.grams if top and top[1].weight else None,
        e1rm_reps=top[1].reps if top else None,
        e1rm_rpe=top[1].rpe if top else None,
        heaviest_reps=heaviest[1] if heaviest else None,
    )


def _most(sets: list[ExerciseSet], value: Callable[[ExerciseSet], N | None]) -> N | None:
    return max((found for one in sets if (found := value(one))), default=None)


def _pace(one: ExerciseSet) -> float | None:
    if not one.distance_meters or not one.duration_seconds:
        return None
    return one.distance_meters / one.duration_seconds
