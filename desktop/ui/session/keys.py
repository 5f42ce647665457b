"""The keys of the grid of sets, the same in a cell and on a tick."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Command(Enum):
    """What a key asks of the grid."""

    UP = auto()
    DOWN = auto()
    NEXT = auto()
    TICK = auto()
    ADD_SET = auto()
    REMOVE_SET = auto()
    SET_TYPE = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()


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
    (_CTRL, Qt.Key.Key_Plus): Command.ADD_SET,
    (_CTRL, Qt.Key.Key_Equal): Command.ADD_SET,
    (_CTRL | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Plus): Command.ADD_SET,
    (_CTRL, Qt.Key.Key_Delete): Command.REMOVE_SET,
    (_CTRL, Qt.Key.Key_T): Command.SET_TYPE,
    (_ALT, Qt.Key.Key_Up): Command.MOVE_UP,
    (_ALT, Qt.Key.Key_Down): Command.MOVE_DOWN,
}


def command_of(event: QKeyEvent) -> Command | None:
    """What the key asks, None when it is not one of the grid's."""
    # the keys of the numeric pad are the same to a lifter
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _KEYS.get((modifiers, Qt.Key(event.key())))
