"""A level within a band, drawn behind the points of a chart, and where it may go from here."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem

from desktop.ui.theme import Colors
from desktop.ui.widgets.chart_line import View

Floats = NDArray[np.float64]

_POINTS_A_PIXEL = 0.5
_PAST, _AHEAD, _EDGE = 0.17, 0.09, 0.5  # how strong the colour is


class Band(NamedTuple):
    """days ascending; level within low and high, in the values of the chart."""

    days: Floats
    level: Floats
    low: Floats
    high: Floats

    def between(self, first: float, last: float) -> Band:
        """What lies between two days, and the point beside it on either side."""
        start = max(0, int(np.searchsorted(self.days, first)) - 1)
        end = int(np.searchsorted(self.days, last)) + 1
        return Band(*(values[start:end] for values in self))


class BandItems:
    """The items of a band in a plot. gap: nothing is drawn between days further apart."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._past: Band | None = None
        self._ahead: Band | None = None
        self._gap = np.inf
        self._shown: Colors | None = None
        self._fill, self._next_fill = QGraphicsPathItem(), QGraphicsPathItem()
        self._level, self._next = pg.PlotCurveItem(), pg.PlotCurveItem()
        self._edges = (pg.PlotCurveItem(), pg.PlotCurveItem())
        for depth, item in enumerate((self._fill, self._next_fill)):
            item.setPen(pg.mkPen(None))
            item.setZValue(-20 + depth)
            plot.addItem(item, ignoreBounds=True)
        for item in (self._level, self._next, *self._edges):
            item.setZValue(12)
            plot.addItem(item, ignoreBounds=True)

    @property
    def is_shown(self) -> bool:
        """There is a band."""
        return self._past is not None

    def set_band(self, past: Band | None, ahead: Band | None, gap: float) -> None:
        """Draw these; None: nothing."""
        self._past, self._ahead, self._gap = past, ahead, gap
        for item in (self._fill, self._next_fill, self._level, self._next, *self._edges):
            item.setVisible(past is not None)

    def restyle(self, shown: Colors) -> None:
        """Draw in the theme's colours."""
        self._shown = shown
        for fill, strength in ((self._fill, _PAST), (self._next_fill, _AHEAD)):
            fill.setBrush(_faint(shown.accent, strength))
        self._level.setPen(pg.mkPen(shown.accent, width=2))
        self._next.setPen(pg.mkPen(shown.accent, width=2, style=Qt.PenStyle.DashLine))
        for edge in self._edges:
            edge.setPen(pg.mkPen(_faint(shown.accent, _EDGE), width=1, style=Qt.PenStyle.DotLine))

    def bounds(self, first: float, last: float) -> tuple[float, float] | None:
        """The least and the greatest value between two days."""
        seen = [one.between(first, last) for one in (self._past, self._ahead) if one is not None]
        lows = [float(one.low.min()) for one in seen if len(one.days)]
        highs = [float(one.high.max()) for one in seen if len(one.days)]
        return (min(lows), max(highs)) if lows else None

    def show(self, first: float, last: float, look: View) -> None:
        """Draw what lies between two days."""
        if self._past is None:
            return
        past = _thinned(self._past.between(first, last), look.days / look.pixel)
        joined = np.diff(past.days, append=np.inf) <= self._gap
        self._fill.setPath(_area(past, joined))
        self._level.setData(
            past.days, past.level, connect=joined.astype(np.int32), antialias=not look.is_moving
        )
        if self._ahead is not None:
            ahead = self._ahead.between(first, last)
            self._next_fill.setPath(_area(ahead, np.ones(len(ahead.days), dtype=bool)))
            self._next.setData(ahead.days, ahead.level, antialias=not look.is_moving)
            for edge, values in zip(self._edges, (ahead.low, ahead.high), strict=True):
                edge.setData(ahead.days, values)


def _thinned(band: Band, pixels: float) -> Band:
    """A band is smooth: some of its points do, the first and the last of them."""
    step = int(len(band.days) / max(1.0, pixels * _POINTS_A_PIXEL))
    if step < 2:
        return band
    kept = np.append(np.arange(0, len(band.days) - 1, step), len(band.days) - 1)
    return Band(*(values[kept] for values in band))


def _area(band: Band, joined: NDArray[np.bool_]) -> QPainterPath:
    """The area between the edges, apart where days are not joined to the ones after them."""
    path = QPainterPath()
    starts = np.concatenate([[0], np.flatnonzero(~joined[:-1]) + 1, [len(band.days)]])
    for start, end in pairwise(starts.tolist()):
        if end - start > 1:
            days, low, high = (one[start:end] for one in (band.days, band.low, band.high))
            x, y = np.concatenate([days, days[::-1]]), np.concatenate([high, low[::-1]])
            path.addPath(pg.arrayToQPath(x, y, connect="all"))
    return path


def _faint(color: QColor, strength: float) -> QColor:
    faint = QColor(color)
    faint.setAlphaF(strength)
    return faint
