"""Asks for the password of a profile that has one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.accounts import User
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.middle import in_the_middle

WRONG = "That is not the password of this profile. Try again."


class UnlockPage(QWidget):
    """submitted carries the password and whether to remember it; user_chosen another profile."""

    submitted = Signal(str, bool)
    user_chosen = Signal(object)

    def __init__(self, user: User, users: Sequence[User], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Unlock the profile")
        heading = QLabel("This profile is locked")
        heading.setProperty("role", "title")
        whose = muted_label(user.name, wraps=True)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText("Password")
        self.password.setAccessibleName("Password")
        self.remember = QCheckBox("&Remember me on this computer")
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.go = QPushButton("Unlock")
        self.go.setProperty("role", "primary")
        self.go.clicked.connect(self.submit)
        row = QHBoxLayout()
        if len(users) > 1:
            row.addWidget(self._make_others(user, users))
        row.addStretch(1)
        row.addWidget(self.go)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(heading)
        column.addWidget(whose)
        column.addWidget(self.password)
        column.addWidget(self.remember)
        column.addWidget(self.fault)
        column.addLayout(row)
        in_the_middle(self, column)

    def submit(self) -> None:
        """Try what was typed."""
        if self.go.isEnabled():
            self.fault.hide()
            self.go.setEnabled(False)
            self.submitted.emit(self.password.text(), self.remember.isChecked())

    def show_fault(self, words: str) -> None:
        """Say why the profile stays locked, and let one try again."""
        self.fault.setText(words)
        self.fault.show()
        self.go.setEnabled(True)
        self.password.selectAll()
        self.password.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.password.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries the password from wherever one is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    def _make_others(self, user: User, users: Sequence[User]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName("Profile")
        box.addItems([one.name for one in users])
        box.setCurrentIndex([one.id for one in users].index(user.id))
        box.activated.connect(lambda place: self.user_chosen.emit(users[place]))
        return box
