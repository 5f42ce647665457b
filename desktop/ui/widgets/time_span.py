"""Which days of a chart are in view, and moving them within the data."""

from __future__ import annotations

from datetime import date
from math import ceil, floor

import pyqtgraph as pg
from PySide6.QtCore import QObject, QTimer, Signal

LEAST_DAYS = 14.0
_PAD = 0.012  # of what is shown, free at both ends
_LEAST_PAD = 0.8  # days
_NEAR = 0.5  # days from the end of the data that are still there
_SETTLED_MS = 150


class TimeSpan(QObject):
    """The span of days that a view box shows. Days are ordinals, parts of days included.

    open_end: the day that a span without a last day ends with, if not the last.
    half: days that belong to a point on both sides, and are in view with it; None
    where a part of what is shown stands free at the edges.

    moved: other days are in view. While the user moves them is_moving is set;
    calmed: the user came to rest; chosen: at which first and last day, None for
    an open end.
    """

    moved = Signal()
    calmed = Signal()
    chosen = Signal(object, object)

    def __init__(self, box: pg.ViewBox, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._data = self._ends = (0.0, 0.0)
        self.open_end: float | None = None
        self.half: float | None = None
        self._is_set_by_us = False
        self.is_moving = False
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._on_settled)
        box.sigXRangeChanged.connect(self._on_moved)

    @property
    def is_set(self) -> bool:
        """There is something to move within."""
        return self._ends[0] < self._ends[1]

    @property
    def ends(self) -> tuple[float, float]:
        """How far one can move."""
        return self._ends

    @property
    def view(self) -> tuple[float, float]:
        """The edges of what is in view."""
        low, high = self._box.viewRange()[0]
        return low, high

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day in view; None where the view ends with the data."""
        low, high = self.view
        start, end = padded(*self._data, self.half)
        end = end if self.open_end is None else min(end, self.open_end)
        return (
            None if abs(low - start) <= _NEAR else date.fromordinal(ceil(low)),
            None if high >= end - _NEAR else date.fromordinal(floor(high)),
        )

    def set_ends(self, first: float, last: float) -> None:
        """The first and the last day that can be moved to; `show` may have more to show."""
        self._data = (float(first), float(last))
        self._limit(*self._data)

    def show(self, first: date | None, last: date | None) -> None:
        """Show these days; None: from the first day, to the last one there is."""
        if not self.is_set:
            return
        low, high = self._data
        # days before or after all data are shown as what they are: empty
        self._limit(
            min(low, first.toordinal()) if first and last and last.toordinal() < low else low,
            max(high, last.toordinal()) if first and last and first.toordinal() > high else high,
        )
        start, end = self._ends
        right = float(last.toordinal()) if last else self.open_end or end
        left, right = padded(
            float(first.toordinal()) if first else start, min(right, end), self.half
        )
        self._is_set_by_us = True
        # nothing lies beyond the end: room for it would be taken from before the first day
        self._show_days(start if first is None else left, min(right, end))
        self._is_set_by_us = self.is_moving = False
        self._settled.stop()
        self.moved.emit()

    # what the user does
    def take(self, left: float, right: float) -> None:
        """Show what lies between two days, as far as there are any, as the user said."""
        if self.is_set:
            self._show_days(left, right)

    def take_all(self) -> None:
        """Show everything because the user said so."""
        self.take(*padded(*self._data, self.half))

    def reach(self, day: float) -> None:
        """Move, if need be, so that a day is in view."""
        low, high = self.view
        if not low <= day <= high:
            half = (high - low) / 2
            self.take(day - half, day + half)

    def move(self, share: float) -> None:
        """Move by a share of what is in view."""
        low, high = self.view
        self.take(low + share * (high - low), high + share * (high - low))

    def zoom(self, factor: float, middle: float | None) -> None:
        """Show so many times the days, around one of them."""
        low, high = self.view
        around = (low + high) / 2 if middle is None else middle
        left = around - (around - low) * factor
        self.take(left, left + (high - low) * factor)

    def _limit(self, first: float, last: float) -> None:
        ends = padded(first, last, self.half)
        if ends != self._ends:
            self._ends = ends
            self._is_set_by_us = True
            self._box.setLimits(xMin=ends[0], xMax=ends[1], minXRange=LEAST_DAYS)
            self._is_set_by_us = False

    def _show_days(self, left: float, right: float) -> None:
        start, end = self._ends
        wide = min(max(right - left, LEAST_DAYS), end - start)
        left = min(max(left, start), end - wide)
        self._box.setXRange(left, left + wide, padding=0)

    def _on_moved(self) -> None:
        if self.is_set and not self._is_set_by_us:
            self.is_moving = True
            self._settled.start()
            self.moved.emit()

    def _on_settled(self) -> None:
        self.is_moving = False
        self.calmed.emit()
        self.chosen.emit(*self.days)


def padded(left: float, right: float, half: float | None = None) -> tuple[float, float]:
    """A little more at both ends, or so much, and never less than what can be looked at."""
    pad = max(_LEAST_PAD, (right - left) * _PAD) if half is None else half
    lack = max(0.0, LEAST_DAYS - (right - left + 2 * pad)) / 2
    return left - pad - lack, right + pad + lack
