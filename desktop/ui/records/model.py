"""The rows of the Records page and the columns that show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.muscles import MuscleGroup
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
EXERCISE_COLUMN, BEFORE_COLUMN, DATE_COLUMN = 0, 3, 5


@dataclass(frozen=True, slots=True)
class About:
    """What rows of one exercise have in common. haystack: what a search looks through."""

    name: str
    haystack: str
    groups: frozenset[MuscleGroup]


@dataclass(frozen=True, slots=True)
class Event:
    """A record as a row."""

    record: Record
    about: About

    @property
    def exercise(self) -> str:
        """The exercise's name."""
        return self.about.name

    @property
    def kinds(self) -> tuple[RecordKind, ...]:
        """The kind of record."""
        return (self.record.kind,)

    @property
    def day(self) -> date:
        """When it fell."""
        return self.record.day


class Exercises(dict[UUID, About]):
    """What is known of each exercise, put together once: it has hundreds of records."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def __missing__(self, exercise_id: UUID) -> About:
        exercise = self._context.exercises.get(exercise_id)
        name = self._context.exercise_name(exercise_id)
        aliases = " ".join(exercise.aliases) if exercise else ""
        groups = frozenset(one.group for one in exercise.primary) if exercise else frozenset()
        self[exercise_id] = made = About(name, f"{name} {aliases}".casefold(), groups)
        return made

    def events(self, records: Iterable[Record]) -> list[Event]:
        """The records as rows."""
        return [Event(record, self[record.exercise_id]) for record in records]


class EventModel(RowModel[Event]):
    """The list of records; a row's tip says all of it, also what has no room as a column."""

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            row = self.row(index.row())
            texts = [f"{one.title}: {one.text(row)}" for one in self.columns]
            return "\n".join(text for text in texts if not text.endswith(NONE))
        return super().data(index, role)


def event_key(event: Event) -> object:
    """What tells one record from the others."""
    record = event.record
    return record.kind, record.exercise_id, record.session_id


def record_value(record: Record, context: Context, value: float | None) -> str:
    """A value of the record's kind, in the user's words."""
    exercise = context.exercises.get(record.exercise_id)
    return value_text(record.kind, value, context.preferences.unit, exercise)


def event_columns(context: Context) -> list[Column[Event]]:
    """The columns of the list of records."""
    return [
        Column("Exercise", lambda event: event.exercise, stretch=True),
        Column("Record", lambda event: short_label(event.record.kind), width=122),
        Column(
            "Value",
            lambda event: record_value(event.record, context, event.record.value),
            sort_key=lambda event: (event.record.kind, event.record.value),
            right=True,
            width=100,
        ),
        Column(
            "Before",
            lambda event: record_value(event.record, context, event.record.previous),
            sort_key=lambda event: (event.record.kind, event.record.previous or 0.0),
            right=True,
            muted=True,
            width=100,
            spare=1,
        ),
        Column(
            "Set",
            lambda event: source_text(event.record, context.preferences.unit),
            width=136,
            spare=2,  # the row's tip says it where there is no room
        ),
        Column(
            "Date",
            lambda event: day_text(event.record.day),
            sort_key=lambda event: event.record.day,
            width=108,
            muted=True,
            descending_first=True,
        ),
    ]


def best_columns(context: Context) -> list[Column[Record]]:
    """The columns of what stands for one exercise."""
    return [
        Column("Record", lambda record: short_label(record.kind), stretch=True),
        Column(
            "Value",
            lambda record: record_value(record, context, record.value),
            right=True,
            width=96,
        ),
        Column("Date", lambda record: day_text(record.day), muted=True, width=106),
    ]
