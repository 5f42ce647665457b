"""How one record of an exercise came about: every step from the first time to what stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.records import Record
from desktop.ui.context import Context
from desktop.ui.records.model import record_value
from desktop.ui.records.timeline import RecordTimeline
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chart_export import ChartTable, add_export
from desktop.ui.widgets.records import gain_text, number_unit
from desktop.ui.widgets.rep_max_card import side_table, table_height
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.texts import count_text, day_text

_FEW_ROWS, _MANY_ROWS = 5, 10
_DIGITS = 4


class HistoryCard(Card):
    """A stepped line over a small table. chosen: the record of a step; opened: its session."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("History", flush=True, parent=parent)
        self._context = context
        self._steps: Sequence[Record] = ()
        self.timeline = RecordTimeline()
        self.timeline.chosen.connect(self._choose)
        self.rows: RowModel[Record] = RowModel(self._columns(), _key, self)
        self.table = side_table(self.rows, "Steps of the record, newest first")
        self.table.activated.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.export_button = add_export(self, context, (self.timeline,), self.chart_table)
        self.body.addWidget(self.timeline)
        self.body.addWidget(self.table)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._is_showing = False
        self._most = _FEW_ROWS

    def set_roomy(self, is_roomy: bool) -> None:
        """Whether there is room for a longer table before it scrolls."""
        most = _MANY_ROWS if is_roomy else _FEW_ROWS
        if most != self._most:
            self._most = most
            self._fit_table()

    def show_steps(self, steps: Sequence[Record], chosen: Record) -> None:
        """Show the steps of one kind, oldest first, and which of them is looked at."""
        context = self._context
        self._is_showing = True
        self._steps = steps
        self.heading.setText(chosen.kind.label)
        self.setAccessibleName(f"History: {chosen.kind.label}")
        records = count_text(len(steps) - 1, "record") if len(steps) > 1 else "no record yet"
        self.note.setText(records)
        texts = [
            f"{day_text(one.day)}: {record_value(one, context, one.value)}, {self._gain(one)}"
            for one in steps
        ]
        self.timeline.show_steps([(one.day, one.value) for one in steps], texts, context.today())
        self.timeline.setAccessibleName(f"{chosen.kind.label} over time. {texts[-1]}")
        self.rows.set_rows(list(reversed(steps)))
        self._fit_table()
        self.table.select_key(_key(chosen))
        self._mark()
        self._is_showing = False

    def chart_table(self) -> ChartTable:
        """Every step, oldest first, in the numbers of the user's unit."""
        context, steps = self._context, self._steps
        if not steps:
            return ChartTable("", "", (), ())
        kind, unit = steps[0].kind, context.preferences.unit
        exercise_id = steps[0].exercise_id
        words, scale = number_unit(kind, unit, context.exercises.get(exercise_id))
        rows = [(one.day.isoformat(), round(scale(one.value), _DIGITS)) for one in steps]
        ends = [
            f"{record_value(one, context, one.value)} on {day_text(one.day)}"
            for one in (steps[0], steps[-1])
        ]
        name = context.exercise_name(exercise_id)
        title = f"{kind.label} of {name}"
        header = ("Day", f"{kind.label} ({words})")
        return ChartTable(title, " to ".join(ends[: len(steps)]), header, rows)

    def _columns(self) -> list[Column[Record]]:
        context = self._context
        return [
            Column("Date", lambda one: day_text(one.day), stretch=True),
            Column(
                "Value", lambda one: record_value(one, context, one.value), right=True, width=90
            ),
            Column("By", self._gain, right=True, muted=True, width=88),
        ]

    def _gain(self, one: Record) -> str:
        return gain_text(one, self._context.preferences.unit)

    def _fit_table(self) -> None:
        self.table.setFixedHeight(table_height(self.table, self._most))

    def _choose(self, place: int) -> None:
        self.table.select_key(_key(self._steps[place]))
        self.table.setFocus(Qt.FocusReason.MouseFocusReason)

    def _mark(self) -> None:
        row = self.table.current_row()
        self.timeline.mark(self._steps.index(row) if row is not None else -1)

    def _on_current(self) -> None:
        row = self.table.current_row()
        if row is not None and not self._is_showing:
            self._mark()
            self.chosen.emit(row)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row(index.row()).session_id)


def _key(record: Record) -> object:
    return record.session_id
