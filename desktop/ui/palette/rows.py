"""What the palette lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.palette_match import flat, places, quality, typed

_DOT = "   \N{MIDDLE DOT}   "
_Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Row:
    """A line to choose; one without `run` is a heading.

    verb: what Enter does, in a few words. tag: the kind of thing. keys: its
    shortcut. marked: places in the title of letters that were typed. more:
    what else can be done with it, the first by Ctrl+Enter.
    """

    title: str
    run: Callable[[], object] | None = None
    icon: str = ""
    verb: str = "do it"
    detail: str = ""
    tag: str = ""
    keys: str = ""
    marked: frozenset[int] = frozenset()
    more: Callable[[], Sequence[Row]] | None = None

    @property
    def told(self) -> str:
        """All of it as one text, for those who hear it."""
        return ", ".join(part for part in (self.title, self.detail, self.tag, self.keys) if part)


class Finds(Protocol):
    """Finds what is typed for; note: words above the rows, like that nothing was found."""

    def find(self, text: str) -> tuple[Sequence[Row], str]:
        """The rows for a text, the best first; those for an empty one are what is used most."""
        ...


class RowModel(QAbstractListModel):
    """The rows as they were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.told
        return row if role == ROW else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].run is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def having(rows: Sequence[Row], text: str) -> list[Row]:
    """Those of a few rows that have the words typed, the closest first."""
    wanted = typed(text.casefold().split())
    if not wanted.parts:
        return list(rows)
    found = [(quality(wanted, flat(row.title)), row) for row in rows]
    return [
        replace(row, marked=places(wanted, flat(row.title)))
        for fit, row in sorted(found, key=lambda one: -one[0])
        if fit
    ]


def hints(row: Row, escape: str) -> str:
    """What keys do with a row. escape: what Escape does."""
    told = [f"Enter: {row.verb}"]
    if row.more is not None:
        other = row.more()[0].title
        told += [f"Ctrl+Enter: {other[:1].lower()}{other[1:]}", "Right: more"]
    return _DOT.join([*told, f"Escape: {escape}"])
