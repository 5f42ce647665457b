"""Reckoning with days."""

from datetime import date, timedelta


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, its last one where that month is shorter."""
    place = day.year * 12 + day.month - 1 - months
    start = date(place // 12, place % 12 + 1, 1)
    next_start = (start + timedelta(days=31)).replace(day=1)
    return min(start + timedelta(days=day.day - 1), next_start - timedelta(days=1))
