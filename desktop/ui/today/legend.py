"""What the marks of the calendar mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.sizes import scaled
from desktop.ui.theme import colors
from desktop.ui.today.calendar import paint_mark
from desktop.ui.widgets.card import muted_label


class Legend(QWidget):
    """The three marks in a row, each with its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(6)
        for count, is_today, word in (
            (1, False, "trained"),
            (2, False, "more than once"),
            (0, True, "today"),
        ):
            row.addWidget(_Mark(count, is_today))
            row.addWidget(muted_label(word))
            row.addSpacing(6)


class _Mark(QWidget):
    def __init__(self, count: int, is_today: bool) -> None:
        super().__init__()
        self._count, self._is_today = count, is_today
        scaled(self.setFixedSize, 16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        paint_mark(painter, colors(self), disc, self._count, self._is_today)
        painter.end()
