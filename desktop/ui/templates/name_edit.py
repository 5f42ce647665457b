"""Typing the name of an exercise: what begins so is listed below, the most used lately first."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QWidget

from desktop.domain.exercise_search import Choice
from desktop.domain.names import match_key
from desktop.ui.sizes import px
from desktop.ui.templates.names import ExerciseNames
from desktop.ui.widgets.exercise_picker import ChoiceDelegate, ChoiceModel
from desktop.ui.widgets.texts import ago_text

_ROW = 32
_LEAST_WIDTH = 340
_EDGE = 2
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class NameEdit(QLineEdit):
    """A field with a list of suggestions that never takes the focus. picked: one was clicked."""

    picked = Signal()

    def __init__(self, names: ExerciseNames, parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names
        self._ids: list[UUID] = []
        self._clicked: UUID | None = None
        self.list = _Suggestions(parent.window())
        self.list.clicked.connect(self._pick)
        self.destroyed.connect(self.list.deleteLater)
        self.textEdited.connect(self._suggest)
        self.setAccessibleName("Name of an exercise")

    def value(self, is_final: bool) -> UUID | str:
        """The exercise that is meant, else what was typed.

        is_final: Enter or Tab takes the marked suggestion; merely leaving the
        field takes only what was written out.
        """
        if self._clicked is not None:
            return self._clicked
        row = self.list.currentIndex().row()
        is_marked = is_final and self.list.isVisible() and 0 <= row < len(self._ids)
        return self._ids[row] if is_marked else self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.list.isVisible() and event.key() in _LIST_KEYS:
            self.list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.list.hide()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place()

    def _suggest(self, text: str) -> None:
        found = self._names.begin_with(text) if match_key(text) else []
        self._ids = [choice.row.exercise.id for choice in found]
        self.list.choices.show_choices(found, self._detail)
        self.list.setCurrentIndex(self.list.choices.index(0))
        self.list.setVisible(bool(found))
        self._place()

    def _detail(self, choice: Choice) -> str:
        """When it was done last, else what it trains."""
        row = choice.row
        if row.last_done is not None:
            return ago_text(row.last_done, self._names.context.today())
        return row.exercise.primary[0].label if row.exercise.primary else row.exercise.kind.label

    def _place(self) -> None:
        """Below the field, above it where there is no room."""
        if not self._ids:
            return
        window = self.window()
        size = QSize(max(self.width(), px(_LEAST_WIDTH)), len(self._ids) * px(_ROW) + 2 * _EDGE)
        at = self.mapTo(window, QPoint(-_EDGE, self.height() + 3))
        if at.y() + size.height() > window.height():
            at = self.mapTo(window, QPoint(-_EDGE, -size.height() - 3))
        at.setX(max(0, min(at.x(), window.width() - size.width())))
        self.list.setGeometry(at.x(), max(0, at.y()), size.width(), size.height())
        self.list.raise_()

    def _pick(self, index: QModelIndex) -> None:
        self._clicked = self._ids[index.row()]
        self.picked.emit()


class _Suggestions(QListView):
    """Lies over the window, so that no window of its own comes and goes while one types."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.choices = ChoiceModel(self)  # its own: it goes when the list goes
        self.setModel(self.choices)
        self.setItemDelegate(ChoiceDelegate(self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName("Exercises that begin so")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
