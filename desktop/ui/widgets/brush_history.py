"""The whole history as a silhouette, painted once for the strip below a chart."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QPolygonF

from desktop.ui.theme import Colors

Floats = NDArray[np.float64]

_ROOM = 4  # above the highest value
_LEAST = 2.0
_BELOW = 0.25  # of what the values span, under the lowest of them


class History(NamedTuple):
    """Values by day, ascending, between two days. gap: what stays empty when longer, in days."""

    days: Floats
    values: Floats
    ends: tuple[float, float]
    gap: float


def history_picture(
    shown: Colors, size: QSize, ratio: float, plot: QRectF, history: History
) -> QPixmap:
    """A picture of that size in points, the history across the plot."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(shown.surface)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.window)
    painter.drawRoundedRect(plot, 4, 4)
    painter.setBrush(shown.accent)
    painter.setOpacity(0.5)
    for area in _areas(plot, history) if len(history.values) else ():
        painter.drawPolygon(area)
    painter.end()
    return picture


def _areas(plot: QRectF, history: History) -> list[QPolygonF]:
    """What lies below the highest value of every pixel, apart where nothing was for long."""
    values, (first, last) = history.values, history.ends
    pixels = np.floor((history.days - first) * plot.width() / (last - first) + plot.left())
    starts = np.flatnonzero(np.diff(pixels, prepend=pixels[0] - 1))
    x, tops = pixels[starts], np.maximum.reduceat(values, starts)
    high = float(tops.max())
    low = float(values.min())
    low -= (high - low) * _BELOW or abs(high) or 1.0
    y = plot.bottom() - (tops - low) / (high - low) * (plot.height() - _ROOM)
    apart = history.days[starts[1:]] - history.days[starts[1:] - 1] > history.gap
    breaks = [0, *(np.flatnonzero(apart) + 1).tolist(), len(x)]
    return [_area(x[a:b], y[a:b], plot.bottom()) for a, b in pairwise(breaks)]


def _area(x: Floats, y: Floats, base: float) -> QPolygonF:
    right = max(float(x[-1]), float(x[0]) + _LEAST)
    top = [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
    return QPolygonF([QPointF(x[0], base), *top, QPointF(right, y[-1]), QPointF(right, base)])
