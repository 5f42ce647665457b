"""All the sets of the session: what keys and clicks do in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from desktop.domain import session_edits as edits
from desktop.domain import session_order as order
from desktop.domain.session import SetType
from desktop.ui.session.block import ExerciseBlock
from desktop.ui.session.block_head import Fold
from desktop.ui.session.cells import Cell
from desktop.ui.session.controller import SessionController
from desktop.ui.session.drafts import KeptDrafts
from desktop.ui.session.keys import Command
from desktop.ui.session.set_row import SetRow
from desktop.ui.session.sortable import SortableBlocks
from desktop.ui.shortcuts import sequence

_TYPES = tuple(SetType)
_ASKED = {
    Command.ADD_SET: "add_set",
    Command.MOVE_UP: "up",
    Command.MOVE_DOWN: "down",
}
_LEADING = ("add_set", "take_up", "warm_up")  # also from elsewhere, to what came of it


class SetGrid(SortableBlocks):
    """Shows the controller's session, and turns keys and clicks into its actions.

    plates_wanted: (weight or None, exercise id). library_wanted: the id of
    the exercise to show there.
    """

    plates_wanted = Signal(object, object)
    library_wanted = Signal(object)

    def __init__(self, controller: SessionController, parent: QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self.block_actions.plates_wanted.connect(self.plates_wanted)
        self.block_actions.library_wanted.connect(self.library_wanted)
        self.block_actions.coming.connect(self._await)
        controller.refused.connect(self._refused)
        self.drafts = KeptDrafts(controller)
        self.drafts.loaded.connect(self._recall)
        self._shortcut("superset", lambda: self._ask_current("join"))
        self._shortcut("menu", lambda: self._ask_current("menu"))
        self._shortcut("line", self.entry_wanted.emit)

    def adopt(self, block: ExerciseBlock) -> None:
        super().adopt(block)
        block.row_made.connect(self._adopt_row)
        block.asked.connect(self._asked)
        block.noted.connect(self.block_actions.keep_notes)
        head = block.head
        head.opened.connect(partial(self._open, block))
        head.closed.connect(partial(self._close, block))
        head.commanded.connect(partial(self._head_command, block))

    def _adopt_row(self, row: SetRow) -> None:
        row.drafted.connect(self.drafts.type)
        row.timed.connect(self.drafts.run)
        row.edited.connect(self.controller.set_values)
        row.toggled.connect(self._toggle)
        row.type_chosen.connect(self._set_type)
        row.commanded.connect(partial(self._command, row))

    def _recall(self) -> None:
        """Show what was typed before a new start as typed, and let the stopwatch run on."""
        for row in self.rows():
            row.recall(self.drafts.typed_in(row.set_id))
            if (running := self.drafts.running) is not None and running[0] == row.set_id:
                row.resume_stopwatch(running[1])

    def _shortcut(self, name: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(sequence("session", name), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    # keys and clicks in a row
    def _command(self, row: SetRow, origin: QWidget, command: Command) -> None:
        place = row.cells.index(origin) if isinstance(origin, Cell) else len(row.cells)
        block = self.block_of(row)
        if block is None:
            return
        if command in (Command.UP, Command.DOWN):
            self._go((block, row), place, 1 if command is Command.DOWN else -1)
        elif command is Command.NEXT and place < len(row.cells) - 1:
            if row.commit(row.cells[place]):
                self.focus_row(row, place + 1)
        elif command in (Command.NEXT, Command.TICK):
            self._tick(row)
        elif command is Command.REMOVE_SET:
            self._remove_set(block, row, place)
        elif command is Command.SET_TYPE and row.one is not None:
            following = _TYPES[(_TYPES.index(row.one.set_type) + 1) % len(_TYPES)]
            self._set_type(row, following)
        elif command in _ASKED:
            self._asked(block, _ASKED[command])
            if command is not Command.ADD_SET:
                self.focus_row(row, place)

    def _head_command(self, block: ExerciseBlock, command: Command) -> None:
        if command in (Command.UP, Command.DOWN):
            self._go((block, None), 0, 1 if command is Command.DOWN else -1)
        elif command in (Command.MOVE_UP, Command.MOVE_DOWN):
            self._asked(block, _ASKED[command])
            self.focus_stop((block, None), 0)
        elif command is Command.ADD_SET and block.fold is Fold.FOLDED:
            self._asked(block, "add_set")

    def _go(self, stop: tuple[ExerciseBlock, SetRow | None], place: int, step: int) -> None:
        stops = self.stops()
        target = stops.index(stop) + step
        if 0 <= target < len(stops):
            self.focus_stop(stops[target], place)

    def _tick(self, row: SetRow) -> None:
        """Tick the set if it is open, and go on to the next one."""
        if not row.commit_all() or row.one is None:
            return
        set_id = row.set_id
        if row.one.completed_at is not None or self.controller.toggle(set_id):
            self.focus_set(order.next_set(self.controller.current(), set_id))

    def _toggle(self, row: SetRow) -> None:
        """A click ticks or unticks; what is under the mouse stays where it is."""
        if not row.commit_all() or row.one is None:
            return
        set_id, was_open = row.set_id, row.one.completed_at is None
        if self.controller.toggle(set_id) and was_open:
            following = order.next_set(self.controller.current(), set_id)
            block = self.block_of(row)
            if block is not None and any(other.set_id == following for other in block.rows):
                self.focus_set(following)

    def _set_type(self, row: SetRow, set_type: SetType) -> None:
        if row.commit_all() and row.one is not None:
            self.controller.set_values(replace(row.one, set_type=set_type))

    def _remove_set(self, block: ExerciseBlock, row: SetRow, place: int) -> None:
        stops = self.stops()
        at = stops.index((block, row))
        set_id = row.set_id
        neighbours = stops[at + 1 : at + 2] or stops[max(0, at - 1) : at]
        if neighbours:
            self.focus_stop(neighbours[0], place)
        self.controller.edit("remove set", lambda now: edits.remove_set(now, set_id))

    def _refused(self, set_id: UUID | None, field: object, words: str) -> None:
        row = self.row_of(set_id) if set_id is not None else None
        if row is not None:
            row.refuse(field, words)  # type: ignore[arg-type]

    # what a block asks for
    def _asked(self, block: ExerciseBlock, what: str) -> None:
        at = self.blocks.index(block)
        is_here = self.block_of(self.window().focusWidget()) is block
        before = list(block.rows)
        self.block_actions.act(block, what)
        afterwards: dict[str, Callable[[], None]] = {
            "add_set": lambda: self._focus_last(block),
            "take_up": lambda: self._focus_this(block),
            "warm_up": lambda: self._focus_new(block, before),
            "skip": self.focus_next,
            "remove": lambda: self._focus_near(at),
        }
        if what in afterwards and (is_here or what in _LEADING):
            afterwards[what]()

    def _ask_current(self, what: str) -> None:
        block = self.block_of(self.window().focusWidget()) or self.current_block()
        if block is not None:
            self._asked(block, what)

    def _open(self, block: ExerciseBlock) -> None:
        if block.fold is Fold.SKIPPED:
            self._asked(block, "take_up")
        else:
            block.is_held_open = True
            self._focus_this(block)

    def _close(self, block: ExerciseBlock) -> None:
        block.is_held_open = False
        self.leave_block()
        self.focus_stop((block, None), 0)

    def _focus_last(self, block: ExerciseBlock) -> None:
        if block.rows:
            self.focus_row(block.rows[-1], 0)

    def _focus_new(self, block: ExerciseBlock, before: list[SetRow]) -> None:
        for row in [row for row in block.rows if row not in before][:1]:
            self.focus_row(row, 0)

    def _focus_this(self, block: ExerciseBlock) -> None:
        waiting = [row for row in block.rows if row.one and row.one.completed_at is None]
        for row in (waiting or block.rows)[:1]:
            self.focus_row(row, 0)

    def _focus_near(self, at: int) -> None:
        """Go to what stands where an exercise was."""
        if not self.blocks:
            self.focus_next()
            return
        block = self.blocks[min(at, len(self.blocks) - 1)]
        self.focus_stop(next(stop for stop in self.stops() if stop[0] is block), 0)

    def _await(self, exercise_id: UUID) -> None:
        self.awaited = exercise_id
