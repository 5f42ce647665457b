"""Buttons that more than one screen has."""

from __future__ import annotations

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
