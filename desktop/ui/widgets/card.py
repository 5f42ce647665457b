"""A bordered surface with a heading: what pages are laid out of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.icons import icon
from desktop.ui.sizes import scaled


class Card(QFrame):
    """A heading line, with room for actions on the right (`header`), above a `body`.

    flush: the body reaches the card's edges, as tables do.
    """

    def __init__(self, title: str, flush: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.heading = QLabel(title)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty("role", "heading")
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.addWidget(self.heading)
        self.header.addWidget(self.note)
        self.header.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setSpacing(0)
        outer.setContentsMargins(1, 6, 1, 1 if flush else 14)
        # as far from the edge as the text of a table's first column
        self.header.setContentsMargins(12, 0, 12, 4)
        scaled(self.heading.setMinimumHeight, 32)
        outer.addLayout(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.body.setContentsMargins(*((0, 0, 0, 0) if flush else (12, 0, 12, 0)))
        outer.addLayout(self.body, 1)

    def add_menu(self, menu: QMenu, name: str) -> QToolButton:
        """A button with three dots at the end of the heading line, which opens the menu."""
        button = menu_button(menu, name)
        self.header.addWidget(button)
        return button


def menu_button(menu: QMenu, name: str) -> QToolButton:
    """A button with three dots that opens a menu."""
    button = QToolButton()
    button.setIcon(icon("more", button))
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
    return button


def muted_label(text: str = "", wraps: bool = False) -> QLabel:
    """Secondary text."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)  # names of one's own may look like tags
    label.setProperty("role", "muted")
    label.setWordWrap(wraps)
    return label
