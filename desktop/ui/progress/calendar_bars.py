"""Bars over weekdays or hours: how often one trained when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.ui.sizes import SMALL, px, scale
from desktop.ui.theme import Colors, colors
from desktop.ui.widgets.body_map import mixed

_FOOT, _HEAD, _GAP = 22, 20, 8
_WIDEST = 56
_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Bar(NamedTuple):
    """label: below the bar; height: the number above it; words: all that is said of it."""

    label: str
    height: int
    words: str


class SlotBars(QWidget):
    """Bars side by side with their counts; Left and Right walk over them."""

    def __init__(self, name: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._nothing = nothing
        self._at: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show these."""
        self._bars = tuple(bars)
        self._at = None
        done = [one for one in self._bars if one.height]
        self.setAccessibleDescription("; ".join(one.words for one in done) or self._nothing)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 170) * scale()

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 110) * scale()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._bars:
            super().keyPressEvent(event)
        else:
            self._walk_to((-1 if self._at is None else self._at) + step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _TAB and self._bars:
            self._walk_to(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(self._place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._mark(None)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(QPointF(event.pos()))
            words = "" if place is None else self._bars[place].words
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _walk_to(self, place: int) -> None:
        self._mark(min(max(0, place), len(self._bars) - 1))
        assert self._at is not None
        self.setAccessibleDescription(self._bars[self._at].words)
        told = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(told)

    def _mark(self, place: int | None) -> None:
        if place != self._at:
            self._at = place
            self.update()

    def _place_at(self, point: QPointF) -> int | None:
        if not self._bars or not 0 <= point.x() < self.width():
            return None
        return int(point.x() * len(self._bars) / self.width())

    # the picture
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * SMALL)
        painter.setFont(font)
        shown = colors(self)
        if self._bars and not any(one.height for one in self._bars):
            painter.setPen(shown.muted)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._nothing)
        elif self._bars:
            self._paint_bars(painter, shown)
        painter.end()

    def _paint_bars(self, painter: QPainter, shown: Colors) -> None:
        bottom = self.height() - px(_FOOT)
        most = max(one.height for one in self._bars)
        step = self.width() / len(self._bars)
        metrics = painter.fontMetrics()
        wide = min(px(_WIDEST), step * 0.7)
        has_counts = all(metrics.horizontalAdvance(str(one.height)) < step for one in self._bars)
        widest = max(metrics.horizontalAdvance(one.label) for one in self._bars) + px(_GAP)
        every = next(n for n in (1, 2, 3, 6, 12, 24) if n * step >= widest or n == 24)
        centre = Qt.AlignmentFlag.AlignCenter
        for place, one in enumerate(self._bars):
            high = (bottom - px(_HEAD)) * one.height / most
            left = place * step + (step - wide) / 2
            is_marked = place == self._at
            color = shown.accent if is_marked else mixed(shown.surface, shown.accent, 0.72)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            if one.height:
                painter.drawRoundedRect(QRectF(left, bottom - high, wide, high), 2, 2)
            painter.setPen(shown.text if is_marked else shown.muted)
            if (one.height and has_counts) or is_marked:
                above = QRectF(place * step - 20, bottom - high - px(_HEAD), step + 40, px(_HEAD))
                painter.drawText(above, centre, str(one.height))
            if place % every == 0 or is_marked:
                below = QRectF(place * step - 20, bottom + 2, step + 40, px(_FOOT) - 2)
                if place % every == 0:
                    painter.drawText(below, centre, one.label)
        painter.setPen(QPen(shown.line, 1))
        painter.drawLine(QPointF(0, bottom + 0.5), QPointF(self.width(), bottom + 0.5))
        if self.hasFocus() and self._at is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(shown.accent, 1))
            around = QRectF(self._at * step, 0, step, self.height())
            painter.drawRoundedRect(around.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
