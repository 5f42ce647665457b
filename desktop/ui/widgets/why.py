"""Why a figure is what it is: the formula with its numbers, the sets used, what was left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.progress import SetRow, Why
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.sizes import px, scaled
from desktop.ui.tasks import Newest
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import day_text, set_text, weight_text

_ROW = 28
_MOST_ROWS = 6  # of a list at once; a longer one scrolls
_WIDTH = 480
_ROOM = 440  # wide enough for all columns
_Index = QModelIndex | QPersistentModelIndex
_EXERCISE = "Exercise"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WhyPanel(Card):
    """'Why 117 kg?' answered by sentences and by the sets behind the figure.

    set_wanted carries the SetPlace of a set that was clicked, or that Enter was
    pressed on. Hidden until it has something to say.
    """

    set_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Why?", parent=parent)
        self._reads = Newest(context.tasks)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.used = _SetList("Sets behind it", _used_columns(context), "e1RM")
        self.fold = QPushButton()
        self.fold.setProperty("role", "flat")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._on_fold)
        self.left_out = _SetList("Sets left out", _left_out_columns(context), "Date")
        for made in (self.used, self.left_out):
            made.wanted.connect(self.set_wanted)
        margins = self.body.contentsMargins()
        self._inset = QVBoxLayout()
        self._inset.setContentsMargins(margins.left(), 0, margins.right(), 4)
        self._inset.addWidget(self.words)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        self.body.addLayout(self._inset)
        self.body.addWidget(self.used)
        self.body.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.left_out)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def ask(self, work: Callable[[], Why]) -> None:
        """Work it out on a worker and show it, unless something else was asked for meanwhile."""
        self._reads.read(work, self.show_why)

    def show_why(self, why: Why) -> None:
        """Show this; what was left out stays folded, or unfolded, as it was."""
        self._reads.forget()
        self.heading.setText(why.title)
        self.setAccessibleName(why.title)
        days = {row.day for row in why.used}
        self.note.setText(day_text(*days) if len(days) == 1 else "")
        self.words.setText("\n".join(why.lines))
        self.used.show_sets(why.used)
        count = len(why.left_out)
        self.fold.setText(f"Left out ({count})")
        self.fold.setVisible(bool(count))
        self.left_out.show_sets(why.left_out)
        self._on_fold()
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self._reads.forget()
        self.hide()

    def _on_fold(self) -> None:
        is_open = self.fold.isChecked()
        self.fold.setIcon(icon("down" if is_open else "right", self.fold))
        verb = "Hide" if is_open else "Show"
        self.fold.setAccessibleName(f"{verb} what was left out")
        self.left_out.setVisible(is_open and not self.fold.isHidden())


class _SetList(Table):
    """A few small rows without a header. wanted: the place of a set.

    yields: the column that gives way where the sets are of several days and
    there is little room.
    """

    wanted = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column[SetRow]], yields: str) -> None:
        model = _Sets(columns, lambda row: row.one.id)
        super().__init__(model, name)
        model.setParent(self)
        self._yields = yields
        self.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        scaled(self.verticalHeader().setMinimumSectionSize, _ROW)
        scaled(self.verticalHeader().setDefaultSectionSize, _ROW)
        self.clicked.connect(self._tell)

    def show_sets(self, sets: Sequence[SetRow]) -> None:
        """Show these, as high as they are up to a few."""
        self.rows.set_rows(sets)
        self._arrange()
        self.setFixedHeight(px(_ROW) * min(len(sets), _MOST_ROWS) + 2)
        self.setVisible(bool(sets))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._tell(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        several = len({row.day for row in self.rows.rows}) > 1
        exercises = len({row.exercise_id for row in self.rows.rows}) > 1
        is_narrow = (several or exercises) and self.width() < px(_ROOM)
        for place, column in enumerate(self.rows.columns):
            is_date = column.title == "Date"
            is_exercise = column.title == _EXERCISE
            is_hidden = (
                (is_date and not several)
                or (is_exercise and not exercises)
                or (is_narrow and column.title == self._yields)
            )
            self.setColumnHidden(place, is_hidden)

    def _tell(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row: SetRow = self.rows.row(index.row())
        self.wanted.emit(row.place)


class _Sets(RowModel[SetRow]):
    """The rows; the tip says all of one, also what is cut off or has no room as a column."""

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            row = self.row(index.row())
            reason = f": {row.why_not}" if row.why_not else ""
            words = next(one.text(row) for one in self.columns if one.title == "Set")
            return f"{words}, {day_text(row.day)}{reason}\nGo to this set"
        return super().data(index, role)


def _used_columns(context: Context) -> tuple[Column[SetRow], ...]:
    def e1rm(row: SetRow) -> str:
        if row.e1rm is None:
            return ""
        return f"e1RM {weight_text(row.e1rm, context.preferences.unit)}"

    return (
        Column("Place", lambda row: row.label, muted=True, width=44),
        Column(
            "Set", lambda row: set_text(row.one, context.preferences.unit), stretch=True, enough=150
        ),
        Column("e1RM", e1rm, right=True, muted=True, width=130),
        Column("Date", lambda row: day_text(row.day), right=True, muted=True, width=102),
        Column(
            _EXERCISE, lambda row: context.exercise_name(row.exercise_id), muted=True, width=150
        ),
    )


def _left_out_columns(context: Context) -> tuple[Column[SetRow], ...]:
    return (
        Column("Place", lambda row: row.label, muted=True, width=44),
        Column("Set", lambda row: set_text(row.one, context.preferences.unit), width=118),
        Column("Reason", lambda row: row.why_not, muted=True, stretch=True, enough=200),
        Column("Date", lambda row: day_text(row.day), right=True, muted=True, width=102),
    )
