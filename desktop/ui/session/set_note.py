"""A note on a set: the button that tells of it, and the line under the set to write it in."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop.ui.session.keys import Command, command_of
from desktop.ui.session.picture_button import PictureButton
from desktop.ui.session.row_sizes import RowSizes, sizes

_INDENT = 7
_LEAVE = (Command.NEXT, Command.NOTE, Command.TICK)


class SetNote(QWidget):
    """The line's place under the set; the line is made when it is first needed.

    written: the note is another one. left: a key left the line; commanded: and
    asked for this. `button` stands in the set's row while there is a note.
    """

    written = Signal(str)
    left = Signal()
    commanded = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line: NoteLine | None = None
        self.button = PictureButton("note", parent)
        self.button.hide()
        self._text = self._name = ""
        self._sizes = sizes()
        self.hide()

    def set_sizes(self, given: RowSizes) -> None:
        """Be as large as the row."""
        self._sizes = given
        self.button.setFixedSize(given.note, given.note)
        # the text of the line stands under the text of the row
        self.setContentsMargins(given.type + given.gap - _INDENT, 0, 0, 2)
        if self.line is not None:
            self.line.set_height(given.height)

    def show_note(self, text: str, name: str) -> None:
        """Show the stored note, unless another one is being written. name: of the set."""
        self._name = name
        if text != self._text:
            self._text = text
            self.button.show_picture("note", f"Note on {name}: {text}", f"{text} (Ctrl+M)")
            if self.line is not None and not self.line.isModified():
                self.line.setText(text)
        self.button.setVisible(bool(text) or not self.isHidden())

    def open(self) -> None:
        """Show the line and put the cursor into it."""
        if self.line is None:
            self.line = NoteLine(self._sizes.height, self)
            self.line.ended.connect(self._end)
            self.line.blurred.connect(self.keep)
            inside = QHBoxLayout(self)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(self.line)
            self.line.setText(self._text)
        self.line.setAccessibleName(f"Note on {self._name}")
        self.show()
        self.button.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_line(self) -> None:
        """Keep what was written, and take the line away."""
        self.keep()
        self.hide()
        self.button.setVisible(bool(self._text))

    def keep(self) -> None:
        """Tell of what was written, if it is another note."""
        if self.line is not None and self.line.isModified():
            self.line.setModified(False)
            text = self.line.text().strip()
            if text != self._text:
                self.written.emit(text)

    def _end(self, command: Command | None) -> None:
        if command is None and self.line is not None:
            self.line.setText(self._text)
        self.close_line()
        self.left.emit()
        if command is Command.TICK:
            self.commanded.emit(command)


class NoteLine(QLineEdit):
    """ended: by Enter or another key of the grid, or by Escape (None). blurred: left by a click.

    A click elsewhere leaves the line where it is: nothing moves under the mouse.
    """

    ended = Signal(object)
    blurred = Signal()

    def __init__(self, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "inline")
        self.setPlaceholderText("Note on this set")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_height(height)

    def set_height(self, height: int) -> None:
        """Be that high, in pixels."""
        self._height = height
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    def focusNextPrevChild(self, next: bool) -> bool:
        self.ended.emit(Command.NEXT)
        return True

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and command_of(cast(QKeyEvent, event)) in _LEAVE:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit(None)
        elif command in _LEAVE:
            self.ended.emit(command)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.blurred.emit()
