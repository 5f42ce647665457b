"""A strip below a chart: the whole history, and on it the days that the chart shows."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.sizes import px
from desktop.ui.theme import colors
from desktop.ui.widgets.brush_history import History, history_picture

_HIGH = 44
_HANDLE = 7  # as far from an end one still takes hold of it
_LEAST_DAYS = 14.0
_STEP, _LEAP = 0.1, 0.5  # of what is chosen
_FIRST, _LAST, _BOTH = -1, 1, 0
_Key = Qt.Key


class Brush(QWidget):
    """Drag its ends or its middle; a click elsewhere brings the middle there.

    Where everything is chosen, dragging from one day to another chooses these.

    By keyboard: Left and Right move it, Page Up and Page Down by more, with
    Shift the last day alone moves and with Control the first; Home and End go
    to the ends, and a double click or A takes everything. moved: the days at
    its ends, whenever the user changes them.
    """

    moved = Signal(float, float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = History(np.empty(0), np.empty(0), (0.0, 1.0), 0.0)
        self._chosen = (0.0, 1.0)
        self._left, self._right = 0, 0
        self._held: tuple[int, float] | None = None
        self._anchor: float | None = None
        self._picture: QPixmap | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_history(self, history: History) -> None:
        """Show it."""
        self._history = history
        self._picture = None
        self.setEnabled(self._ends[0] < self._ends[1])
        self.update()

    def set_ends(self, ends: tuple[float, float]) -> None:
        """Let the strip go from one day to another."""
        if ends != self._ends:
            self.set_history(self._history._replace(ends=ends))

    def set_margins(self, left: int, right: int) -> None:
        """Keep so many pixels free, as they are beside the plot above."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self._picture = None
            self.update()

    def show_days(self, first: float, last: float) -> None:
        """Show what is chosen."""
        self._chosen = (first, last)
        self.update()

    def tell(self, words: str) -> None:
        """Say in words which days are chosen."""
        self.setAccessibleDescription(words)
        self.setToolTip(words)

    @property
    def chosen(self) -> tuple[float, float]:
        """The days at the ends of what is chosen."""
        return self._chosen

    def sizeHint(self) -> QSize:
        return QSize(320, px(_HIGH))

    def x_of(self, day: float) -> float:
        """Where a day is, in pixels from the left."""
        start, end = self._ends
        return self._left + (day - start) / max(end - start, 1e-9) * self._width()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = colors(self)
        painter = QPainter(self)
        if self._picture is None:
            plot = QRectF(self._left, 1, self._width(), self.height() - 2)
            ratio = self.devicePixelRatioF()
            self._picture = history_picture(shown, self.size(), ratio, plot, self._history)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = (self.x_of(day) for day in self._chosen)
        whole = QRectF(self._left, 0.5, self._width(), self.height() - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        veil = QColor(shown.surface)
        veil.setAlphaF(0.62)
        painter.setBrush(veil)
        painter.drawRect(QRectF(whole.left(), 0, first - whole.left(), self.height()))
        painter.drawRect(QRectF(last, 0, whole.right() - last, self.height()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(shown.accent, 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(QRectF(first, 1, max(last - first, 2), self.height() - 2), 4, 4)
        painter.setPen(QPen(shown.surface, 1))
        painter.setBrush(shown.accent)
        for x in (first, last):
            painter.drawRoundedRect(QRectF(x - 4, self.height() / 2 - 9, 8, 18), 3, 3)
        painter.end()

    # the mouse
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x, day = event.position().x(), self._day(event.position().x())
        end = self._end_at(x)
        if end is None and self._has_all:
            self._anchor = day  # there is nowhere to move everything to
            return
        if end is None:
            first, last = self._chosen
            if not first <= day <= last:
                self._move_to(day - (last - first) / 2)
            end = _BOTH
        self._held = (end, day - self._chosen[0 if end != _LAST else 1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._anchor is not None:
            self._draw_from(self._anchor, self._day(x))
            return
        if self._held is None:
            shape = Qt.CursorShape.OpenHandCursor
            if self._end_at(x) is not None:
                shape = Qt.CursorShape.SizeHorCursor
            elif self._has_all:
                shape = Qt.CursorShape.CrossCursor
            self.setCursor(shape)
            return
        end, offset = self._held
        day = self._day(x) - offset
        if end == _BOTH:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._move_to(day)
        else:
            self._stretch(end, day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = self._anchor = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._choose(*self._ends)

    # the keyboard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        first, last = self._chosen
        wide = last - first
        step = {_Key.Key_Left: -_STEP, _Key.Key_Right: _STEP}.get(_Key(event.key()))
        leap = {_Key.Key_PageUp: -_LEAP, _Key.Key_PageDown: _LEAP}.get(_Key(event.key()))
        days = (step or leap or 0.0) * wide
        if days and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._stretch(_LAST, last + days)
        elif days and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._stretch(_FIRST, first + days)
        elif days:
            self._move_to(first + days)
        elif event.key() == _Key.Key_Home:
            self._move_to(self._ends[0])
        elif event.key() == _Key.Key_End:
            self._move_to(self._ends[1] - wide)
        elif event.key() == _Key.Key_A:
            self._choose(*self._ends)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._picture = None
            self.update()

    @property
    def _ends(self) -> tuple[float, float]:
        return self._history.ends

    @property
    def _has_all(self) -> bool:
        (first, last), (start, end) = self._chosen, self._ends
        return first <= start and last >= end

    def _width(self) -> float:
        return max(1.0, self.width() - self._left - self._right)

    def _day(self, x: float) -> float:
        start, end = self._ends
        return start + (x - self._left) / self._width() * (end - start)

    def _end_at(self, x: float) -> int | None:
        """The end that is taken hold of at a place."""
        first, last = (abs(x - self.x_of(day)) for day in self._chosen)
        if min(first, last) > px(_HANDLE):
            return None
        return _FIRST if first < last else _LAST

    def _move_to(self, first: float) -> None:
        wide = self._chosen[1] - self._chosen[0]
        start = min(max(first, self._ends[0]), self._ends[1] - wide)
        self._choose(start, start + wide)

    def _draw_from(self, one: float, other: float) -> None:
        """Choose the days between two, but no fewer than can be."""
        start, end = self._ends
        first, last = max(start, min(one, other)), min(end, max(one, other))
        if last - first >= min(_LEAST_DAYS, end - start):
            self._choose(first, last)

    def _stretch(self, end: int, day: float) -> None:
        first, last = self._chosen
        if end == _FIRST:
            self._choose(max(self._ends[0], min(day, last - _LEAST_DAYS)), last)
        else:
            self._choose(first, min(self._ends[1], max(day, first + _LEAST_DAYS)))

    def _choose(self, first: float, last: float) -> None:
        if (first, last) != self._chosen:
            self.show_days(first, last)
            self.moved.emit(first, last)
