"""The form for an exercise of one's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.equipment import EQUIPMENT
from desktop.domain.errors import InvalidInputError
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.names import match_key
from desktop.ui.library.muscle_picker import MusclePicker
from desktop.ui.sizes import at_least, scaled
from desktop.ui.tasks import words_for

Save = Callable[[Exercise, Callable[[], None], Callable[[Exception], None]], None]


class ExerciseEditor(QDialog):
    """Edits one exercise; `save` keeps it and calls back, so that a fault shows in the form.

    taken: the other exercises, whose names are in use.
    """

    def __init__(
        self,
        exercise: Exercise,
        title: str,
        taken: Iterable[Exercise],
        save: Save,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        at_least(self, 560)
        self._exercise = exercise
        self._save = save
        self._taken = {
            match_key(name): one.name
            for one in taken
            if one.id != exercise.id and not one.is_deleted
            for name in (one.name,)
        }
        self._errors: dict[str, QLabel] = {}
        self._make_fields()
        self._lay_out(title)
        self._fill(exercise)
        self.name.textChanged.connect(lambda: self._say("name", ""))

    @property
    def exercise(self) -> Exercise:
        """The exercise as the form has it."""
        return replace(
            self._exercise,
            name=" ".join(self.name.text().split()),
            kind=ExerciseKind(self.kind.currentData()),
            primary=self.muscles.primary,
            secondary=self.muscles.secondary,
            equipment=self.equipment.currentText().strip(),
            instructions=_lines(self.instructions.toPlainText()),
            aliases=_unique(_lines(self.aliases.toPlainText())),
        )

    def accept(self) -> None:
        """Keep it if it can be kept; else say what is wrong, where it is wrong."""
        for field in self._errors:
            self._say(field, "")
        exercise = self.exercise
        if known := self._taken.get(match_key(exercise.name)):
            self._say("name", f"There is an exercise with this name: {known}.")
            return
        try:
            exercise.checked()
        except InvalidInputError as fault:
            self._on_failed(fault)
            return
        self._buttons.setEnabled(False)
        self._save(exercise, super().accept, self._on_failed)

    def _make_fields(self) -> None:
        self.name = QLineEdit()
        self.name.setPlaceholderText("Like Bench Press (Barbell)")
        self.kind = QComboBox()
        for kind in ExerciseKind:
            self.kind.addItem(kind.label, kind.value)
        self.equipment = QComboBox()
        self.equipment.setEditable(True)
        self.equipment.addItems(["", *EQUIPMENT])
        self.muscles = MusclePicker()
        self.instructions = _lines_field("One step on each line", 104)
        # a name from another app may have commas in it
        self.aliases = _lines_field("Other names, one on each line", 64)

    def _lay_out(self, title: str) -> None:
        heading = QLabel(title)
        heading.setProperty("role", "title")
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields: tuple[tuple[str, str, QWidget], ...] = (
            ("name", "&Name", self.name),
            ("kind", "&Kind", self.kind),
            ("equipment", "E&quipment", self.equipment),
            ("muscles", "&Muscles", self.muscles),
            ("steps", "&Instructions", self.instructions),
            ("aliases", "&Aliases", self.aliases),
        )
        for field, words, widget in fields:
            widget.setAccessibleName(words.replace("&", ""))
            label = QLabel(words)
            label.setBuddy(widget.focusProxy() or widget)
            form.addRow(label, self._with_error(field, widget))
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        cancel: QPushButton = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(heading)
        column.addLayout(form)
        column.addWidget(self._errors_line())
        column.addWidget(self._buttons)

    def _with_error(self, field: str, widget: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(widget)
        column.addWidget(self._error_label(field))
        return box

    def _errors_line(self) -> QWidget:
        """Where faults of no single field are told."""
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._error_label(""))
        return box

    def _error_label(self, field: str) -> QLabel:
        label = QLabel()
        label.setProperty("role", "error")
        label.setWordWrap(True)
        label.hide()
        self._errors[field] = label
        return label

    def _fill(self, exercise: Exercise) -> None:
        self.name.setText(exercise.name)
        self.kind.setCurrentIndex(self.kind.findData(exercise.kind.value))
        self.equipment.setCurrentText(exercise.equipment)
        self.muscles.set_muscles(exercise.primary, exercise.secondary)
        self.instructions.setPlainText("\n".join(exercise.instructions))
        self.aliases.setPlainText("\n".join(exercise.aliases))

    def _on_failed(self, fault: Exception) -> None:
        self._buttons.setEnabled(True)
        field = fault.field if isinstance(fault, InvalidInputError) else ""
        what, advice = words_for(fault)
        self._say(field if field in self._errors else "", f"{what} {advice}".strip())

    def _say(self, field: str, text: str) -> None:
        label = self._errors[field]
        label.setText(text)
        label.setVisible(bool(text))
        if field == "name":
            self.name.setProperty("invalid", "true" if text else "false")
            self.name.style().polish(self.name)
            self.name.setAccessibleDescription(text)
            if text:
                self.name.setFocus()


def _lines_field(hint: str, height: int) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setPlaceholderText(hint)
    field.setTabChangesFocus(True)
    scaled(field.setFixedHeight, height)
    field.document().setDocumentMargin(7)
    return field


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for raw in text.splitlines() if (line := " ".join(raw.split())))


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names without doubles, however they are written."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(match_key(name), name)
    return tuple(found.values())
