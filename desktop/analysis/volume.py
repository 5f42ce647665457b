"""How much was done: sets for each muscle and week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from desktop.domain.muscles import Muscle, MuscleGroup

if TYPE_CHECKING:
    from desktop.domain.library import Exercise
    from desktop.domain.training import WeeklySets

PRIMARY = 1.0
SECONDARY = 0.5
_WEEK = timedelta(days=7)

Key = TypeVar("Key")


class _Done(NamedTuple):
    """The sets of an exercise by week."""

    exercise: Exercise
    sets: dict[date, int]


def week_start(day: date, first_weekday: int = 0) -> date:
    """The first day of the week that `day` lies in; first_weekday: 0 Monday to 6 Sunday."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def weeks_between(first: date, last: date, first_weekday: int = 0) -> tuple[date, ...]:
    """The first days of all weeks from that of `first` to that of `last`, none left out."""
    start = week_start(first, first_weekday)
    count = (week_start(last, first_weekday) - start).days // 7 + 1
    return tuple(start + _WEEK * n for n in range(count))


def weekly_sets(
    rows: Iterable[tuple[date, Exercise, int]],
    first_weekday: int = 0,
    first: date | None = None,
    last: date | None = None,
) -> WeeklySets:
    """Sets for each muscle and week out of (day, exercise, counted sets) rows in any order.

    A primary muscle counts 1 for each set, a secondary one 0.5; a group of
    muscles as much as the muscle of it that counts most. The weeks
    run from that of `first` (the earliest row when None) to that of `last`
    (the latest row when None); rows outside are left out. Muscles that were
    never trained in that time are not in the result.
    """
    from desktop.domain.training import WeeklySets

    starts: dict[date, date] = {}
    done: dict[int, _Done] = {}
    for day, exercise, sets in rows:
        if (first is None or day >= first) and (last is None or day <= last):
            start = starts.get(day)
            if start is None:
                start = starts[day] = week_start(day, first_weekday)
            one = done.get(id(exercise))
            if one is None:
                one = done[id(exercise)] = _Done(exercise, defaultdict(int))
            one.sets[start] += sets
    if not starts and (first is None or last is None):
        return WeeklySets((), {}, {})
    weeks = weeks_between(first or min(starts), last or max(starts), first_weekday)
    muscles: dict[Muscle, list[float]] = {}
    groups: dict[MuscleGroup, list[float]] = {}
    for exercise, by_week in done.values():
        counts = [by_week.get(week, 0) for week in weeks]
        of_muscles, of_groups = _shares(exercise)
        _count(muscles, of_muscles, counts)
        _count(groups, of_groups, counts)
    return WeeklySets(
        weeks,
        {one: tuple(muscles[one]) for one in Muscle if one in muscles},
        {one: tuple(groups[one]) for one in MuscleGroup if one in groups},
    )


def muscle_shares(exercise: Exercise) -> dict[Muscle, float]:
    """What one set of the exercise counts for each muscle."""
    muscles = dict.fromkeys(exercise.secondary, SECONDARY)
    muscles.update(dict.fromkeys(exercise.primary, PRIMARY))
    return muscles


def _shares(exercise: Exercise) -> tuple[dict[Muscle, float], dict[MuscleGroup, float]]:
    """What one set of the exercise counts for each muscle, and for each group."""
    muscles = muscle_shares(exercise)
    groups: dict[MuscleGroup, float] = {}
    for muscle, share in muscles.items():
        groups[muscle.group] = max(share, groups.get(muscle.group, 0.0))
    return muscles, groups


def _count(totals: dict[Key, list[float]], shares: dict[Key, float], counts: Sequence[int]) -> None:
    for key, share in shares.items():
        before = totals.get(key)
        if before is None:
            totals[key] = [share * sets for sets in counts]
        else:
            totals[key] = [total + share * sets for total, sets in zip(before, counts, strict=True)]
