"""The rep-max table of an exercise, as Records and Progress show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.analysis.one_rep_max import weight_for
from desktop.domain.records import ExerciseRecords, RecordKind, RepMax
from desktop.ui.context import Context
from desktop.ui.sizes import px, scaled
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import NONE, day_text, weight_text

_Index = QModelIndex | QPersistentModelIndex
_ROW = 28
# an estimate that is so much off what was done, as a share, is worth a mark
_APART = 0.025
_MORE, _LESS = "\u2191", "\u2193"


class RepMaxCard(Card):
    """What was done for so many reps beside what the best e1RM lets expect.

    Scrolls where the window is low, ends with its rows where it is high;
    without `scrolls` it is always as high as its rows. opened carries the
    session of the line that was activated.
    """

    opened = Signal(object)

    def __init__(
        self, context: Context, parent: QWidget | None = None, scrolls: bool = True
    ) -> None:
        super().__init__("Rep maxes", flush=True, parent=parent)
        self._context = context
        self._scrolls = scrolls
        self._e1rm: float | None = None
        self.rows = _Lines(self)
        self.table = side_table(self.rows, "Rep-max table")
        self.table.activated.connect(self._open)
        self.body.addWidget(self.table, 1)

    def show_records(self, records: ExerciseRecords | None) -> None:
        """Show an exercise's table; the card hides when there is none."""
        bests = records.bests if records else ()
        self._e1rm = next((one.value for one in bests if one.kind is RecordKind.E1RM), None)
        self.show_lines(records.rep_maxes if records else ())

    def show_lines(self, lines: Sequence[RepMax]) -> None:
        """Show a table; the card hides when there is none."""
        self.rows.set_rows(lines)
        self.setVisible(bool(lines))
        self.table.setColumnHidden(2, self._e1rm is None)
        marks = {self._mark(line) for line in lines}
        words = {_MORE: "more", _LESS: "less"}
        self.note.setText(
            ", ".join(f"{mark} {word} than done" for mark, word in words.items() if mark in marks)
        )
        if self._scrolls:
            around = self.sizeHint().height() - self.table.sizeHint().height()
            self.setMaximumHeight(around + table_height(self.table))
        else:
            self.table.setFixedHeight(table_height(self.table))

    def columns(self) -> list[Column[RepMax]]:
        """The columns of the table."""
        return [
            Column("Reps", lambda line: f"{line.reps}RM", width=66),
            Column("Done", self._weight, right=True, width=82),
            Column("Estimated", self._estimated, right=True, muted=True, width=94),
            Column("Date", _day, muted=True, stretch=True, enough=112),
        ]

    def tip(self, line: RepMax) -> str:
        """The whole line in words, with what differs."""
        done = (
            f"{line.reps}RM: {self._weight(line)} \u00d7 {line.done_reps} on {day_text(line.day)}."
        )
        grams = self._estimate(line)
        if grams is None or self._e1rm is None:
            return done
        unit = self._context.preferences.unit
        text = weight_text(grams, unit)
        if line.reps == 1:
            said = f"The best e1RM: {text}."
        else:
            said = f"The best e1RM, {weight_text(self._e1rm, unit)}, lets expect {text}."
        apart = weight_text(abs(grams - line.weight), unit)
        mark = self._mark(line)
        if mark == _MORE:
            said += f"\n{_MORE} That is {apart} more than was done."
        elif mark == _LESS:
            said += f"\n{_LESS} That is {apart} less than was done."
        return f"{done}\n{said}"

    def _weight(self, line: RepMax) -> str:
        return weight_text(line.weight, self._context.preferences.unit, 2)

    def _estimate(self, line: RepMax) -> float | None:
        formula = self._context.preferences.formula
        return None if self._e1rm is None else weight_for(self._e1rm, line.reps, None, formula)

    def _estimated(self, line: RepMax) -> str:
        grams = self._estimate(line)
        if grams is None:
            return NONE
        text = weight_text(grams, self._context.preferences.unit)
        return f"{mark} {text}" if (mark := self._mark(line)) else text

    def _mark(self, line: RepMax) -> str:
        grams = self._estimate(line)
        if grams is None or abs(grams - line.weight) <= _APART * line.weight:
            return ""
        return _MORE if grams > line.weight else _LESS

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row(index.row()).session_id)


def _day(line: RepMax) -> str:
    return day_text(line.day)


class _Lines(RowModel[RepMax]):
    """The lines of the table, each with its words as a tip."""

    def __init__(self, card: RepMaxCard) -> None:
        super().__init__(card.columns(), lambda line: line.reps, card)
        self._card = card

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        words = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole)
        if role in words and index.isValid():
            return self._card.tip(self.row(index.row()))
        return super().data(index, role)


def side_table(model: RowModel[Any], name: str) -> Table:
    """A dense table for a side panel."""
    table = Table(model, name)
    table.setSelectionMode(Table.SelectionMode.SingleSelection)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scaled(table.verticalHeader().setMinimumSectionSize, _ROW)
    scaled(table.verticalHeader().setDefaultSectionSize, _ROW)
    table.horizontalHeader().setSectionsClickable(False)
    table.horizontalHeader().setSortIndicatorShown(False)
    return table


def table_height(table: Table, most: int | None = None) -> int:
    """How high a side table is with all its rows, or with so many at most."""
    header = table.horizontalHeader().sizeHint().height()
    count = len(table.rows.rows)
    return int(header + px(_ROW) * (count if most is None else min(count, most)) + 2)
