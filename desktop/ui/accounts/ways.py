"""The ways on from the first page: large buttons with a picture and a line of words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.empty import SoftIcon


class WayButton(QPushButton):
    """is_usual: what Enter takes from wherever one is."""

    def __init__(
        self,
        picture: str,
        title: str,
        words: str,
        *,
        is_usual: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "way")
        self.setProperty("usual", is_usual)
        self.setAutoDefault(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        self._picture = SoftIcon(picture, 40)
        parts = (self._picture, heading, muted_label(words, wraps=True))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        column.insertSpacing(1, 8)
        column.addStretch(1)

    def show_picture(self, shown: bool) -> None:
        """Show the picture, or leave its room to the words."""
        self._picture.setVisible(shown)

    def sizeHint(self) -> QSize:
        """As its layout needs: a push button would count its own words, of which it has none."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()
