"""A menu that asks for two dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from desktop.ui.sizes import scaled

_WIDTH = 140


class DatesMenu(QMenu):
    """Two dates and a button. chosen: the first and the last day, in their order."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.first, self.last = _edit("From"), _edit("To")
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
        self.first.setDate(QDate(first.year, first.month, first.day))
        self.last.setDate(QDate(last.year, last.month, last.day))
        self.first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self) -> None:
        days = sorted((_day(self.first), _day(self.last)))
        self.close()
        self.chosen.emit(*days)


def _edit(name: str) -> QDateEdit:
    edit = QDateEdit()
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("d MMM yyyy")
    edit.setAccessibleName(name)
    scaled(edit.setMinimumWidth, _WIDTH)
    return edit


def _day(edit: QDateEdit) -> date:
    found = edit.date()
    return date(found.year(), found.month(), found.day())
