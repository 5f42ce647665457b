"""A drawn bar with its plates, each in its usual colour and with its weight on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.weight import Unit, Weight
from desktop.ui.sizes import px, scale
from desktop.ui.theme import colors
from desktop.ui.widgets.body_map import mixed

if TYPE_CHECKING:
    from desktop.analysis.plates import BarLoad

# Competition colours (IWF), and those that plates of pounds commonly have.
_COLORS = {
    Unit.KG: {
        "50": "#3b4048", "25": "#d8433b", "20": "#3470d4", "15": "#f0d33c", "10": "#35a05c",
        "5": "#f5f6f8", "2.5": "#3b4048", "2": "#3470d4", "1.5": "#f0d33c", "1": "#35a05c",
        "0.5": "#f5f6f8",
    },
    Unit.LB: {
        "100": "#3b4048", "55": "#d8433b", "45": "#3470d4", "35": "#f0d33c", "25": "#35a05c",
        "10": "#f5f6f8", "5": "#3b4048",
    },
}  # fmt: skip
_STEEL = "#aeb6c1"  # any other plate
_FULL = {Unit.KG: 25.0, Unit.LB: 55.0}  # from here on as high as it gets
_LOWEST, _GROWTH = 0.3, 0.6
_GAP, _COLLAR, _END = 2.0, 7.0, 12.0
_SHAFT, _LONGEST = 52.0, 110.0
_PADDING, _THINNEST = 4.0, 20.0
_FONTS = (0.86, 0.72)  # of the widget's own, the second where there is little room
_SLEEVE, _THICK = 0.1, 0.14  # of the height: a sleeve, and a plate at least


class PlateBar(QWidget):
    """The right half of a bar, or the whole of it where there is room for both sides.

    is_half: always the half, so that bars below each other are alike.
    """

    def __init__(self, parent: QWidget | None = None, is_half: bool = False) -> None:
        super().__init__(parent)
        self._is_half = is_half
        self._plates: tuple[Weight, ...] = ()
        self._bar: Weight | None = None
        self._unit = Unit.KG
        self.setAccessibleName("Loaded bar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_load(self, load: BarLoad | None, bar: Weight | None, unit: Unit) -> None:
        """Draw what is on each side of a bar of that weight; None: nothing to draw.

        unit: the one that plates are usually of; others name theirs.
        """
        self._plates = load.per_side if load else ()
        self._bar, self._unit = bar, unit
        side = plates_text(self._plates, ", ")
        words = f"Each side: {side}" if side else "The empty bar" if bar else ""
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 112) * scale()

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 44) * scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._bar is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        labels = [one.text() if one.unit is self._unit else str(one) for one in self._plates]
        thinnest = max(px(_THINNEST), self.height() * _THICK)
        texts = self._text_widths(painter, labels, _FONTS[0])
        widths = [max(one + 2 * px(_PADDING), thinnest) for one in texts]
        if 2 * _side(widths) + px(_SHAFT) <= self.width() and not self._is_half:
            middle = self.width() / 2
            half_shaft = min(middle - _side(widths), max(px(_LONGEST), self.height()))
            self._paint_shaft(painter, middle - half_shaft, middle + half_shaft)
            self._paint_side(painter, middle + half_shaft, widths, labels, middle)
            self._paint_side(painter, middle + half_shaft, widths, labels)
            return
        self._paint_shaft(painter, 0.0, px(_SHAFT))
        room = self.width() - px(_SHAFT) - _side([0.0] * len(widths))
        if sum(widths) > room:
            widths = self._squeezed(painter, labels, room)
        self._paint_side(painter, px(_SHAFT), widths, labels)

    def _squeezed(self, painter: QPainter, labels: Sequence[str], room: float) -> list[float]:
        """Widths for little room: first the margins get less, then the font smaller."""
        for size in _FONTS:
            texts = self._text_widths(painter, labels, size)
            spare = (room - sum(texts)) / max(len(texts), 1)
            if spare >= 2:
                return [one + spare for one in texts]
        return [max(room / len(labels), 2.0) for _ in labels]

    def _text_widths(self, painter: QPainter, labels: Sequence[str], size: float) -> list[int]:
        """How wide the labels are in that share of the widget's font, which is set."""
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * size)
        painter.setFont(font)
        return [painter.fontMetrics().horizontalAdvance(one) for one in labels]

    def _paint_shaft(self, painter: QPainter, left: float, right: float) -> None:
        shown = colors(self)
        high = max(3.0, self.height() * 0.05)
        at = self.height() / 2
        painter.fillRect(
            QRectF(left, at - high / 2, right - left, high), mixed(shown.surface, shown.muted, 0.55)
        )
        if not self._bar or not self._bar.grams:
            return
        painter.setPen(shown.muted)
        above = QRectF(left, 0, right - left, at - high / 2 - 2)
        bottom = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(above, bottom, str(self._bar))

    def _paint_side(
        self,
        painter: QPainter,
        start: float,
        widths: Sequence[float],
        labels: Sequence[str],
        mirror: float | None = None,
    ) -> None:
        """The collar, the sleeve and the plates from `start` on, or their mirror image."""
        shown = colors(self)
        at, high = self.height() / 2, max(6.0, self.height() * _SLEEVE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(shown.surface, shown.muted, 0.4))
        sleeve = _placed(start, at - high / 2, _side(widths), high, mirror)
        painter.drawRoundedRect(sleeve, 2, 2)
        painter.setBrush(mixed(shown.surface, shown.muted, 0.7))
        collar = _placed(start, at - high, px(_COLLAR) - px(_GAP), 2 * high, mirror)
        painter.drawRoundedRect(collar, 1.5, 1.5)
        left = start + px(_COLLAR)
        for one, width, label in zip(self._plates, widths, labels, strict=True):
            tall = (self.height() - 2) * _share(one)
            self._paint_plate(
                painter, _placed(left, at - tall / 2, width, tall, mirror), one, label
            )
            left += width + px(_GAP)

    def _paint_plate(self, painter: QPainter, place: QRectF, one: Weight, label: str) -> None:
        shown = colors(self)
        fill = QColor(_COLORS[one.unit].get(one.text(), _STEEL))
        if shown.is_dark:
            fill = mixed(fill, shown.window, 0.1)
        painter.setPen(QPen(mixed(fill, shown.text, 0.3), 1))
        painter.setBrush(fill)
        corner = min(4.0, place.width() / 4)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.setPen(QColor("#14171d" if _is_bright(fill) else "#ffffff"))
        metrics = QFontMetricsF(painter.font())
        width, height = metrics.horizontalAdvance(label), metrics.height()
        if width <= place.width():
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label)
        elif width + 4 <= place.height() and metrics.capHeight() + 2 <= place.width():
            painter.save()
            painter.translate(place.center())
            painter.rotate(-90)
            box = QRectF(-place.height() / 2, -height / 2, place.height(), height)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
            painter.restore()


