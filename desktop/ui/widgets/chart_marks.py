"""The marks above the lines of a chart: records, what cannot be true, the point under the mouse."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray

from desktop.ui.theme import Colors
from desktop.ui.widgets.chart_looks import mark_path

Floats = NDArray[np.float64]

_ABOVE: Any = mark_path("t1", 1.0)
_WITHIN: Any = mark_path("o", 1.0)
_RECORD: Any = mark_path("d", 1.0)
_LARGE, _SMALL = 12, 8


class MarkItems:
    """The items of the marks in a plot."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.records = pg.ScatterPlotItem(size=_LARGE, symbol=_RECORD)
        self.outliers = pg.ScatterPlotItem(size=9, symbol=_WITHIN)
        self.hovered = pg.ScatterPlotItem(size=14, symbol="o")
        self._strange: tuple[Floats, Floats] = (np.empty(0), np.empty(0))
        for depth, item in enumerate((self.outliers, self.records, self.hovered)):
            item.setZValue(30 + depth)
            plot.addItem(item, ignoreBounds=True)

    def set_points(
        self, records: tuple[Floats, Floats], outliers: tuple[Floats, Floats], *, is_crowded: bool
    ) -> None:
        """Mark these, each as days and values. is_crowded: other lines want to be seen, too."""
        self.records.setSize(_SMALL if is_crowded else _LARGE)
        self.records.setData(*records)
        self._strange = outliers
        self.outliers.setData(*outliers)

    def hover(self, day: float, value: float) -> None:
        """Ring a point."""
        self.hovered.setData([day], [value])

    def leave(self) -> None:
        """Ring nothing."""
        self.hovered.setData([], [])

    def fit(self, low: float, high: float) -> None:
        """Bring what lies beyond these values to their edge, as an arrow."""
        days, values = self._strange
        if not len(days):
            return
        room = (high - low) * 0.02
        held = np.clip(values, low + room, high - room)
        symbols = [_ABOVE if far else _WITHIN for far in (values > high).tolist()]
        self.outliers.setData(days, held, symbol=symbols)

    def restyle(self, shown: Colors) -> None:
        """Draw in the theme's colours."""
        self.records.setBrush(shown.gold_fill)
        # in the dark gold on gold would run together where records lie close
        edge = shown.surface if shown.is_dark else shown.gold_mark
        self.records.setPen(pg.mkPen(edge, width=1.2))
        self.outliers.setBrush(shown.surface)
        self.outliers.setPen(pg.mkPen(shown.muted, width=1.5))
        self.hovered.setBrush(None)
        self.hovered.setPen(pg.mkPen(shown.text, width=2))
