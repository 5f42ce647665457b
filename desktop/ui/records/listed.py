"""The lists of records: the newest, what stands, and the first times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.domain.records import Record, RecordsBook
from desktop.ui.context import Context
from desktop.ui.records.filters import Asked
from desktop.ui.records.model import (
    BEFORE_COLUMN,
    DATE_COLUMN,
    EXERCISE_COLUMN,
    Event,
    EventModel,
    event_columns,
    event_key,
)
from desktop.ui.sizes import scaled
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.records import RecordDelegate
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import count_text

_LEAST = 132  # high: a header and some rows


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: its name, what is in it, how it is sorted first, and what its rows are called."""

    name: str
    records: Callable[[RecordsBook], Sequence[Record]]
    column: int
    order: Qt.SortOrder
    noun: str
    nouns: str
    nothing: str


def _standing(book: RecordsBook) -> Sequence[Record]:
    return [best for one in book.exercises.values() for best in one.bests]


LISTS = (
    Listed(
        "Recent",
        lambda book: book.events,
        DATE_COLUMN,
        Qt.SortOrder.DescendingOrder,
        "record",
        "records",
        "The first time sets the baseline. Beat it, and the record is listed here.",
    ),
    Listed(
        "Standing",
        _standing,
        EXERCISE_COLUMN,
        Qt.SortOrder.AscendingOrder,
        "best",
        "bests",
        "Nothing that counts has been noted yet.",
    ),
    Listed(
        "Baselines",
        lambda book: book.baselines,
        DATE_COLUMN,
        Qt.SortOrder.DescendingOrder,
        "first time",
        "first times",
        "Nothing that counts has been noted yet.",
    ),
)


class _Cups(RecordDelegate):
    """No cup for what stands since the first time: that was no record."""

    def is_record(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        event: Event = index.data(EventModel.RowRole)
        return event.record.previous is not None


class RecordList(QWidget):
    """One list at a time, narrowed. chosen: another row; opened: a row's session."""

    chosen = Signal()
    opened = Signal(object)
    clear_wanted = Signal()
    baselines_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed = LISTS[0]
        self._events: Sequence[Event] = ()
        self.model = EventModel(event_columns(context), event_key, self)
        self.table = Table(self.model, "Records")
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        scaled(self.table.setMinimumHeight, _LEAST)
        self._cups = _Cups(self.table)
        self._plain = self.table.itemDelegate()
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.activated.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.nothing = muted_label(wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear_button = QPushButton("Clear filters")
        self.clear_button.clicked.connect(self.clear_wanted)
        self.baselines_button = QPushButton("See the first times")
        self.baselines_button.clicked.connect(self.baselines_wanted)
        self._is_showing = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        self._above, self._below = QWidget(), QWidget()
        column.addWidget(self._above, 1)
        column.addWidget(self.nothing)
        column.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.baselines_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._below, 1)

    @property
    def current(self) -> Event | None:
        """The row with the focus."""
        row: Event | None = self.table.current_row()
        return row

    @property
    def counted(self) -> str:
        """'12 of 2,326 records'; empty where there are none at all."""
        shown, total = len(self.model.rows), self.model.total
        if not total:
            return ""
        narrowed = f"{shown:,} of " if shown != total else ""
        return narrowed + count_text(total, self._listed.noun, self._listed.nouns)

    def show_list(self, listed: Listed, events: Sequence[Event]) -> None:
        """Show a list; the row with the focus keeps it, if it is in that list, too."""
        self._is_showing = True
        is_other = listed is not self._listed or not self._events
        self._listed, self._events = listed, events
        self.model.set_rows(events)
        if is_other:
            self.table.setAccessibleName(f"{listed.name}: {listed.nouns}")
            self.table.sort_by(listed.column, listed.order)
        is_first = listed is LISTS[2]
        self.table.show_column(BEFORE_COLUMN, not is_first)
        self.table.setItemDelegateForColumn(
            EXERCISE_COLUMN, self._plain if is_first else self._cups
        )
        self._is_showing = False

    def narrow(self, asked: Asked) -> None:
        """Show only what is asked for, and say what to widen where that is nothing."""
        self._is_showing = True
        self.model.set_filter(None if asked == Asked() else asked.accepts)
        if not self.table.currentIndex().isValid() and self.model.rows:
            self.table.selectRow(0)
        self._is_showing = False
        shown, total = len(self.model.rows), self.model.total
        self.table.setVisible(bool(shown))
        for made in (self.nothing, self._above, self._below):
            made.setVisible(not shown)
        self.clear_button.setVisible(bool(total) and not shown)
        self.baselines_button.setVisible(not total and self._listed is LISTS[0])
        if not shown:
            listed = self._listed
            advice = asked.advice(self._events, listed.noun, listed.nouns)
            self.nothing.setText(advice if total else listed.nothing)

    def _on_current(self) -> None:
        if not self._is_showing:
            self.chosen.emit()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.row(index.row()).record.session_id)
