"""The sets, the records and the rep maxes of the days that the chart shows."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.domain.progress import SetRow
from desktop.domain.records import Record
from desktop.ui.context import Context
from desktop.ui.progress.strength_listing import Listed
from desktop.ui.sizes import px
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.records import RecordDelegate, short_label, value_text
from desktop.ui.widgets.rep_max_card import RepMaxCard, side_table
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import count_text, day_text, set_text, weight_text

SETS, REP_MAXES, WHY = 0, 2, 3
_WORTH, _BEFORE = 4, 3  # the columns of e1RMs and of the records before
_ROOM = 560
_TO_CHECK = "to check"
_NAMES = ("Sets", "Records", "Rep maxes", "Why?")


class StrengthLists(QFrame):
    """One list at a time.

    wanted_in_log: the SetPlace of a set that was opened, or the session's id of
    another row; row_pointed: a row was chosen, a SetRow or a Record.
    """

    wanted_in_log = Signal(object)
    row_pointed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._several = self._has_worth = False
        self._doubted: frozenset[UUID] = frozenset()
        self.setProperty("role", "card")
        self.setAccessibleName("Sets and records of the days shown")
        self.sets: RowModel[SetRow] = RowModel(self._set_columns(), lambda row: row.one.id, self)
        self.records: RowModel[Record] = RowModel(self._record_columns(), _key, self)
        self.set_table = self._table(self.sets, "Sets of the days shown")
        self.record_table = self._table(self.records, "Records of the days shown")
        delegate = RecordDelegate(self.record_table)
        self.record_table.setItemDelegateForColumn(0, delegate)
        self.rep_maxes = RepMaxCard(context)
        self.rep_maxes.setProperty("role", "")
        self.rep_maxes.heading.hide()
        self.rep_maxes.opened.connect(self.wanted_in_log)
        # nothing is claimed until the data is there
        self.nothing = [muted_label(wraps=True) for _ in range(3)]
        for label in self.nothing:
            label.hide()
        self.note = muted_label()
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName("What is listed")
        self._lay_out()

    def show_lists(self, listed: Listed) -> None:
        """List these."""
        self._doubted = listed.doubted
        self._several = len({row.exercise_id for row in listed.sets}) > 1
        self._has_worth = any(map(self._worth, listed.sets))
        self._make_room()
        self.sets.set_rows(listed.sets)
        self.records.set_rows(listed.records)
        self.rep_maxes.show_records(listed.stands)
        texts = (
            f"Sets ({len(listed.sets):,}{'+' if listed.is_cut else ''})",
            f"Records ({len(listed.records):,})",
            "Rep maxes",
        )
        for place, text in enumerate(texts):
            self.bar.setTabText(place, text)
        counts = (len(listed.sets), len(listed.records), len(self.rep_maxes.rows.rows))
        for label, count in zip(self.nothing, counts, strict=True):
            label.setVisible(not count)
        for table, count in zip((self.set_table, self.record_table), counts, strict=False):
            table.setVisible(bool(count))
        if not listed.has_rep_maxes and self.bar.currentIndex() == REP_MAXES:
            self.bar.setCurrentIndex(SETS)
        self.bar.setTabVisible(REP_MAXES, listed.has_rep_maxes)
        self.note.setVisible(listed.is_cut)
        self.note.setText(f"The newest {count_text(len(listed.sets), 'set')} of these days.")

    def choose_days(self, first: date, last: date) -> None:
        """Go to the sets of a week or a month, to choose among them."""
        self.bar.setCurrentIndex(SETS)
        for place, row in enumerate(self.sets.rows):
            if first <= row.day <= last:
                self.set_table.selectRow(place)
                self.set_table.scrollTo(self.sets.index(place, 0))
                self.set_table.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def take_why(self, widget: QWidget | None) -> None:
        """Have what explains a figure among the lists; None: it has a place of its own."""
        if widget is not None:
            self._why.insertWidget(0, widget)
        elif self.bar.currentIndex() == WHY:
            self.bar.setCurrentIndex(SETS)
        self.bar.setTabVisible(WHY, widget is not None)

    def show_why(self) -> None:
        """Show what explains a figure, if it is among the lists."""
        if self.bar.isTabVisible(WHY):
            self.bar.setCurrentIndex(WHY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """What can be spared goes where there is little room."""
        has_room = self.width() >= px(_ROOM)
        for table in (self.set_table, self.record_table):
            table.show_column(1, self._several)
        self.set_table.show_column(_WORTH, self._has_worth and (has_room or not self._several))
        self.record_table.show_column(_BEFORE, has_room)

    def _lay_out(self) -> None:
        words = (
            "No set in these days.",
            "No record fell in these days.",
            "No weight was lifted for reps in these days.",
        )
        self._stack = QStackedWidget()
        shown = (self.set_table, self.record_table, self.rep_maxes)
        for label, text, widget in zip(self.nothing, words, shown, strict=True):
            label.setText(text)
            label.setMargin(12)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(label)
            column.addWidget(widget, 1)
            if widget is self.set_table:
                self.note.setMargin(8)
                column.addWidget(self.note)
            column.addStretch(0)
            self._stack.addWidget(page)
        why = QWidget()
        self._why = QVBoxLayout(why)
        self._why.setContentsMargins(0, 0, 0, 0)
        self._why.addStretch(1)
        self._stack.addWidget(why)
        for name in _NAMES:
            self.bar.addTab(name)
        self.take_why(None)
        self.bar.setTabVisible(REP_MAXES, False)  # until there is an exercise that has them
        self.bar.currentChanged.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 1)
        column.setSpacing(6)
        bar = QVBoxLayout()
        bar.setContentsMargins(8, 0, 8, 0)
        bar.addWidget(self.bar)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def _table(self, model: RowModel[Any], name: str) -> Table:
        table = side_table(model, name)
        table.activated.connect(lambda index: self._open(model, index))
        table.selectionModel().currentRowChanged.connect(
            lambda index: self._point(model, table, index)
        )
        return table

    def _set_columns(self) -> list[Column[SetRow]]:
        context = self._context
        return [
            Column("Date", lambda row: day_text(row.day), muted=True, width=108),
            Column("Exercise", lambda row: self._name(row.exercise_id), width=116),
            Column("", lambda row: row.label, muted=True, width=44),
            Column(
                "Set",
                lambda row: set_text(row.one, context.preferences.unit),
                stretch=True,
                enough=150,
            ),
            Column("e1RM", self._worth, right=True, muted=True, width=100),
        ]

    def _worth(self, row: SetRow) -> str:
        """What it is estimated at, or why it does not count."""
        if row.one.id in self._doubted:
            return _TO_CHECK
        if not row.is_counted or row.e1rm is None:
            return row.why_not
        return weight_text(row.e1rm, self._context.preferences.unit)

    def _record_columns(self) -> list[Column[Record]]:
        return [
            Column("Record", lambda one: short_label(one.kind), stretch=True, enough=120),
            Column("Exercise", lambda one: self._name(one.exercise_id), width=112),
            Column("Value", lambda one: self._value(one, one.value), right=True, width=84),
            Column("Before", self._before, right=True, muted=True, width=88),
            Column("Date", lambda one: day_text(one.day), right=True, muted=True, width=106),
        ]

    def _name(self, exercise_id: Any) -> str:
        return self._context.exercise_name(exercise_id)

    def _value(self, record: Record, value: float | None) -> str:
        exercise = self._context.exercises.get(record.exercise_id)
        return value_text(record.kind, value, self._context.preferences.unit, exercise)

    def _before(self, record: Record) -> str:
        return self._value(record, record.previous)

    def _open(self, model: RowModel[Any], index: QModelIndex) -> None:
        row = model.row(index.row())
        self.wanted_in_log.emit(row.place if isinstance(row, SetRow) else row.session_id)

    def _point(self, model: RowModel[Any], table: Table, index: QModelIndex) -> None:
        # a refresh selects rows too: only who is in the table points
        if index.isValid() and table.hasFocus():
            self.row_pointed.emit(model.row(index.row()))


def _key(record: Record) -> object:
    return record.kind, record.exercise_id, record.session_id, record.value
