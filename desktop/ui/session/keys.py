"""The keys of the grid of sets, the same in a cell and on a tick."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.domain.session import SetType


class Command(Enum):
    """What a key asks of the grid, or of the set's row alone."""

    UP = auto()
    DOWN = auto()
    NEXT = auto()
    TICK = auto()
    ADD_SET = auto()
    REMOVE_SET = auto()
    SET_TYPE = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    # of the row alone
    LEFT = auto()
    RIGHT = auto()
    LEFT_SIDE = auto()
    RIGHT_SIDE = auto()
    NOTE = auto()
    STOPWATCH = auto()


_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_KEYS = {
    (_NONE, Qt.Key.Key_Up): Command.UP,
    (_NONE, Qt.Key.Key_Down): Command.DOWN,
    (_NONE, Qt.Key.Key_Return): Command.NEXT,
    (_NONE, Qt.Key.Key_Enter): Command.NEXT,
    (_CTRL, Qt.Key.Key_Return): Command.TICK,
    (_CTRL, Qt.Key.Key_Enter): Command.TICK,
    (_NONE, Qt.Key.Key_Insert): Command.ADD_SET,
    # for keyboards without that key
    (_ALT, Qt.Key.Key_Return): Command.ADD_SET,
    (_ALT, Qt.Key.Key_Enter): Command.ADD_SET,
    (_CTRL, Qt.Key.Key_Delete): Command.REMOVE_SET,
    (_CTRL, Qt.Key.Key_T): Command.SET_TYPE,
    (_ALT, Qt.Key.Key_Up): Command.MOVE_UP,
    (_ALT, Qt.Key.Key_Down): Command.MOVE_DOWN,
    (_CTRL, Qt.Key.Key_L): Command.LEFT_SIDE,
    (_CTRL, Qt.Key.Key_R): Command.RIGHT_SIDE,
    (_CTRL, Qt.Key.Key_M): Command.NOTE,
    (_CTRL, Qt.Key.Key_Space): Command.STOPWATCH,
}
# Alone in a cell they are no value: they say what the set is for.
TYPE_LETTERS = {
    "w": SetType.WARM_UP,
    "d": SetType.DROP,
    "f": SetType.FAILURE,
    "n": SetType.NORMAL,
}


def command_of(event: QKeyEvent) -> Command | None:
    """What the key asks, None when it is not one of the grid's."""
    return _KEYS.get((plain_modifiers(event), Qt.Key(event.key())))


def plain_modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    """What is held beside the key; the keys of the numeric pad are the same to a lifter."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
