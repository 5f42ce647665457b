"""What lies over the window while the palette is open, and holds its panel."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

_SHADE, _SHADOW = QColor(0, 0, 0, 60), 14
_CORNER = 8


class Shade(QWidget):
    """Covers the window and darkens it around the panel.

    While it is open it stands before a picture of the window, so that the page
    behind is not painted anew for every key.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._behind: QPixmap | None = None
        self.panel = QFrame(self)
        self.panel.setProperty("role", "card")

    def take_picture(self) -> None:
        """Stand before the window as it is; call it while hidden."""
        picture = self.window().grab()
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), _SHADE)
        painter.end()
        self._keep(picture)

    def forget_picture(self) -> None:
        """Let the window be seen through the shade."""
        self._keep(None)

    def place_panel(self, wanted: QRect) -> None:
        """Move the panel, and its shadow."""
        before = self.panel.geometry()
        if wanted != before:
            self.panel.setGeometry(wanted)
            around = QMargins(_SHADOW, _SHADOW, _SHADOW, 2 * _SHADOW)
            self.update((wanted | before).marginsAdded(around))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self.forget_picture()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        here = event.rect()
        if self._behind is None:
            painter.fillRect(here, _SHADE)
        else:
            ratio = self._behind.devicePixelRatio()
            there = QRectF(
                here.x() * ratio, here.y() * ratio, here.width() * ratio, here.height() * ratio
            )
            painter.drawPixmap(QRectF(here), self._behind, there)
        inner = self.panel.geometry().adjusted(_CORNER, _CORNER, -_CORNER, -_CORNER)
        seen = event.region() - QRegion(inner)
        if not seen.isEmpty():
            painter.setClipRegion(seen)
            self._paint_shadow(painter)
        painter.end()

    def _paint_shadow(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 7))
        around = self.panel.geometry().translated(0, _SHADOW // 3)
        for width in range(_SHADOW, 0, -2):
            rect = around.adjusted(-width, -width, width, width)
            painter.drawRoundedRect(rect, _CORNER + width, _CORNER + width)

    def _keep(self, picture: QPixmap | None) -> None:
        self._behind = picture
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, picture is not None)
