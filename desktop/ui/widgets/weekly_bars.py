"""Weekly sets as stacked bars, a colour for each series and its name in the legend and card."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.sizes import scaled
from desktop.ui.theme import Colors, colors
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.time_plot import TimePlot

_MIDDLE = 3.0  # of a week, in days from its first
_WIDTH = 5.6
_WEEK = 7.0
_EDGED = 6  # pixels of a bar that has room for edges
_REACH = 10  # pixels beside the middle of a bar that are still it
_PLAIN = "{:g}".format
Series = tuple[str, Sequence[float]]


class WeeklyBars(TimePlot):
    """For each week one bar, made of the series' shares from the bottom up."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._bars: list[pg.BarGraphItem] = []
        self._tops = np.empty(0)
        self._weeks: list[date] = []
        self._ground: pg.LinearRegionItem | None = None
        self._has_edges = False
        super().__init__(name, parent)
        self.span.half = _WEEK / 2
        self._ground = pg.LinearRegionItem(movable=False, pen=pg.mkPen(None))
        self._ground.setZValue(-10)
        self._ground.hide()
        self.addItem(self._ground, ignoreBounds=True)
        self.restyle(colors(self))

    def set_weeks(
        self, weeks: Sequence[date], series: Sequence[Series], title: Callable[[date], str]
    ) -> None:
        """weeks: their first days; each series has one value a week."""
        self._weeks = list(weeks)
        for bar in self._bars:
            self.removeItem(bar)
        self._bars.clear()
        x = np.array([week.toordinal() + _MIDDLE for week in weeks])
        below = np.zeros(len(weeks))
        for _, values in series:
            heights = np.asarray(values, dtype=float)
            bar = pg.BarGraphItem(x=x, y0=below, height=heights, width=_WIDTH, pen=pg.mkPen(None))
            self.addItem(bar)
            self._bars.append(bar)
            below = below + heights
        self._tops = below
        self.restyle(colors(self))

        def tell(place: int) -> tuple[str, str]:
            shares = [
                f"{name}  {_PLAIN(values[place])}" for name, values in series if values[place]
            ]
            total = f"{_PLAIN(float(self._tops[place]))} in all"
            return title(weeks[place]), "\n".join([*reversed(shares), total])

        self.set_days([float(day) for day in x], tell)

    def mark(self, place: int | None) -> None:
        """Lay a ground under one week's bar, or under none."""
        assert self._ground is not None
        self._ground.setVisible(place is not None)
        if place is not None:
            start = float(self._weeks[place].toordinal()) + _MIDDLE - _WEEK / 2
            self._ground.setRegion((start, start + _WEEK))

    def is_at(self, place: int, spot: QPointF) -> bool:
        at = self.plotItem.vb.mapSceneToView(spot).x()
        middle = self._weeks[place].toordinal() + _MIDDLE
        reach = max(_WIDTH / 2, _REACH * self.plotItem.vb.viewPixelSize()[0])
        return bool(abs(at - middle) <= reach)

    def show_span(self, first: date | None, last: date | None = None) -> None:
        """Begin and end with a whole bar, and with nothing of those beside it."""
        if first is not None and self._weeks:
            place = min(bisect_left(self._weeks, first), len(self._weeks) - 1)
            first = self._weeks[place] + timedelta(_MIDDLE)
        if last is not None and self._weeks and last >= self._weeks[0]:
            place = bisect_right(self._weeks, last) - 1
            last = self._weeks[place] + timedelta(_MIDDLE)
        super().show_span(first, last)

    def restyle(self, shown: Colors) -> None:
        # an edge tells shares apart whose colours are alike to some eyes
        edge = pg.mkPen(shown.surface if self._has_edges else None)
        for bar, color in zip(self._bars, shown.series, strict=False):
            bar.setOpts(brush=pg.mkBrush(color), pen=edge)
        if self._ground is not None:
            self._ground.setBrush(pg.mkBrush(shown.accent_soft))

    def fit_values(self, low: int, high: int) -> None:
        has_edges = bool(_EDGED * self.plotItem.vb.viewPixelSize()[0] <= _WIDTH)
        if has_edges is not self._has_edges:
            self._has_edges = has_edges
            self.restyle(colors(self))
        seen = self._tops[low:high] if high > low else self._tops
        self.plotItem.vb.setYRange(0, max(1.0, float(seen.max()) * 1.08), padding=0)


class SeriesLegend(QWidget):
    """The names of the series, each beside its colour, in the order they are stacked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, 14, 2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Legend")

    def set_names(self, names: Sequence[str]) -> None:
        """Show these."""
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for place, name in enumerate(names):
            self._flow.addWidget(_named(place, name))
        self.updateGeometry()


def _named(place: int, name: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(_Swatch(place))
    row.addWidget(muted_label(name))
    return made


class _Swatch(QWidget):
    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place
        scaled(self.setFixedSize, 10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        series = colors(self).series
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(series[self._place % len(series)])
        painter.drawRoundedRect(self.rect(), 2, 2)
        painter.end()
