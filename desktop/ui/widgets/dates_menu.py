"""A menu that asks for two dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from desktop.ui.sizes import scaled
from desktop.ui.widgets.dates import date_edit, day_in, show_day

_WIDTH = 140


class DatesMenu(QMenu):
    """Two dates and a button. chosen: the first and the last day, in their order."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.first, self.last = date_edit("From"), date_edit("To")
        for edit in (self.first, self.last):
            scaled(edit.setMinimumWidth, _WIDTH)
        self.button = QPushButton("Show")
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self._choose)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for words, edit in (("From", self.first), ("To", self.last)):
            line = QHBoxLayout()
            label = QLabel(words)
            label.setBuddy(edit)
            line.addWidget(label, 1)
            line.addWidget(edit)
            column.addLayout(line)
        column.addWidget(self.button)
        action = QWidgetAction(self)
        action.setDefaultWidget(form)
        self.addAction(action)

    def ask(self, first: date, last: date) -> None:
        """Begin with these days."""
        show_day(self.first, first)
        show_day(self.last, last)
        self.first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self) -> None:
        days = sorted((day_in(self.first), day_in(self.last)))
        self.close()
        self.chosen.emit(*days)
