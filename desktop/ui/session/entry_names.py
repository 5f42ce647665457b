"""The exercises that the typed words may mean: a list over the window that leaves the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from desktop.domain.exercise_search import Choice
from desktop.ui.sizes import px
from desktop.ui.widgets.exercise_picker import ChoiceDelegate, ChoiceModel
from desktop.ui.widgets.texts import ago_text

_GAP = 4
_LEAST_WIDTH = 364
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MINE = (*_STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_LEAVING = (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Resize)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class NameList(QListView):
    """Opens above a field (below where there is no room). picked carries the Exercise.

    While it is open it takes the field's arrows, Enter, Tab and Escape.
    """

    picked = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self._field = field
        self._choices: tuple[Choice, ...] = ()
        self._names = ChoiceModel(self)
        self.setModel(self._names)
        self.setItemDelegate(ChoiceDelegate(self))
        self.setAccessibleName("Exercises found")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self._pick(index.row()))
        # once shown it belongs to the window, which may outlive the field
        field.destroyed.connect(self.deleteLater)
        field.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether it is there to be chosen from."""
        return not self.isHidden()

    def offer(self, choices: Sequence[Choice], today: date) -> None:
        """Show these with the first one marked; none closes the list."""
        if not choices:
            self.hide()
            return
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._names.show_choices(choices, lambda choice: _detail(choice, today))
        self.setCurrentIndex(self._names.index(0))
        self._place()
        self.show()
        self.raise_()

    def move_mark(self, by: int) -> None:
        """Mark the one above or below, round and round."""
        row = (self.currentIndex().row() + by) % len(self._choices)
        self.setCurrentIndex(self._names.index(row))

    def take(self) -> None:
        """Pick the marked one."""
        self._pick(self.currentIndex().row())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field:
            return super().eventFilter(watched, event)
        if event.type() in _LEAVING:
            self.hide()
        elif self.is_open and event.type() in _KEYS:
            key = cast(QKeyEvent, event)
            if key.key() in _MINE and not key.modifiers() & ~_KEYPAD:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self._steer(Qt.Key(key.key()))
                return True
        return False

    def _steer(self, key: Qt.Key) -> None:
        if key in _STEPS:
            self.move_mark(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            self.take()

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self._choices):
            self.hide()
            self.picked.emit(self._choices[row].row.exercise)

    def _place(self) -> None:
        """Stand against the field, in the window that it is in now."""
        window = self._field.window()
        if self.parent() is not window:
            self.setParent(window)
        frame = 2 * self.frameWidth()
        corner = self._field.mapTo(window, QPoint(0, 0))
        below = corner.y() + self._field.height() + _GAP
        above = corner.y() - _GAP
        room = max(above, window.height() - below)
        height = min(len(self._choices) * self.sizeHintForRow(0) + frame, room)
        width = min(max(self._field.width(), px(_LEAST_WIDTH)), window.width())
        left = max(0, min(corner.x(), window.width() - width))
        top = above - height if height <= above else below
        self.setGeometry(left, top, width, height)


def _detail(choice: Choice, today: date) -> str:
    """When it was done last, empty where it never was."""
    done = choice.row.last_done
    return "" if done is None else ago_text(done, today)
