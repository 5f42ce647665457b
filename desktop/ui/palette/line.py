"""The line that is typed in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.widgets.search_field import dress_search

_Key = Qt.Key
_STEPS = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_PageUp: -8, _Key.Key_PageDown: 8}
_ENTERS = (_Key.Key_Return, _Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class PaletteLine(QLineEdit):
    """Keeps every key while it has the focus: no shortcut of the window runs meanwhile.

    stepped: so many rows down. taken: Enter, with True for Ctrl+Enter.
    more_wanted, back_wanted: Right at the end, Left or Backspace in an empty
    line. escaped: Escape, or the keys that open the palette. left: the focus went.
    """

    stepped = Signal(int)
    taken = Signal(bool)
    more_wanted = Signal()
    back_wanted = Signal()
    escaped = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paletteLine")
        self.setAccessibleName("Command palette")
        dress_search(self, can_clear=False)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {_Key.Key_Tab: 1, _Key.Key_Backtab: -1}.get(_Key(event.key()))
            if step is not None:  # there is nowhere else to go
                self.stepped.emit(step)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & _CONTROL)
        if key in _STEPS:
            self.stepped.emit(_STEPS[_Key(key)])
        elif key in _ENTERS:
            self.taken.emit(control)
        elif key == _Key.Key_Escape or (control and key == _Key.Key_K):
            self.escaped.emit()
        elif key == _Key.Key_Right and self._is_at_end():
            self.more_wanted.emit()
        elif key in (_Key.Key_Left, _Key.Key_Backspace) and not self.text():
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()

    def _is_at_end(self) -> bool:
        return self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
