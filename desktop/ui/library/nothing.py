"""What stands in the table's place when the search finds nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.card import muted_label


class NothingFound(QFrame):
    """Says so, and offers the two ways on."""

    clear_asked = Signal()
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._words = QLabel()
        self._words.setProperty("role", "heading")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        hint = muted_label("Look for another word, or keep it as an exercise of your own.")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        clear = QPushButton("Show all exercises")
        clear.clicked.connect(self.clear_asked)
        self._new = QPushButton("New exercise")
        self._new.clicked.connect(self.new_asked)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(clear)
        line.addWidget(self._new)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(hint)
        column.addSpacing(8)
        column.addLayout(line)
        column.addStretch(1)

    def show_search(self, text: str) -> None:
        """Name what was looked for."""
        name = " ".join(text.split())
        self._words.setText(f"No exercise matches “{name}”" if name else "No exercise matches")
        self._new.setText(f"Add “{name}”".replace("&", "&&") if name else "New exercise")
