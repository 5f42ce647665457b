"""A fast table: rows of prepared text under columns that are described, not coded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.widgets.delegate import RowDelegate

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_UP = Qt.SortOrder.AscendingOrder
_DOWN = Qt.SortOrder.DescendingOrder
_MOST_GROWTH = 1.8
_LEAST = 220  # what a stretched column keeps as long as others can be spared


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its title, the text of a row, and how it sorts.

    width: pixels at the usual font; stretch: takes what is left; enough: how
    wide before the others grow with it. spare: hidden where there is no room,
    the higher the sooner; 0 stays. muted: drawn in the secondary colour.
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
            return self.columns[index.column()].muted
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


class Table(QTableView):
    """The app's table: whole rows, no grid, keyboard first, selection kept over refreshes."""

    def __init__(self, model: RowModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selected: list[object] = []
        self._scroll = 0
        self._is_sharing = False
        self._set_by_hand: set[int] = set()
        self.setViewport(_viewport())
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(32)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.rows = model
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, column in enumerate(model.columns):
            if column.stretch:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                header.resizeSection(place, column.width)
        header.sortIndicatorChanged.connect(model.sort)
        header.sectionResized.connect(self._on_resized)

    def sort_by(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column and say so in the header."""
        self.horizontalHeader().setSortIndicator(column, order)
        self.rows.sort(column, order)

    def selected_rows(self) -> list[Any]:
        """The chosen rows from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.row(place) for place in places]

    def current_row(self) -> Any | None:
        """The row with the focus, None when there is none."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def select_key(self, key: object) -> bool:
        """Choose and show the row with that key; False when it is not there."""
        place = self.rows.place_of(key)
        if place < 0:
            return False
        self.selectRow(place)
        self.scrollTo(self.rows.index(place, 0))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        current = self.currentIndex()
        top = self.visualRect(current).top() if current.isValid() else -1
        super().resizeEvent(event)
        self._make_room()
        self._share_out()
        if 0 <= top < event.oldSize().height():
            self.scrollTo(current)

    def _make_room(self) -> None:
        """Hide what can be spared where the table is narrow, and show it again."""
        columns = list(enumerate(self.rows.columns))
        needed = sum(_LEAST if one.stretch else one.width for _, one in columns)
        for place, column in sorted(columns, key=lambda one: -one[1].spare):
            if not column.spare:
                break
            is_hidden = needed > self.viewport().width()
            self.setColumnHidden(place, is_hidden)
            needed -= column.width if is_hidden else 0

    def _share_out(self) -> None:
        """Let all columns grow in a wide window: one alone would drift away from its row."""
        header = self.horizontalHeader()
        shown = [p for p in enumerate(self.rows.columns) if not header.isSectionHidden(p[0])]
        needed = sum(one.enough if one.stretch else one.width for _, one in shown)
        growth = min(max(1.0, self.viewport().width() / max(needed, 1)), _MOST_GROWTH)
        self._is_sharing = True
        for place, column in shown:
            if not column.stretch and place not in self._set_by_hand:
                header.resizeSection(place, int(column.width * growth))
        self._is_sharing = False

    def _on_resized(self, place: int, old: int, new: int) -> None:
        # hiding and showing again are told as sizes of nothing
        if old and new and not self._is_sharing and not self.rows.columns[place].stretch:
            self._set_by_hand.add(place)

    def _remember(self) -> None:
        self._selected = [self.rows.key(row) for row in self.selected_rows()]
        self._scroll = self.verticalScrollBar().value()

    def _recall(self) -> None:
        if self._selected:
            self.select_key(self._selected[0])
        self.verticalScrollBar().setValue(self._scroll)


def _viewport() -> QWidget:
    """A ground for the rows that Python knows already.

    For the first one that Qt made by itself, every kind of widget would have
    to be made known to Python: 25 ms at the start of the program.
    """
    made = QWidget()
    made.setBackgroundRole(QPalette.ColorRole.Base)
    made.setAutoFillBackground(True)
    return made
