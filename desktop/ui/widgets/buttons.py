"""Buttons that more than one screen has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.icons import icon
from desktop.ui.sizes import scaled


def icon_button(picture: str, words: str, owner: QWidget) -> QPushButton:
    """A narrow button that is only a picture; its words are its name and its tip."""
    button = QPushButton(owner)
    button.setIcon(icon(picture, button))
    button.setToolTip(words)
    button.setAccessibleName(words)
    scaled(button.setFixedWidth, 36)
    button.setStyleSheet("padding: 0;")
    return button


class Chip(QPushButton):
    """A pill that is on or off."""

    def __init__(
        self, text: str, name: str = "", toggled: Callable[[bool], None] | None = None
    ) -> None:
        super().__init__(text)
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setAccessibleName(name or text.replace("&", ""))
        if toggled is not None:
            self.toggled.connect(toggled)

    def sizeHint(self) -> QSize:
        """With room for its words in bold, as they are while it is on."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        words = self.text().replace("&", "")
        more = QFontMetrics(bold).horizontalAdvance(words)
        more -= self.fontMetrics().horizontalAdvance(words)
        return super().sizeHint() + QSize(max(0, more), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
