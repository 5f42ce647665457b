"""The copies on the rows of sets and session exercises, worked out from the session.

Nothing here is truth: every value follows from the sets, and is written again
whenever they are. A property test compares them with the plain join.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.analysis.one_rep_max import estimate
from desktop.domain.counting import Counting
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet, SetType
from desktop.domain.weight import Weight

NOT_COUNTED, WORKING, WARM_UP = 0, 1, 2
# of an exercise in a session: what its sets come to stands in an earlier row of that session
IN_EARLIER = 2


def counted(one: ExerciseSet, counting: Counting) -> int:
    """Whether a set counts: not while unticked or left out, apart when a warm-up."""
    if counting.has(one):
        return WORKING
    is_warm_up = one.completed_at is not None and one.set_type is SetType.WARM_UP
    return WARM_UP if is_warm_up else NOT_COUNTED


class Estimates:
    """e1RMs in whole grams under one way of counting; the same sets come again and again."""

    def __init__(self, counting: Counting) -> None:
        self.counting = counting
        self._known: dict[tuple[Weight, int, float | None], int | None] = {}

    def of(self, one: ExerciseSet, kind: ExerciseKind) -> int | None:
        """The set's e1RM; None for kinds without one, or above 12 effective reps."""
        if kind is not ExerciseKind.WEIGHT_REPS or one.weight is None or one.reps is None:
            return None
        rules = self.counting
        key = (one.weight, one.reps, one.rpe if rules.uses_rpe else None)
        if key not in self._known:
            weight = one.weight.exact_grams
            found = estimate(weight, one.reps, key[2], rules.formula, rules.most_reps)
            self._known[key] = None if found is None else round(found)
        return self._known[key]


class Bests(NamedTuple):
    """What an exercise came to in one session, over its working sets.

    counted: 1; 0 without such a set; IN_EARLIER where it was done before in
    the session, whose first row then has it all.

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
    volume_weight: int | None
    volume_reps: int | None


def together(
    turns: Sequence[tuple[Sequence[ExerciseSet], Sequence[int | None]]], counting: Counting
) -> list[Bests]:
    """What the turns of one exercise in a session come to, each with its sets and their e1RMs.

    A session is one time of the exercise, however often one came back to it:
    all stands in the first row.
    """
    if len(turns) == 1:
        return [bests(*turns[0], counting)]
    sets = [one for done, _ in turns for one in done]
    first = bests(sets, [e1rm for _, e1rms in turns for e1rm in e1rms], counting)
    nothing = bests((), (), counting)
    return [
        first,
        *(
            nothing._replace(counted=IN_EARLIER if any(map(counting.has, done)) else NOT_COUNTED)
            for done, _ in turns[1:]
        ),
    ]


def bests(sets: Sequence[ExerciseSet], e1rms: Sequence[int | None], counting: Counting) -> Bests:
    """The sums and bests of an exercise's sets with their e1RMs.

    The help of an assisted set is no volume. One plain loop, because an import
    runs it over every set of a lifetime.
    """
    count = reps = seconds = 0
    meters = volume = 0.0
    e1rm: tuple[int, ExerciseSet] | None = None
    heaviest: tuple[int, int] | None = None
    most_volume: tuple[int, int, int] | None = None
    most_reps = longest = 0
    farthest = fastest = 0.0
    for one, estimated in zip(sets, e1rms, strict=True):
        if not counting.has(one):
            continue
        count += 1
        done = one.reps or 0
        reps += done
        most_reps = max(most_reps, done)
        if one.weight is not None:
            grams = one.weight.grams
            heaviest = max(heaviest or (grams, done), (grams, done))
            if done and grams > 0:
                lifted = one.weight.exact_grams * done
                volume += lifted
                if most_volume is None or round(lifted) > most_volume[0]:
                    most_volume = round(lifted), grams, done
        if estimated is not None and (e1rm is None or estimated > e1rm[0]):
            e1rm = estimated, one
        if one.duration_seconds:
            seconds += one.duration_seconds
            longest = max(longest, one.duration_seconds)
        if one.distance_meters:
            meters += one.distance_meters
            farthest = max(farthest, one.distance_meters)
            if one.duration_seconds:
                fastest = max(fastest, one.distance_meters / one.duration_seconds)
    top = e1rm[1] if e1rm else None
    return Bests(
        counted=int(bool(count)),
        set_count=count,
        rep_count=reps,
        volume=round(volume),
        seconds=seconds,
        meters=meters,
        best_e1rm=e1rm[0] if e1rm else None,
        best_weight=heaviest[0] if heaviest else None,
        best_set_volume=most_volume[0] if most_volume else None,
        best_reps=most_reps or None,
        best_seconds=longest or None,
        best_meters=farthest or None,
        best_pace=fastest or None,
        e1rm_weight=top.weight.grams if top and top.weight else None,
        e1rm_reps=top.reps if top else None,
        e1rm_rpe=top.rpe if top else None,
        heaviest_reps=heaviest[1] if heaviest else None,
        volume_weight=most_volume[1] if most_volume else None,
        volume_reps=most_volume[2] if most_volume else None,
    )
