"""Bringing exercises into another order by mouse, and dropping new ones in from the library."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.ui.sizes import px, scaled
from desktop.ui.sizes import scale as text_scale
from desktop.ui.theme import colors

GRIP_WIDTH = 12
_FROM_LEFT, _APART, _RADIUS = 5.0, 2.0, 1.0  # the dots: clear of the bar, clearer of the name
_EDGE = 40  # so near the top or the bottom the list begins to move
_TICK_MS = 25
_LINE = 3


class Grip(QWidget):
    """Six dots to take a block by. lifted and moved: where the pointer is (global).

    dropped: where it was last. cancelled: Escape, or the right button.
    """

    lifted = Signal(QPoint)
    moved = Signal(QPoint)
    dropped = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._is_dragging = False
        self._scale = 1.0
        scaled(self.setFixedWidth, GRIP_WIDTH)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip("Drag to another place (Alt+Up, Alt+Down)")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_scale(self, scale: float) -> None:
        """So many times the usual size."""
        self._scale = scale
        self.setFixedWidth(px(GRIP_WIDTH * scale))

    def sizeHint(self) -> QSize:
        return QSize(px(GRIP_WIDTH * self._scale), px(24 * self._scale))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()
        elif self._is_dragging:
            self._stop()
            self.cancelled.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._pressed is None:
            return
        if not self._is_dragging:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.lifted.emit(self._pressed)
        self.moved.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragging = self._is_dragging
        self._stop()
        if was_dragging:
            self.dropped.emit()

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_dragging:
            self._stop()
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = colors(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        is_near = self.underMouse() or self._is_dragging
        painter.setBrush(shown.accent if is_near else shown.muted)
        painter.setOpacity(1.0 if is_near else 0.55)
        larger = self._scale * text_scale()
        painter.translate(0, QRectF(self.rect()).center().y())
        painter.scale(larger, larger)
        for x in (_FROM_LEFT - _APART, _FROM_LEFT + _APART):
            for y in (-5.0, 0.0, 5.0):
                painter.drawEllipse(QPointF(x, y), _RADIUS, _RADIUS)
        painter.end()

    def _stop(self) -> None:
        self._pressed = None
        self._is_dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()


class DropLine(QWidget):
    """The line between two blocks where something would land."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int) -> None:
        """Stand with the middle at that height."""
        top = min(max(0, y - _LINE), self._inside.height() - 2 * _LINE)
        self.setGeometry(4, top, self._inside.width() - 8, 2 * _LINE)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors(self).accent)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1.5, 0, -1.5), 1.5, 1.5)
        painter.drawEllipse(QRectF(0, 0, 2 * _LINE, 2 * _LINE))
        painter.end()


class Landing(QObject):
    """Where among the blocks of a list something would land while it is over it."""

    def __init__(self, area: QScrollArea, inside: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._inside = inside
        self._blocks: list[QWidget] = []
        self._at: QPoint | None = None
        self.place: int | None = None
        self.line = DropLine(inside)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._scroll)

    def hover(self, at: QPoint, blocks: list[QWidget]) -> int:
        """Show where it would land from that place on the screen; the place among the blocks."""
        self._at, self._blocks = at, blocks
        y = self._inside.mapFromGlobal(at).y()
        place = sum(y > one.y() + one.height() // 2 for one in blocks)
        self.place = place
        self.line.show_at(self._top_of(place))
        if not self._timer.isActive() and self._speed():
            self._timer.start()
        return place

    def leave(self) -> int | None:
        """It is not over the list any more; the place where it was last."""
        place, self.place, self._at = self.place, None, None
        self._timer.stop()
        self.line.hide()
        return place

    def _top_of(self, place: int) -> int:
        if place < len(self._blocks):
            return self._blocks[place].y()
        last = self._blocks[-1] if self._blocks else None
        return last.y() + last.height() if last else 0

    def _speed(self) -> int:
        """Pixels for each tick, the more the nearer the edge; 0 away from both."""
        if self._at is None:
            return 0
        viewport = self._area.viewport()
        y: int = viewport.mapFromGlobal(self._at).y()
        below = y - (viewport.height() - _EDGE)
        near = below if below > 0 else min(0, y - _EDGE)
        return max(-_EDGE, min(near, _EDGE)) // 2

    def _scroll(self) -> None:
        speed, at = self._speed(), self._at
        bar = self._area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + speed)
        if at is None or bar.value() == before:
            self._timer.stop()
        else:
            self.hover(at, self._blocks)
