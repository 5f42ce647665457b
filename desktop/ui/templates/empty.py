"""What the page shows while there is no template."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.icons import icon


class NoTemplates(QWidget):
    """Says what templates are for, with the button (`new`) to write the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("No templates yet")
        title.setProperty("role", "heading")
        words = QLabel("Plan a workout once, then start it here with one click.")
        words.setProperty("role", "muted")
        self.new = QPushButton("New template")
        self.new.setProperty("role", "primary")
        self.new.setIcon(icon("plus", self, self.palette().highlightedText().color()))
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for widget in (title, words, self.new):
            column.addWidget(widget, 0, middle)
        column.addStretch(3)