def plates_text(plates: Sequence[Weight], between: str = " + ") -> str:
    """'25 + 15 kg', '4 × 25 + 10 kg', '20 kg + 45 lb'; empty for no plates."""
    units = {one.unit for one in plates}
    parts = []
    for one, same in groupby(plates):
        count, name = len(list(same)), one.text() if len(units) == 1 else str(one)
        parts += [f"{count} \u00d7 {name}"] if count > 2 else [name] * count
    return between.join(parts) + (f" {plates[0].unit}" if len(units) == 1 else "")


def load_text(load: BarLoad, bar: Weight) -> str:
    """'Each side: 25 + 15 kg'; of a weight that no plates are needed for, that."""
    if load.is_below_bar:
        return f"Lighter than the bar, which is {bar}"
    side = plates_text(load.per_side)
    if not side:
        return "The empty bar" if bar.grams else "No plates"
    return f"Each side: {side}"


def shortfall_text(load: BarLoad) -> str:
    """'Closest below: 97.5 kg, 0.5 kg less'; empty where the load makes the weight."""
    if load.is_exact or load.is_below_bar:
        return ""
    return f"Closest below: {load.achieved}, {load.remainder} less"


def _share(one: Weight) -> float:
    """How high a plate is drawn, of what there is."""
    share = float(one.amount()) / _FULL[one.unit]
    return min(1.0, _LOWEST + (1 - _LOWEST) * float(share**_GROWTH))


def _side(widths: Sequence[float]) -> float:
    """How long a side is with plates of these widths."""
    return px(_COLLAR) + sum(widths) + px(_GAP) * len(widths) + px(_END)


def _is_bright(fill: QColor) -> bool:
    """Whether dark text is read better on it."""
    return 0.3 * fill.redF() + 0.59 * fill.greenF() + 0.11 * fill.blueF() > 0.6


def _placed(left: float, top: float, width: float, height: float, mirror: float | None) -> QRectF:
    """A rectangle, or its mirror image about the vertical line at `mirror`."""
    place = QRectF(QPointF(left, top), QPointF(left + width, top + height))
    if mirror is not None:
        place.moveRight(2 * mirror - left)
    return place
