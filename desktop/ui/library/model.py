"""The library's rows: prepared texts and haystacks, found and ranked without a proxy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain import names
from desktop.domain.library import Exercise, LibraryRow
from desktop.domain.muscles import MuscleGroup
from desktop.domain.weight import Unit
from desktop.ui.widgets.exercise_mime import MIME, mime_of
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.texts import NONE, ago_text, weight_text

_SEPARATORS = re.compile(r"[\W_]+")
Sort = tuple[int, Qt.SortOrder]
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A library row with everything the table asks for, worked out once.

    name and aliases are folded and begin with a space, so that ' word' finds beginnings.
    """

    row: LibraryRow
    texts: tuple[str, ...]
    name: str
    aliases: str
    haystack: str
    groups: frozenset[MuscleGroup]

    @property
    def exercise(self) -> Exercise:
        """The exercise of the row."""
        return self.row.exercise

    @property
    def id(self) -> UUID:
        """The exercise's id."""
        return self.row.exercise.id


@dataclass(frozen=True, slots=True)
class Criteria:
    """What the library is narrowed to; empty fields narrow nothing."""

    text: str = ""
    group: MuscleGroup | None = None
    equipment: str = ""
    own: bool = False
    done: bool = False
    words: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", tuple(folded(self.text).split()))

    def accepts(self, entry: Entry) -> bool:
        """Whether the entry is shown."""
        if self.group is not None and self.group not in entry.groups:
            return False
        if self.equipment and entry.exercise.equipment != self.equipment:
            return False
        if (self.own and not entry.exercise.is_custom) or (self.done and not entry.row.sets):
            return False
        haystack = entry.haystack
        return all(word in haystack for word in self.words)

    def rank(self, entry: Entry) -> int:
        """0: the name begins so, 1: its words do, 2: an alias's words do, 3: found elsewhere."""
        if entry.name.startswith(" " + " ".join(self.words)):
            return 0
        starts = [" " + word for word in self.words]
        if all(start in entry.name for start in starts):
            return 1
        return 2 if all(start in entry.aliases for start in starts) else 3


class LibraryModel(RowModel[Entry]):
    """The library's table. A search puts the best match first until a column is chosen."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(columns(), lambda entry: entry.id, parent)
        self.criteria = Criteria()
        self._sort_before: Sort | None = None

    @property
    def sorted_by(self) -> Sort | None:
        """The column the rows are sorted by; None when by how well they match."""
        return self._sort

    def set_library(self, rows: Iterable[LibraryRow], unit: Unit, today: date) -> None:
        """Show these rows but the hidden ones."""
        self.set_rows([entry_of(r, unit, today) for r in rows if not r.exercise.is_deleted])

    def set_criteria(self, criteria: Criteria) -> None:
        """Narrow the table; a search that begins forgets the sorting until it ends."""
        if criteria.words and not self.criteria.words:
            self._sort_before, self._sort = self._sort, None
        elif not criteria.words and self._sort is None:
            self._sort = self._sort_before
        self.criteria = criteria
        self.set_filter(criteria.accepts)

    # rows are dragged into the session
    def flags(self, index: _Index) -> Qt.ItemFlag:
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else plain

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        places = sorted({index.row() for index in indexes})
        return mime_of(self.row(place).id for place in places)

    def _arrange(self, rows: list[Entry]) -> None:
        if self._sort is None and self.criteria.words:
            rank = self.criteria.rank
            rows.sort(key=lambda e: (rank(e), -e.row.sets, e.exercise.name.casefold()))
        else:
            super()._arrange(rows)


@lru_cache(16384)  # every change of the log asks again for the names of the whole library
def folded(text: str) -> str:
    """Text as it is compared: without case, accents and punctuation."""
    return _SEPARATORS.sub(" ", names.folded(text)).strip()


def entry_of(row: LibraryRow, unit: Unit, today: date) -> Entry:
    """The row with its texts and its haystack."""
    exercise = row.exercise
    groups = frozenset(muscle.group for muscle in exercise.primary)
    muscles = [*exercise.primary, *exercise.secondary, *groups]
    name = f" {folded(exercise.name)}"
    aliases = "".join(f" {folded(alias)}" for alias in exercise.aliases)
    texts = (
        exercise.name,
        ", ".join(m.label if i == 0 else m for i, m in enumerate(exercise.primary)) or NONE,
        exercise.equipment or NONE,
        ago_text(row.last_done, today) if row.last_done else NONE,
        weight_text(row.best_e1rm, unit),
        f"{row.sets:,}",
    )
    haystack = f"{name}{aliases} {folded(' '.join(muscles))}"
    return Entry(row, texts, name, aliases, haystack, groups)


def columns() -> tuple[Column[Entry], ...]:
    """The table's columns from left to right."""
    return (
        # as they are written: "(" before "," keeps a lift before its variations
        Column("Name", _text(0), lambda e: e.exercise.name.casefold(), stretch=True),
        Column("Primary muscle", _text(1), width=143),
        Column("Equipment", _text(2), muted=True, width=120, spare=2),
        Column(
            "Last done",
            _text(3),
            lambda e: e.row.last_done,
            muted=True,
            width=118,
            spare=1,
            descending_first=True,
        ),
        Column(
            "Best e1RM",
            _text(4),
            lambda e: e.row.best_e1rm,
            right=True,
            width=104,
            descending_first=True,
        ),
        Column(
            "Sets",
            _text(5),
            lambda e: e.row.sets,
            right=True,
            muted=True,
            width=68,
            spare=3,
            descending_first=True,
        ),
    )


def _text(place: int) -> Callable[[Entry], str]:
    return lambda entry: entry.texts[place]
