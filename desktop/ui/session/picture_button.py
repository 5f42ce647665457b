"""A small quiet button that is only a picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.icons import pixmap
from desktop.ui.theme import colors

_PART = 0.75


class PictureButton(QAbstractButton):
    """Muted until the mouse is over it. It takes no focus: a key does the same."""

    def __init__(self, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_picture(self, picture: str, name: str, tip: str) -> None:
        """Be that picture, with its words."""
        if self._picture != picture:
            self._picture = picture
            self.update()
        self.setAccessibleName(name)
        self.setToolTip(tip)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = colors(self)
        side = round(min(self.width(), self.height()) * _PART)
        color = shown.accent if self.underMouse() else shown.muted
        picture = pixmap(self._picture, side, self.devicePixelRatioF(), color)
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(self.rect()).center())
        QPainter(self).drawPixmap(place.topLeft(), picture)
