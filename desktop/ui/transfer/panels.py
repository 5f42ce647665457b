"""Small parts that both dialogs are made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.ui.sizes import scaled
from desktop.ui.widgets.card import muted_label

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_BAR = 360


class ProgressPanel(QWidget):
    """What is under way, a bar, and how far it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = heading()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        scaled(self.bar.setFixedWidth, _BAR)
        self.note = muted_label()
        self.note.setAlignment(_CENTRE)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (self.title, self.bar, self.note):
            column.addWidget(widget, 0, _CENTRE)
        column.addStretch(3)

    def begin(self, title: str, note: str = "") -> None:
        """Something has begun, and nobody knows yet how long it takes."""
        self.title.setText(title)
        self.note.setText(note)
        self.bar.setAccessibleName(title)
        self.bar.setRange(0, 0)

    def show_step(self, done: int, total: int, note: str) -> None:
        """So much is done; total 0: of nobody knows how much."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.note.setText(note)


def heading(text: str = "") -> QLabel:
    """A heading in the middle, on as many lines as it needs."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "heading")
    label.setWordWrap(True)
    label.setAlignment(_CENTRE)
    return label


def button(text: str, role: str = "") -> QPushButton:
    """A button that Enter presses only while it has the focus."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    return made


def plain_heading(text: str) -> QLabel:
    """A question or a title within a card."""
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


def fault_label() -> QLabel:
    """Why something was not done, above the thing it was to be done with."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "error")
    label.setWordWrap(True)
    return label
