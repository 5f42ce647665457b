"""The exercise names of a file and where their sets go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from desktop.domain.transfer import (
    ImportAnswers,
    ImportPreview,
    MatchHow,
    NameMatch,
    RepbookFile,
)
from desktop.domain.weight import Unit
from desktop.ui.widgets.row_model import Column, RowModel

_Index = QModelIndex | QPersistentModelIndex
HOW, UNIT = 3, 4
_WORDS = {
    MatchHow.NAME: "by name",
    MatchHow.ALIAS: "by alias",
    MatchHow.NEW: "will be created",
}


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of the file. target: the name of the exercise its sets go to. unit: of its weights."""

    name: str
    sets: int
    target: str
    how: MatchHow
    is_chosen: bool = False
    unit: Unit | None = None

    @property
    def is_new(self) -> bool:
        """The library does not know it: it will be created."""
        return self.how is MatchHow.NEW

    @property
    def how_text(self) -> str:
        """How it was found."""
        return "chosen by you" if self.is_chosen and not self.is_new else _WORDS[self.how]


def rows_of(
    preview: ImportPreview, answers: ImportAnswers, name_of: Callable[[UUID | None], str]
) -> list[NameRow]:
    """A row for each name, under answers that the preview need not know yet."""
    return [_row(match, preview, answers, name_of) for match in preview.names]


def _row(
    match: NameMatch,
    preview: ImportPreview,
    answers: ImportAnswers,
    name_of: Callable[[UUID | None], str],
) -> NameRow:
    target, how = match.exercise_id, match.how
    is_chosen = match.name in answers.matches
    if is_chosen:
        target = answers.matches[match.name]
        how = MatchHow.NEW if target is None else MatchHow.ALIAS
    asks_unit = not preview.file.has_unit and match.kind.has_weight
    return NameRow(
        name=match.name,
        sets=match.sets,
        target=match.name.strip() if how is MatchHow.NEW else name_of(target),
        how=how,
        is_chosen=is_chosen,
        unit=answers.units.get(match.name, answers.unit) if asks_unit else None,
    )


def can_choose(preview: ImportPreview) -> bool:
    """Targets can be chosen by hand; Repbook's own files say theirs."""
    return not isinstance(preview.file, RepbookFile)


class NamesModel(RowModel[NameRow]):
    """A row for each exercise name; those that will be created carry an icon."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(_COLUMNS, lambda row: row.name, parent)
        self.new_icon = QIcon()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DecorationRole and index.isValid():
            is_new = index.column() == HOW and self.row(index.row()).is_new
            return self.new_icon if is_new else None
        return super().data(index, role)


_COLUMNS = (
    Column[NameRow]("Name in the file", lambda row: row.name, stretch=True),
    Column[NameRow](
        "Sets",
        lambda row: f"{row.sets:,}",
        sort_key=lambda row: row.sets,
        right=True,
        width=104,
        descending_first=True,
    ),
    Column[NameRow]("Exercise in Repbook", lambda row: row.target, stretch=True),
    Column[NameRow]("Found", lambda row: row.how_text, muted=True, width=150),
    Column[NameRow](
        "Weights in", lambda row: str(row.unit) if row.unit else "", muted=True, width=104
    ),
)
