"""The table of a template's lines: typed in place, ordered by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.ui.templates.model import LinesModel
from desktop.ui.theme import colors
from desktop.ui.widgets.delegate import RowDelegate

_WIDTHS = (0, 60, 84, 104, 78, 92)
_NAME_ENOUGH = 360
_MOST_GROWTH = 1.8


class LineDelegate(RowDelegate):
    """Frames the cell that a key would edit, and marks what was typed wrong."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        shown = colors(self._view)
        is_wrong = bool(index.data(LinesModel.WrongRole))
        is_current = self._view.hasFocus() and index == self._view.currentIndex()
        if not is_wrong and not is_current:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown.danger if is_wrong else shown.accent, 2 if is_wrong else 1.5))
        frame = QRectF(option.rect).adjusted(3, 3, -3, -4)
        painter.drawRoundedRect(frame, 5, 5)
        painter.restore()


class LinesView(QTableView):
    """move_wanted: the current line up (-1) or down (1). remove_wanted, add_wanted: as they say."""

    move_wanted = Signal(int)
    remove_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, model: LinesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        triggers = QAbstractItemView.EditTrigger
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setAccessibleName("Exercises of the template")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            triggers.DoubleClicked
            | triggers.SelectedClicked
            | triggers.EditKeyPressed
            | triggers.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(34)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = _NAME_ENOUGH + sum(_WIDTHS)
        growth = min(max(1.0, self.viewport().width() / needed), _MOST_GROWTH)
        for column, width in enumerate(_WIDTHS):
            if width:
                self.horizontalHeader().resizeSection(column, int(width * growth))

    def chosen_rows(self) -> list[int]:
        """The selected lines from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def go_to(self, row: int, column: int = 1) -> None:
        """Put the cursor into a cell."""
        self.setCurrentIndex(self.model().index(row, column))
        self.scrollTo(self.currentIndex())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            if is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # the key that ends an edit arrives here too
            is_editing = self.state() == QAbstractItemView.State.EditingState
            if not is_editing and self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)
