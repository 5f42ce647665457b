"""A small line chart over time, drawn by hand so that showing it costs no import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.sizes import px, scale
from desktop.ui.theme import colors
from desktop.ui.widgets.chart_scale import round_step
from desktop.ui.widgets.texts import count_text, day_text, month_text

_TOP, _BOTTOM, _LEFT, _RIGHT = 8, 20, 44, 10
_REACH = 40
_DOTS_UP_TO = 60
_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_RINGS = ((6.0, "surface"), (4.8, "gold_mark"), (3.4, "gold_fill"))


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A value on a day; is_record: it beat everything before."""

    day: date
    value: float
    is_record: bool = False


class StrengthChart(QWidget):
    """Values over a span of days: a line, gold points for records, the value under the mouse.

    With the keyboard: Left and Right walk over the points, Home and End to
    the first and the last.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[ChartPoint, ...] = ()
        self._first = self._last = date.min
        self._ends = (0.0, 0.0)
        self._text: Callable[[float], str] = str
        self._hovered: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # until there is something to walk over
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_points(
        self,
        points: Sequence[ChartPoint],
        first: date,
        last: date,
        text: Callable[[float], str],
        name: str = "Chart",
    ) -> None:
        """Show the points between two days, oldest first; `text` writes a value."""
        self._points = tuple(points)
        self._first, self._last, self._text = first, max(last, first + timedelta(1)), text
        values = [point.value for point in points]
        self._ends = (min(values, default=0.0), max(values, default=0.0))
        self._hovered = None
        stops = Qt.FocusPolicy.StrongFocus if self._points else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(stops)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._description())
        self.update()

    @property
    def hovered(self) -> ChartPoint | None:
        """The point whose value is shown."""
        return None if self._hovered is None else self._points[self._hovered]

    def sizeHint(self) -> QSize:
        return QSize(320, 130) * scale()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 80) * scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small_font())
        self._paint_axes(painter)
        self._paint_line(painter)
        if self._hovered is not None:
            self._paint_value(painter, self._points[self._hovered])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().x()
        near = min(
            range(len(self._points)),
            key=lambda i: abs(self._x(self._points[i].day) - place),
            default=None,
        )
        if near is not None and abs(self._x(self._points[near].day) - place) > px(_REACH):
            near = None
        self._hover(near)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # the value that the arrow keys would move from shows where the keyboard is
        if event.reason() in _TAB and self._points:
            self._hover(len(self._points) - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._points) - 1
        here = last + 1 if self._hovered is None else self._hovered
        target = {
            Qt.Key.Key_Left: max(0, here - 1),
            Qt.Key.Key_Right: min(last, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is None or last < 0:
            super().keyPressEvent(event)
            return
        self._hover(target)

    def _hover(self, place: int | None) -> None:
        if place != self._hovered:
            self._hovered = place
            self.update()

    def _paint_axes(self, painter: QPainter) -> None:
        shown = colors(self)
        plot = self._plot()
        for value in self._ticks():
            y = round(self._y(value)) + 0.5
            painter.setPen(QPen(shown.line, 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(shown.muted)
            box = QRectF(0, y - px(10), plot.left() - 8, px(20))
            painter.drawText(
                box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), _plain(value)
            )
        for day, text in self._months():
            box = QRectF(
                self._x(day) - px(40), self.height() - px(_BOTTOM) + 3, px(80), px(_BOTTOM) - 3
            )
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_line(self, painter: QPainter) -> None:
        shown = colors(self)
        places = self._places()
        line = QPainterPath()
        line.addPolygon(QPolygonF(places))
        pen = QPen(shown.accent, 1.8)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(line)
        painter.setPen(Qt.PenStyle.NoPen)
        for point, place in zip(self._points, places, strict=True):
            if point.is_record:
                # rings around it: records differ in form too
                for radius, ring in _RINGS:
                    painter.setBrush(getattr(shown, ring))
                    painter.drawEllipse(place, radius, radius)
            elif len(places) <= _DOTS_UP_TO:
                painter.setBrush(shown.accent)
                painter.drawEllipse(place, 2, 2)

    def _paint_value(self, painter: QPainter, point: ChartPoint) -> None:
        shown = colors(self)
        plot, x, y = self._plot(), self._x(point.day), self._y(point.value)
        painter.setPen(QPen(shown.muted, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.setPen(QPen(shown.surface, 2))
        painter.setBrush(shown.gold_fill if point.is_record else shown.accent)
        painter.drawEllipse(QPointF(x, y), 5, 5)
        text = self.value_text(point)
        width = painter.fontMetrics().horizontalAdvance(text) + 16
        left = min(max(0.0, x - width / 2), self.width() - width)
        top = y + px(12) if y < plot.top() + px(34) else y - px(34)
        box = QRectF(left, top, width, px(22))
        painter.setPen(QPen(shown.line, 1))
        painter.setBrush(shown.window)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(shown.text)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

    def value_text(self, point: ChartPoint) -> str:
        """What is said of a point: '117 kg · 14 Nov 2026 · record'."""
        words = (self._text(point.value), day_text(point.day), "record" if point.is_record else "")
        return " · ".join(word for word in words if word)

    def _description(self) -> str:
        if not self._points:
            return "Nothing to show"
        records = sum(point.is_record for point in self._points)
        return (
            f"{count_text(len(self._points), 'value')} from {self.value_text(self._points[0])} to "
            f"{self.value_text(self._points[-1])}; {count_text(records, 'record')}"
        )

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.82)
        return font

    def _plot(self) -> QRectF:
        return QRectF(
            px(_LEFT),
            px(_TOP),
            self.width() - px(_LEFT) - px(_RIGHT),
            self.height() - px(_TOP) - px(_BOTTOM),
        )

    def _x(self, day: date) -> float:
        plot = self._plot()
        share = (day - self._first).days / (self._last - self._first).days
        return plot.left() + share * plot.width()

    def _y(self, value: float) -> float:
        plot, ticks = self._plot(), self._ticks()
        share = (value - ticks[0]) / (ticks[-1] - ticks[0])
        return plot.bottom() - share * plot.height()

    def _places(self) -> list[QPointF]:
        """Where the points are drawn; a long history has thousands."""
        plot, ticks = self._plot(), self._ticks()
        wide = plot.width() / (self._last - self._first).days
        high = plot.height() / (ticks[-1] - ticks[0])
        return [
            QPointF(
                plot.left() + (one.day - self._first).days * wide,
                plot.bottom() - (one.value - ticks[0]) * high,
            )
            for one in self._points
        ]

    def _ticks(self) -> list[float]:
        return ticks_over(*self._ends, 2 if self.height() < px(110) else 4)

    def _months(self) -> list[tuple[date, str]]:
        """The firsts of months to label, as many as there is room for."""
        start = self._first.year * 12 + self._first.month
        end = self._last.year * 12 + self._last.month - 1
        room = max(1, int(self._plot().width() // px(56)))
        step = next((s for s in (1, 2, 3, 6) if (end - start + 1) / s <= room), 12)
        days = (date(m // 12, m % 12 + 1, 1) for m in range(start, end + 1) if m % step == 0)
        return [(day, str(day.year) if day.month == 1 else month_text(day)) for day in days]


def ticks_over(low: float, high: float, count: int) -> list[float]:
    """About `count` steps of round numbers that hold low and high between them."""
    span = (high - low) or max(abs(high) * 0.1, 1.0)
    step = round_step(span / count)
    first, last = floor(low / step), ceil(high / step)
    return [i * step for i in range(first, max(last, first + 1) + 1)]


def _plain(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")
