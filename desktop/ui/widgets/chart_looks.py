"""How lines of a chart are told apart: a colour, a dash and a mark for each of them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import Colors, colors

RECORD, OUTLIER, BAND = "record", "outlier", "band"


class Look(NamedTuple):
    """symbol: pyqtgraph's name of the mark; dash: in widths of the pen, empty for a whole line."""

    symbol: str
    dash: tuple[float, ...]


# as many as can be compared; the colour is the series colour of the same place
LOOKS = (
    Look("o", ()),
    Look("s", (5.0, 2.5)),
    Look("t1", (1.5, 2.0)),
    Look("+", (7.0, 2.0, 1.5, 2.0)),
)
_WIDE, _HIGH = 26, 14


def pen_of(shown: Colors, place: int, width: float = 2.0, *, dashed: bool = True) -> QPen:
    """The pen of a line; cosmetic, as charts need it."""
    pen = QPen(shown.series[place % len(shown.series)], width)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    dash = LOOKS[place % len(LOOKS)].dash
    if dashed and dash:
        pen.setDashPattern(dash)
    return pen


def mark_path(symbol: str, size: float) -> QPainterPath:
    """A mark around the origin."""
    half = size / 2
    path = QPainterPath()
    if symbol == "s":
        path.addRect(-half, -half, size, size)
    elif symbol == "t1":
        path.addPolygon(QPolygonF([QPointF(0, -half), QPointF(half, half), QPointF(-half, half)]))
        path.closeSubpath()
    elif symbol == "d":
        points = [QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
    elif symbol == "+":
        arm = size / 6
        path.addRect(-half, -arm, size, 2 * arm)
        path.addRect(-arm, -half, 2 * arm, size)
        path = path.simplified()
    else:
        path.addEllipse(QPointF(0, 0), half, half)
    return path


class Sample(QWidget):
    """A line, a record, an outlier or a band as a chart draws it, for its legend.

    what: the place of a line, RECORD, OUTLIER or BAND.
    """

    def __init__(self, what: int | str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = what
        self._dashed = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        is_wide = isinstance(self._what, int) or self._what == BAND
        return QSize(_WIDE if is_wide else _HIGH, _HIGH)

    def set_dashed(self, dashed: bool) -> None:
        """Whether the chart draws its lines dashed, which those of many points are not."""
        if dashed is not self._dashed:
            self._dashed = dashed
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.rect().toRectF().center()
        paint_sample(painter, colors(self), self._what, middle, self.width(), dashed=self._dashed)
        painter.end()


def paint_sample(
    painter: QPainter,
    shown: Colors,
    what: int | str,
    middle: QPointF,
    wide: float,
    *,
    dashed: bool = True,
) -> None:
    """Paint a line of that width with its mark, a band, or the mark of a record or an outlier."""
    painter.save()
    if what == BAND:
        faint = QColor(shown.accent)
        faint.setAlphaF(0.2)
        painter.fillRect(QRectF(middle.x() - wide / 2, middle.y() - 6, wide, 12), faint)
    if isinstance(what, int) or what == BAND:
        painter.setPen(pen_of(shown, what if isinstance(what, int) else 0, dashed=dashed))
        half = QPointF(wide / 2, 0)
        painter.drawLine(middle - half, middle + half)
    painter.translate(middle)
    if what == RECORD:
        painter.setPen(QPen(shown.surface if shown.is_dark else shown.gold_mark, 1.5))
        painter.setBrush(shown.gold_fill)
        painter.drawPath(mark_path("d", 10))
    elif what == OUTLIER:
        painter.setPen(QPen(shown.muted, 1.5))
        painter.drawPath(mark_path("o", 8))
    elif isinstance(what, int):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.series[what % len(shown.series)])
        painter.drawPath(mark_path(LOOKS[what % len(LOOKS)].symbol, 7))
    painter.restore()
