"""The cards of the Blocks tab: the list of blocks, and what each of them comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.domain.progress import Measure
from desktop.domain.weight import Unit
from desktop.ui.icons import icon
from desktop.ui.progress.blocks_list import BlockLine
from desktop.ui.progress.blocks_model import (
    MOST,
    Block,
    Figures,
    Preset,
    change_text,
    preset_block,
)
from desktop.ui.sizes import px
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.measures import value_text
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import NONE

_ROW, _HEAD = 32, 34


class BlocksCard(Card):
    """Lines to edit, and a button that adds one. changed: the blocks are others now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Blocks", parent=parent)
        self.note.setText("laid over each other from week 0")
        self.blocks: tuple[Block, ...] = ()
        self.lines: list[BlockLine] = []
        self._dashed = True
        self.end = date(2000, 1, 1)
        self.range: tuple[date | None, date | None] = (None, None)
        self.add = QPushButton("Add block")
        self.add.setIcon(icon("plus", self.add))
        self.menu = QMenu(self.add)
        self.menu.aboutToShow.connect(self._fill)
        self.add.setMenu(self.menu)
        self.header.addWidget(self.add)
        self.nothing = muted_label("Add a block: two of them can be compared week by week.")
        self.body.addWidget(self.nothing)
        self.body.setSpacing(6)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these."""
        if tuple(blocks) == tuple(line.block for line in self.lines):
            self.blocks = tuple(blocks)
            self._mark()
            return
        self.blocks = tuple(blocks)
        for line in self.lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [BlockLine(place, one) for place, one in enumerate(self.blocks)]
        for line in self.lines:
            line.sample.set_dashed(self._dashed)
            line.edited.connect(self._on_edited)
            line.removed.connect(lambda line=line: self._remove(line))
            self.body.addWidget(line)
        self._mark()

    def _mark(self) -> None:
        self.nothing.setVisible(not self.blocks)
        self.add.setEnabled(len(self.blocks) < MOST)
        full = f"Up to {MOST} blocks can be compared" if len(self.blocks) == MOST else ""
        self.add.setToolTip(full)

    def set_dashed(self, dashed: bool) -> None:
        """Whether the chart draws its lines dashed now."""
        self._dashed = dashed
        for line in self.lines:
            line.sample.set_dashed(dashed)

    def _fill(self) -> None:
        """Offer what can be added."""
        self.menu.clear()
        taken = {one.preset for one in self.blocks}
        for preset in Preset:
            action = self.menu.addAction(preset.label)
            action.setEnabled(preset not in taken)
            action.triggered.connect(
                lambda *_, one=preset: self._append(preset_block(one, self.end))
            )
        self.menu.addSeparator()
        first, last = self.range
        chosen = self.menu.addAction("The range chosen above")
        chosen.setEnabled(first is not None)
        chosen.triggered.connect(lambda: self._append_range(first, last or self.end))
        own = self.menu.addAction("Own dates\N{HORIZONTAL ELLIPSIS}")
        own.triggered.connect(self._append_own)

    def _append(self, block: Block) -> None:
        self.show_blocks((*self.blocks, block))
        self.changed.emit()

    def _append_range(self, first: date | None, last: date) -> None:
        if first is not None:
            self._append(Block("Chosen range", first, max(first, last)))

    def _append_own(self) -> None:
        usual = preset_block(Preset.LAST, self.end)
        self._append(Block("Own dates", usual.first, usual.last))
        self.lines[-1].first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self) -> None:
        self.blocks = tuple(line.block for line in self.lines)
        self.changed.emit()

    def _remove(self, line: BlockLine) -> None:
        place = self.lines.index(line)
        self.show_blocks([one for n, one in enumerate(self.blocks) if n != place])
        (self.lines[min(place, len(self.lines) - 1)].remove if self.lines else self.add).setFocus()
        self.changed.emit()


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A block's figures as they are written."""

    place: int
    name: str
    start: str
    end: str
    change: str
    best: str
    sessions: str
    sets: str


def row_of(place: int, block: Block, found: Figures, measure: Measure, unit: Unit) -> BlockRow:
    """A block as a row of the table."""
    change = NONE
    if found.start is not None and found.end is not None:
        change = change_text(measure, found.start, found.end, unit)
    start, end, best = (
        NONE if value is None else value_text(measure, value, unit)
        for value in (found.start, found.end, found.best)
    )
    sessions, sets = f"{found.sessions:,}", f"{found.sets:,.6g}"
    return BlockRow(place, block.name, start, end, change, best, sessions, sets)


class FiguresCard(Card):
    """What each block comes to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Beside each other", flush=True, parent=parent)
        columns = [
            Column[BlockRow]("Block", lambda one: one.name, stretch=True, enough=170),
            Column[BlockRow]("Start", lambda one: one.start, right=True, width=80),
            Column[BlockRow]("End", lambda one: one.end, right=True, width=80),
            Column[BlockRow]("Change", lambda one: one.change, right=True, width=130),
            Column[BlockRow]("Best", lambda one: one.best, right=True, width=80),
            Column[BlockRow]("Sessions", lambda one: one.sessions, right=True, width=76),
            Column[BlockRow]("Sets", lambda one: one.sets, right=True, width=54),
        ]
        self.rows = RowModel(columns, lambda one: one.place, self)
        self.table = Table(self.rows, "Figures of each block")
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.horizontalHeader()
        header.setSortIndicatorShown(False)
        header.setSectionsClickable(False)
        self.body.addWidget(self.table)

    def show_rows(self, rows: Sequence[BlockRow]) -> None:
        """Show these, without room for more."""
        self.rows.set_rows(rows)
        self.table.setFixedHeight(px(_HEAD) + px(_ROW) * max(1, len(rows)))
