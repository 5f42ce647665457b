"""What comes after a rest, in one line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_NEXT = "Next: "


class NextSet(QLabel):
    """Shortens the exercise where there is no room: the numbers are what one needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = self._exercise = ""
        self.setProperty("role", "caption")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_next(self, numbers: str, exercise: str) -> None:
        """Say the set, and its exercise when it is another one; both empty: nothing."""
        self._numbers, self._exercise = numbers, exercise
        words = f"{exercise} {numbers}".strip()
        self.setText(_NEXT + words if words else "")
        self.setToolTip(self.text())

    def shown_text(self) -> str:
        """The words as there is room for them."""
        metrics, room, mode = self.fontMetrics(), self.width(), Qt.TextElideMode.ElideRight
        if metrics.horizontalAdvance(self.text()) <= room:
            return self.text()
        if not self._exercise or not self._numbers:
            return metrics.elidedText(self.text(), mode, room)
        left = room - metrics.horizontalAdvance(f"{_NEXT} {self._numbers}")
        name = metrics.elidedText(self._exercise, mode, max(0, left))
        if len(name) > 1:  # more of it than the dots
            return f"{_NEXT}{name} {self._numbers}"
        return metrics.elidedText(_NEXT + self._numbers, mode, room)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.contentsRect(), align, self.shown_text())
