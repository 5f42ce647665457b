"""The editor of one template: what it is called, and its exercises line by line."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.templates.editing import TemplateEditing
from desktop.ui.templates.lines_view import LinesView
from desktop.ui.templates.model import LinesModel
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.exercise_picker import ExercisePicker

_HINT = (
    "Reps: 5, 8-12, 5+ or AMRAP. Rest: seconds or 1:30. "
    "Superset: one letter for those done together."
)


class TemplateEditor(QWidget):
    """Every field is stored when the focus leaves it, every cell when it is left."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.editing = TemplateEditing(context, self)
        self.model = LinesModel(context, self)
        self.name = _line("Name of the template")
        self.category = _line("Category", "Like Push, Legs or Full body")
        self.description = _line("Description", "What it is for")
        self.shared = QCheckBox("Every profile on this computer sees it")
        self.view = LinesView(self.model)
        self.picker = ExercisePicker(context)
        self.picker.close_button.setText("Done")
        self.add = self._button("Add exercise", "plus", "Add an exercise (Insert)")
        self.up = self._button("", "up", "Move up (Alt+Up)")
        self.down = self._button("", "down", "Move down (Alt+Down)")
        self.remove = self._button("", "trash", "Remove from the template (Delete)")
        self.message = QLabel()
        self.message.setProperty("role", "error")
        self.message.setWordWrap(True)
        self._lay_out()
        self._connect()

    def set_categories(self, names: list[str]) -> None:
        """Offer the categories that other templates have."""
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.category.setCompleter(completer)

    def begin(self) -> None:
        """Edit a new template, its name first."""
        self.editing.begin()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def commit(self) -> bool:
        """Store what is being typed; False when something cannot be stored."""
        if any(cell.hasFocus() for cell in self.view.findChildren(QLineEdit)):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._keep_fields()

    # building
    def _button(self, text: str, name: str, words: str) -> QPushButton:
        button = QPushButton(text)
        button.setIcon(icon(name, self))
        button.setToolTip(words)
        button.setAccessibleName(words)
        if not text:
            button.setFixedWidth(36)
            button.setStyleSheet("padding: 0;")
        return button

    def _lay_out(self) -> None:
        about = QFrame()
        about.setProperty("role", "card")
        form = QGridLayout(about)
        form.setContentsMargins(16, 12, 16, 12)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setColumnStretch(1, 3)
        form.setColumnStretch(3, 2)
        for place, (words, field) in enumerate((("Name", self.name), ("Category", self.category))):
            form.addWidget(_field_label(words, field), 0, place * 2)
            form.addWidget(field, 0, place * 2 + 1)
        form.addWidget(_field_label("Description", self.description), 1, 0)
        form.addWidget(self.description, 1, 1, 1, 3)
        form.addWidget(self.shared, 2, 1, 1, 3)
        self.lines = Card("Exercises", flush=True)
        for button in (self.up, self.down, self.remove, self.add):
            self.lines.header.addWidget(button)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.picker)
        self._stack.addWidget(self._empty())
        self.lines.body.addWidget(self._stack, 1)
        hint = QLabel(_HINT)
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(about)
        column.addWidget(self.lines, 1)
        column.addWidget(self.message)
        column.addWidget(hint)

    def _empty(self) -> QWidget:
        words = QLabel("No exercise yet. Add what you do in this workout, in its order.")
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.add_first = self._button("Add exercise", "plus", "Add the first exercise")
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
        self.editing.shown.connect(self._show)
        for field in (self.name, self.category, self.description):
            field.editingFinished.connect(self._keep_fields)
        self.shared.clicked.connect(self._keep_fields)
        self.model.changed.connect(self.editing.keep)
        self.model.marked.connect(self._say_wrong)
        self.view.selectionModel().currentChanged.connect(self._enable)
        self.view.move_wanted.connect(self._move)
        self.view.remove_wanted.connect(self._remove)
        self.view.add_wanted.connect(self.choose)
        self.add.clicked.connect(self.choose)
        self.add_first.clicked.connect(self.choose)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.picker.picked.connect(self._picked)
        self.picker.cancelled.connect(self._leave_picker)

    # showing
    def _show(self) -> None:
        template = self.editing.template
        assert template is not None
        for field, text in (
            (self.name, template.name),
            (self.category, template.category),
            (self.description, template.description),
        ):
            if field.text() != text and not field.isModified():
                field.setText(text)
            field.setReadOnly(not self.editing.is_own)
        self.shared.setChecked(template.is_public)
        self.shared.setEnabled(self.editing.is_own)
        self.model.is_read_only = not self.editing.is_own
        self.model.show_template(template)
        if self._stack.currentWidget() is not self.picker:
            self._stack.setCurrentIndex(0 if template.exercises else 2)
        self._say_wrong()
        self._enable()

    def _enable(self) -> None:
        rows, is_own = len(self.model.lines), self.editing.is_own
        index = self.view.currentIndex()
        row = index.row() if index.isValid() else -1
        is_choosing = self._stack.currentWidget() is self.picker
        for button in (self.up, self.down, self.remove, self.add):
            button.setVisible(bool(rows) and not is_choosing)
        self.up.setEnabled(is_own and row > 0)
        self.down.setEnabled(is_own and 0 <= row < rows - 1)
        self.remove.setEnabled(is_own and row >= 0)
        for button in (self.add, self.add_first):
            button.setEnabled(is_own)

    def _say_wrong(self) -> None:
        self.message.setText(self.model.wrong)
        self.message.setVisible(bool(self.model.wrong))

    # editing
    def _keep_fields(self) -> bool:
        template = self.editing.template
        if template is None or not self.editing.is_own:
            return True
        after = replace(
            template,
            name=self.name.text().strip(),
            category=self.category.text().strip(),
            description=self.description.text().strip(),
            is_public=self.shared.isChecked(),
        )
        is_kept = self.editing.keep(after, f"edit {after.name}")
        self._mark_name(not is_kept)
        if is_kept:
            for field in (self.name, self.category, self.description):
                field.setModified(False)
        return is_kept

    def _mark_name(self, is_wrong: bool) -> None:
        if bool(self.name.property("invalid")) != is_wrong:
            self.name.setProperty("invalid", is_wrong)
            self.name.style().unpolish(self.name)
            self.name.style().polish(self.name)

    def choose(self) -> None:
        """Let the user choose exercises to add."""
        if self.editing.is_own and self.commit():
            self._stack.setCurrentWidget(self.picker)
            self.picker.open()
            self._enable()

    def _picked(self, exercise_id: UUID) -> None:
        self.model.add(exercise_id)
        self.picker.say_added(self.context.exercise_name(exercise_id))
        self.view.go_to(len(self.model.lines) - 1)

    def _leave_picker(self) -> None:
        self._stack.setCurrentIndex(0 if self.model.lines else 2)
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


def _field_label(words: str, field: QLineEdit) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "muted")
    label.setBuddy(field)
    return label


def _line(name: str, hint: str = "") -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line
