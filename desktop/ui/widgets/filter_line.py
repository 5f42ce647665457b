"""A search field with filters beside it, on one line or on two where there is little room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.ui.icons import icon

_SEARCH = 170
_GAP = 8


class FilterLine(QWidget):
    """search, then `chips` (which go below when narrow), then `last` at the right end."""

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(placeholder)
        self.search.setAccessibleName(name)
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", self.search), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMinimumWidth(120)
        self.chips = QWidget()
        self.chip_line = QHBoxLayout(self.chips)
        self.chip_line.setContentsMargins(0, 0, 0, 0)
        self.chip_line.setSpacing(6)
        self._last = QWidget()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP)
        self._grid.setColumnStretch(0, 1)
        self._in_one: bool | None = None

    def set_last(self, widget: QWidget) -> None:
        """What stands at the right end of the first line."""
        self._last = widget
        self._place(False)

    def minimumSizeHint(self) -> QSize:
        # narrower than one line needs: the chips then go below
        first = 120 + _GAP + self._last.minimumSizeHint().width()
        width = max(self.chips.minimumSizeHint().width(), first)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.chips.sizeHint().width() + self._last.sizeHint().width()
        self._place(self.width() >= _SEARCH + beside + 2 * _GAP)

    def _place(self, in_one: bool) -> None:
        if in_one is self._in_one:
            return
        self._in_one = in_one
        row, column, span = (0, 1, 1) if in_one else (1, 0, 3)
        self._grid.addWidget(self.search, 0, 0)
        self._grid.addWidget(self._last, 0, 2)
        self._grid.addWidget(self.chips, row, column, 1, span, Qt.AlignmentFlag.AlignLeft)
        QWidget.setTabOrder(self.search, self.chips)
        QWidget.setTabOrder(self.chips, self._last)


def chip(text: str, name: str, toggled: Callable[[bool], None] | None = None) -> QPushButton:
    """A pill that is on or off."""
    made = QPushButton(text)
    made.setProperty("role", "chip")
    made.setCheckable(True)
    made.setAccessibleName(name)
    if toggled is not None:
        made.toggled.connect(toggled)
    return made
