"""What the tables of the Records page show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.records import Record, RecordKind
from desktop.ui.context import Context
from desktop.ui.widgets.records import short_label, source_text, value_text
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.texts import NONE, day_text

_Index = QModelIndex | QPersistentModelIndex
# Kinds that are filtered together: a chip for each kind would not fit a line.
CHIPS: tuple[tuple[str, frozenset[RecordKind]], ...] = (
    ("e1RM", frozenset({RecordKind.E1RM})),
    ("Weight", frozenset({RecordKind.HEAVIEST})),
    ("Volume", frozenset({RecordKind.SET_VOLUME, RecordKind.SESSION_VOLUME})),
    ("Reps", frozenset({RecordKind.MOST_REPS})),
    ("Help", frozenset({RecordKind.LEAST_HELP})),
    ("Time", frozenset({RecordKind.LONGEST})),
    ("Distance", frozenset({RecordKind.FARTHEST, RecordKind.BEST_PACE})),
)
# columns of the event table that the page treats apart
SET_COLUMN, DATE_COLUMN = 4, 5


@dataclass(frozen=True, slots=True)
class Event:
    """A record as a row. texts: its cells; haystack: what a search looks through."""

    record: Record
    exercise: str
    texts: tuple[str, ...]
    haystack: str


class EventModel(RowModel[Event]):
    """The list of events; a row's tip says all of it, also what has no room as a column."""

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            row = self.row(index.row())
            texts = [f"{one.title}: {one.text(row)}" for one in self.columns]
            return "\n".join(text for text in texts if not text.endswith(NONE))
        return super().data(index, role)


def event_of(record: Record, context: Context) -> Event:
    """The record as a row; for a worker, as there may be thousands of them."""
    exercise = context.exercises.get(record.exercise_id)
    unit = context.preferences.unit
    name = context.exercise_name(record.exercise_id)
    texts = (
        name,
        short_label(record.kind),
        value_text(record.kind, record.value, unit, exercise),
        value_text(record.kind, record.previous, unit, exercise),
        source_text(record, unit),
        day_text(record.day),
    )
    aliases = " ".join(exercise.aliases) if exercise else ""
    return Event(record, name, texts, f"{name} {aliases}".casefold())


def event_columns() -> list[Column[Event]]:
    """The columns of the list of events."""
    return [
        Column("Exercise", lambda event: event.texts[0], stretch=True),
        Column("Record", lambda event: event.texts[1], width=122),
        Column(
            "Value",
            lambda event: event.texts[2],
            sort_key=lambda event: (event.record.kind, event.record.value),
            right=True,
            width=100,
        ),
        Column(
            "Before",
            lambda event: event.texts[3],
            sort_key=lambda event: (event.record.kind, event.record.previous or 0.0),
            right=True,
            muted=True,
            width=100,
        ),
        Column("Set", lambda event: event.texts[4], width=136),
        Column(
            "Date",
            lambda event: event.texts[5],
            sort_key=lambda event: event.record.day,
            width=108,
            muted=True,
        ),
    ]


def best_columns(context: Context) -> list[Column[Record]]:
    """The columns of what stands for one exercise."""
    return [
        Column("Record", lambda record: short_label(record.kind), stretch=True),
        Column(
            "Value",
            lambda record: value_text(
                record.kind,
                record.value,
                context.preferences.unit,
                context.exercises.get(record.exercise_id),
            ),
            right=True,
            width=96,
        ),
        Column("Date", lambda record: day_text(record.day), muted=True, width=106),
    ]
