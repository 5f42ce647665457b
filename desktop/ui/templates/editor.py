"""The editor of one template: what it is called, and its exercises line by line."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
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
from desktop.ui.templates.summary import SummaryCard
from desktop.ui.templates.words import TIPS
from desktop.ui.widgets.styling import restyle

# the summary's places: beside from this width on, with its bars from this height on
_STANDS_FROM, _BARS_FROM = 1240, 880


class TemplateEditor(QWidget):
    """Every field is stored when the focus leaves it, every cell when it is left."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.editing = TemplateEditing(context, self)
        self.name = _line("Name of the template")
        self.category = _line("Category", "Like Push, Legs or Full body")
        self.description = _line("Description", "What it is for")
        self.shared = QCheckBox("Share with every profile on this computer")
        self.shared.setToolTip("Others can start and duplicate it; only you can change it")
        self.lines = LinesCard(context)
        self.summary = SummaryCard(context)
        self.message = QLabel()
        self.message.setProperty("role", "error")
        self.message.setWordWrap(True)
        self.hint = QLabel(TIPS[None])
        self.hint.setProperty("role", "caption")
        self.hint.setWordWrap(True)
        self._told = ""
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

    def is_readable(self) -> bool:
        """Whether all cells can be read; else the cursor goes to the first that cannot."""
        if place := self.lines.go_to_wrong():
            self._tell(f"Not started: {place} cannot be read.")
        return not place

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
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(12)
        self._parts.addWidget(self.lines, 1)
        self._parts.addWidget(self.summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(about)
        column.addLayout(self._parts, 1)
        column.addWidget(self.message)
        column.addWidget(self.hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stands, direction = self.width() >= _STANDS_FROM, QBoxLayout.Direction
        self._parts.setDirection(direction.LeftToRight if stands else direction.TopToBottom)
        top = Qt.AlignmentFlag.AlignTop
        self._parts.setAlignment(self.summary, top if stands else Qt.AlignmentFlag(0))
        self.summary.stand(stands, not stands and self.height() < _BARS_FROM)

    def _connect(self) -> None:
        self.editing.shown.connect(self._show)
        for field in (self.name, self.category, self.description):
            field.editingFinished.connect(self._keep_fields)
        self.name.returnPressed.connect(self.lines.start)
        self.shared.clicked.connect(self._keep_fields)
        self.lines.model.changed.connect(self.editing.keep)
        self.lines.model.marked.connect(self._say_wrong)
        self.lines.model.told.connect(self._tell)
        self.lines.hinted.connect(self.hint.setText)
        self.lines.add_wanted.connect(self.choose)
        for signal in (self.context.exercises_changed, self.context.profile_changed):
            signal.connect(self._sum_up)

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
        self._sum_up()
        self._say_wrong()

    def _sum_up(self) -> None:
        if self.editing.template is not None:
            self.summary.show_lines(self.editing.template.exercises)

    def _tell(self, words: str) -> None:
        """What an edit left out, until the next one."""
        self._told = words
        self._say_wrong()

    def _say_wrong(self) -> None:
        words = " ".join(filter(None, (self._told, self.lines.model.wrong)))
        self.message.setText(words)
        self.message.setVisible(bool(words))

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
