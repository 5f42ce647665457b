"""Choosing what to do in place of an exercise, today only."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QDialog, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop.domain.alternatives import Alternative, alternatives
from desktop.domain.exercise_search import Choice
from desktop.domain.library import Exercise
from desktop.ui.context import Context
from desktop.ui.sizes import SMALL, px, room_for
from desktop.ui.theme import Colors
from desktop.ui.widgets.delegate import RowDelegate, draw_text
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.exercise_picker import DETAIL, ExercisePicker
from desktop.ui.widgets.texts import ago_text, count_text

_Index = QModelIndex | QPersistentModelIndex
_MOST = 40  # whoever wants more searches
_ROW = 48


class SwapDialog(QDialog):
    """chosen carries the id of the exercise to do instead."""

    chosen = Signal(object)

    def __init__(self, context: Context, exercise: Exercise, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = f"Instead of {exercise.name}, today only"
        self.setWindowTitle(title)
        room_for(self, 500, 600)
        heading = ElidedLabel("heading")
        heading.setText(title)
        heading.setToolTip(title)
        heading.setContentsMargins(16, 14, 16, 0)
        self.picker = AlternativesPicker(context, exercise, self)
        self.picker.cancelled.connect(self.reject)
        self.picker.picked.connect(self._picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(self.picker, 1)

    def open(self) -> None:
        super().open()
        # Enter takes what is marked; the style sheet of the dock would have it close
        self.picker.close_button.setAutoDefault(False)
        self.picker.close_button.setDefault(False)
        self.picker.open()

    def _picked(self, exercise_id: UUID) -> None:
        self.accept()
        self.chosen.emit(exercise_id)


class AlternativesPicker(ExercisePicker):
    """What trains the same comes first; typing searches everything."""

    def __init__(self, context: Context, exercise: Exercise, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._exercise = exercise
        self._ranked: dict[UUID, Alternative] = {}
        self.list.setItemDelegate(TwoLines(self.list))

    def offered(self, choices: list[Choice], text: str) -> list[Choice]:
        others = [one for one in choices if one.row.exercise.id != self._exercise.id]
        found = alternatives(self._exercise, (one.row.exercise for one in others))
        self._ranked = {one.exercise.id: one for one in found}
        if text.strip():
            return super().offered(others, text)
        by_id = {one.row.exercise.id: one for one in others}
        return [by_id[key] for key in list(self._ranked)[:_MOST]] or others

    def detail(self, choice: Choice) -> str:
        exercise, last = choice.row.exercise, choice.row.last_done
        alike = self._ranked.get(exercise.id)
        muscles = alike.shared if alike else exercise.primary
        trained = ", ".join(muscles)
        parts = [trained[:1].upper() + trained[1:], exercise.equipment.lower()]
        parts.append(ago_text(last, self.context.today()) if last else "")
        return " \u00b7 ".join(part for part in parts if part)

    def words(self, count: int, text: str) -> str:
        if text.strip() or not self._ranked:
            return count_text(count, "exercise") + " \u00b7 Enter takes the marked one"
        return "Best matches first \u00b7 type to search all \u00b7 Enter takes the marked one"


class TwoLines(RowDelegate):
    """The name, and below it the muted detail."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), px(_ROW))

    def paint_content(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: _Index,
        shown: Colors,
    ) -> None:
        half = rect.height() // 2
        painter.setFont(option.font)
        painter.setPen(shown.text)
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        draw_text(painter, rect.adjusted(0, 0, 0, -half), str(index.data()), bottom)
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * SMALL)
        painter.setFont(small)
        painter.setPen(shown.muted)
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        draw_text(painter, rect.adjusted(0, half + 1, 0, 0), str(index.data(DETAIL)), top)
