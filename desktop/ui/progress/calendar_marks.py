"""How strong a day is drawn, and what that means."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.progress.calendar_year import LEVELS
from desktop.ui.sizes import scaled
from desktop.ui.theme import Colors, colors
from desktop.ui.widgets.body_map import mixed

_SHARES = (0.0, 0.4, 0.6, 0.8, 1.0)  # how much of the accent a level has
_SIZES = (1.0, 0.58, 0.72, 0.86, 1.0)  # and how much of its cell it fills


def paint_mark(
    painter: QPainter, shown: Colors, cell: QRectF, level: int, *, is_ahead: bool = False
) -> None:
    """A day's mark within its cell: the more, the stronger and the larger."""
    ground = QColor(shown.line)
    if is_ahead:
        ground.setAlpha(90)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    full = cell.adjusted(1.2, 1.2, -1.2, -1.2)
    painter.drawRoundedRect(full, 2.5, 2.5)
    if level:
        inset = full.width() * (1 - _SIZES[level]) / 2
        painter.setBrush(mixed(shown.surface, shown.accent, _SHARES[level]))
        painter.drawRoundedRect(full.adjusted(inset, inset, -inset, -inset), 2.5, 2.5)


class Mark(QWidget):
    """One mark, for the legend."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level
        scaled(self.setFixedSize, 15, 15)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, colors(self), QRectF(self.rect()), self._level)
        painter.end()


def legend_words(bounds: Sequence[float], write: Callable[[float], str]) -> list[tuple[int, str]]:
    """(level, words) for each level that there is."""
    words = [(0, "none")]
    start = LEVELS - len(bounds)
    words += [(start + n, f"up to {write(bound)}") for n, bound in enumerate(bounds)]
    return [*words, (LEVELS, "more" if bounds else "trained")]
