"""Cards beside each other where there is room, below each other where there is none."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_GAP = 12


class SideBySide(QWidget):
    """Widgets on one line that share its width, or in one column."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._parts: list[QWidget] = []

    def add(self, part: QWidget, share: int = 1) -> None:
        """Add one at the end. share: of the width, against those of the others."""
        self._parts.append(part)
        self._row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        # no wider than the widest one: the others then go below
        least = super().minimumSizeHint()
        return QSize(max(part.minimumSizeHint().width() for part in self._parts), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(part.minimumSizeHint().width() for part in self._parts)
        fits = self.width() >= needed + _GAP * (len(self._parts) - 1)
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if fits else directions.TopToBottom
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)
            self.updateGeometry()
