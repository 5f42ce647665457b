"""A card in the middle of the page area, for what is no page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.ui.sizes import scaled

_ALL = 1000  # of the width, until the card has what it wants


def in_the_middle(widget: QWidget, content: QLayout, width: int = 440) -> None:
    """Lay the content out on a card at most so wide, a little above the middle of the widget."""
    card = QFrame()
    card.setProperty("role", "card")
    scaled(card.setMaximumWidth, width)
    content.setContentsMargins(32, 28, 32, 28)
    card.setLayout(content)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card, _ALL)
    row.addStretch(1)
    column = QVBoxLayout(widget)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)
