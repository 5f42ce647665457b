"""Asks what a new profile starts with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.ui.accounts.form import Answers, ProfileForm
from desktop.ui.fitting import grow
from desktop.ui.sizes import at_least
from desktop.ui.tasks import words_for


class NewProfileDialog(QDialog):
    """submitted carries the Answers; the dialog stays until they are kept: accept() closes it."""

    submitted = Signal(object)

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Add profile")
        at_least(self, 460)
        self.form = ProfileForm(answers)
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton("Add profile", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        self.form.name.textChanged.connect(self._say_state)
        self.form.address.textChanged.connect(self._say_state)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        for widget in (self.form, self.fault, buttons):
            column.addWidget(widget)
        self._say_state()

    def show_fault(self, fault: Exception) -> None:
        """Say why these answers cannot be kept, and let one change them."""
        self._say_state()
        self.fault.setText(" ".join(words_for(fault)).strip())
        self.fault.show()
        grow(self)

    def _submit(self) -> None:
        self.go.setEnabled(False)  # until it is known whether they are kept
        self.submitted.emit(self.form.answers())

    def _say_state(self) -> None:
        self.fault.hide()
        self.go.setEnabled(bool(self.form.name.text().strip()))
