"""The field for seconds of rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from desktop.domain.errors import InvalidInputError
from desktop.domain.set_fields import clock_text, parse_duration
from desktop.ui.widgets.settling import settling
from desktop.ui.widgets.styling import restyle

_NONE = "none"
_LONGEST = 3600
_STEP = 15
_SETTLE_MS = 250


class RestBox(QSpinBox):
    """Seconds of rest: typed as 90, 1:30 or none, or stepped through.

    refused: what is wrong with the text, empty when nothing is any more.
    """

    refused = Signal(str)
    walked = Signal(int)  # as a Field has; the arrows step here

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = 0
        self.take: Callable[[int], object] = lambda _: None
        self.setRange(0, _LONGEST)
        self.setSingleStep(_STEP)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)  # typing 120 shall not keep 1 and 12 on the way
        self.setToolTip("Seconds, or minutes and seconds like 1:30; 0 for none")
        # holding an arrow is one change
        self._timer = settling(self, _SETTLE_MS, self.commit)
        self.valueChanged.connect(self._timer.start)
        self.lineEdit().textEdited.connect(lambda: self._say(""))

    @property
    def is_wrong(self) -> bool:
        """What stands in it could not be used."""
        return bool(self.property("invalid"))

    def show_value(self, value: int, anew: bool = False) -> None:
        """Show the value, unless something is being typed here; anew: even then."""
        is_typed = self.lineEdit().isModified() and self.hasFocus()
        if not anew and (is_typed or self.is_wrong or self._timer.isActive()):
            return
        self._timer.stop()
        self._kept = value
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)
        self.lineEdit().setText(self.textFromValue(value))
        self._say("")

    def commit(self) -> None:
        """Keep what is shown, unless it cannot be read."""
        self._timer.stop()
        if self.hasAcceptableInput():
            self.interpretText()
            self.lineEdit().setModified(False)
        self._timer.stop()
        if self.value() != self._kept:
            self._kept = self.value()
            self.take(self._kept)

    def edit(self) -> None:
        """Take the focus, ready to be typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def sizeHint(self) -> QSize:
        # as high as the other fields, which is what the style sheet asks for at least
        least = max(self.minimumHeight(), self.fontMetrics().height() + 8)
        return QSize(super().sizeHint().width(), least)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def textFromValue(self, value: int) -> str:
        return clock_text(value) if value else _NONE

    def valueFromText(self, text: str) -> int:
        return read_rest(text)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        try:
            read_rest(text)
        except InvalidInputError:
            return QValidator.State.Intermediate, text, place
        return QValidator.State.Acceptable, text, place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.is_wrong or self.lineEdit().isModified()):
            self.show_value(self._kept, anew=True)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._refuse():
                self.commit()
                self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        typed = self.lineEdit().text()
        is_refused = self._refuse()
        super().focusOutEvent(event)
        if is_refused:
            # Qt would put the last value back, and nobody would know why
            self.lineEdit().setText(typed)
        else:
            self.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.commit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls

    def _refuse(self) -> bool:
        try:
            read_rest(self.lineEdit().text())
        except InvalidInputError as fault:
            self._say(str(fault))
            return True
        self._say("")
        return False

    def _say(self, words: str) -> None:
        restyle(self, "invalid", bool(words))
        self.refused.emit(words)


def read_rest(text: str) -> int:
    """Seconds in 90, 1:30 or none. Raises InvalidInputError."""
    if text.strip().casefold() == _NONE:
        return 0
    seconds = parse_duration(text)
    if seconds > _LONGEST:
        raise InvalidInputError("A rest is an hour at most.", "Type seconds, or 1:30.")
    return seconds
