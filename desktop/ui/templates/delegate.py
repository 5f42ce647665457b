"""Draws the cells of a template and opens their editors."""

from __future__ import annotations

from enum import Enum
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.ui.icons import pixmap
from desktop.ui.sizes import px
from desktop.ui.templates.model import Group, LinesModel
from desktop.ui.templates.name_edit import NameEdit
from desktop.ui.templates.rows import EXERCISE
from desktop.ui.theme import Colors, colors
from desktop.ui.widgets.delegate import RowDelegate

_Index = QModelIndex | QPersistentModelIndex
_BRACKET, _BRACKET_LEFT, _HOOK = 2, 1, 5
_MARK = 14
_CLOSER = 3  # than in other tables: many columns share the width


class Step(Enum):
    """Where the cursor goes when a cell is left by a key: (rows, columns)."""

    DOWN = (1, 0)
    UP = (-1, 0)
    RIGHT = (0, 1)
    LEFT = (0, -1)
    FILL = (0, 0)


_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_STEPS = {
    Qt.Key.Key_Return: Step.DOWN,
    Qt.Key.Key_Enter: Step.DOWN,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Tab: Step.RIGHT,
    Qt.Key.Key_Backtab: Step.LEFT,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellDelegate(RowDelegate):
    """left: an editor was left by a key that leads on (a Step); whether that added a row."""

    left = Signal(object, bool)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._table = view
        self._is_final = False

    # drawing
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        shown, is_wrong = colors(self._table), bool(index.data(LinesModel.WrongRole))
        group = index.data(LinesModel.GroupRole) if index.column() == EXERCISE else None
        if group is not None:
            self._paint_bracket(painter, option.rect, group, shown)
        is_current = index == self._table.currentIndex()
        if not is_wrong and not is_current:
            return
        painter.save()
        is_active = is_current and self._is_active()
        ink = shown.danger if is_wrong else shown.accent if is_active else shown.muted
        painter.setPen(QPen(ink, 2 if is_active else 1))
        frame = QRectF(option.rect).adjusted(1, 1, -2, -2)
        painter.drawRect(frame)
        painter.restore()

    def paint_content(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: _Index,
        shown: Colors,
    ) -> None:
        rect = rect.adjusted(-_CLOSER, 0, _CLOSER, 0)
        if index.data(LinesModel.WrongRole):
            ratio = painter.device().devicePixelRatioF()
            mark = pixmap("warning", px(_MARK), ratio, shown.danger)
            painter.drawPixmap(rect.left() - 2, rect.center().y() - px(_MARK) // 2 + 1, mark)
            rect = rect.adjusted(px(_MARK), 0, 0, 0)
        super().paint_content(painter, rect, option, index, shown)

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: _Index,
        shown: Colors,
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, shown.accent_soft)
        elif not index.data(LinesModel.AppliesRole):
            painter.fillRect(rect, shown.window)
        if not self._ends_view(index, rect):
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, shown.line)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), shown.line)

    def _paint_bracket(self, painter: QPainter, rect: QRect, group: Group, shown: Colors) -> None:
        """A bracket beside the rows that are done together."""
        ink = shown.series[(group.number - 1) % len(shown.series)]
        top = rect.top() if group.above else rect.top() + 6
        bottom = rect.bottom() + 1 if group.below else rect.bottom() - 6
        left = rect.left() + _BRACKET_LEFT
        painter.fillRect(left, top, _BRACKET, bottom - top, ink)
        if not group.above:
            painter.fillRect(left, top, _HOOK, _BRACKET, ink)
        if not group.below:
            painter.fillRect(left, bottom - _BRACKET, _HOOK, _BRACKET, ink)

    def _is_active(self) -> bool:
        """The keys are for the table, or for the editor in it."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self._table or self._table.isAncestorOf(focus))

    # editing
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        model = self._table.model()
        assert isinstance(model, LinesModel)
        self._is_final = False
        editor: QLineEdit
        if index.column() == EXERCISE:
            editor = NameEdit(model.names, parent)
            editor.picked.connect(partial(self._leave, editor, Step.DOWN))
        else:
            editor = QLineEdit(parent)
            editor.setAccessibleName(
                str(model.headerData(index.column(), Qt.Orientation.Horizontal))
            )
        editor.setFrame(False)
        editor.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        editor.setTextMargins(5, 0, 5, 0)
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        assert isinstance(editor, QLineEdit)
        if isinstance(editor, NameEdit):
            model.setData(index, editor.value(self._is_final))
        else:
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        # the frame of the cell stays in sight, and the text where it was
        editor.setGeometry(option.rect.adjusted(2, 2, -3, -3))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, QLineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and (step := _step_of(event, watched)) is not None
        ):
            self._leave(watched, step)
            return True
        return super().eventFilter(watched, event)

    def _leave(self, editor: QLineEdit, step: Step) -> None:
        self._is_final = True
        rows = self._table.model().rowCount()
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
        self.left.emit(step, self._table.model().rowCount() > rows)


def _step_of(event: QKeyEvent, editor: QLineEdit) -> Step | None:
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    if key in _ENTER and modifiers & _CTRL:
        return Step.FILL
    if key in _ENTER and modifiers & _SHIFT:
        return Step.UP
    is_arrow = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
    return None if is_arrow and isinstance(editor, NameEdit) else _STEPS.get(key)
