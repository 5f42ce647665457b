"""Asks before a profile is deleted that is open, or that has a password."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.accounts import User
from desktop.ui.context import Context
from desktop.ui.fitting import grow
from desktop.ui.sizes import at_least
from desktop.ui.tasks import words_for
from desktop.ui.widgets.card import muted_label


class DeleteProfileDialog(QDialog):
    """confirmed: the profile is to be deleted, and its password was right if it has one.

    others: the profiles that are left where the open one goes; None for another.
    """

    confirmed = Signal()

    def __init__(
        self,
        context: Context,
        user: User,
        others: Sequence[User] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._user = user
        self.setWindowTitle("Delete profile")
        at_least(self, 460)
        title = QLabel(f"Delete the profile {user.name}?")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("role", "heading")
        title.setWordWrap(True)
        self.words = muted_label(delete_words(others), wraps=True)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText("Password of this profile")
        self.password.setAccessibleName("Password")
        self.password.setVisible(user.has_password)
        self.password.textChanged.connect(self._say_state)
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = QPushButton("Delete profile")
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for widget in (title, self.words, self.password, self.fault):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(buttons)
        self._say_state()

    def accept(self) -> None:
        """Tell, once the password is found to be right."""
        if not self._user.has_password:
            self._confirm(True)
            return
        self.go.setEnabled(False)
        accounts, user_id, typed = (
            self._context.services.accounts,
            self._user.id,
            self.password.text(),
        )
        self._context.tasks.read(
            lambda: accounts.check_password(user_id, typed), self._confirm, self._on_failed
        )

    def _confirm(self, is_right: bool) -> None:
        if is_right:
            super().accept()
            self.confirmed.emit()
        else:
            self._say("That is not the password of this profile. Nothing was deleted.")

    def _on_failed(self, fault: Exception) -> None:
        self._say(" ".join(words_for(fault)).strip())

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.show()
        grow(self)
        self.go.setEnabled(True)
        self.password.selectAll()
        self.password.setFocus()

    def _say_state(self) -> None:
        self.fault.hide()
        self.go.setEnabled(bool(self.password.text()) or not self._user.has_password)


def delete_words(others: Sequence[User] | None) -> str:
    """What deleting means, and what comes next where the open profile goes."""
    words = "Its log, templates and settings go out of sight. They stay in the file: "
    if others is None:
        return f"{words}the profile can be brought back in this window."
    if others:
        return (
            f"{words}the profile can be brought back among the profiles. It is open now: "
            f"Repbook goes on with {others[0].name}."
        )
    return (
        f"{words}the profile can be brought back from the first page. It is the only one: "
        "Repbook begins as at the first start."
    )
