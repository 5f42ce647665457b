"""One set: its number, last time's set, the cells to type in, the tick and its record."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.accounts import Effort
from desktop.domain.library import ExerciseKind
from desktop.domain.session import Side
from desktop.domain.weight import Unit
from desktop.ui.session.cells import Cell
from desktop.ui.session.keys import TYPE_LETTERS, Command
from desktop.ui.session.row_values import RowValues
from desktop.ui.session.stopwatch import StopwatchCell


class SetRow(RowValues):
    """A row that is built once and updated in place; here are its keys and clicks.

    commanded: (where the key was pressed, what it asks of the grid). toggled:
    the tick was clicked. type_chosen: the new type. timed: the set's id, and
    whether its stopwatch was started or stopped.
    """

    commanded = Signal(object, object)
    toggled = Signal(object)
    type_chosen = Signal(object, object)
    timed = Signal(object, bool)

    def __init__(self, kind: ExerciseKind, unit: Unit, effort: Effort, parent: QWidget) -> None:
        super().__init__(kind, unit, effort, parent)
        self._came_from: QWidget = self.cells[0]
        self._connect()

    def _connect(self) -> None:
        self.type_button.type_chosen.connect(lambda chosen: self.type_chosen.emit(self, chosen))
        self.type_button.side_chosen.connect(self._choose_side)
        self.type_button.commanded.connect(lambda command: self._heard(self.tick, command))
        self.note.button.clicked.connect(self._toggle_note)
        self.note.written.connect(self._noted)
        self.note.left.connect(self._leave_note)
        self.note.commanded.connect(lambda command: self._heard(self.tick, command))
        self.tick.clicked.connect(self._clicked)
        self.tick.commanded.connect(self._heard)
        for cell in self.cells:
            cell.committed.connect(self.commit)
            cell.commanded.connect(self._heard)
            cell.taken_back.connect(self._take_back)
            cell.textEdited.connect(lambda text, at=cell: self._typing(at, text))
            if isinstance(cell, StopwatchCell):
                cell.pressed.connect(self._press_stopwatch)
                cell.ran.connect(self._tell_timed)

    @property
    def set_id(self) -> UUID:
        """The id of the set shown."""
        assert self.one is not None
        return self.one.id

    # keys and clicks
    def obey(self, command: Command) -> None:
        """Do what a key of the row would."""
        self._heard(self.tick, command)

    def _heard(self, origin: QWidget, command: Command) -> None:
        if command in (Command.LEFT, Command.RIGHT):
            self._walk(origin, 1 if command is Command.RIGHT else -1)
        elif command in (Command.LEFT_SIDE, Command.RIGHT_SIDE):
            side = Side.LEFT if command is Command.LEFT_SIDE else Side.RIGHT
            is_same = self.one is not None and self.one.side is side
            self._choose_side(None if is_same else side)
        elif command is Command.NOTE:
            self.write_note()
        elif command is Command.STOPWATCH:
            self._run_stopwatch()
        else:
            is_last = origin is self.cells[-1]
            if command is Command.TICK or (command is Command.NEXT and is_last):
                self._accept_all()
            elif command is Command.NEXT and isinstance(origin, Cell):
                self._accept((origin,))
            self.commanded.emit(origin, command)

    def _accept_all(self) -> None:
        if self.one is not None and self.one.completed_at is None:
            self._is_ticking = True  # a set that is ticked has no drafts
            self.stop_stopwatch()
            self._accept(self.cells)
            self._is_ticking = False

    def _clicked(self) -> None:
        self._accept_all()
        self.toggled.emit(self)

    def _typing(self, cell: Cell, text: str) -> None:
        self.hush()
        set_type = TYPE_LETTERS.get(text.strip().casefold())
        if set_type is not None:
            self._take_back(cell)
            cell.selectAll()
            self.type_chosen.emit(self, set_type)

    def _take_back(self, cell: Cell) -> None:
        """Show what is stored again."""
        if isinstance(cell, StopwatchCell):
            cell.cancel()
        if self.one is not None:
            self._settle(cell, self.one)

    def _walk(self, origin: QWidget, step: int) -> None:
        parts: list[QWidget] = [*self.cells, self.tick]
        place = parts.index(origin) + step
        if 0 <= place < len(parts):
            parts[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_side(self, side: Side | None) -> None:
        if self.one is not None:
            self._change(replace(self.one, side=side))

    # the note
    def write_note(self) -> None:
        """Open the line for a note on the set."""
        at = QApplication.focusWidget()
        self._came_from = at if at in self.cells else self.tick
        self.note.open()
        self._make_room()

    def _toggle_note(self) -> None:
        if self.note.isHidden():
            self.write_note()
        else:
            self.note.close_line()
            self._leave_note()

    def _leave_note(self) -> None:
        self._make_room()
        self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _noted(self, text: str) -> None:
        if self.one is not None:
            self._change(replace(self.one, notes=text))

    # the stopwatch
    def stop_stopwatch(self) -> None:
        """Write the seconds that it ran, if it runs."""
        cell = self._stopwatch_cell
        if cell is not None and cell.stopwatch.is_running:
            cell.stop()
            self.commit(cell)

    def resume_stopwatch(self, seconds: int) -> None:
        """Go on with a stopwatch that has run for so long."""
        cell = self._stopwatch_cell
        is_waiting = self.one is not None and self.one.completed_at is None
        if cell is not None and is_waiting and not cell.stopwatch.is_running:
            blocked = self.blockSignals(True)  # it was started long ago
            cell.start(seconds)
            self.blockSignals(blocked)

    def _tell_timed(self, is_running: bool) -> None:
        if self.one is not None:
            self.timed.emit(self.one.id, is_running)

    @property
    def _stopwatch_cell(self) -> StopwatchCell | None:
        return next((cell for cell in self.cells if isinstance(cell, StopwatchCell)), None)

    def _run_stopwatch(self) -> None:
        cell = self._stopwatch_cell
        if cell is None or self.one is None or self.one.completed_at is not None:
            return
        is_running = cell.stopwatch.is_running
        for row in self.window().findChildren(SetRow):  # one lifter does one set at a time
            row.stop_stopwatch()
        if not is_running:
            self.hush()
            cell.start()

    def _press_stopwatch(self, cell: Cell) -> None:
        self._run_stopwatch()
        cell.setFocus(Qt.FocusReason.OtherFocusReason)
