"""What stands for one exercise: its bests and its rep-max table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.records import ExerciseRecords, Record, RepMax
from desktop.ui.context import Context
from desktop.ui.records.model import best_columns, rep_max_columns
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.exercise_chooser import ExerciseChooser
from desktop.ui.widgets.table import RowModel, Table

_ROW = 28


class SidePanel(QWidget):
    """Any exercise that was done can be chosen here; opened carries a session's id."""

    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercises: dict[UUID, ExerciseRecords] = {}
        self.chooser = ExerciseChooser()
        self.chooser.picked.connect(self.show_exercise)
        self.bests: RowModel[Record] = RowModel(best_columns(context), lambda one: one.kind, self)
        self.rep_maxes: RowModel[RepMax] = RowModel(
            rep_max_columns(context), lambda one: one.reps, self
        )
        self.best_table = self._table(self.bests, "Bests")
        self.best_table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rep_max_table = self._table(self.rep_maxes, "Rep-max table")
        self.best_card = Card("Bests", flush=True)
        self.best_card.body.addWidget(self.best_table)
        self.best_card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.rep_max_card = Card("Rep maxes", flush=True)
        self.rep_max_card.body.addWidget(self.rep_max_table, 1)
        self.none = muted_label("Nothing of this exercise can be a record yet.", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.chooser)
        column.addWidget(self.best_card)
        column.addWidget(self.none)
        column.addWidget(self.rep_max_card, 100)
        column.addStretch(1)

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
        rep_maxes = found.rep_maxes if found else ()
        self.bests.set_rows(bests)
        self.rep_maxes.set_rows(rep_maxes)
        self.best_card.setVisible(bool(bests))
        self.none.setVisible(not bests)
        self.rep_max_card.setVisible(bool(rep_maxes))
        self.best_table.setFixedHeight(self._height(self.best_table, len(bests)))
        # the table scrolls where the window is low, and ends with its rows where it is high
        around = self.rep_max_card.sizeHint().height() - self.rep_max_table.sizeHint().height()
        self.rep_max_card.setMaximumHeight(
            around + self._height(self.rep_max_table, len(rep_maxes))
        )

    def _table(self, model: RowModel[Any], name: str) -> Table:
        table = Table(model, name)
        table.setSelectionMode(Table.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().setMinimumSectionSize(_ROW)
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.horizontalHeader().setSectionsClickable(False)
        table.horizontalHeader().setSortIndicatorShown(False)
        table.activated.connect(self._open)
        return table

    def _open(self, index: QModelIndex) -> None:
        row = index.data(RowModel.RowRole)
        if row is not None:
            self.opened.emit(row.session_id)

    @staticmethod
    def _height(table: Table, rows: int) -> int:
        return int(table.horizontalHeader().sizeHint().height() + _ROW * rows + 2)
