"""The weeks that are looked at, and what they come to for each muscle."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.muscles import MUSCLES_OF, Muscle, MuscleGroup
from desktop.domain.training import Landmark, WeeklySets

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
LITTLE, ENOUGH, MUCH = "Too little", "Productive", "A lot"


@dataclass(frozen=True, slots=True)
class Weeks:
    """Weeks of a log, from the place `start` up to, not including, `end`.

    left_out: the week that is not over yet, which would pull every mean down.
    """

    days: tuple[date, ...]
    start: int
    end: int
    left_out: bool = False

    @property
    def count(self) -> int:
        """How many weeks."""
        return self.end - self.start

    @property
    def before(self) -> range:
        """As many weeks before them, as far as the log goes back."""
        return range(max(0, self.start - self.count), self.start)

    @property
    def first(self) -> date:
        """The first day."""
        return self.days[self.start]

    @property
    def last(self) -> date:
        """The last day."""
        return self.days[self.end - 1] + _WEEK - _DAY


@dataclass(frozen=True, slots=True)
class Amount:
    """Weekly sets of a muscle or a group: the mean of the weeks, and of those before.

    landmark: of the group. is_own: the landmark can be changed here.
    """

    key: Muscle | MuscleGroup
    name: str
    sets: float
    before: float | None
    landmark: Landmark | None
    is_own: bool

    @property
    def group(self) -> MuscleGroup:
        """The group, also of a muscle."""
        return self.key.group if isinstance(self.key, Muscle) else self.key

    @property
    def verdict(self) -> str:
        """Where the mean stands, as it is shown; empty without a landmark."""
        if self.landmark is None:
            return ""
        if self.sets < self.landmark.low:
            return LITTLE
        return MUCH if self.sets > self.landmark.high else ENOUGH

    @property
    def change(self) -> float | None:
        """Against the weeks before."""
        return None if self.before is None else round(self.sets - self.before, 1)


def weeks_of(days: Sequence[date], first: date | None, last: date | None, today: date) -> Weeks:
    """The weeks that begin between two days; that of a shorter span is the one it lies in.

    The week of today is left out of several.
    """
    start = bisect_left(days, first) if first else 0
    end = bisect_right(days, last) if last else len(days)
    if end <= start:
        start = max(0, bisect_right(days, first or last or today) - 1)
        is_in = start < len(days) and (last or today) >= days[start]
        is_in = is_in and (first is None or first < days[start] + _WEEK)
        return Weeks(tuple(days), start, start + 1 if is_in else start)
    is_open = today < days[end - 1] + _WEEK and end - start > 1
    return Weeks(tuple(days), start, end - is_open, is_open)


def mean(values: Sequence[float], places: range) -> float | None:
    """A week's mean as it is shown, to a tenth; None of no weeks."""
    if not places:
        return None
    return round(sum(values[place] for place in places) / len(places), 1)


def of_groups(
    weekly: WeeklySets, weeks: Weeks, landmarks: Mapping[MuscleGroup, Landmark]
) -> list[Amount]:
    """Every group; cardio only where it was done."""
    shown = [one for one in MuscleGroup if one is not MuscleGroup.CARDIO or one in weekly.groups]
    return [
        _amount(one, one.value, weekly.groups.get(one), weeks, landmarks.get(one), is_own=True)
        for one in shown
    ]


def of_muscles(
    weekly: WeeklySets,
    weeks: Weeks,
    landmarks: Mapping[MuscleGroup, Landmark],
    group: MuscleGroup | None = None,
) -> list[Amount]:
    """The muscles of a group; without one all that were ever trained."""
    shown = MUSCLES_OF[group] if group else [one for one in Muscle if one in weekly.sets]
    return [
        _amount(one, one.label, weekly.sets.get(one), weeks, landmarks.get(one.group), is_own=False)
        for one in shown
    ]


def _amount(
    key: Muscle | MuscleGroup,
    name: str,
    values: Sequence[float] | None,
    weeks: Weeks,
    landmark: Landmark | None,
    *,
    is_own: bool,
) -> Amount:
    known = values or [0.0] * len(weeks.days)
    sets = mean(known, range(weeks.start, weeks.end)) or 0.0
    return Amount(key, name, sets, mean(known, weeks.before), landmark, is_own)
