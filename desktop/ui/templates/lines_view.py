"""The table of a template's lines: chosen, typed and ordered like a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QWidget

from desktop.domain.template_paste import COLUMNS
from desktop.ui.sizes import px, scaled
from desktop.ui.templates.delegate import CellDelegate, Step
from desktop.ui.templates.rectangles import RectangleView
from desktop.ui.templates.row_header import RowHeader
from desktop.ui.templates.rows import EXERCISE
from desktop.ui.templates.sheet import Sheet
from desktop.ui.theme import colors

_Index = QModelIndex | QPersistentModelIndex
# pixels for exercise, sets, reps, weight, effort, rest, superset and notes: at least, and enough
_LEAST = (132, 54, 68, 90, 56, 54, 72, 60)
_ENOUGH = (250, 84, 104, 128, 72, 76, 88, 200)
_MOST_GROWTH = 1.6
_ROW = 34
_NOTES = len(COLUMNS) - 1
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class LinesView(RectangleView):
    """filled: what is in the current cell is wanted in all that are chosen."""

    filled = Signal()

    def __init__(self, model: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._drop_row = -1
        self._is_sharing = self._is_by_hand = False
        delegate = CellDelegate(self)
        delegate.left.connect(self._go_on)
        self.setItemDelegate(delegate)
        self.setAccessibleName("Exercises of the template")
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName("Choose everything")
        self.rows = RowHeader(self, lambda: 0 if model.is_read_only else len(model.lines))
        self.setVerticalHeader(self.rows)
        scaled(self.rows.setDefaultSectionSize, _ROW)
        self.rows.dragged_to.connect(self._show_drop)
        self.rows.dropped.connect(lambda row: self.move_to(self.chosen_rows(), row))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStyleSheet("QHeaderView::section { padding: 0 9px; }")  # as in the cells
        header.setSectionsClickable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        scaled(header.setMinimumSectionSize, min(_LEAST))
        header.sectionResized.connect(self._on_resized)
        self.clicked.connect(self._on_clicked)

    def move_to(self, rows: list[int], before: int) -> None:
        """Put lines before the one that is at that place now; they stay chosen."""
        current = self.currentIndex()
        is_whole, column = rows == self.whole_rows(), current.column()
        if not self.sheet.move(rows, before):
            return
        first = before - sum(row < before for row in rows)
        if is_whole:
            self.choose_rows(range(first, first + len(rows)))
        elif len(rows) == 1:
            self.go_to(first, max(column, 0))
        self.scrollTo(self.model().index(first, max(column, 0)))

    # keys
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from cell to cell and stays in the sheet; where nothing is typed it leaves."""
        if self.sheet.is_read_only:
            return super().focusNextPrevChild(next)
        self._step_along(1 if next else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in _TABS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # the key that ends an edit arrives here too
            if self.state() != QAbstractItemView.State.EditingState and current.isValid():
                self.edit_cell(current)
            return
        is_adding = current.isValid() and current.row() == len(self.sheet.lines)
        if is_adding and current.column() != EXERCISE and event.text().isprintable():
            self.go_to(current.row(), EXERCISE)
        super().keyPressEvent(event)

    def edit_cell(self, index: _Index) -> None:
        """Open a cell; in the row that adds one, that of the name."""
        if index.row() == len(self.sheet.lines):
            index = self.model().index(index.row(), EXERCISE)
            self.go_to(index.row(), EXERCISE)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.row() == len(self.sheet.lines):
            self.edit_cell(index)

    def _go_on(self, step: Step, has_grown: bool) -> None:
        """To the next cell, after one was left by a key."""
        # a row that came in may have pushed the editor out of sight, and the focus away
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if step is Step.FILL:
            self.filled.emit()
        elif has_grown and step is not Step.LEFT:
            # the exercise is there: how many sets of it comes next
            self.go_to(len(self.sheet.lines) - 1)
        elif step in (Step.LEFT, Step.RIGHT):
            self._step_along(step.value[1])
        else:
            self._step_down(step.value[0])

    def _step_down(self, by: int) -> None:
        row, column = self.currentIndex().row() + by, self.currentIndex().column()
        if 0 <= row < self.model().rowCount():
            self.go_to(row, EXERCISE if row == len(self.sheet.lines) else column)
        else:
            self.scrollTo(self.currentIndex())

    def _step_along(self, by: int) -> bool:
        """To the next cell that can be typed into; False where there is none."""
        current, model = self.currentIndex(), self.model()
        wide = model.columnCount()
        place = current.row() * wide + current.column() + by if current.isValid() else 0
        while 0 <= place < model.rowCount() * wide:
            index = model.index(*divmod(place, wide))
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.go_to(index.row(), index.column())
                return True
            place += by
        return False

    # room
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_out()

    def share_out(self) -> None:
        """Widths between what is least and what is enough; the rest is for names and notes."""
        if self._is_by_hand:
            return
        room = self.viewport().width()
        lows, highs = tuple(map(px, _LEAST)), tuple(map(px, _ENOUGH))
        least, enough = sum(lows), sum(highs)
        part = min(max(0.0, (room - least) / (enough - least)), _MOST_GROWTH)
        widths = [int(low + (high - low) * part) for low, high in zip(lows, highs, strict=True)]
        spare = max(0, room - sum(widths))
        widths[_NOTES] += spare // 2
        widths[EXERCISE] += spare - spare // 2
        self._is_sharing = True
        for column, width in enumerate(widths):
            self.horizontalHeader().resizeSection(column, width)
        self._is_sharing = False

    def _on_resized(self) -> None:
        """Widths that someone set stay."""
        self._is_by_hand |= not self._is_sharing

    # dropping
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_row < 0:
            return
        painter = QPainter(self.viewport())
        at = self.rowViewportPosition(self._drop_row)
        painter.fillRect(0, max(0, at - 1), self.viewport().width(), 2, colors(self).accent)
        painter.end()

    def _show_drop(self, row: int) -> None:
        self._drop_row = row
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.rows.viewport().update()
