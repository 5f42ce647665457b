"""The small card beside the crosshair of a chart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui.widgets.card import muted_label

_GAP = 12
_EDGE = 4


class ValueCard(QFrame):
    """What is known of the point under the crosshair."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = muted_label()
        self._text = QLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._text)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._title.text()}: {self._text.text()}".replace("\n", ", ")

    def tell(self, title: str, text: str) -> None:
        """Say this."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.adjustSize()

    def place_at(self, x: float, width: int) -> None:
        """Beside the crosshair, on the side that has room."""
        fits = x + _GAP + self.width() <= width - _EDGE
        left = x + _GAP if fits else x - _GAP - self.width()
        self.move(max(_EDGE, round(left)), _EDGE)
