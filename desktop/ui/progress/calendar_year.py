"""Where the days of a year stand in a heat map, and how strong each of them is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

LEVELS = 4  # of training days; 0 is none


def first_day_shown(year: int, first_weekday: int) -> date:
    """The first day of the week that the year begins in; first_weekday: 0 Monday to 6 Sunday."""
    start = date(year, 1, 1)
    return start - timedelta((start.weekday() - first_weekday) % 7)


def place_of(day: date, year: int, first_weekday: int) -> tuple[int, int]:
    """(column, row) of a day: a column for each week, a row for each weekday."""
    return divmod((day - first_day_shown(year, first_weekday)).days, 7)


def columns_of(year: int, first_weekday: int) -> int:
    """How many weeks a year touches: 53 or 54."""
    return place_of(date(year, 12, 31), year, first_weekday)[0] + 1


def days_of(year: int) -> list[date]:
    """Every day of a year."""
    start = date(year, 1, 1)
    return [start + timedelta(n) for n in range((date(year + 1, 1, 1) - start).days)]


def bounds_of(values: Iterable[float]) -> tuple[float, ...]:
    """What parts the levels: the quarters of all values above nothing; fewer where they are alike.

    A level reaches up to its bound, the highest one has none.
    """
    known = sorted(value for value in values if value > 0)
    if not known:
        return ()
    quarters = {known[(len(known) - 1) * n // LEVELS] for n in range(1, LEVELS)}
    return tuple(sorted(one for one in quarters if one < known[-1]))


def level_of(value: float, bounds: Sequence[float]) -> int:
    """0 for nothing, up to LEVELS for the most."""
    if value <= 0:
        return 0
    return LEVELS - len(bounds) + bisect_left(bounds, value)
