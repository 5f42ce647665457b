"""Fields whose value is kept when the focus leaves them, and that say what they cannot read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.domain.errors import InvalidInputError
from desktop.ui.widgets.styling import restyle

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOOSING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class Field(QLineEdit):
    """A value that is typed.

    read: text to value, raises InvalidInputError; write: value to text.
    take: what is done with a new value; it may raise InvalidInputError too.
    refused: what is wrong with the text, empty when nothing is any more.
    walked: an arrow or Enter asks for the field above (-1) or below (1).
    """

    refused = Signal(str)
    walked = Signal(int)

    def __init__(
        self,
        read: Callable[[str], Any],
        write: Callable[[Any], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._write = read, write
        self._value: Any = None
        self.take: Callable[[Any], object] = lambda _: None

    @property
    def is_wrong(self) -> bool:
        """What stands in it could not be used."""
        return bool(self.property("invalid"))

    def show_value(self, value: Any, anew: bool = False) -> None:
        """Show the value, unless something is being typed here; anew: even then."""
        self._value = value
        if anew or not (self.isModified() or self.is_wrong):
            self._settle()

    def commit(self) -> None:
        """Keep what was typed, or say why not."""
        if not (self.isModified() or self.is_wrong):
            return
        before = self._value
        try:
            self._value = self._read(self.text().strip())
            self._mark(False)
            if self._value != before:
                self.take(self._value)  # which may show another value here
        except InvalidInputError as fault:
            self._value = before
            self._mark(True)
            self.refused.emit(str(fault))
        else:
            self._settle()

    def edit(self) -> None:
        """Take the focus, ready to be typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _mark(self, is_wrong: bool) -> None:
        self.setModified(is_wrong)
        restyle(self, "invalid", is_wrong)

    def _settle(self) -> None:
        self._mark(False)
        text = self._write(self._value)
        if self.text() != text:
            self.setText(text)
        self.refused.emit("")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and not self.isModified():
            key = cast(QKeyEvent, event)
            # undo belongs to the settings while nothing is being typed here
            if any(key.matches(one) for one in (_UNDO, _REDO)):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and (self.isModified() or self.is_wrong):
            self._settle()
        elif key in (*_ENTERS, Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.commit()
            if not self.is_wrong and self.hasFocus():
                self.selectAll()
                self.walked.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.deselect()
        self.commit()


class Choice(QComboBox):
    """One of some (value, words). take: what is done with a new choice.

    Arrows open it: a key or a wheel on the way through must not change a setting.
    """

    def __init__(self, options: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[Any] = []
        self.take: Callable[[Any], object] = lambda _: None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(options)
        self.currentIndexChanged.connect(self._on_chosen)

    def offer(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer these instead; one is to be shown then."""
        self.blockSignals(True)
        self._values = [value for value, _ in options]
        self.clear()
        self.addItems([words for _, words in options])
        self.blockSignals(False)

    @property
    def words(self) -> str:
        """All that can be chosen."""
        return " ".join(self.itemText(place) for place in range(self.count()))

    def show_value(self, value: Any) -> None:
        """Show the value without keeping it."""
        self.blockSignals(True)
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.blockSignals(False)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSING:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def _on_chosen(self, place: int) -> None:
        self.take(self._values[place])
