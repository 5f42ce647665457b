"""Values over time: lines or bars, with the records in gold and what cannot be true hollow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import hypot

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import Colors, colors
from desktop.ui.widgets.band import BandItems
from desktop.ui.widgets.chart_bars import BarItems
from desktop.ui.widgets.chart_line import Bools, Floats, LineItems, View
from desktop.ui.widgets.chart_marks import MarkItems
from desktop.ui.widgets.chart_places import Places
from desktop.ui.widgets.chart_scale import GAP, calm_range
from desktop.ui.widgets.time_axis import Ticks
from desktop.ui.widgets.time_plot import TimePlot

_REACH = 14  # pixels around a point that are still it
_NONE: Floats = np.empty(0)
Tell = Callable[[int, int], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Line:
    """Values by day, ascending; what of them is a record, and what is too good to be true."""

    days: Floats
    values: Floats
    records: Bools = field(default_factory=lambda: np.empty(0, dtype=bool))
    outliers: Bools = field(default_factory=lambda: np.empty(0, dtype=bool))

    def chosen(self, flags: Bools, wanted: bool = True) -> tuple[Floats, Floats]:
        """The days and values with a flag, or without it; no flags: none has it."""
        if not len(flags):
            return (_NONE, _NONE) if wanted else (self.days, self.values)
        return self.days[flags == wanted], self.values[flags == wanted]


@dataclass(frozen=True, slots=True)
class Drawing:
    """How lines are drawn.

    as_bars: for a single line. gap: days that no line is drawn across. quiet:
    points without a line, under a band. last, shown: see TimePlot.set_days.
    ticks: see ValueAxis.
    """

    as_bars: bool = False
    gap: float = GAP
    quiet: bool = False
    last: float | None = None
    shown: tuple[date | None, date | None] = (None, None)
    ticks: Ticks | None = None


class TimeChart(TimePlot):
    """Up to four lines, or bars. Fast with many points: only what pixels can show is drawn.

    A place is a point's place among the points of all lines, by day. Up and
    Down lead to the other lines. dashed: whether lines are told apart by dashes
    now, for there are few points in view.
    """

    dashed = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._lines: tuple[Line, ...] = ()
        self._drawing = Drawing()
        self.places = Places([])
        self._items: list[LineItems] = []
        self._has_items, self._is_dashed = False, True
        super().__init__(name, parent)
        self.band = BandItems(self.plotItem)
        self._bars = BarItems(self.plotItem)
        self._marks = MarkItems(self.plotItem)
        self._has_items = True
        self.restyle(colors(self))

    def set_lines(
        self,
        lines: Sequence[Line],
        tell: Tell,
        write: Callable[[float], str],
        drawing: Drawing = Drawing(),
    ) -> None:
        """Show these. tell: (title, text) of the card, by line and the point's place in it."""
        self._lines, self._drawing = tuple(lines), drawing
        self.places = Places([line.days for line in lines])
        proper = [line.chosen(line.outliers, wanted=False) for line in lines]
        as_bars = self._as_bars
        self._bars.set_points(*(proper[0] if as_bars else (_NONE, _NONE)))
        self._set_items([] if as_bars else proper)
        self._marks.set_points(
            _joined([line.chosen(line.records) for line in lines]),
            _joined([line.chosen(line.outliers) for line in lines]),
            is_crowded=len(lines) > 1,
        )
        self.values.write, self.values.ticks = write, drawing.ticks
        self.values.make_room(_bounds([values for _, values in proper]))
        self.set_days(
            self.places.days,
            lambda place: tell(*self.places.at(place)),
            drawing.last,
            drawing.shown,
        )

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def value_at(self, place: int) -> float:
        """The value of a point."""
        line, index = self.places.at(place)
        return float(self._lines[line].values[index])

    # for TimePlot
    def restyle(self, shown: Colors) -> None:
        if self._has_items:
            for one in self._drawn():
                one.restyle(shown)
            self._marks.restyle(shown)
            self._fit()

    def fit_values(self, low: int, high: int) -> None:
        first, last = self.span.view
        seen = []
        for line in self._lines:
            days, values = line.chosen(line.outliers, wanted=False)
            start, end = np.searchsorted(days, (first, last))
            seen.append(values[start:end] if end > start else values[:0])
        bounds = [*_bounds(seen), *(self.band.bounds(first, last) or ())]
        if not bounds:
            bounds = list(_bounds([line.values for line in self._lines]))
        bottom, top = calm_range(min(bounds), max(bounds), from_zero=self._as_bars)
        self.plotItem.vb.setYRange(bottom, top, padding=0)
        pixel = (last - first) / max(1.0, self.plotItem.vb.width())
        look = View(last - first, pixel, self.span.is_moving, sum(map(len, seen)))
        if look.is_sparse is not self._is_dashed:
            self._is_dashed = look.is_sparse
            self.dashed.emit(self._is_dashed)
        for one in self._drawn():
            one.show(first, last, look)
        self._marks.fit(bottom, top)

    def hover(self, place: int | None) -> None:
        super().hover(place)
        if place is None:
            self._marks.leave()
        else:
            self._marks.hover(self.places.days[place], self.value_at(place))

    def next_place(self, place: int, step: int) -> int:
        return self.places.beside(place, step)

    def place_near(self, spot: QPointF) -> int | None:
        day = self.plotItem.vb.mapSceneToView(spot).x()
        return min(
            self.places.candidates(day),
            key=lambda place: self._distance(place, spot),
            default=None,
        )

    def is_at(self, place: int, spot: QPointF) -> bool:
        at = self._spot(place)
        if self._as_bars:
            half = self._bars.shown_width / 2 / self.plotItem.vb.viewPixelSize()[0]
            return abs(at.x() - spot.x()) <= max(half, _REACH / 2) and spot.y() >= at.y() - _REACH
        return self._distance(place, spot) <= _REACH

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and self.hovered is not None and len(self._lines) > 1:
            self._walk_to(self.places.across(self.hovered, step))
        else:
            super().keyPressEvent(event)

    def _drawn(self) -> list[LineItems | BandItems | BarItems]:
        return [*self._items, self.band, self._bars]

    @property
    def _as_bars(self) -> bool:
        return self._drawing.as_bars and len(self._lines) == 1

    def _set_items(self, lines: Sequence[tuple[Floats, Floats]]) -> None:
        while len(self._items) > len(lines):
            self._items.pop().remove_from(self.plotItem)
        while len(self._items) < len(lines):
            self._items.append(LineItems(self.plotItem, len(self._items)))
            self._items[-1].restyle(colors(self))
        for items, (days, values) in zip(self._items, lines, strict=True):
            items.set_points(days, values, self._drawing.gap, quiet=self._drawing.quiet)

    def _spot(self, place: int) -> QPointF:
        day, value = self.places.days[place], self.value_at(place)
        low, high = self.plotItem.vb.viewRange()[1]
        spot: QPointF = self.plotItem.vb.mapViewToScene(QPointF(day, min(max(value, low), high)))
        return spot

    def _distance(self, place: int, spot: QPointF) -> float:
        at = self._spot(place)
        return hypot(at.x() - spot.x(), at.y() - spot.y())


def _joined(parts: Sequence[tuple[Floats, Floats]]) -> tuple[Floats, Floats]:
    days, values = zip(*parts, strict=True) if parts else ((_NONE,), (_NONE,))
    return np.concatenate(days), np.concatenate(values)


def _bounds(parts: Sequence[Floats]) -> tuple[float, ...]:
    known = [one for one in parts if len(one)]
    if not known:
        return ()
    return float(min(one.min() for one in known)), float(max(one.max() for one in known))
