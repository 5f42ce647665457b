"""One line of a chart: drawn no finer than the pixels are, and not across gaps."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QPen

from desktop.ui.theme import Colors
from desktop.ui.widgets.chart_looks import LOOKS, mark_path, pen_of

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# points in view that can have symbols and dashes, and a wide line: these are slow
_SPARSE, _WIDE_UP_TO = 150, 400
_QUIET, _QUIETER = 0.4, 0.22  # how strong points are under a band, few of them and many
_MARKS_APART = 60  # pixels between the marks that tell a line with many points apart
_PER_PIXEL = 3


class View(NamedTuple):
    """How a chart is looked at: the days across it, and across one of its pixels.

    is_moving: what is drawn now is gone with the next frame. points: how many
    are in view.
    """

    days: float
    pixel: float
    is_moving: bool
    points: int

    @property
    def is_sparse(self) -> bool:
        """There are few points in view."""
        return self.points <= _SPARSE

    @property
    def is_wide(self) -> bool:
        """They are few enough for lines that are easily seen."""
        return self.points <= _WIDE_UP_TO


class LineItems:
    """The items of one line in a plot. place: of its look.

    gap: a line is not drawn between points that are more days apart.
    """

    def __init__(self, plot: pg.PlotItem, place: int) -> None:
        self.place = place
        self.days: Floats = np.empty(0)
        self.values: Floats = np.empty(0)
        self._breaks: Bools = np.empty(0, dtype=bool)
        self._lone: Bools = np.empty(0, dtype=bool)
        self._is_quiet = False
        self._shown: Colors | None = None
        self._curve = pg.PlotCurveItem()
        self._dots = pg.ScatterPlotItem(size=6, symbol=_symbol(place), pen=None)
        self._items = (self._curve, self._dots)
        for item in self._items:
            item.setZValue(10 - place)
            plot.addItem(item, ignoreBounds=True)

    def set_points(self, days: Floats, values: Floats, gap: float, *, quiet: bool) -> None:
        """Draw these, days ascending. quiet: points alone, for a trend is drawn over them."""
        self.days, self.values, self._is_quiet = days, values, quiet
        self._breaks = np.diff(days) > gap
        alone_before = np.concatenate([[True], self._breaks])
        self._lone = alone_before & np.concatenate([self._breaks, [True]])[: len(days)]
        self.restyle(self._shown)

    def restyle(self, shown: Colors | None) -> None:
        """Draw in the theme's colours."""
        self._shown = shown
        if shown is not None:
            color = shown.series[self.place % len(shown.series)]
            self._dots.setBrush(color)
            self._dots.setOpacity(0.55 if self._is_quiet else 1.0)

    def show(self, low: float, high: float, look: View) -> None:
        """Draw what lies between two days."""
        if self._shown is None:
            return
        # with the points beside it, so that the line goes on to the edges
        first = max(0, int(np.searchsorted(self.days, low)) - 1)
        last = int(np.searchsorted(self.days, high)) + 1
        days, values = self.days[first:last], self.values[first:last]
        x, y, joined = thinned(days, values, ~self._breaks[first : last - 1], look.pixel)
        self._curve.setData(
            x,
            y,
            connect=joined.astype(np.int32),
            pen=self._pen(look),
            antialias=self._is_thin(look) or not look.is_moving,
        )
        # a path is joined nicely, and takes several times as long
        is_path = look.is_sparse or self._is_thin(look)
        self._curve.setSegmentedLineMode("auto" if is_path else "on")
        self._curve.setVisible(not (self._is_quiet and look.is_sparse))
        seen = self._marked(first, len(days), look)
        self._dots.setData(days[seen], values[seen])

    def remove_from(self, plot: pg.PlotItem) -> None:
        """Take the line out."""
        for item in self._items:
            plot.removeItem(item)

    def _marked(self, first: int, count: int, look: View) -> Bools:
        """Every point where they are few; else those without a line, and some to tell it by."""
        if look.is_sparse:
            return np.ones(count, dtype=bool)
        marked = self._lone[first : first + count].copy()
        if self.place:
            apart = max(1, int(count * _MARKS_APART * look.pixel / max(look.days, 1.0)))
            marked |= np.arange(first, first + count) % apart == 0
        return marked

    def _is_thin(self, look: View) -> bool:
        return self._is_quiet or not look.is_wide

    def _pen(self, look: View) -> QPen:
        assert self._shown is not None
        width = 1.0 if self._is_thin(look) else 2.0 if look.is_sparse else 1.5
        pen = pen_of(self._shown, self.place, width, dashed=look.is_sparse)
        if self._is_quiet:
            color = pen.color()
            color.setAlphaF(_QUIET if look.is_wide else _QUIETER)
            pen.setColor(color)
        return pen


def thinned(
    days: Floats, values: Floats, connected: Bools, pixel: float
) -> tuple[Floats, Floats, Bools]:
    """The points, or the least and the greatest value of every pixel where there are more.

    connected: for each point but the last, whether a line leads on from it.
    pixel: its width in days. The last of the result says it for each point.
    """
    joined = np.concatenate([connected, [False]])[: len(days)]
    if len(days) < 2 or len(days) * pixel <= _PER_PIXEL * (days[-1] - days[0]):
        return days, values, joined
    places = (days // pixel).astype(np.int64)
    starts = np.flatnonzero(np.diff(places, prepend=places[0] - 1))
    ends = np.append(starts[1:], len(days)) - 1
    least, most = np.minimum.reduceat(values, starts), np.maximum.reduceat(values, starts)
    leads_on = np.column_stack([np.ones(len(starts), dtype=bool), joined[ends]])
    return np.repeat(days[starts], 2), np.column_stack([least, most]).ravel(), leads_on.ravel()


def _symbol(place: int) -> Any:
    """Pyqtgraph's own cross is thin: the marks are of one size."""
    return mark_path(LOOKS[place % len(LOOKS)].symbol, 1.0)
