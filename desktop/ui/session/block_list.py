"""The exercises of the session one below the other, with the user in one of them."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain import session_order as order
from desktop.ui.icons import icon
from desktop.ui.session.block import ExerciseBlock
from desktop.ui.session.block_view import BlockView, block_views
from desktop.ui.session.controller import SessionController
from desktop.ui.session.focus_watch import FocusWatch
from desktop.ui.session.follower import Follower
from desktop.ui.session.set_row import SetRow
from desktop.ui.sizes import px
from desktop.ui.widgets.card import muted_label

_HINT = "Add the first exercise, then type weight and reps. Each set you tick is saved at once."
FOLD_AFTER_MS = 200  # the tick is seen first
Stop = tuple[ExerciseBlock, SetRow | None]


class BlockList(QScrollArea):
    """Keeps a block for each exercise. What is finished is folded, but not where the user is.

    add_wanted: the user wants to choose an exercise to add. entry_wanted: there
    is none yet, and the keyboard is to go to where sets are typed in a line.
    """

    add_wanted = Signal()
    entry_wanted = Signal()

    def __init__(self, controller: SessionController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.blocks: list[ExerciseBlock] = []
        self.awaited: UUID | None = None  # the exercise to go to when it comes
        self._current: ExerciseBlock | None = None
        self._scale = 1.0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = QWidget()
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.setSpacing(0)
        self.add_button = QPushButton("Add exercise")
        self.add_button.setIcon(icon("plus", self.add_button))
        self.add_button.setToolTip("Add an exercise (Ctrl+Shift+A)")
        self.add_button.clicked.connect(self.add_wanted)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(16, 12, 16, 0)
        foot.setSpacing(12)
        self.hint = muted_label(_HINT, wraps=True)
        foot.addWidget(self.hint)
        foot.addWidget(self.add_button)
        self._column.addWidget(self._foot)
        self._column.addStretch(1)
        self.setWidget(self.inside)
        self._folding = QTimer(self)
        self._folding.setSingleShot(True)
        self._folding.setInterval(FOLD_AFTER_MS)
        self._folding.timeout.connect(self._settle)
        self._watch = FocusWatch(self)
        self._watch.moved.connect(self._focus_moved)
        self._follower = Follower(self, self.inside)

    def adopt(self, block: ExerciseBlock) -> None:
        """Listen to a new block."""
        raise NotImplementedError

    def rows(self) -> list[SetRow]:
        """Every set's row from top to bottom."""
        return [row for block in self.blocks for row in block.rows]

    def row_of(self, set_id: UUID) -> SetRow | None:
        """The row of that set."""
        return next((row for row in self.rows() if row.set_id == set_id), None)

    def block_of(self, widget: QWidget | None) -> ExerciseBlock | None:
        """The block that the widget is in."""
        while widget is not None and widget is not self:
            if isinstance(widget, ExerciseBlock):
                return widget if widget in self.blocks else None
            widget = widget.parentWidget()
        return None

    def current_block(self) -> ExerciseBlock | None:
        """The block that the user is in, or was last."""
        return self._current

    def leave_block(self) -> None:
        """Let the block that the user is in be folded like any other."""
        self._current = None
        self._settle()

    def stops(self) -> list[Stop]:
        """What the arrows go through: every row that is seen, and the heads of folded blocks."""
        return [
            (block, row)
            for block in self.blocks
            for row in ([None] if block.fold.is_folded else block.rows)
        ]

    def refresh(self) -> None:
        """Show the controller's session, touching only what looks different now."""
        views = block_views(self.controller)
        before = {row: row.tick.is_done for row in self.rows()}
        known = {block.exercise.id: block for block in self.blocks}
        wanted: list[ExerciseBlock] = []
        if views and not known:
            self.inside.hide()  # laid out once, not at every row of a whole session
        for view in views:
            block = known.get(view.exercise.id)
            if block is None or block.columns != view.columns:
                block = self._new_block(view)
            wanted.append(block)
        self._take_away([block for block in self.blocks if block not in wanted])
        self.blocks = wanted
        self.hint.setVisible(not wanted)
        is_just_finished = False
        for place, (block, view) in enumerate(zip(wanted, views, strict=True)):
            was_open = block.view is not None and not block.view.is_finished
            is_just_finished |= was_open and view.is_finished
            if self._column.indexOf(block) != place:
                self._column.insertWidget(place, block)
            block.show_view(view)
        if is_just_finished or self._folding.isActive():
            self._folding.start()
        else:
            self._settle()
        self.inside.show()
        if list(before) != self.rows():
            self._chain()
        self._show_ticked(before)
        self._meet_awaited(set(known))

    def clear(self) -> None:
        """Take every block away: the session is over."""
        self._take_away(self.blocks)
        self.blocks = []
        self.awaited = None

    def focus_set(self, set_id: UUID | None) -> None:
        """Put the cursor into the first cell of that set."""
        row = self.row_of(set_id) if set_id is not None else None
        if row is not None:
            self.focus_row(row, 0)

    def go_to(self, set_id: UUID) -> bool:
        """Put the cursor into that set, or on its exercise where it is skipped; False: no such."""
        row = self.row_of(set_id)
        block = self.block_of(row)
        if row is None or block is None:
            return False
        self.focus_row(row, 0)
        if block.fold.is_folded:
            self.focus_stop((block, None), 0)
        return True

    def focus_next(self) -> None:
        """Put the cursor where the next set is typed, or on the way to another exercise."""
        session = self.controller.session
        due = order.due_set(session) if session is not None else None
        if session is not None and not session.exercises:
            self.entry_wanted.emit()
        elif due is None or self.row_of(due) is None:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_set(due)

    def focus_row(self, row: SetRow, place: int) -> None:
        """Put the cursor into that cell of the row, the tick when there are fewer."""
        block = self.block_of(row)
        if block is not None and block.fold.is_folded:
            self._current = block
            self._settle()
        parts: list[QWidget] = [*row.cells, row.tick]
        parts[min(place, len(parts) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        self._follower.show(row)

    def focus_stop(self, stop: Stop, place: int) -> None:
        """Go to a row's cell, or to the head of a folded block."""
        block, row = stop
        if row is not None:
            self.focus_row(row, place)
        else:
            block.head.setFocus(Qt.FocusReason.TabFocusReason)
            self._follower.show(block.head)

    def set_scale(self, scale: float) -> None:
        """So many times the usual size, to be read from further away."""
        self._scale = scale
        for block in self.blocks:
            block.set_scale(scale)
        points = self.font().pointSizeF() * scale
        self._foot.setStyleSheet(
            f"QLabel, QPushButton {{ font-size: {points:.1f}pt; }}"
            f"QPushButton {{ min-height: {px(30 * scale)}px; }}"
            if scale != 1
            else ""
        )
        self.add_button.setIconSize(QSize(1, 1) * px(16 * scale))

    # building
    def _new_block(self, view: BlockView) -> ExerciseBlock:
        block = ExerciseBlock(view.exercise, view.columns)
        if self._scale != 1.0:
            block.set_scale(self._scale)
        self.adopt(block)
        return block

    def _take_away(self, blocks: list[ExerciseBlock]) -> None:
        for block in blocks:
            if block is self._current:
                self._current = None
            self._column.removeWidget(block)
            block.release()

    def _chain(self) -> None:
        """Tab goes through everything as it is seen, also after sets came and went."""
        chain: list[QWidget] = []
        for block in self.blocks:
            head = block.head
            chain += [head, head.take_up, head.fold_button, head.more, block.notes]
            for row in block.rows:
                chain += [*row.cells, row.tick]
            chain.append(block.add_button)
        chain.append(self.add_button)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    # where the user is
    def _show_ticked(self, before: dict[SetRow, bool]) -> None:
        """Undo ticks and unticks far from where the user is: show that one set."""
        other = [
            row for row, was_done in before.items() if row.one and row.tick.is_done != was_done
        ]
        if len(other) == 1:
            self._follower.show_hidden(other[0])

    def _focus_moved(self, widget: QWidget) -> None:
        self._follower.look()
        block = self.block_of(widget)
        if block is None:
            return
        if block.fold.is_folded:  # its head only: the user is in none
            self._enter(None)
            return
        row: QWidget | None = widget
        while row is not block and not isinstance(row, SetRow) and row is not None:
            row = row.parentWidget()
        block.body.set_focused(row if isinstance(row, SetRow) else None)
        self._enter(block)

    def _enter(self, block: ExerciseBlock | None) -> None:
        if block is not self._current:
            if self._current is not None:
                self._current.body.set_focused(None)
            self._current = block
            # to hide what just lost the focus would send the focus elsewhere
            QTimer.singleShot(0, self, self._unless_folding)

    def _unless_folding(self) -> None:
        if not self._folding.isActive():
            self._settle()

    def _settle(self) -> None:
        """Fold what is finished; what the user looks at stays where it is on the screen."""
        anchor = self._current
        before = anchor.y() if anchor is not None else 0
        changed = [block.settle(block is anchor) for block in self.blocks]
        if any(changed) and anchor is not None:
            self._column.activate()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + anchor.y() - before)

    def _meet_awaited(self, known: set[UUID]) -> None:
        for block in self.blocks:
            is_new = block.exercise.id not in known
            if is_new and block.exercise.exercise_id == self.awaited and block.rows:
                self.awaited = None
                self.focus_row(block.rows[0], 0)
                return
