"""Draws the rows of every table and list: soft selection, thin lines, muted columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.sizes import px
from desktop.ui.theme import Colors, colors

_Index = QModelIndex | QPersistentModelIndex
_PADDING = 12
_ROW = 32
_NEAR_EDGE = 8
_MUTED = int(Qt.ItemDataRole.UserRole) + 1


class RowDelegate(QStyledItemDelegate):
    """For rows of text. `muted_role` tells cells in the secondary colour.

    Subclasses override `paint_content` for a cell of their own kind; the
    ground, the line and the mark of the current row stay the same.
    """

    def __init__(self, view: QAbstractItemView, muted_role: int = _MUTED) -> None:
        super().__init__(view)
        self._view = view
        self._muted_role = muted_role
        self._hovered = -1
        view.setMouseTracking(True)
        view.entered.connect(self._on_entered)
        self._viewport = view.viewport()
        self._viewport.installEventFilter(self)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = colors(self._view)
        rect: QRect = option.rect
        self._paint_ground(painter, rect, option, index, shown)
        self.paint_content(painter, rect.adjusted(_PADDING, 0, -_PADDING, -1), option, index, shown)

    def paint_content(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: _Index,
        shown: Colors,
    ) -> None:
        """Draw a cell's icon and text; `rect` is what the padding leaves."""
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QIcon):
            picture.paint(painter, QRect(rect.left(), rect.top(), px(18), rect.height()))
            rect = rect.adjusted(px(26), 0, 0, 0)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if not text:
            return
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        font = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(font or option.font)
        muted = index.data(self._muted_role)
        painter.setPen(ink if isinstance(ink, QColor) else shown.muted if muted else shown.text)
        draw_text(painter, rect, str(text), index.data(Qt.ItemDataRole.TextAlignmentRole))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 2 * _PADDING, max(px(_ROW), hint.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._viewport:
            return super().eventFilter(watched, event)
        # Qt's own filter would take the viewport for the editor of a cell
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return False

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: _Index,
        shown: Colors,
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, shown.accent_soft)
        elif index.row() == self._hovered:
            painter.fillRect(rect, shown.hover)
        if not self._ends_view(index, rect):
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, shown.line)
        # the keyboard's place, told by more than a tint
        focused = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        if focused and rect.left() <= 0:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height() - 1, shown.accent)

    def _ends_view(self, index: _Index, rect: QRect) -> bool:
        """Whether the view's own border follows: a second line just above it would be too much."""
        is_last = index.row() == index.model().rowCount() - 1
        return is_last and rect.bottom() >= self._viewport.height() - _NEAR_EDGE

    def _on_entered(self, index: _Index) -> None:
        self._hover(index.row())

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self._view.viewport().update()


def draw_text(painter: QPainter, rect: QRect, text: str, alignment: Any) -> None:
    """One line of text, with dots where it does not fit."""
    metrics: QFontMetrics = painter.fontMetrics()
    if metrics.horizontalAdvance(text) > rect.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    flags = int(alignment) if alignment is not None else int(Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(rect, flags | int(Qt.TextFlag.TextSingleLine), text)
