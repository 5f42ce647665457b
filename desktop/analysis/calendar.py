"""Training days as habits: streaks, and when in the week and in the day they fall."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from desktop.analysis.volume import week_start
from desktop.domain.training import TrainingDay

_WEEK = timedelta(days=7)


class Streak(NamedTuple):
    """Weeks in a row. first, last: training days; None when there is no streak."""

    length: int
    first: date | None = None
    last: date | None = None


class Streaks(NamedTuple):
    """The streak of weeks that still goes on, and the longest ever.

    A week counts with one training day. The present streak still goes on
    while this week can be added to it.
    """

    weeks: Streak
    longest_weeks: Streak


class Slot(NamedTuple):
    """What fell on a weekday (0 Monday to 6 Sunday) or began in an hour (0 to 23)."""

    place: int
    sessions: int
    share: float


def streaks(days: Iterable[date], today: date, first_weekday: int = 0) -> Streaks:
    """The streaks of training days, in any order; those after today are left out.

    Of two longest streaks the later one is told.
    """
    done = sorted({day for day in days if day <= today})
    weeks = _runs(done, [week_start(day, first_weekday) for day in done])
    return Streaks(_current(weeks, week_start(today, first_weekday) - _WEEK), _longest(weeks))


def by_weekday(days: Iterable[TrainingDay]) -> tuple[Slot, ...]:
    """Sessions by weekday, Monday first."""
    counts = [0] * 7
    for one in days:
        counts[one.day.weekday()] += len(one.starts)
    return _slots(counts)


def by_hour(days: Iterable[TrainingDay]) -> tuple[Slot, ...]:
    """Sessions by the hour of the user's clock in which they began."""
    counts = [0] * 24
    for one in days:
        for start in one.starts:
            counts[start // 60] += 1
    return _slots(counts)


def _slots(counts: Sequence[int]) -> tuple[Slot, ...]:
    total = sum(counts)
    return tuple(
        Slot(place, count, count / total if total else 0.0) for place, count in enumerate(counts)
    )


def _runs(days: Sequence[date], starts: Sequence[date]) -> list[Streak]:
    """Streaks of weeks that follow each other. starts: of the week each day lies in."""
    runs: list[Streak] = []
    before: date | None = None
    for day, start in zip(days, starts, strict=True):
        if start == before:
            runs[-1] = runs[-1]._replace(last=day)
        elif before is not None and start - before == _WEEK:
            runs[-1] = runs[-1]._replace(length=runs[-1].length + 1, last=day)
        else:
            runs.append(Streak(1, day, day))
        before = start
    return runs


def _current(runs: Sequence[Streak], since: date) -> Streak:
    """The last streak, if a day of it lies in this week or the one before."""
    last = runs[-1] if runs else Streak(0)
    return last if last.last is not None and last.last >= since else Streak(0)


def _longest(runs: Sequence[Streak]) -> Streak:
    return max(reversed(runs), key=lambda run: run.length, default=Streak(0))
