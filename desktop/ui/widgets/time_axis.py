"""The axes of a chart over time: days at the bottom, values at the left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from math import ceil
from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QFont, QFontMetricsF

from desktop.ui.widgets.texts import month_text

# (unit, how many), from the finest to the coarsest
_STEPS = (
    *(("day", n) for n in (1, 2, 7, 14)),
    *(("month", n) for n in (1, 2, 3, 6)),
    *(("year", n) for n in (1, 2, 5, 10, 25, 50)),
)
_LEFT = 52
_BESIDE, _BELOW = 10, 8


def time_ticks(first: date, last: date, most: int) -> list[tuple[date, str]]:
    """At most so many evenly spaced days of a span, each with its label.

    The first label and each that starts a year say the year.
    """
    found: list[date] = []
    unit = "day"
    for unit, count in _STEPS:
        found = list(_starts(first, last, unit, count))
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


class DayAxis(pg.AxisItem):
    """Days as ordinals, labelled so that no two labels touch and none is cut off."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self._labels: dict[float, str] = {}
        self.enableAutoSIPrefix(False)

    def set_font(self, font: QFont) -> None:
        """Write the labels in it, with room for them."""
        self.setTickFont(font)
        self.setHeight(ceil(QFontMetricsF(font).height()) + _BELOW)

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, Any]]:
        metrics = QFontMetricsF(self.style["tickFont"] or self.font())
        wide = metrics.horizontalAdvance("30 Sep 2026")
        days_a_label = (maxVal - minVal) * (wide / 2 + 2) / max(size, 1.0)
        low = minVal + days_a_label
        if maxVal <= low:
            return []
        first = date.fromordinal(max(1, int(low) + 1))
        last = date.fromordinal(max(1, int(maxVal)))
        ticks = time_ticks(first, max(first, last), int(size // (wide + 16)))
        self._labels = {}
        for day, text in ticks:
            # the last one may be short enough to stand near the end
            half = days_a_label * metrics.horizontalAdvance(text) / wide
            if day.toordinal() + half <= maxVal:
                self._labels[float(day.toordinal())] = text
        return [(1.0, list(self._labels))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [self._labels.get(value, "") for value in values]


class ValueAxis(pg.AxisItem):
    """Values written by a given function, a line across the chart for each."""

    def __init__(self) -> None:
        super().__init__("left")
        self.write: Callable[[float], str] = "{:g}".format
        self.enableAutoSIPrefix(False)
        self._widest: tuple[float, ...] = ()

    def set_font(self, font: QFont) -> None:
        """Write the labels in it, with room for them."""
        self.setTickFont(font)
        self.make_room(self._widest)

    def make_room(self, values: tuple[float, ...]) -> None:
        """Be as wide as the widest of these values is written: it stays while the chart moves."""
        self._widest = values
        metrics = QFontMetricsF(self.style["tickFont"] or self.font())
        wide = max((metrics.horizontalAdvance(self.write(one)) for one in values), default=0.0)
        self.setWidth(max(_LEFT, ceil(wide) + _BESIDE))

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [self.write(value) for value in values]
