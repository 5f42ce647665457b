"""The field in which sets are typed: it marks the word that cannot be read."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.session.entry_names import NameList
from desktop.ui.theme import colors

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_REMEMBERED = 50
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EntryField(QLineEdit):
    """One line. Up in the empty field brings back what was remembered.

    entered: Enter was pressed, and no list of names was open. names_wanted:
    Down in the empty field. many_pasted: text of more than one line came in.
    focused: the keyboard is here now.
    """

    entered = Signal()
    names_wanted = Signal()
    many_pasted = Signal(str)
    focused = Signal()

    # what may be asked for while the field is being made
    marked: tuple[int, int] | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_composing = False
        self._remembered: list[str] = []
        self._place = 0
        self.names = NameList(self)
        self.textChanged.connect(self._refuse_lines)

    def mark(self, span: tuple[int, int] | None) -> None:
        """Underline text[start:end] as what cannot be read; None: nothing."""
        is_same = span is None and self.marked is None
        self.marked = span
        if not is_same and not self._is_composing:
            super().inputMethodEvent(QInputMethodEvent("", self._underline()))

    def _underline(self) -> list[QInputMethodEvent.Attribute]:
        """The mark as a format: an input method's way is the only one to a line's layout."""
        if self.marked is None:
            return []
        start, end = (_utf16(self.text()[:place]) for place in self.marked)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(colors(self).danger)
        look.setForeground(colors(self).danger)
        kind = QInputMethodEvent.AttributeType.TextFormat
        # places count from the cursor
        return [QInputMethodEvent.Attribute(kind, start - self.cursorPosition(), end - start, look)]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.marked is not None:
            self.mark(self.marked)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and self._leaves_to_window(cast(QKeyEvent, event)):
            event.ignore()
            return True
        return super().event(event)

    def _leaves_to_window(self, key: QKeyEvent) -> bool:
        """Undo and redo belong to the window where nothing is typed that they could bring back."""
        if self.text():
            return False
        if key.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        return _is_redo(key) and not self.isRedoAvailable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if plain != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self.entered.emit()
        elif key in _STEPS:
            self._step(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def remember(self) -> None:
        """Keep what stands here to be brought back."""
        text = self.text().strip()
        kept = [one for one in self._remembered if one != text]
        self._remembered = [*kept, text][-_MOST_REMEMBERED:]
        self._place = len(self._remembered)

    def _step(self, by: int) -> None:
        """Go through the remembered lines, as long as none of them is changed."""
        lines = [*self._remembered, ""]
        if not self.text():
            self._place = len(self._remembered)
        if self.text() != lines[self._place]:
            return
        if by > 0 and not self.text():
            self.names_wanted.emit()
            return
        self._place = max(0, min(self._place + by, len(self._remembered)))
        self.setText(lines[self._place])

    def _refuse_lines(self, text: str) -> None:
        """Hand on what has several lines: a field of one line would run them together."""
        if "\n" not in text and "\r" not in text:
            return
        lines = text.strip("\r\n")
        if "\n" in lines or "\r" in lines:
            self.setText("")
            self.many_pasted.emit(lines)
        else:
            self.setText(lines)


def _is_redo(key: QKeyEvent) -> bool:
    # Ctrl+Y is no redo to every platform, but it is to the window
    is_other = key.keyCombination() == QKeyCombination(
        Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y
    )
    return is_other or key.matches(QKeySequence.StandardKey.Redo)


def _utf16(text: str) -> int:
    """How long Qt takes a text for."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
