"""Lines over the weeks of blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from desktop.ui.progress.blocks_model import BlockPoint
from desktop.ui.widgets.chart import Drawing, Line, TimeChart
from desktop.ui.widgets.chart_scale import GAP
from desktop.ui.widgets.time_axis import DayAxis, Ticks

# the chart counts in days: this one stands for the first day of every block
_START = 700_000.0
_STEPS = (1, 2, 4, 8, 13, 26, 52, 104, 208)
_A_WEEK = 7.5  # days between sums of weeks that follow each other, and a little


class WeekAxis(DayAxis):
    """Weeks since the start, beginning with 0."""

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, Any]]:
        metrics = QFontMetricsF(self.style["tickFont"] or self.font())
        wide = metrics.horizontalAdvance("208") + 28
        weeks = (maxVal - minVal) / 7
        step = next((one for one in _STEPS if weeks / one * wide <= size), _STEPS[-1])
        first = max(0, int((minVal - _START) // (7 * step)) * step)
        places = range(first, int((maxVal - _START) // 7) + 1, step)
        days = {_START + 7 * place: str(place) for place in places}
        self._labels = {day: text for day, text in days.items() if minVal <= day <= maxVal}
        return [(7.0 * step, list(self._labels))]


class BlockChart(TimeChart):
    """The lines of up to four blocks, each from week 0."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.days = WeekAxis()
        self.days.setStyle(tickLength=0)
        self.plotItem.setAxisItems({"bottom": self.days})
        self._dress()

    def set_blocks(
        self,
        blocks: Sequence[Sequence[BlockPoint]],
        tell: Callable[[int, int], tuple[str, str]],
        write: Callable[[float], str],
        scale: float,
        days: int,
        *,
        by_week: bool,
        ticks: Ticks | None = None,
    ) -> None:
        """Draw these. scale: what values are divided by; days: of the longest block.

        ticks: see ValueAxis.
        """
        lines = [
            Line(
                np.array([_START + one.offset for one in points], dtype=float),
                np.array([one.value / scale for one in points], dtype=float),
                np.array([one.is_record for one in points], dtype=bool),
                np.array([one.is_outlier for one in points], dtype=bool),
            )
            for points in blocks
        ]
        end = _START + days - 1
        gap = _A_WEEK if by_week else GAP
        self.set_lines(lines, tell, write, Drawing(gap=gap, last=end, ticks=ticks))
        if self.count:
            self.span.set_ends(_START, end)
            self.show_span(None)
