"""The small painted parts of an exercise's block: its bar, its mark, its titles."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.set_fields import title_of
from desktop.ui.session.block_view import Columns, Superset
from desktop.ui.session.set_row import SetRow
from desktop.ui.sizes import SMALL, px, scaled
from desktop.ui.theme import colors

BAR_WIDTH = 4
_INSET = 8
_PALE = 80
_CELL_PADDING = 11  # where the numbers in a cell end


class SideBar(QWidget):
    """The bar at a block's left: a superset's runs on through its blocks, the due one's is bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scaled(self.setFixedWidth, BAR_WIDTH)
        self._state: tuple[bool, bool, bool, bool] = (False,) * 4

    def show_state(self, superset: Superset | None, is_due: bool) -> None:
        """Paint the block's part of the bar."""
        above, below = (superset.joins_above, superset.joins_below) if superset else (False, False)
        state = (superset is not None, above, below, is_due)
        if state != self._state:
            self._state = state
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        is_superset, above, below, is_due = self._state
        shown = colors(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        inner = QRectF(self.rect()).adjusted(0, _INSET, 0, -_INSET)
        if is_superset:
            whole = QRectF(self.rect())
            whole.setTop(whole.top() - _INSET if above else inner.top())
            whole.setBottom(whole.bottom() + _INSET if below else inner.bottom())
            pale = QColor(shown.accent)
            pale.setAlpha(_PALE)
            painter.setBrush(pale)
            painter.drawRoundedRect(whole, 2, 2)
        if is_due:
            painter.setBrush(shown.accent)
            painter.drawRoundedRect(inner, 2, 2)
        painter.end()


class SupersetMark(QWidget):
    """'A1': the superset's letter and the place in its round; filled when it is its turn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._is_due = False
        self._scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, superset: Superset | None, is_due: bool) -> None:
        """Say where the exercise stands in its superset; hidden without one."""
        self.setVisible(superset is not None)
        if superset is None:
            return
        self._text, self._is_due = superset.mark, is_due
        turn = ", next" if is_due else ""
        self.setAccessibleName(f"Superset {superset.mark}{turn}")
        letter = superset.mark.rstrip("0123456789") or superset.mark
        self.setToolTip(f"Superset {letter}: {', then '.join(superset.names)}{turn}")
        self.updateGeometry()
        self.update()

    def set_scale(self, scale: float) -> None:
        """So many times the usual size."""
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(34 * self._scale), px(20 * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = colors(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.fill if self._is_due else shown.accent_soft)
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setPen(shown.on_fill if self._is_due else shown.accent)
        painter.setFont(_small(self.font(), self._scale, QFont.Weight.DemiBold))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class ColumnTitles(QWidget):
    """The titles over the columns, drawn where the cells of the rows below really stand."""

    def __init__(self, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._row: SetRow | None = None
        self._scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_row(self, row: SetRow | None) -> None:
        """Stand over that row's cells; nothing to title without one."""
        self._row = row
        self.setVisible(row is not None)
        self.update()

    def set_scale(self, scale: float) -> None:
        """So many times the usual size."""
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(0, px(18 * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        row = self._row
        if row is None:
            return
        kind, unit, _ = self._columns
        painter = QPainter(self)
        painter.setFont(_small(self.font(), self._scale))
        painter.setPen(colors(self).muted)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._draw(painter, row, row.type_button, "Set", middle | Qt.AlignmentFlag.AlignHCenter)
        self._draw(painter, row, row.previous, "Previous", middle | Qt.AlignmentFlag.AlignLeft)
        right = middle | Qt.AlignmentFlag.AlignRight
        for cell in row.cells:
            self._draw(painter, row, cell, title_of(cell.field, kind, unit), right, _CELL_PADDING)
        painter.end()

    def _draw(
        self,
        painter: QPainter,
        row: SetRow,
        part: QWidget,
        text: str,
        align: Qt.AlignmentFlag,
        padding: int = 0,
    ) -> None:
        if not part.isVisible():
            return
        left = part.mapTo(row, QPoint()).x() + row.x() - self.x()
        painter.drawText(QRect(left, 0, part.width() - padding, self.height()), align, text)


def _small(font: QFont, scale: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL * scale)
    made.setWeight(weight)
    return made
