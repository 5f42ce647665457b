"""The list of sections at the left of the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from desktop.ui.sizes import px

_HEIGHT = 34
_ENABLED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class SectionsList(QListWidget):
    """chosen carries the place of a section; left: Up asks to go to what stands above."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName("Sections")
        self.setFrameShape(QFrame.Shape.NoFrame)
        for title in titles:
            item = QListWidgetItem(title)
            item.setSizeHint(QSize(0, px(_HEIGHT)))
            self.addItem(item)
        self.currentRowChanged.connect(self._on_current)
        # during a search there is no current one, and a click on any makes it so
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))

    def mark(self, place: int) -> None:
        """Mark the section that is shown, without asking for it."""
        self.blockSignals(True)
        for row in range(self.count()):
            self.item(row).setFlags(_ENABLED)
        self.setCurrentRow(place)
        self.blockSignals(False)

    def mark_found(self, found: Sequence[bool]) -> None:
        """Tell where a search found something; none of them is the one that is shown."""
        self.blockSignals(True)
        self.setCurrentRow(-1)
        for row, is_found in enumerate(found):
            self.item(row).setFlags(_ENABLED if is_found else Qt.ItemFlag.NoItemFlags)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_current(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(place)
