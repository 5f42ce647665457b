"""The editor of one template: what it is called, and its exercises line by line."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.context import Context
from desktop.ui.templates.editing import TemplateEditing
from desktop.ui.templates.lines_card import LinesCard
from desktop.ui.widgets.styling import restyle

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
        self.name = _line("Name of the template")
        self.category = _line("Category", "Like Push, Legs or Full body")
        self.description = _line("Description", "What it is for")
        self.shared = QCheckBox("Every profile on this computer sees it")
        self.lines = LinesCard(context)
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
        self.lines.leave_cell()
        return self._keep_fields()

    # building
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

    def _connect(self) -> None:
        self.editing.shown.connect(self._show)
        for field in (self.name, self.category, self.description):
            field.editingFinished.connect(self._keep_fields)
        self.shared.clicked.connect(self._keep_fields)
        self.lines.model.changed.connect(self.editing.keep)
        self.lines.model.marked.connect(self._say_wrong)
        self.lines.add_wanted.connect(self.choose)

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
        self.lines.show_template(template, self.editing.is_own)
        self._say_wrong()

    def _say_wrong(self) -> None:
        wrong = self.lines.model.wrong
        self.message.setText(wrong)
        self.message.setVisible(bool(wrong))

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
        restyle(self.name, "invalid", not is_kept)
        if is_kept:
            for field in (self.name, self.category, self.description):
                field.setModified(False)
        return is_kept

    def choose(self) -> None:
        """Let the user choose exercises to add."""
        if self.editing.is_own and self.commit():
            self.lines.choose()


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
