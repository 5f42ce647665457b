"""All the sets of the session: blocks one below the other, walked by keyboard."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain import session_edits as edits
from desktop.domain.session import SessionExercise, SetType
from desktop.ui.icons import icon
from desktop.ui.session.block import Columns, ExerciseBlock
from desktop.ui.session.cells import Cell
from desktop.ui.session.controller import SessionController
from desktop.ui.session.keys import Command
from desktop.ui.session.set_row import SetRow
from desktop.ui.widgets.card import muted_label

_TYPES = tuple(SetType)
_HINT = "Add the first exercise, then type weight and reps. Each set you tick is saved at once."


class SetGrid(QScrollArea):
    """Shows the controller's session, and turns keys and clicks into its actions.

    add_wanted: the user wants to choose an exercise to add.
    """

    add_wanted = Signal()

    def __init__(self, controller: SessionController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.blocks: list[ExerciseBlock] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.setSpacing(0)
        self.add_button = QPushButton("Add exercise")
        self.add_button.setIcon(icon("plus", self))
        self.add_button.setToolTip("Add an exercise (Ctrl+Shift+A)")
        self.add_button.clicked.connect(self.add_wanted)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 0)
        foot.setSpacing(12)
        self.hint = muted_label(_HINT, wraps=True)
        foot.addWidget(self.hint)
        foot.addWidget(self.add_button)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        self.setWidget(inside)
        controller.refused.connect(self._refused)

    def rows(self) -> list[SetRow]:
        """Every set's row from top to bottom."""
        return [row for block in self.blocks for row in block.rows]

    def row_of(self, set_id: UUID) -> SetRow | None:
        """The row of that set."""
        return next((row for row in self.rows() if row.set_id == set_id), None)

    def refresh(self) -> None:
        """Show the controller's session, keeping every widget whose set is still there."""
        session = self.controller.session
        exercises = session.exercises if session is not None else ()
        before = self.rows()
        known = {block.exercise.id: block for block in self.blocks}
        wanted: list[ExerciseBlock] = []
        for exercise in exercises:
            block = known.get(exercise.id)
            if block is None or block.columns != self._columns_of(exercise):
                block = self._new_block(exercise)
            wanted.append(block)
        for block in self.blocks:
            if block not in wanted:
                self._column.removeWidget(block)
                block.release()
        self.blocks = wanted
        self.hint.setVisible(not wanted)
        for place, (block, exercise) in enumerate(zip(wanted, exercises, strict=True)):
            if self._column.indexOf(block) != place:
                self._column.insertWidget(place, block)
            block.show_exercise(exercise)
        if before != self.rows():
            self._chain()

    def clear(self) -> None:
        """Take every block away: the session is over."""
        for block in self.blocks:
            self._column.removeWidget(block)
            block.release()
        self.blocks = []

    def commit_all(self) -> bool:
        """Read every cell; False when one holds what cannot be used, which then has the focus."""
        for block in self.blocks:
            if block.notes.isModified():
                block.notes.editingFinished.emit()
        return all(row.commit_all() for row in self.rows())

    def focus_set(self, set_id: UUID | None) -> None:
        """Put the cursor into the first cell of that set."""
        row = self.row_of(set_id) if set_id is not None else None
        if row is not None:
            self._focus(row, 0)

    def focus_next(self) -> None:
        """Put the cursor where the next set is typed, or on the way to the first exercise."""
        for row in self.rows():
            if row.one is not None and row.one.completed_at is None:
                self._focus(row, 0)
                return
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # building
    def _columns_of(self, exercise: SessionExercise) -> Columns:
        preferences = self.controller.context.preferences
        return self.controller.kind_of(exercise), preferences.unit, preferences.effort

    def _new_block(self, exercise: SessionExercise) -> ExerciseBlock:
        block = ExerciseBlock(exercise, self._columns_of(exercise), self.controller)
        block.setObjectName("exerciseBlock")
        block.row_made.connect(self._adopt)
        block.asked.connect(self._asked)
        block.noted.connect(self._noted)
        return block

    def _adopt(self, row: SetRow) -> None:
        row.edited.connect(self.controller.set_values)
        row.toggled.connect(self._toggle)
        row.type_chosen.connect(self._set_type)
        row.commanded.connect(lambda origin, command: self._command(row, origin, command))

    def _chain(self) -> None:
        """Tab goes through the cells as they are seen, also after sets came and went."""
        chain: list[QWidget] = []
        for block in self.blocks:
            chain += [block.more, block.notes]
            for row in block.rows:
                chain += [*row.cells, row.tick]
            chain.append(block.add_button)
        chain.append(self.add_button)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    # keys and clicks
    def _command(self, row: SetRow, origin: QWidget, command: Command) -> None:
        place = row.cells.index(origin) if isinstance(origin, Cell) else len(row.cells)
        block = next(block for block in self.blocks if row in block.rows)
        if command is Command.UP:
            self._go(row, place, -1)
        elif command is Command.DOWN:
            self._go(row, place, 1)
        elif command is Command.NEXT and place < len(row.cells) - 1:
            if row.commit(row.cells[place]):
                self._focus(row, place + 1)
        elif command in (Command.NEXT, Command.TICK):
            self._tick(row)
        elif command is Command.REMOVE_SET:
            self._remove_set(row, place)
        elif command is Command.SET_TYPE and row.one is not None:
            following = _TYPES[(_TYPES.index(row.one.set_type) + 1) % len(_TYPES)]
            self._set_type(row, following)
        elif command is Command.ADD_SET:
            self._asked(block, "add_set")
        elif command in (Command.MOVE_UP, Command.MOVE_DOWN) and row.commit_all():
            self._asked(block, "up" if command is Command.MOVE_UP else "down")
            self._focus(row, place)

    def _tick(self, row: SetRow) -> None:
        """Tick the set if it is open, and go on to the next one."""
        if not row.commit_all() or row.one is None:
            return
        set_id = row.set_id
        if row.one.completed_at is not None or self.controller.toggle(set_id):
            following = edits.next_set(self.controller.current(), set_id)
            if following is not None:
                self.focus_set(following)

    def _toggle(self, row: SetRow) -> None:
        if row.commit_all():
            self.controller.toggle(row.set_id)

    def _set_type(self, row: SetRow, set_type: SetType) -> None:
        if row.commit_all() and row.one is not None:
            self.controller.set_values(replace(row.one, set_type=set_type))

    def _remove_set(self, row: SetRow, place: int) -> None:
        rows = self.rows()
        at = rows.index(row)
        set_id = row.set_id
        neighbours = rows[at + 1 : at + 2] or rows[max(0, at - 1) : at]
        if neighbours:
            self._focus(neighbours[0], place)
        self.controller.edit("remove set", lambda now: edits.remove_set(now, set_id))

    def _asked(self, block: ExerciseBlock, what: str) -> None:
        key = block.exercise.id
        name = self.controller.context.exercise_name(block.exercise.exercise_id)
        changes = {
            "add_set": ("add set", lambda now: edits.add_set(now, key)),
            "up": (f"move {name}", lambda now: edits.move_exercise(now, key, -1)),
            "down": (f"move {name}", lambda now: edits.move_exercise(now, key, 1)),
            "join": ("make superset", lambda now: edits.join_superset(now, key)),
            "leave": ("leave superset", lambda now: edits.leave_superset(now, key)),
            "remove": (f"remove {name}", lambda now: edits.remove_exercise(now, key)),
        }
        if what == "notes":
            block.write_notes()
            return
        if what != "remove" and not all(row.commit_all() for row in block.rows):
            return
        self.controller.edit(*changes[what])
        if what == "add_set" and block.rows:
            self._focus(block.rows[-1], 0)

    def _noted(self, exercise: SessionExercise) -> None:
        self.controller.edit(
            f"notes on {self.controller.context.exercise_name(exercise.exercise_id)}",
            lambda now: edits.with_exercise(now, exercise),
        )

    def _refused(self, set_id: UUID | None, field: object, words: str) -> None:
        row = self.row_of(set_id) if set_id is not None else None
        if row is not None:
            row.refuse(field, words)  # type: ignore[arg-type]

    def _go(self, row: SetRow, place: int, step: int) -> None:
        rows = self.rows()
        target = rows.index(row) + step
        if 0 <= target < len(rows):
            self._focus(rows[target], place)

    def _focus(self, row: SetRow, place: int) -> None:
        parts: list[QWidget] = [*row.cells, row.tick]
        part = parts[min(place, len(parts) - 1)]
        part.setFocus(Qt.FocusReason.TabFocusReason)
        # a row that is new has no place until it is laid out
        QTimer.singleShot(0, row, lambda: self.ensureWidgetVisible(row, 0, 48))
