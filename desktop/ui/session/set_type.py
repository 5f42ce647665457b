"""What a set is for and with which side it is done: the button before it, and its menu."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QMenu,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from desktop.domain.session import ExerciseSet, SetType, Side
from desktop.ui.session.keys import Command
from desktop.ui.session.row_sizes import RowSizes, sizes

_TYPES = {
    SetType.NORMAL: "Working set\tN",
    SetType.WARM_UP: "Warm-up\tW",
    SetType.DROP: "Drop set\tD",
    SetType.FAILURE: "Set to failure\tF",
}
_SIDES = {None: "Both sides", Side.LEFT: "Left\tCtrl+L", Side.RIGHT: "Right\tCtrl+R"}
_MARKS = {None: "", Side.LEFT: "L", Side.RIGHT: "R"}
_MARK_PART = 0.75


def type_name(set_type: SetType) -> str:
    """'Warm-up'."""
    return _TYPES[set_type].partition("\t")[0]


class TypeButton(QToolButton):
    """The set's number or the letter of its type, with a small L or R when done with one side.

    What is chosen in its menu: type_chosen, side_chosen (None: both), and
    commanded for what has a key of its own.
    """

    type_chosen = Signal(object)
    side_chosen = Signal(object)
    commanded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = ""
        self._one: ExerciseSet | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.set_sizes(sizes())
        self.clicked.connect(self.ask)

    def set_sizes(self, given: RowSizes) -> None:
        """Be as large as the row."""
        self.setFixedSize(given.type, given.height)

    def show_set(self, one: ExerciseSet, label: str, name: str) -> None:
        """Show the set's label and side. name: of the set, for who cannot see it."""
        self._one = one
        words = type_name(one.set_type)
        self.setText(label)
        self.setToolTip(f"{words}: change (Ctrl+T, or type W, D, F or N)")
        self.setAccessibleName(f"{name}, type: {words}")
        if self._mark != _MARKS[one.side]:
            self._mark = _MARKS[one.side]
            self.update()

    def ask(self) -> None:
        """Let the user choose."""
        if self._one is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        types, sides = QActionGroup(menu), QActionGroup(menu)
        for set_type, words in _TYPES.items():
            action = _choice(words, types, set_type is self._one.set_type)
            action.triggered.connect(lambda _=False, t=set_type: self.type_chosen.emit(t))
        for side, words in _SIDES.items():
            action = _choice(words, sides, side is self._one.side)
            action.triggered.connect(lambda _=False, s=side: self.side_chosen.emit(s))
        menu.addActions(types.actions())
        menu.addSeparator()
        menu.addActions(sides.actions())
        menu.addSeparator()
        menu.addAction("Note\tCtrl+M", lambda: self.commanded.emit(Command.NOTE))
        menu.addAction("Remove set\tCtrl+Del", lambda: self.commanded.emit(Command.REMOVE_SET))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""  # the style would shorten '10'
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        small = self.font()
        small.setPointSizeF(small.pointSizeF() * _MARK_PART)
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text())
        mark = QFontMetrics(small).horizontalAdvance(self._mark) + 1 if self._mark else 0
        # the number stands in the middle, with or without a mark, while both have room
        left = min((self.width() - width) / 2, self.width() - width - mark)
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        painter.drawText(QPointF(left, base), self.text())
        painter.setFont(small)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(QPointF(left + width + 1, base), self._mark)


def _choice(words: str, group: QActionGroup, is_chosen: bool) -> QAction:
    action = QAction(words, group)
    action.setCheckable(True)
    action.setChecked(is_chosen)
    return action
