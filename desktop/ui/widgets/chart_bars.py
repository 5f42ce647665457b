"""The bars of a chart: no narrower than a pixel, however many there are."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray

from desktop.ui.theme import Colors
from desktop.ui.widgets.chart_line import View

Floats = NDArray[np.float64]

_SHARE = 0.7  # of the room between two bars
_LEAST = 0.8  # days
_LEAST_PIXELS, _MOST_PIXELS = 1.5, 24.0


class BarItems:
    """Bars from zero up, days ascending."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.days: Floats = np.empty(0)
        self.values: Floats = np.empty(0)
        self.width = self.shown_width = _LEAST
        self._item = pg.BarGraphItem(x=[], height=[], width=1.0, pen=pg.mkPen(None))
        plot.addItem(self._item, ignoreBounds=True)

    def set_points(self, days: Floats, values: Floats) -> None:
        """Draw these; none: nothing."""
        self.days, self.values = days, values
        gaps = np.diff(np.unique(days))
        self.width = max(_LEAST, float(np.median(gaps)) * _SHARE) if len(gaps) else _LEAST
        self._item.setVisible(bool(len(days)))

    def show(self, low: float, high: float, look: View) -> None:
        """Draw what lies between two days."""
        if not len(self.days):
            return
        room = self.width
        first, last = np.searchsorted(self.days, (low - room, high + room))
        days, values = self.days[first:last], self.values[first:last]
        if len(days) * look.pixel > look.days:
            # the highest bar of each pixel is what would be seen
            starts = np.flatnonzero(np.diff(days // look.pixel, prepend=-1.0))
            days, values = days[starts], np.maximum.reduceat(values, starts)
        self.shown_width = min(
            max(self.width, _LEAST_PIXELS * look.pixel), _MOST_PIXELS * look.pixel
        )
        self._item.setOpts(x=days, height=values, width=self.shown_width)

    def restyle(self, shown: Colors) -> None:
        """Draw in the theme's colours."""
        self._item.setOpts(brush=pg.mkBrush(shown.accent))
