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
_Action = QAbstractItemView.CursorAction
_How = QItemSelectionModel.SelectionFlag
_ACTIONS = {
    Qt.Key.Key_Up: _Action.MoveUp,
    Qt.Key.Key_Down: _Action.MoveDown,
    Qt.Key.Key_Left: _Action.MoveLeft,
    Qt.Key.Key_Right: _Action.MoveRight,
    Qt.Key.Key_Home: _Action.MoveHome,
    Qt.Key.Key_End: _Action.MoveEnd,
    Qt.Key.Key_PageUp: _Action.MovePageUp,
    Qt.Key.Key_PageDown: _Action.MovePageDown,
}


class RectangleView(QTableView):
    """Shift goes on from where the cursor was put last, however it came there.

    Qt's own tables go on from the last click, also after Tab or Enter led on.
    """

    def __init__(self, model: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = model
        self._anchor = QPersistentModelIndex()
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
        self._anchor = QPersistentModelIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = _ACTIONS.get(Qt.Key(event.key()))
        if action is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            self._choose_to(self.moveCursor(action, modifiers))
            return
        super().keyPressEvent(event)
        if action is not None:
            self._anchor = QPersistentModelIndex(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._choose_to(index)
            return
        super().mousePressEvent(event)
        if is_left:
            self._anchor = QPersistentModelIndex(index)

    def _choose_to(self, index: QModelIndex) -> None:
        """Choose from where the cursor was put to that cell."""
        if not index.isValid():
            return
        anchor = self._anchor if self._anchor.isValid() else self.currentIndex()
        start = self.model().index(anchor.row(), anchor.column())
        self.selectionModel().setCurrentIndex(index, _How.NoUpdate)
        self.selectionModel().select(_rectangle(start, index), _How.ClearAndSelect)
        self.scrollTo(index)


def _rectangle(one: QModelIndex, other: QModelIndex) -> QItemSelection:
    """The cells between two, whichever is the upper and the left one."""
    rows, columns = sorted((one.row(), other.row())), sorted((one.column(), other.column()))
    model = one.model()
    return QItemSelection(model.index(rows[0], columns[0]), model.index(rows[1], columns[1]))
