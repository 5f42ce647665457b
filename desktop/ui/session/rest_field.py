"""The rest that one exercise has of its own."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.accounts import ExercisePreferences
from desktop.domain.errors import InvalidInputError
from desktop.domain.set_fields import clock_text, parse_duration
from desktop.ui.session.controller import SessionController
from desktop.ui.sizes import at_least
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.styling import restyle

_LONGEST = 3600


class RestDialog(QDialog):
    """One field: seconds or 1:30; empty means the rest that all exercises have."""

    def __init__(self, controller: SessionController, exercise_id: UUID, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Rest for this exercise")
        self._context = controller.context
        self._exercise_id = exercise_id
        self._before = controller.habits.get(exercise_id, ExercisePreferences())
        name = self._context.exercise_name(exercise_id)
        heading = QLabel(f"Rest after a working set of {name}")
        heading.setWordWrap(True)
        usual = self._context.preferences.rest_seconds
        self.field = QLineEdit()
        self.field.setAccessibleName(heading.text())
        self.field.setPlaceholderText(f"As usual, {clock_text(usual)}" if usual else "As usual")
        rest = self._before.rest_seconds
        self.field.setText("" if rest is None else clock_text(rest))
        self.field.selectAll()
        self.field.textEdited.connect(self._hush)
        self.message = QLabel()
        self.message.setProperty("role", "error")
        self.message.setWordWrap(True)
        self.message.hide()
        hint = muted_label("Seconds, or 1:30. 0: no rest. Empty: as usual.", wraps=True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for part in (heading, self.field, self.message, hint):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(buttons)
        at_least(self, 340)
        self.field.setFocus()

    def accept(self) -> None:
        """Keep what stands in the field, if it is a rest."""
        text = self.field.text().strip()
        try:
            seconds = parse_duration(text) if text else None
        except InvalidInputError as fault:
            self._blame(f"{fault.what} {fault.advice}")
            return
        if seconds is not None and seconds > _LONGEST:
            self._blame("A rest is at most an hour.")
            return
        if seconds != self._before.rest_seconds:
            self._keep(seconds)
        super().accept()

    def _keep(self, seconds: int | None) -> None:
        context, key, before = self._context, self._exercise_id, self._before
        accounts, user_id = context.services.accounts, context.user.id
        after = replace(before, rest_seconds=seconds)
        context.do(
            f"change the rest of {context.exercise_name(key)}",
            lambda: accounts.save_exercise_preferences(user_id, key, after),
            lambda: accounts.save_exercise_preferences(user_id, key, before),
        )

    def _blame(self, words: str) -> None:
        restyle(self.field, "invalid", True)
        self.message.setText(words)
        self.message.show()
        self.field.setFocus()

    def _hush(self) -> None:
        restyle(self.field, "invalid", False)
        self.message.hide()
