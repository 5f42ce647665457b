"""What stands for one exercise: its bests and its rep-max table."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.records import ExerciseRecords, Record
from desktop.ui.context import Context
from desktop.ui.records.model import best_columns
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.exercise_chooser import ExerciseChooser
from desktop.ui.widgets.rep_max_card import RepMaxCard, side_table, table_height
from desktop.ui.widgets.row_model import RowModel
from desktop.ui.widgets.styling import NO_LIMIT

_SIDE = 352  # wide beside the list
_FLAT = 264  # high below it


class SidePanel(QWidget):
    """Any exercise that was done can be chosen here; opened carries a session's id."""

    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercises: dict[UUID, ExerciseRecords] = {}
        self.chooser = ExerciseChooser()
        self.chooser.picked.connect(self.show_exercise)
        self.bests: RowModel[Record] = RowModel(best_columns(context), lambda one: one.kind, self)
        self.best_table = side_table(self.bests, "Bests")
        self.best_table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.best_table.activated.connect(self._open_best)
        self.best_card = Card("Bests", flush=True)
        self.best_card.body.addWidget(self.best_table)
        self.best_card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.rep_max_card = RepMaxCard(context)
        self.rep_max_card.opened.connect(self.opened)
        self.none = muted_label("Nothing of this exercise can be a record yet.", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(12)
        self._cards.addWidget(self.best_card, 0, Qt.AlignmentFlag.AlignTop)
        self._cards.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        self._cards.addWidget(self.rep_max_card, 100)
        self._cards.addStretch(1)
        column.addWidget(self.chooser)
        column.addLayout(self._cards, 1)
        self.none.hide()

    def set_flat(self, is_flat: bool) -> None:
        """Lay the cards side by side, for a place below the list."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(across if is_flat else down)
        for card in (self.best_card, self.none):
            self._cards.setStretchFactor(card, 1 if is_flat else 0)
        self._cards.setStretchFactor(self.rep_max_card, 1 if is_flat else 100)
        self._cards.setStretch(3, 0 if is_flat else 1)
        if is_flat:
            self.setMinimumWidth(0)
            self.setMaximumWidth(NO_LIMIT)
            self.setFixedHeight(_FLAT)
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(NO_LIMIT)
            self.setFixedWidth(_SIDE)

    def set_book(
        self, exercises: dict[UUID, ExerciseRecords], choices: Sequence[tuple[UUID, str]]
    ) -> None:
        """The records of every exercise, and their names in the order to offer them."""
        self._exercises = exercises
        self.chooser.set_choices(choices)
        self.show_exercise(self.chooser.chosen)

    def show_exercise(self, exercise_id: object) -> None:
        """Show what stands for it."""
        self.chooser.choose(exercise_id)
        chosen = self.chooser.chosen
        found = self._exercises.get(chosen) if chosen else None
        bests = found.bests if found else ()
        self.bests.set_rows(bests)
        self.best_card.setVisible(bool(bests))
        self.none.setVisible(not bests)
        self.best_table.setFixedHeight(table_height(self.best_table))
        self.rep_max_card.show_lines(found.rep_maxes if found else ())

    def _open_best(self, index: QModelIndex) -> None:
        self.opened.emit(self.bests.row(index.row()).session_id)
