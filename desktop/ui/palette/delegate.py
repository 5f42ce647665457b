"""Draws the rows of the palette: icon, title with the typed letters strong, keys at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.icons import pixmap
from desktop.ui.palette.rows import ROW, Row
from desktop.ui.sizes import SMALL
from desktop.ui.theme import Colors, colors
from desktop.ui.widgets.delegate import draw_text

_Index = QModelIndex | QPersistentModelIndex
_PADDING, _GAP, _AIR = 12, 12, 16
_LEAST_ROW, _LEAST_ICON = 36, 18
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class PaletteDelegate(QStyledItemDelegate):
    """For a list of Row."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, self.height(index.data(ROW)))

    def height(self, row: Row) -> int:
        """How high a row is."""
        height = self._view.fontMetrics().height()
        return height + _GAP if row.run is None else max(_LEAST_ROW, height + _AIR)

    def chevron(self, rect: QRect) -> QRect:
        """Where a click asks for what else can be done with a row."""
        side = self._icon_side() + 2 * _GAP
        return QRect(rect.right() - side + 1, rect.top(), side, rect.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(ROW)
        shown = colors(self._view)
        font = self._view.font()
        rect: QRect = option.rect
        painter.save()
        if row.run is None:
            self._paint_heading(painter, rect, row, font, shown)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_ground(painter, rect, chosen, shown)
            inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
            self._paint_row(painter, inner, row, font, shown, chosen)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, chosen: bool, shown: Colors) -> None:
        if not chosen:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.accent_soft)
        painter.drawRoundedRect(rect, 6, 6)
        # told by more than a tint
        painter.setBrush(shown.accent)
        painter.drawRoundedRect(QRect(rect.left(), rect.top() + 8, 3, rect.height() - 16), 1.5, 1.5)

    def _paint_row(
        self, painter: QPainter, rect: QRect, row: Row, font: QFont, shown: Colors, chosen: bool
    ) -> None:
        side = self._icon_side()
        ratio = self._view.devicePixelRatioF()
        top = rect.top() + (rect.height() - side) // 2
        ink = shown.accent if chosen else shown.muted
        painter.drawPixmap(rect.left(), top, pixmap(row.icon, side, ratio, ink))
        left, right = rect.left() + side + _GAP, rect.right()
        if row.more is not None:
            right -= side
            if chosen:
                painter.drawPixmap(right + 4, top, pixmap("right", side, ratio, shown.muted))
        right = self._paint_end(
            painter, QRect(left, rect.top(), right - left, rect.height()), row, font, shown
        )
        end = self._paint_title(
            painter, QRect(left, rect.top(), right - left, rect.height()), row, font, shown
        )
        room = QRect(end + _GAP, rect.top(), right - end - _GAP, rect.height())
        if row.detail and room.width() > 4 * _GAP:
            painter.setFont(font)
            painter.setPen(shown.muted)
            draw_text(painter, room, row.detail, None)

    def _paint_end(
        self, painter: QPainter, rect: QRect, row: Row, font: QFont, shown: Colors
    ) -> int:
        """The keys, or the kind of thing; where what stands before it ends."""
        text = row.keys or row.tag
        painter.setFont(font if row.keys else _small(font))
        width = painter.fontMetrics().horizontalAdvance(text)
        if not text or width > rect.width() // 2:
            return rect.right()
        painter.setPen(shown.muted)
        draw_text(painter, rect, text, _RIGHT)
        return rect.right() - width - _GAP

    def _paint_title(
        self, painter: QPainter, rect: QRect, row: Row, font: QFont, shown: Colors
    ) -> int:
        """The title; where it ends."""
        strong = QFont(font)
        strong.setWeight(QFont.Weight.Bold)
        metrics = QFontMetrics(strong if row.marked else font)
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, rect.width())
        layout = QTextLayout(title, font)
        cut = len(title) if title == row.title else len(title) - 1
        ranges = [_range(place, shown) for place in sorted(row.marked) if place < cut]
        layout.setFormats(ranges)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(rect.width() + 1)
        layout.endLayout()
        painter.setPen(shown.text)
        top = rect.top() + (rect.height() - line.height()) / 2
        layout.draw(painter, QPointF(rect.left(), top))
        return rect.left() + int(line.naturalTextWidth())

    def _paint_heading(
        self, painter: QPainter, rect: QRect, row: Row, font: QFont, shown: Colors
    ) -> None:
        painter.setFont(_small(font))
        painter.setPen(shown.muted)
        draw_text(painter, rect.adjusted(_PADDING, 4, -_PADDING, 0), row.title, None)

    def _icon_side(self) -> int:
        return max(_LEAST_ICON, self._view.fontMetrics().height())


def _range(place: int, shown: Colors) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = place, 1
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setForeground(shown.accent)
    found.format = look
    return found


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    return made
