"""The rep-max table of an exercise, as Records and Progress show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.records import RepMax
from desktop.ui.context import Context
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import day_text, weight_text

_ROW = 28


class RepMaxCard(Card):
    """Scrolls where the window is low, ends with its rows where it is high.

    opened carries the session of the line that was activated.
    """

    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Rep maxes", flush=True, parent=parent)
        self._context = context
        self.rows: RowModel[RepMax] = RowModel(self._columns(), lambda line: line.reps, self)
        self.table = side_table(self.rows, "Rep-max table")
        self.table.activated.connect(self._open)
        self.body.addWidget(self.table, 1)

    def show_lines(self, lines: Sequence[RepMax]) -> None:
        """Show a table; the card hides when there is none."""
        self.rows.set_rows(lines)
        self.setVisible(bool(lines))
        around = self.sizeHint().height() - self.table.sizeHint().height()
        self.setMaximumHeight(around + table_height(self.table))

    def _columns(self) -> list[Column[RepMax]]:
        return [
            Column("Reps", lambda line: f"{line.reps}RM", width=62),
            Column("Best", self._weight, right=True, width=88),
            Column("Done", self._done, right=True, muted=True, stretch=True),
            Column("Date", lambda line: day_text(line.day), muted=True, width=110),
        ]

    def _weight(self, line: RepMax) -> str:
        return weight_text(line.weight, self._context.preferences.unit, 2)

    def _done(self, line: RepMax) -> str:
        return f"\u00d7 {line.done_reps}"

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row(index.row()).session_id)


def side_table(model: RowModel[Any], name: str) -> Table:
    """A dense table for a side panel."""
    table = Table(model, name)
    table.setSelectionMode(Table.SelectionMode.SingleSelection)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().setMinimumSectionSize(_ROW)
    table.verticalHeader().setDefaultSectionSize(_ROW)
    table.horizontalHeader().setSectionsClickable(False)
    table.horizontalHeader().setSortIndicatorShown(False)
    return table


def table_height(table: Table) -> int:
    """How high a side table is with all its rows."""
    header = table.horizontalHeader().sizeHint().height()
    return int(header + _ROW * len(table.rows.rows) + 2)
