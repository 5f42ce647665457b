"""Points for charts, each with the words of its card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.chart import Drawing, Line, TimeChart
from desktop.ui.widgets.time_plot import TimePlot

_PLAIN = Drawing()


class Point(NamedTuple):
    """A value on a day."""

    day: date
    value: float
    is_record: bool = False
    text: str = ""


def line_of(points: Sequence[Point]) -> Line:
    """A line through them, oldest first."""
    return Line(
        np.array([float(point.day.toordinal()) for point in points]),
        np.array([point.value for point in points], dtype=float),
        np.array([point.is_record for point in points], dtype=bool),
    )


def show_points(
    chart: TimeChart,
    points: Sequence[Point],
    title: Callable[[date], str],
    drawing: Drawing = _PLAIN,
) -> None:
    """Show one line of them."""

    def tell(_: int, at: int) -> tuple[str, str]:
        return title(points[at].day), points[at].text

    chart.set_lines([line_of(points)], tell, "{:g}".format, drawing)


START = date(2024, 1, 1)
POINTS = tuple(
    Point(START + timedelta(days=30 * n), 100.0 + n, n == 3, f"{100 + n} kg") for n in range(8)
)


def in_a_window(qtbot: QtBot, plot: TimePlot) -> QWidget:
    # as on a page: a plot of its own would be torn down by pyqtgraph when it is closed
    window = QWidget()
    QVBoxLayout(window).addWidget(plot)
    qtbot.addWidget(window)
    window.resize(620, 320)
    with qtbot.waitExposed(window):
        window.show()
    return window
