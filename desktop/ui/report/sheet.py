"""Drawing on a page: text, boxes and rules in tenths of a point, the same on any device."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen

from desktop.ui.theme import LIGHT

POINT = 10.0  # units
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_HAIR = 0.6 * POINT
_ROUND = 4 * POINT


class Sheet:
    """Draws with one painter whose units are tenths of a point; always on white, as paper is."""

    ink = LIGHT

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def text(
        self,
        place: QRectF,
        words: str,
        size: float,
        *,
        color: QColor | None = None,
        bold: bool = False,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> float:
        """One line within the place, its end left out where there is no room; how wide it is.

        size: points.
        """
        font = font_of(size, bold=bold)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        self.painter.setFont(font)
        self.painter.setPen(color or self.ink.text)
        self.painter.drawText(place, int(align), shown)
        return metrics.horizontalAdvance(shown)

    def frame(self, place: QRectF) -> None:
        """A box with round corners."""
        self.painter.setPen(QPen(self.ink.line, _HAIR))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(place, _ROUND, _ROUND)

    def rule(self, start: QPointF, end: QPointF, color: QColor | None = None) -> None:
        """A thin line."""
        self.painter.setPen(QPen(color or self.ink.line, _HAIR))
        self.painter.drawLine(start, end)

    def bars(self, place: QRectF, values: tuple[float, ...], top: float) -> None:
        """Columns side by side from the bottom up; `top`: the value of a full one."""
        if not values or top <= 0:
            return
        step = place.width() / len(values)
        wide = min(step * 0.78, 18 * POINT)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.ink.fill)
        for at, value in enumerate(values):
            high = place.height() * value / top
            left = place.left() + step * (at + 0.5) - wide / 2
            self.painter.drawRect(QRectF(left, place.bottom() - high, wide, high))


def font_of(size: float, *, bold: bool = False) -> QFont:
    """The window's own font in points of the page, its digits all of one width."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(round(size * POINT))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
