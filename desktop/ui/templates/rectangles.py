"""A table whose cells are chosen in rectangles, by mouse and by keys alike."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop.ui.templates.sheet import Place, Sheet

_SETS = 1
_How = QItemSelectionModel.SelectionFlag
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_FAR = 10_000
# where keys lead: (rows, columns)
_WAYS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Home: (0, -_FAR),
    Qt.Key.Key_End: (0, _FAR),
    Qt.Key.Key_PageUp: (-_FAR, 0),
    Qt.Key.Key_PageDown: (_FAR, 0),
}


class RectangleView(QTableView):
    """The cursor stays where choosing began, as in spreadsheets: what is typed goes there.

    Qt's own tables take the cursor along, and go on from the last click also
    where Tab or Enter led on since.
    """

    def __init__(self, model: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = model
        self._reach = QPersistentModelIndex()  # the other end of what is chosen
        self._pressed = QPersistentModelIndex()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    # what is chosen
    def chosen_places(self) -> list[Place]:
        """The chosen cells, the current one where none is chosen."""
        chosen = [(one.row(), one.column()) for one in self.selectedIndexes()]
        current = self.currentIndex()
        return chosen or ([(current.row(), current.column())] if current.isValid() else [])

    def chosen_rows(self) -> list[int]:
        """The lines with a chosen cell, from top to bottom."""
        count = len(self.sheet.lines)
        return sorted({row for row, _ in self.chosen_places() if row < count})

    def whole_rows(self) -> list[int]:
        """The lines that are chosen as a whole, unless other cells are too."""
        whole = {one.row() for one in self.selectionModel().selectedRows()}
        if {row for row, _ in self.chosen_places()} - whole:
            return []
        return sorted(row for row in whole if row < len(self.sheet.lines))

    # choosing
    def choose_rows(self, rows: range) -> None:
        """Choose whole rows."""
        last = self.model().columnCount() - 1
        self.choose_places([(rows[0], 0), (rows[-1], last)])

    def choose_places(self, places: list[Place]) -> None:
        """Choose the rectangle of cells from the first to the last."""
        if places:
            first, last = (self.model().index(*place) for place in (min(places), max(places)))
            self.selectionModel().select(QItemSelection(first, last), _How.ClearAndSelect)

    def go_to(self, row: int, column: int = _SETS) -> None:
        """Put the cursor into a cell."""
        index = self.model().index(row, column)
        self.selectionModel().setCurrentIndex(index, _How.ClearAndSelect)
        self._reach = QPersistentModelIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & _SHIFT:
            start = self._reach if self._reach.isValid() else self.currentIndex()
            row = min(max(start.row() + way[0], 0), self.model().rowCount() - 1)
            column = min(max(start.column() + way[1], 0), self.model().columnCount() - 1)
            self._choose_to(self.model().index(row, column))
            return
        super().keyPressEvent(event)
        if way is not None:
            self._reach = QPersistentModelIndex(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and event.modifiers() & _SHIFT:
            self._choose_to(index)
            return
        super().mousePressEvent(event)
        if is_left:
            self._pressed = self._reach = QPersistentModelIndex(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_drag = self.state() == QAbstractItemView.State.DragSelectingState
        super().mouseReleaseEvent(event)
        current = self.currentIndex()
        if is_drag and self._pressed.isValid() and current != self._pressed:
            self._reach = QPersistentModelIndex(current)
            start = self.model().index(self._pressed.row(), self._pressed.column())
            self.selectionModel().setCurrentIndex(start, _How.NoUpdate)
        self._pressed = QPersistentModelIndex()

    def _choose_to(self, index: QModelIndex) -> None:
        """Choose from the cursor to that cell."""
        if index.isValid() and self.currentIndex().isValid():
            self._reach = QPersistentModelIndex(index)
            cells = _rectangle(self.currentIndex(), index)
            self.selectionModel().select(cells, _How.ClearAndSelect)
            self.scrollTo(index)


def _rectangle(one: QModelIndex, other: QModelIndex) -> QItemSelection:
    """The cells between two, whichever is the upper and the left one."""
    rows, columns = sorted((one.row(), other.row())), sorted((one.column(), other.column()))
    model = one.model()
    return QItemSelection(model.index(rows[0], columns[0]), model.index(rows[1], columns[1]))
