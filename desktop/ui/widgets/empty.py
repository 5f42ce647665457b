"""What a page shows while it has nothing to show: what to do next, with a button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.icons import pixmap
from desktop.ui.sizes import px, scaled
from desktop.ui.theme import colors
from desktop.ui.widgets.card import muted_label

_SIZE, _TEXT = 56, 380


class EmptyState(QWidget):
    """A picture, a sentence and the button that leads on (`chosen`).

    other: a second way on, told by `other_chosen`.
    """

    chosen = Signal()
    other_chosen = Signal()

    def __init__(
        self,
        picture: str,
        title: str,
        text: str,
        action: str,
        other: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        self.button = QPushButton(action)
        self.button.setProperty("role", "primary")
        self.button.setAccessibleDescription(text)
        self.button.clicked.connect(self.chosen)
        words = muted_label(text, wraps=True)
        words.setAlignment(centre)
        scaled(words.setFixedWidth, _TEXT)
        words.setMinimumHeight(words.heightForWidth(px(_TEXT)))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(SoftIcon(picture, _SIZE), 0, centre)
        column.addSpacing(8)
        column.addWidget(heading, 0, centre)
        column.addWidget(words, 0, centre)
        column.addSpacing(8)
        ways = QVBoxLayout()  # as wide as each other
        ways.setSpacing(8)
        ways.addWidget(self.button)
        if other:
            self.other = QPushButton(other)
            self.other.clicked.connect(self.other_chosen)
            ways.addWidget(self.other)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addLayout(ways)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(3)


class SoftIcon(QWidget):
    """An icon on a soft disc, for places that welcome."""

    def __init__(self, name: str, size: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = colors(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.accent_soft)
        painter.drawEllipse(self.rect())
        side = self.width() // 2
        at = (self.width() - side) // 2
        painter.drawPixmap(at, at, pixmap(self._name, side, self.devicePixelRatioF(), shown.accent))
        painter.end()
