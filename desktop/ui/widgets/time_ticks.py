"""Which days are labelled along a span of time, and how."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from desktop.ui.widgets.texts import month_text

# (unit, how many), from the finest to the coarsest
_STEPS = (
    *(("day", n) for n in (1, 2, 7, 14)),
    *(("month", n) for n in (1, 2, 3, 6)),
    *(("year", n) for n in (1, 2, 5, 10, 25, 50)),
)


def time_ticks(first: date, last: date, most: int) -> list[tuple[date, str]]:
    """At most so many evenly spaced days of a span, each with its label.

    The first label and each that starts a year say the year.
    """
    found: list[date] = []
    unit = "day"
    for unit, count in _STEPS:
        # one more than can be taken tells enough: there are ten thousand days in a life of lifting
        found = list(islice(_starts(first, last, unit, count), max(1, most) + 1))
        if len(found) <= max(1, most):
            break
    labels: list[tuple[date, str]] = []
    year: int | None = None
    for day in found:
        labels.append((day, _label(day, unit, day.year != year)))
        year = day.year
    return labels


def _starts(first: date, last: date, unit: str, count: int) -> Iterator[date]:
    if unit == "day":
        # counted from a fixed Monday, so that labels stay put while the chart is moved
        start = first.toordinal() + (1 - first.toordinal()) % count
        yield from (date.fromordinal(n) for n in range(start, last.toordinal() + 1, count))
        return
    months = count if unit == "month" else 12 * count
    place = -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // months) * months
    while (day := date(place // 12, place % 12 + 1, 1)) <= last:
        yield day
        place += months


def _label(day: date, unit: str, new_year: bool) -> str:
    if unit == "year":
        return str(day.year)
    if unit == "month":
        return f"{month_text(day)} {day.year}" if new_year else month_text(day)
    text = f"{day.day} {month_text(day)}"
    return f"{text} {day.year}" if new_year else text
