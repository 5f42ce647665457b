"""The cells of a set's row: what is typed into one, and what is only suggested in it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.domain.set_fields import Field
from desktop.ui.session.keys import Command, command_of, plain_modifiers
from desktop.ui.session.row_sizes import RowSizes, sizes
from desktop.ui.widgets.styling import restyle


class Cell(QLineEdit):
    """One value of a set.

    committed: the focus left it. commanded: (itself, what a key asks). taken_back:
    Escape, while something was being typed.
    """

    committed = Signal(object)
    commanded = Signal(object, object)
    taken_back = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._is_suggestion = False
        self._is_clicked = False  # since the keyboard came here
        self._fault = ""
        self.setProperty("role", "cell")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._sizes = sizes()
        self.setFixedSize(self.sizeHint())
        self.textEdited.connect(self._dress)

    def set_sizes(self, given: RowSizes) -> None:
        """Be as large as the row."""
        self._sizes = given
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(self._sizes.widths[self.field], self._sizes.height)

    @property
    def is_wrong(self) -> bool:
        """What stands in it could not be used."""
        return bool(self._fault)

    @property
    def is_being_typed(self) -> bool:
        """What stands in it is not stored: still being typed, or refused."""
        return self.isModified() or self.is_wrong

    @property
    def is_busy(self) -> bool:
        """It shows something else than the stored value."""
        return self.is_being_typed

    @property
    def is_ghost(self) -> bool:
        """What stands in it is only suggested, and untouched."""
        return self._is_suggestion and not self.is_busy

    def show_value(self, text: str) -> None:
        """Show the stored value, unless something else is being typed here or was refused."""
        if not self.is_busy and self.text() != text:
            self.setText(text)

    def settle(self, text: str) -> None:
        """What was typed is understood or taken back: show what is stored."""
        self.setModified(False)
        self.blame("")
        if self.text() != text:
            self.setText(text)

    def resume(self, text: str) -> None:
        """Go on with what was being typed when the program ended."""
        self.setText(text)
        self.setModified(True)
        self._dress()

    def suggest(self, is_suggestion: bool, placeholder: str) -> None:
        """Show the value as a mere suggestion, or a placeholder that Enter takes."""
        if self.placeholderText() != placeholder:
            self.setPlaceholderText(placeholder)
        self._is_suggestion = is_suggestion or bool(placeholder)
        self._dress()

    def blame(self, fault: str) -> None:
        """Say at the field what is wrong with it; empty: nothing."""
        if self._fault != fault:
            self._fault = fault
            restyle(self, "invalid", self.is_wrong)
            self._dress()

    def _dress(self) -> None:
        """A suggestion is muted and italic, and said to be one; what is edited is not."""
        is_ghost = self.is_ghost
        restyle(self, "ghost", is_ghost)
        words = self._fault or ("suggested" if is_ghost else "")
        if is_ghost and self.placeholderText():
            words = f"suggested: {self.placeholderText()}"
        if self.accessibleDescription() != words:
            self.setAccessibleDescription(words)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            key = cast(QKeyEvent, event)
            if command_of(key) is not None:
                event.accept()
                return True
            if self._leaves_to_window(key):
                event.ignore()
                return True
        return super().event(event)

    def _leaves_to_window(self, key: QKeyEvent) -> bool:
        """Undo and redo belong to the window while nothing is being typed here."""
        is_history = key.matches(QKeySequence.StandardKey.Undo) or key.matches(
            QKeySequence.StandardKey.Redo
        )
        return is_history and not self.isModified()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event) or self._command_at_edge(event)
        if command is not None:
            self.commanded.emit(self, command)
        elif event.key() == Qt.Key.Key_Escape and self.is_busy:
            self.taken_back.emit(self)
        else:
            super().keyPressEvent(event)

    def _command_at_edge(self, event: QKeyEvent) -> Command | None:
        """Space and the arrows leave a cell where they have nothing to do in its text."""
        if plain_modifiers(event) != Qt.KeyboardModifier.NoModifier:
            return None
        key, length = event.key(), len(self.text())
        is_whole = self.selectionLength() == length and not self.isModified()
        if key == Qt.Key.Key_Space and not self.is_being_typed:
            return Command.NEXT
        is_selecting = self.hasSelectedText()
        at = self.cursorPosition()
        if key == Qt.Key.Key_Left and (is_whole or (at == 0 and not is_selecting)):
            return Command.LEFT
        if key == Qt.Key.Key_Right and (is_whole or (at == length and not is_selecting)):
            return Command.RIGHT
        return None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The first click takes a suggestion as a whole, to type over it; the next is a place."""
        super().mouseReleaseEvent(event)
        if self.is_ghost and not self._is_clicked and event.button() == Qt.MouseButton.LeftButton:
            self.selectAll()
        self._is_clicked = True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_clicked = False
        self.deselect()
        self.committed.emit(self)
