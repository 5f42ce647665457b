"""The numbers beside the rows of a template: they select rows, and move them by drag."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from desktop.ui.sizes import px
from desktop.ui.theme import colors

_WIDTH = 36
_DOT, _DOT_GAP = 2, 5
_NO_ROW = -1


class RowHeader(QHeaderView):
    """dragged_to: rows are dragged before that row (-1: not any more); dropped: they are there.

    movable: how many rows from the first on can be moved.
    """

    dragged_to = Signal(int)
    dropped = Signal(int)

    def __init__(self, view: QTableView, movable: Callable[[], int]) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._movable = movable
        self._pressed: QPoint | None = None
        self._target: int | None = None
        self._hovered = _NO_ROW
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMouseTracking(True)
        self.setStyleSheet("QHeaderView { background: transparent; }")
        self.setAccessibleName("Rows")
        self.setToolTip("Click selects the row, drag moves it (Alt+Up, Alt+Down)")

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDTH), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        shown = colors(self._view)
        is_chosen = self._view.selectionModel().rowIntersectsSelection(logicalIndex)
        painter.fillRect(rect, shown.accent_soft if is_chosen else shown.surface)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, shown.line)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), shown.line)
        if logicalIndex == self._hovered and self._can_move(logicalIndex):
            self._paint_grip(painter, rect)
            return
        painter.setFont(self._view.font())
        painter.setPen(shown.text if is_chosen else shown.muted)
        number = str(self.model().headerData(logicalIndex, Qt.Orientation.Vertical))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_grip(self, painter: QPainter, rect: QRect) -> None:
        """Six dots: what can be taken hold of."""
        middle, ink = rect.center(), colors(self._view).muted
        for across in (-_DOT_GAP // 2, _DOT_GAP // 2):
            for down in (-_DOT_GAP, 0, _DOT_GAP):
                painter.fillRect(middle.x() + across, middle.y() + down, _DOT, _DOT, ink)

    # dragging
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if is_left and self._can_move(row) else None
        is_chosen = self._view.selectionModel().isRowSelected(row)
        if not (self._pressed is not None and is_chosen and not event.modifiers()):
            super().mousePressEvent(event)  # of several chosen rows all are taken hold of

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._hover(self.logicalIndexAt(place))
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        way = (place - self._pressed).manhattanLength()
        if self._target is None and way < QApplication.startDragDistance():
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll_to(place.y())
        self._aim(self._row_before(place.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        target, self._target = self._target, None
        self.unsetCursor()
        super().mouseReleaseEvent(event)
        if target is not None:
            self.dragged_to.emit(_NO_ROW)
            self.dropped.emit(target)
        elif pressed is not None and not event.modifiers():
            self._view.selectRow(self.logicalIndexAt(pressed))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(_NO_ROW)

    def _can_move(self, row: int) -> bool:
        return 0 <= row < self._movable()

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            can_move = self._can_move(row) and self._pressed is None
            if can_move:
                self.setCursor(QCursor(Qt.CursorShape.OpenHandCursor))
            elif self._pressed is None:
                self.unsetCursor()
            self.viewport().update()

    def _aim(self, row: int) -> None:
        if row != self._target:
            self._target = row
            self.dragged_to.emit(row)

    def _row_before(self, y: int) -> int:
        """The row that what is dropped at that height comes before."""
        row = self.visualIndexAt(max(0, y))
        if not self._can_move(row):
            return self._movable()
        return row + (y > self.sectionViewportPosition(row) + self.sectionSize(row) // 2)

    def _scroll_to(self, y: int) -> None:
        """Let the rows come that are out of sight above or below."""
        bar, row = self._view.verticalScrollBar(), self.defaultSectionSize()
        if y < 0:
            bar.setValue(bar.value() - row)
        elif y > self.viewport().height():
            bar.setValue(bar.value() + row)
