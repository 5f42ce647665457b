"""The first start: who trains here, in which unit. Enter suffices."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.accounts.form import Answers, ProfileForm
from desktop.ui.tasks import words_for
from desktop.ui.widgets.middle import in_the_middle


class WelcomePage(QWidget):
    """submitted carries the Answers of the new profile."""

    submitted = Signal(object)

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Welcome")
        heading = QLabel("Welcome to Repbook")
        heading.setProperty("role", "title")
        words = QLabel(
            "Your training log stays on this computer. Check these and start; "
            "all of it can be changed later."
        )
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        self.form = ProfileForm(answers)
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.go = QPushButton("Start training log")
        self.go.setProperty("role", "primary")
        self.go.setAutoDefault(True)
        self.go.clicked.connect(self.submit)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.go)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(heading)
        column.addWidget(words)
        column.addWidget(self.form)
        column.addWidget(self.fault)
        column.addLayout(row)
        in_the_middle(self, column, 480)

    def submit(self) -> None:
        """Take the answers as they are."""
        self.fault.hide()
        self.go.setEnabled(False)
        self.submitted.emit(self.form.answers())

    def show_fault(self, fault: Exception) -> None:
        """Say why these answers cannot be taken."""
        self.fault.setText(" ".join(words_for(fault)).strip())
        self.fault.show()
        self.go.setEnabled(True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.go.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the answers from wherever one is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.go.isEnabled():
            self.submit()
        else:
            super().keyPressEvent(event)
