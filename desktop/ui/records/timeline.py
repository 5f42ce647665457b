"""A small stepped line: how a record rose from its first value to what stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.ui.sizes import px, scale
from desktop.ui.theme import Colors, colors
from desktop.ui.widgets.texts import day_text

_HEIGHT = 112
_EDGE = 12
_MARK, _SMALL = 4.5, 2.5
_MANY = 40  # marks of full size would run into each other
_NEAR = 24.0


class RecordTimeline(QWidget):
    """Time runs to the right, up to today; better is higher. chosen: the place of a step.

    The first step is the baseline, a ring; the records are gold diamonds. The
    table beside it says the same to the keyboard.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[tuple[date, float]] = []
        self._texts: list[str] = []
        self._today = date.min
        self._current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(240, px(_HEIGHT))

    def show_steps(
        self, steps: Sequence[tuple[date, float]], texts: Sequence[str], today: date
    ) -> None:
        """Draw these, oldest first; texts: what each is in words."""
        self._steps, self._texts = list(steps), list(texts)
        self._today = max([today, *(day for day, _ in steps)])
        self._current = -1
        self.update()

    def mark(self, place: int) -> None:
        """Show which step is chosen."""
        self._current = place
        self.update()

    def points(self) -> list[QPointF]:
        """Where the steps are drawn."""
        if not self._steps:
            return []
        area, first = self._area(), self._steps[0][0]
        days = max((self._today - first).days, 1)
        values = [value for _, value in self._steps]
        low, high = min(values), max(values)
        return [
            QPointF(
                area.left() + (day - first).days / days * area.width(),
                area.bottom()
                - ((value - low) / (high - low) if high > low else 0.5) * area.height(),
            )
            for day, value in self._steps
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        shown = colors(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points = self.points()
        self._paint_days(painter, shown)
        self._paint_line(painter, shown, points)
        size = _SMALL * scale() if len(points) > _MANY else _MARK * scale()
        for place, point in enumerate(points):
            if place != self._current:
                self._paint_mark(painter, shown, point, place == 0, size)
        if 0 <= self._current < len(points):
            point = points[self._current]
            painter.setPen(QPen(shown.muted, 1, Qt.PenStyle.DotLine))
            painter.drawLine(point, QPointF(point.x(), self._area().bottom() + px(_EDGE)))
            self._paint_mark(painter, shown, point, self._current == 0, _MARK * scale() + 2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place >= 0:
            self.chosen.emit(place)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._texts[place] if place >= 0 else "", self)
            return True
        return super().event(event)

    def _area(self) -> QRectF:
        below = self.fontMetrics().height() + 6
        return QRectF(self.rect()).adjusted(px(_EDGE), px(_EDGE), -px(_EDGE), -below - px(_EDGE))

    def _place_at(self, position: QPointF) -> int:
        """The step nearest to there; -1 when none is near."""
        distances = [
            (abs(point.x() - position.x()), -place) for place, point in enumerate(self.points())
        ]
        nearest = min(distances, default=(px(_NEAR) + 1, 1))
        return -nearest[1] if nearest[0] <= px(_NEAR) else -1

    def _paint_days(self, painter: QPainter, shown: Colors) -> None:
        area, metrics = self._area(), QFontMetrics(painter.font())
        below = area.bottom() + px(_EDGE)
        painter.setPen(shown.line)
        painter.drawLine(QPointF(area.left(), below), QPointF(area.right(), below))
        painter.setPen(shown.muted)
        base = below + metrics.ascent() + 4
        painter.drawText(QPointF(area.left(), base), day_text(self._steps[0][0]))
        end = "today"
        painter.drawText(QPointF(area.right() - metrics.horizontalAdvance(end), base), end)

    def _paint_line(self, painter: QPainter, shown: Colors, points: Sequence[QPointF]) -> None:
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point.x(), path.currentPosition().y())
            path.lineTo(point)
        path.lineTo(self._area().right(), points[-1].y())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(shown.accent, 1.5))
        painter.drawPath(path)

    def _paint_mark(
        self, painter: QPainter, shown: Colors, at: QPointF, is_first: bool, size: float
    ) -> None:
        if is_first:
            painter.setPen(QPen(shown.muted, 1.5))
            painter.setBrush(shown.surface)
            painter.drawEllipse(at, size, size)
            return
        painter.setPen(QPen(shown.gold_mark, 1.5))
        painter.setBrush(shown.gold_fill)
        corners = (QPointF(0, -size), QPointF(size, 0), QPointF(0, size), QPointF(-size, 0))
        painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
