"""What the palette lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

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
