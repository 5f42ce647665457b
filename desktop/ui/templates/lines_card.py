"""The exercises of a template as a sheet, with what adds, moves, groups and removes them."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.template_paste import COLUMNS
from desktop.domain.templates import WorkoutTemplate
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.sizes import NO_LIMIT, px, scaled
from desktop.ui.templates.commands import SheetCommands
from desktop.ui.templates.lines_view import LinesView
from desktop.ui.templates.names import ExerciseNames
from desktop.ui.templates.rows import EXERCISE
from desktop.ui.templates.sheet import Sheet
from desktop.ui.templates.words import READ_ONLY, TIPS
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.exercise_picker import ExercisePicker

_SHEET, _PICKER = range(2)
_WORDS, _LEAST_HEIGHT = 380, 160
_BUTTONS = (("up", "up"), ("down", "down"), ("group", "superset"), ("remove", "trash"))


class LinesCard(Card):
    """add_wanted: the user wants to look through the library; `choose` lets them.

    hinted: what may be typed into the column of the cursor.
    """

    add_wanted = Signal()
    hinted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Exercises", flush=True, parent=parent)
        self._context = context
        self.names = ExerciseNames(context, self)
        self.model = Sheet(context, self.names, self)
        self.view = LinesView(self.model)
        self.commands = SheetCommands(self.view)
        self.picker = ExercisePicker(context)
        self.picker.close_button.setText("Done")
        self.buttons = {
            name: icon_button(picture, self.commands.tip(name), self) for name, picture in _BUTTONS
        }
        self.add = self._add_button("Add exercise", "Look through the library (Insert)")
        self.add_first = self._add_button("Look through the library", "")
        for button in (*self.buttons.values(), self.add):
            self.header.addWidget(button)
        self._nothing = self._make_nothing()
        self._stack = QStackedWidget()
        for place in (self._make_sheet(), self.picker):
            self._stack.addWidget(place)
        # the sheet takes the room there is and asks for no more, or the page would scroll
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        scaled(self._stack.setMinimumHeight, _LEAST_HEIGHT)
        self.body.addWidget(self._stack, 1)
        self._connect()

    def show_template(self, template: WorkoutTemplate, is_own: bool) -> None:
        """Show a template's lines; only one's own are edited."""
        self.model.show_template(template, is_read_only=not is_own)
        self._enable()
        self._hint()

    def start(self) -> None:
        """Put the cursor into the first cell."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.go_to(0, EXERCISE)

    def choose(self) -> None:
        """Let the user look through the library for exercises to add."""
        self._stack.setCurrentIndex(_PICKER)
        self.picker.open()
        self._enable()

    def leave_cell(self) -> None:
        """Take over what is being typed into a cell."""
        if any(cell.hasFocus() for cell in self.view.findChildren(QLineEdit)):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_wrong(self) -> str:
        """Put the cursor into the first cell that cannot be read; which one, empty: none."""
        place = self.model.first_wrong
        if place is None:
            return ""
        self._leave_picker()
        self.view.go_to(*place)
        row, lines = place[0], self.model.lines
        name = f", {self.model.name(lines[row])}" if row < len(lines) else ""
        return f"Row {row + 1}{name}"

    # building
    def _add_button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setIcon(icon("plus", button))
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.clicked.connect(self.add_wanted)
        return button

    def _make_sheet(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view)
        column.addWidget(self._nothing, 1)
        return page

    def _make_nothing(self) -> QWidget:
        self._words = muted_label("", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scaled(self._words.setFixedWidth, _WORDS)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addStretch(2)
        for part in (self._words, self.add_first):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return page

    def _connect(self) -> None:
        self.view.selectionModel().selectionChanged.connect(self._enable)
        self.view.selectionModel().currentChanged.connect(self._hint)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.rowsMoved):
            signal.connect(self._enable)
        self.model.dataChanged.connect(self.commands.enable)
        self.commands.browse_wanted.connect(self.add_wanted)
        for name, button in self.buttons.items():
            action = self.commands.actions[name]
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
        self.picker.picked.connect(self._picked)
        self.picker.cancelled.connect(self._leave_picker)

    # showing
    def _enable(self) -> None:
        count, is_own = len(self.model.lines), not self.model.is_read_only
        is_choosing = self._stack.currentIndex() == _PICKER
        self.commands.enable()
        for button in (*self.buttons.values(), self.add):
            button.setVisible(is_own and bool(count) and not is_choosing)
        self._nothing.setVisible(not count)
        self.add_first.setVisible(is_own)
        self._words.setText(
            "Type the names of what you do in this workout, in its order, paste them from a "
            "spreadsheet, or choose them."
            if is_own
            else "There is no exercise in it yet."
        )
        self._words.setMinimumHeight(self._words.heightForWidth(px(_WORDS)))
        header = self.view.horizontalHeader().height()
        row = self.view.verticalHeader().defaultSectionSize()
        self.view.setMaximumHeight(NO_LIMIT if count else header + row + 2)

    def _hint(self) -> None:
        if self.model.is_read_only:
            self.hinted.emit(READ_ONLY)
        else:
            self.hinted.emit(TIPS[COLUMNS[max(self.view.currentIndex().column(), 0)]])

    # choosing
    def _picked(self, exercise_id: UUID) -> None:
        self.model.add(exercise_id)
        self.picker.say_added(self._context.exercise_name(exercise_id))
        self.view.go_to(len(self.model.lines) - 1)

    def _leave_picker(self) -> None:
        self._stack.setCurrentIndex(_SHEET)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()
