"""The fast model of a table: rows behind columns that are described, not coded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.ui.widgets.texts import NONE

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_UP = Qt.SortOrder.AscendingOrder
_DOWN = Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its title, the text of a row, and how it sorts.

    width: pixels at the usual font; stretch: takes what is left; enough: how
    wide before the others grow with it. spare: hidden where there is no room,
    the higher the sooner; 0 stays. muted: drawn in the secondary colour, as
    is what there is none of.
    sort_key None: the text, without case.
    """

    title: str
    text: Callable[[Row], str]
    sort_key: Callable[[Row], Any] | None = None
    right: bool = False
    muted: bool = False
    width: int = 110
    stretch: bool = False
    enough: int = 300
    spare: int = 0
    descending_first: bool = False


class RowModel(QAbstractTableModel, Generic[Row]):
    """Rows of any kind behind columns. Filtering and sorting are its own: a proxy is slower.

    `key` tells rows apart, so that a refresh keeps selection and scroll.
    """

    RowRole = int(Qt.ItemDataRole.UserRole)
    MutedRole = RowRole + 1

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], object],
        parent: Any = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._all: list[Row] = []
        self._rows: list[Row] = []
        # the cells of a row are written when it is first seen: most rows never are
        self._texts: dict[int, tuple[str, ...]] = {}
        self._accepts: Callable[[Row], bool] | None = None
        self._sort: tuple[int, Qt.SortOrder] | None = None

    # what the screens use
    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, filtered and sorted as before."""
        self._all = list(rows)
        self._rebuild()

    def set_filter(self, accepts: Callable[[Row], bool] | None) -> None:
        """Show only the rows that `accepts` likes (all when None)."""
        self._accepts = accepts
        self._rebuild()

    def row(self, index: int) -> Row:
        """The row at that place of the table."""
        return self._rows[index]

    @property
    def rows(self) -> Sequence[Row]:
        """The rows shown, in order."""
        return self._rows

    @property
    def total(self) -> int:
        """How many rows there are without the filter."""
        return len(self._all)

    def place_of(self, key: object) -> int:
        """Where the row with that key is shown; -1 when it is not."""
        return next((i for i, row in enumerate(self._rows) if self.key(row) == key), -1)

    def _rebuild(self) -> None:
        self.beginResetModel()
        accepts = self._accepts
        rows = [row for row in self._all if accepts(row)] if accepts else list(self._all)
        self._arrange(rows)
        self._rows = rows
        self._texts.clear()
        self.endResetModel()

    def _cells(self, place: int) -> tuple[str, ...]:
        texts = self._texts.get(place)
        if texts is None:
            row = self._rows[place]
            texts = self._texts[place] = tuple(column.text(row) for column in self.columns)
        return texts

    def _arrange(self, rows: list[Row]) -> None:
        """Bring the rows that are shown into order."""
        if self._sort is not None:
            self._sort_rows(rows)

    def _sort_rows(self, rows: list[Row]) -> None:
        assert self._sort is not None
        column = self.columns[self._sort[0]]
        key = column.sort_key or (lambda row: column.text(row).casefold())
        # rows without a value stay last in both directions
        keyed = [(key(row), row) for row in rows]
        known = [pair for pair in keyed if pair[0] is not None]
        unknown = [row for value, row in keyed if value is None]
        reverse = self._sort[1] == Qt.SortOrder.DescendingOrder
        known.sort(key=lambda pair: pair[0], reverse=reverse)
        rows[:] = [row for _, row in known] + unknown

    # what Qt asks
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(index.row())[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[index.column()].right else _LEFT
        if role == self.RowRole:
            return self._rows[index.row()]
        if role == self.MutedRole:
            muted = self.columns[index.column()].muted
            return muted or self._cells(index.row())[index.column()] == NONE
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].right else _LEFT
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            return _DOWN if self.columns[section].descending_first else _UP
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort = (column, order) if 0 <= column < len(self.columns) else None
        self._rebuild()
