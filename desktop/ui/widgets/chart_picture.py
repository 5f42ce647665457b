"""A chart as it stands on the screen, with its title above, as pixels and as vectors."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QWidget,
)

from desktop.ui.theme import colors

_RATIO = 2  # pixels of a picture for one of the screen
_EDGE = 16
_GAP = 8
_SWATCH = 10
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FLAGS = QWidget.RenderFlag.DrawChildren
_PLOTS = "desktop.ui.widgets.time_plot"
_EXPORTS = "setExportMode"  # pyqtgraph's items have it
_WIDE = 600  # a small chart has so much room beside it for its title
_LARGER = 1.25  # the title beside other text
_CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit)


class ChartPicture:
    """Some widgets below each other, what is hidden or a control left out, under a title.

    note: a second line, the period say; none when empty. names: of the series
    in their order, each on a line with its colour.
    """

    def __init__(
        self, parts: Sequence[QWidget], title: str, note: str, names: Sequence[str] = ()
    ) -> None:
        self._parts = [one for one in parts if not one.isHidden()]
        self._title, self._note, self._names = title, note, names
        font = parts[0].font()
        self._small = QFont(font)
        self._large = QFont(font)
        self._large.setPointSizeF(font.pointSizeF() * _LARGER)
        self._large.setWeight(QFont.Weight.DemiBold)
        lines = [self._large, *[self._small] * (bool(note) + len(names))]
        self._heights = [QFontMetrics(one).height() for one in lines]
        self._colors = colors(parts[0])
        _leave(self._parts)

    @property
    def size(self) -> QSize:
        """In pixels of the screen."""
        width = max((one.width() for one in self._parts), default=0)
        words = QFontMetrics(self._large).horizontalAdvance(self._title)
        words = max(words, QFontMetrics(self._small).horizontalAdvance(self._note))
        width = max(width, min(words, _WIDE))
        height = sum(self._heights) + sum(_GAP + one.height() for one in self._parts)
        return QSize(width + 2 * _EDGE, height + 2 * _EDGE)

    def image(self) -> QImage:
        """It in twice as many pixels as the screen has, for paper and sharp screens."""
        made = QImage(self.size * _RATIO, QImage.Format.Format_RGB32)
        made.setDevicePixelRatio(_RATIO)
        made.fill(self._colors.surface)
        self._paint(QPainter(made))
        return made

    def svg(self) -> bytes:
        """It as lines, areas and text that stay sharp at any size."""
        kept = QByteArray()
        buffer = QBuffer(kept)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        made = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # the other one knows no clipping
        made.setOutputDevice(buffer)
        made.setSize(self.size)
        made.setViewBox(QRect(QPoint(), self.size))
        made.setResolution(self._parts[0].logicalDpiX() if self._parts else 96)
        made.setTitle(self._title)
        made.setDescription(self._note)
        painter = QPainter(made)
        painter.fillRect(QRect(QPoint(), self.size), self._colors.surface)
        with _as_shapes(self._parts):
            self._paint(painter)
        buffer.close()
        return bytes(kept.data())

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, top = self.size.width() - 2 * _EDGE, float(_EDGE)
        words = [self._title, *([self._note] if self._note else []), *self._names]
        first_name = len(words) - len(self._names)
        for place, (text, height) in enumerate(zip(words, self._heights, strict=True)):
            room = QRectF(_EDGE, top, width, height)
            top += height
            if place >= first_name:
                series = self._colors.series
                ink = series[(place - first_name) % len(series)]
                painter.fillRect(
                    QRectF(_EDGE, room.center().y() - _SWATCH / 2, _SWATCH, _SWATCH), ink
                )
                room.setLeft(_EDGE + _SWATCH + _GAP)
            font = self._small if place else self._large
            painter.setFont(font)
            painter.setPen(self._colors.muted if place else self._colors.text)
            painter.drawText(room, int(_LEFT), _fitting(text, font, room))
        for part in self._parts:
            top += _GAP
            shown = _without_controls(part)
            at = QPoint(_EDGE, round(top)) + shown.boundingRect().topLeft()
            # the method of a graphics view is another one, which leaves the view out
            QWidget.render(part, painter, at, shown, _FLAGS)
            top += part.height()
        painter.end()


def _fitting(text: str, font: QFont, room: QRectF) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))


def _without_controls(part: QWidget) -> QRegion:
    """What of a part is the chart's: buttons and fields are for the screen only."""
    shown = QRegion(part.rect())
    for control in part.findChildren(QWidget):
        if isinstance(control, _CONTROLS) and control.isVisibleTo(part):
            shown -= QRect(control.mapTo(part, QPoint()), control.size())
    return shown


def _leave(parts: Sequence[QWidget]) -> None:
    """Take the crosshair away, which is the user's and not the chart's."""
    if (module := sys.modules.get(_PLOTS)) is None:
        return  # no part can be one, and to import it for that takes long
    for part in parts:
        for plot in (part, *part.findChildren(module.TimePlot)):
            if isinstance(plot, module.TimePlot):
                plot.hover(None)


@contextmanager
def _as_shapes(parts: Sequence[QWidget]) -> Iterator[None]:
    """Let plots draw shapes and not the small pictures that they keep of symbols and grounds."""
    found = [view for one in parts for view in (one, *one.findChildren(QGraphicsView))]
    views = [one for one in found if isinstance(one, QGraphicsView)]
    modes = [one.cacheMode() for one in views]
    items = [item for one in views for item in one.scene().items() if hasattr(item, _EXPORTS)]
    for view in views:
        view.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
    for item in items:
        getattr(item, _EXPORTS)(True)
    try:
        yield
    finally:
        for item in items:
            getattr(item, _EXPORTS)(False)
        for view, mode in zip(views, modes, strict=True):
            view.setCacheMode(mode)
