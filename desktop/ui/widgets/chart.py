"""Values over time: a line or bars, with the records in gold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import Colors, colors
from desktop.ui.widgets.time_plot import TimePlot

_DOTS_UP_TO = 120
_WIDE_PEN_UP_TO = 2_000


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day, with the words of its card."""

    day: date
    value: float
    is_record: bool = False
    text: str = ""


class TimeChart(TimePlot):
    """One value a session. Fast with many points: they are handed over once, and clipped."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._points: tuple[Point, ...] = ()
        self._y = np.empty(0)
        self._as_bars = False
        self._line = pg.PlotDataItem()
        self._bars: pg.BarGraphItem | None = None
        self._dots = pg.ScatterPlotItem(size=5, pen=None)
        self._records = pg.ScatterPlotItem(size=9)
        self._mark = pg.ScatterPlotItem(size=11)
        super().__init__(name, parent)
        for depth, item in enumerate((self._line, self._dots, self._records, self._mark)):
            item.setZValue(depth)
            self.addItem(item)
        # not before: a line takes the plot's own settings when it is added
        self._line.setClipToView(True)
        self._line.setDownsampling(auto=True, method="peak")

    def set_points(
        self,
        points: Sequence[Point],
        title: Callable[[date], str],
        write: Callable[[float], str],
        as_bars: bool = False,
    ) -> None:
        """Show these, oldest first; write: how a value stands on the axis."""
        self._points = tuple(points)
        self._as_bars = as_bars
        self.values.write = write
        self._y = np.array([point.value for point in points], dtype=float)
        days = [float(point.day.toordinal()) for point in points]
        self._draw(np.array(days))
        self.restyle(colors(self))
        self.set_days(days, lambda place: (title(points[place].day), points[place].text))

    @property
    def points(self) -> tuple[Point, ...]:
        """What is shown."""
        return self._points

    def restyle(self, shown: Colors) -> None:
        width = 2 if len(self._points) <= _WIDE_PEN_UP_TO else 1
        self._line.setPen(pg.mkPen(shown.accent, width=width))
        self._line.opts["antialias"] = width > 1
        self._dots.setBrush(shown.accent)
        self._records.setBrush(shown.gold_fill)
        self._records.setPen(pg.mkPen(shown.gold_mark, width=1.5))
        self._mark.setBrush(None)
        self._mark.setPen(pg.mkPen(shown.text, width=2))
        if self._bars is not None:
            gold, plain = pg.mkBrush(shown.gold_fill), pg.mkBrush(shown.accent)
            brushes = [gold if point.is_record else plain for point in self._points]
            self._bars.setOpts(brushes=brushes, pen=pg.mkPen(None))

    def fit_values(self, low: int, high: int) -> None:
        seen = self._y[low:high] if high > low else self._y
        bottom, top = float(seen.min()), float(seen.max())
        if self._as_bars:
            bottom = min(bottom, 0.0)
        room = (top - bottom) * 0.08 or abs(top) * 0.1 or 1.0
        # room above for the value card, that hides nothing while it is away
        self.plotItem.vb.setYRange(bottom - (0 if self._as_bars else room), top + room, padding=0)
        self._dots.setVisible(not self._as_bars and high - low <= _DOTS_UP_TO)

    def hover(self, place: int | None) -> None:
        super().hover(place)
        spots = [] if place is None else [(self._points[place].day.toordinal(), self._y[place])]
        self._mark.setData(pos=spots)

    def _draw(self, x: np.ndarray) -> None:
        if self._bars is not None:
            self.removeItem(self._bars)
            self._bars = None
        gold = np.array([point.is_record for point in self._points], dtype=bool)
        if self._as_bars:
            gaps = np.diff(x)
            width = max(0.8, float(np.median(gaps)) * 0.7) if len(gaps) else 1.0
            self._bars = pg.BarGraphItem(x=x, height=self._y, width=width)
            self.addItem(self._bars)
            self._line.setData([], [])
            self._dots.setData([], [])
            self._records.setData([], [])
        else:
            self._line.setData(x, self._y)
            self._dots.setData(x[~gold], self._y[~gold])
            self._records.setData(x[gold], self._y[gold])
