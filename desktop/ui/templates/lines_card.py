"""The exercises of a template, line by line, with what adds, moves and removes them."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.templates import WorkoutTemplate
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.templates.lines_view import LinesView
from desktop.ui.templates.model import LinesModel
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.exercise_picker import ExercisePicker

_LINES, _PICKER, _EMPTY = range(3)


class LinesCard(Card):
    """add_wanted: the user wants to choose exercises; `choose` lets them."""

    add_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Exercises", flush=True, parent=parent)
        self._context = context
        self.model = LinesModel(context, self)
        self.view = LinesView(self.model)
        self.picker = ExercisePicker(context)
        self.picker.close_button.setText("Done")
        self.add = self._add_button("Add an exercise (Insert)")
        self.add_first = self._add_button("Add the first exercise")
        self.up = icon_button("up", "Move up (Alt+Up)", self)
        self.down = icon_button("down", "Move down (Alt+Down)", self)
        self.remove = icon_button("trash", "Remove from the template (Delete)", self)
        for button in (self.up, self.down, self.remove, self.add):
            self.header.addWidget(button)
        self._stack = QStackedWidget()
        for place in (self.view, self.picker, self._empty()):
            self._stack.addWidget(place)
        self.body.addWidget(self._stack, 1)
        self._connect()

    def show_template(self, template: WorkoutTemplate, is_own: bool) -> None:
        """Show a template's lines; only one's own are edited."""
        self.model.is_read_only = not is_own
        self.model.show_template(template)
        if not self._is_choosing:
            self._stack.setCurrentIndex(_LINES if template.exercises else _EMPTY)
        self._enable()

    def choose(self) -> None:
        """Let the user choose exercises to add."""
        self._stack.setCurrentWidget(self.picker)
        self.picker.open()
        self._enable()

    def leave_cell(self) -> None:
        """Take over what is being typed into a cell."""
        if any(cell.hasFocus() for cell in self.view.findChildren(QLineEdit)):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _is_choosing(self) -> bool:
        return self._stack.currentWidget() is self.picker

    def _add_button(self, words: str) -> QPushButton:
        button = QPushButton("Add exercise")
        button.setIcon(icon("plus", self))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(self.add_wanted)
        return button

    def _empty(self) -> QWidget:
        words = muted_label(
            "No exercise yet. Add what you do in this workout, in its order.", wraps=True
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        page = QWidget()
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.add_first)
        line.addStretch(1)
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(words)
        column.addLayout(line)
        column.addStretch(2)
        return page

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._enable)
        self.view.move_wanted.connect(self._move)
        self.view.remove_wanted.connect(self._remove)
        self.view.add_wanted.connect(self.add_wanted)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.picker.picked.connect(self._picked)
        self.picker.cancelled.connect(self._leave_picker)

    def _enable(self) -> None:
        rows, is_own = len(self.model.lines), not self.model.is_read_only
        index = self.view.currentIndex()
        row = index.row() if index.isValid() else -1
        for button in (self.up, self.down, self.remove, self.add):
            button.setVisible(bool(rows) and not self._is_choosing)
        self.up.setEnabled(is_own and row > 0)
        self.down.setEnabled(is_own and 0 <= row < rows - 1)
        self.remove.setEnabled(is_own and row >= 0)
        for button in (self.add, self.add_first):
            button.setEnabled(is_own)

    def _picked(self, exercise_id: UUID) -> None:
        self.model.add(exercise_id)
        self.picker.say_added(self._context.exercise_name(exercise_id))
        self.view.go_to(len(self.model.lines) - 1)

    def _leave_picker(self) -> None:
        self._stack.setCurrentIndex(_LINES if self.model.lines else _EMPTY)
        (self.view if self.model.lines else self.add_first).setFocus()
        self._enable()

    def _move(self, by: int) -> None:
        index = self.view.currentIndex()
        if index.isValid() and self.model.move(index.row(), by):
            self.view.scrollTo(self.view.currentIndex())
            self._enable()

    def _remove(self) -> None:
        rows = self.view.chosen_rows()
        if rows:
            self.model.remove(rows)
            if self.model.lines:
                self.view.go_to(min(rows[0], len(self.model.lines) - 1))
            self._enable()
