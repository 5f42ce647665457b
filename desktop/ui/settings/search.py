"""The search over all settings."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.widgets.search_field import dress_search

_GOING = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WORD = re.compile(r"\w+")


def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, in small letters."""
    return tuple(_WORD.findall(text.casefold()))


class SearchLine(QLineEdit):
    """Finds while it is typed in. entered: a key asks to go into what was found."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Search settings")
        self.setAccessibleName("Search settings")
        self.setToolTip("Down goes to what was found")
        dress_search(self)

    @property
    def words(self) -> tuple[str, ...]:
        """What is looked for, in small letters; empty for everything."""
        return words_of(self.text())

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and not self.text() and isinstance(event, QKeyEvent):
            event.ignore()  # undo belongs to the settings while nothing is typed here
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _GOING:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
