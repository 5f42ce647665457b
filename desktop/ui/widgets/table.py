"""The app's table: it shares its width out, and keeps its place over refreshes."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.sizes import px, scaled
from desktop.ui.widgets.delegate import RowDelegate
from desktop.ui.widgets.row_model import RowModel

_MOST_GROWTH = 1.8
_LEAST = 220  # what a stretched column keeps as long as others can be spared


class Table(QTableView):
    """The app's table: whole rows, no grid, keyboard first, selection kept over refreshes."""

    def __init__(self, model: RowModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selected: set[object] = set()
        self._current: object = None
        self._scroll = 0
        self._is_sharing = False
        self._set_by_hand: set[int] = set()
        self._put_away: set[int] = set()
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
        scaled(self.verticalHeader().setDefaultSectionSize, 32)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.rows = model
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as its rows come
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, column in enumerate(model.columns):
            if column.stretch:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                header.resizeSection(place, px(column.width))
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
        # not by selectRow, which adds to what is chosen while the keys of a shortcut are held
        index = self.rows.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def show_column(self, place: int, is_shown: bool) -> None:
        """Show a column or hide it; the others share the width out anew."""
        if (place not in self._put_away) is not is_shown:
            self._put_away ^= {place}
            self.setColumnHidden(place, not is_shown)
            self._make_room()
            self._share_out()

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
        columns = [one for one in enumerate(self.rows.columns) if one[0] not in self._put_away]
        needed = sum(px(_LEAST if one.stretch else one.width) for _, one in columns)
        for place, column in sorted(columns, key=lambda one: -one[1].spare):
            if not column.spare:
                break
            is_hidden = needed > self.viewport().width()
            self.setColumnHidden(place, is_hidden)
            needed -= px(column.width) if is_hidden else 0

    def _share_out(self) -> None:
        """Let all columns grow in a wide window: one alone would drift away from its row."""
        header = self.horizontalHeader()
        shown = [p for p in enumerate(self.rows.columns) if not header.isSectionHidden(p[0])]
        needed = sum(px(one.enough if one.stretch else one.width) for _, one in shown)
        growth = min(max(1.0, self.viewport().width() / max(needed, 1)), _MOST_GROWTH)
        self._is_sharing = True
        for place, column in shown:
            if not column.stretch and place not in self._set_by_hand:
                header.resizeSection(place, int(px(column.width) * growth))
        self._is_sharing = False

    def _on_resized(self, place: int, old: int, new: int) -> None:
        # hiding and showing again are told as sizes of nothing
        if old and new and not self._is_sharing and not self.rows.columns[place].stretch:
            self._set_by_hand.add(place)

    def _remember(self) -> None:
        self._selected = {self.rows.key(row) for row in self.selected_rows()}
        current = self.current_row()
        self._current = None if current is None else self.rows.key(current)
        self._scroll = self.verticalScrollBar().value()

    def _recall(self) -> None:
        keys = [self.rows.key(row) for row in self.rows.rows] if self._selected else []
        places = [place for place, key in enumerate(keys) if key in self._selected]
        if places:
            current = next((one for one in places if keys[one] == self._current), places[0])
            self.select_key(keys[current])
            if len(places) > 1:
                self._add_to_chosen(places)
        self.verticalScrollBar().setValue(self._scroll)

    def _add_to_chosen(self, places: list[int]) -> None:
        """Choose these rows too; rows that follow each other are one range."""
        chosen, last = QItemSelection(), self.rows.columnCount() - 1
        for _, run in groupby(enumerate(places), lambda one: one[1] - one[0]):
            rows = [place for _, place in run]
            chosen.select(self.rows.index(rows[0], 0), self.rows.index(rows[-1], last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)


def _viewport() -> QWidget:
    """A ground for the rows that Python knows already.

    For the first one that Qt made by itself, every kind of widget would have
    to be made known to Python: 25 ms at the start of the program.
    """
    made = QWidget()
    made.setBackgroundRole(QPalette.ColorRole.Base)
    made.setAutoFillBackground(True)
    return made
