"""The axes of a chart over time: days at the bottom, values at the left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import ceil
from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QFont, QFontMetricsF

from desktop.ui.sizes import px
from desktop.ui.widgets.time_ticks import time_ticks

_LEFT = 52
_BESIDE, _BELOW = 10, 8
_APART = 56  # pixels between labels that are chosen
Ticks = Callable[[float, float, int], list[float]]


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
        # where it is labelled between two values, if so many labels have room; None: as usual
        self.ticks: Ticks | None = None
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
        self.setWidth(max(px(_LEFT), ceil(wide) + _BESIDE))

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, Any]]:
        if self.ticks is None:
            found: list[tuple[float, Any]] = super().tickValues(minVal, maxVal, size)
            return found
        return [(1.0, self.ticks(minVal, maxVal, max(2, int(size // px(_APART)))))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [self.write(value) for value in values]
