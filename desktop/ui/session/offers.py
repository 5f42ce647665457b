"""What can be done in the open session just now, for the command palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.ui.offers import Offer
from desktop.ui.session.block_menu import possible
from desktop.ui.session.keys import Command
from desktop.ui.shortcuts import sequence, written

if TYPE_CHECKING:
    from desktop.ui.session.dock import SessionDock
    from desktop.ui.session.set_row import SetRow

# what a key of the row asks for, in words, and the name of its keys
_OF_A_SET = (
    (Command.TICK, "Tick the set and go on", "tick"),
    (Command.REMOVE_SET, "Remove the set", "remove_set"),
    (Command.SET_TYPE, "Change the type of the set", "set_type"),
    (Command.LEFT_SIDE, "Left side", "left_side"),
    (Command.RIGHT_SIDE, "Right side", "right_side"),
    (Command.NOTE, "Note on the set", "note"),
    (Command.STOPWATCH, "Stopwatch", "stopwatch"),
)


def session_offers(dock: SessionDock) -> list[Offer]:
    """With the session, with the exercise that one is at, and with its set."""
    session = dock.controller.session
    if session is None:
        return []
    found = [Offer("Session notes", partial(dock.run, "notes"), "", session.name)]
    found.append(Offer("Type sets in the line", dock.entry.field.setFocus, _keys("line")))
    if session.is_after_the_fact:
        found.append(Offer("Tick all filled sets", partial(dock.run, "tick_all"), "", session.name))
    if dock.rest.isVisible():
        for button in (dock.rest.shorter, dock.rest.longer, dock.rest.skip):
            words = button.accessibleName() or button.text()
            found.append(Offer(words, button.click, "", "Rest"))
    return [*found, *_of_exercise(dock)]


def _of_exercise(dock: SessionDock) -> list[Offer]:
    focused: QWidget | None = dock.window().focusWidget()
    block = dock.grid.block_of(focused) or dock.grid.current_block()
    if block is None or block.view is None:
        return []
    name = block.view.name
    exercises = dock.controller.current().exercises
    found = [
        Offer(words, partial(block.asked.emit, block, what), keys, name)
        for words, keys, what in possible(block.view, exercises)
    ]
    rows = [row for row in block.rows if focused is not None and row.isAncestorOf(focused)]
    for row in rows[:1]:
        found += _of_set(row, f"{name}, set {block.rows.index(row) + 1}")
    return found


def _of_set(row: SetRow, about: str) -> list[Offer]:
    return [
        Offer(words, partial(row.obey, command), _keys(name), about)
        for command, words, name in _OF_A_SET
    ]


def _keys(name: str) -> str:
    return written(sequence("session", name))
