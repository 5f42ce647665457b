"""The short lists of the Today page: recent sessions and the latest records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.history import HistoryRow
from desktop.domain.records import Record
from desktop.ui.context import Context
from desktop.ui.sizes import px
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.records import RecordDelegate, short_label, value_text
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import NONE, ago_text, minutes_text, volume_text

_ROW = 32
_ROOMY = 460


class ListCard(Card):
    """A card around a table just as high as its rows; opened carries a session's id.

    extras: columns to show only where there is room.
    """

    opened = Signal(object)

    def __init__(
        self,
        title: str,
        empty: str,
        columns: Sequence[Column[Any]],
        extras: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, flush=True, parent=parent)
        self._extras = tuple(extras)
        self.empty = muted_label(empty, wraps=True)
        self.empty.setContentsMargins(12, 0, 12, 14)
        self.rows: RowModel[Any] = RowModel(columns, key=id, parent=self)
        self.table = Table(self.rows, title)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSortIndicatorShown(False)
        self.table.clicked.connect(self._open)
        self.table.activated.connect(self._open)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show the rows, or the words for none."""
        self.rows.set_rows(rows)
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(header + px(_ROW) * len(rows) + 2)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in self._extras:
            self.table.setColumnHidden(column, self.width() < px(_ROOMY))

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        self.opened.emit(row.session_id if isinstance(row, Record) else row.id)


def recent_sessions(context: Context) -> ListCard:
    """The card of the last sessions."""
    columns = [
        Column[HistoryRow]("Session", lambda row: row.name, stretch=True),
        Column[HistoryRow](
            "When", lambda row: ago_text(row.day, context.today()), muted=True, width=104
        ),
        Column[HistoryRow](
            "Time", lambda row: minutes_text(row.duration_minutes), right=True, width=92, muted=True
        ),
        Column[HistoryRow]("Sets", lambda row: f"{row.sets:,}", right=True, width=56),
        Column[HistoryRow](
            "Volume",
            lambda row: volume_text(row.volume, context.preferences.unit) if row.volume else NONE,
            right=True,
            width=100,
        ),
    ]
    return ListCard("Recent sessions", "Finished sessions are listed here.", columns, extras=[2])


def latest_records(context: Context) -> ListCard:
    """The card of the newest records."""
    columns = [
        Column[Record](
            "Exercise", lambda record: context.exercise_name(record.exercise_id), stretch=True
        ),
        Column[Record]("Record", lambda record: _kind_and_value(record, context), width=200),
        Column[Record](
            "When", lambda record: ago_text(record.day, context.today()), muted=True, width=104
        ),
    ]
    card = ListCard(
        "Latest records",
        "The first time sets the baseline. Beat it, and the record is listed here.",
        columns,
        extras=[2],
    )
    card.table.setItemDelegateForColumn(0, RecordDelegate(card.table))
    return card


def _kind_and_value(record: Record, context: Context) -> str:
    exercise = context.exercises.get(record.exercise_id)
    value = value_text(record.kind, record.value, context.preferences.unit, exercise)
    return f"{short_label(record.kind)} \u00b7 {value}"
