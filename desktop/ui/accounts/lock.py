"""The password of the open profile: set it, change it, take it away, remember it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.accounts import User
from desktop.domain.changes import Changed
from desktop.ui.context import Context
from desktop.ui.widgets.styling import restyle


class LockCard(QWidget):
    """failed carries a fault, also when this computer has no keychain."""

    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.user = context.user
        self._is_writing = self._is_remembering = False
        self._answers = 0  # what was read of the keychain before a click is old
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.current = self._field("Current password")
        self.password = self._field("New password")
        self.again = self._field("New password again")
        self.set_button = QPushButton()
        self.set_button.clicked.connect(self._set)
        self.remove_button = QPushButton("Remove password")
        self.remove_button.setProperty("role", "danger")
        self.remove_button.clicked.connect(self._remove)
        self.remember = QCheckBox("&Remember me on this computer")
        self.remember.clicked.connect(self._on_remember)
        fields = QGridLayout()
        fields.setSpacing(8)
        fields.addWidget(self.current, 0, 0, 1, 2)
        fields.addWidget(self.password, 1, 0)
        fields.addWidget(self.again, 1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.set_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.state)
        column.addLayout(fields)
        column.addLayout(buttons)
        column.addWidget(self.remember)
        self._show_lock()

    def show_user(self, user: User) -> None:
        """Show what can be done with this profile's password; what is being typed stays."""
        before, self.user = self.user, user
        if before.has_password != user.has_password:
            self._show_lock()

    def _show_lock(self) -> None:
        """Begin anew: the profile has another password, or none."""
        locked = self.user.has_password
        self.current.setVisible(locked)
        self.remove_button.setVisible(locked)
        self.remember.setVisible(locked)
        self.set_button.setText("Change password" if locked else "Set password")
        for field in (self.current, self.password, self.again):
            field.clear()
        self._on_typed()
        if locked:
            self._look_at_keychain()

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.textChanged.connect(self._on_typed)
        field.returnPressed.connect(self._on_enter)
        return field

    def _on_typed(self) -> None:
        self._state(
            "Repbook asks for the password when this profile is opened."
            if self.user.has_password
            else "Without a password, anyone at this computer can open this profile."
        )
        self._say_buttons()

    def _say_buttons(self) -> None:
        typed, may = self.password.text(), not self._is_writing
        known = bool(self.current.text()) or not self.user.has_password
        self.set_button.setEnabled(may and bool(typed) and typed == self.again.text() and known)
        self.remove_button.setEnabled(may and bool(self.current.text()))

    def _on_enter(self) -> None:
        """Enter sets what is typed in full, else goes to what is missing and says so."""
        new, again = self.password.text(), self.again.text()
        if self._is_writing:
            return
        if self.set_button.isEnabled():
            self._set()
            return
        if self.user.has_password and not self.current.text():
            missing = self.current
        elif not new:
            missing = self.password
        else:
            missing = self.again
            if again:
                self._state("The new password was typed in two ways. Type it again.", "error")
        missing.selectAll()
        missing.setFocus()

    def _set(self) -> None:
        self._write(self.password.text())

    def _remove(self) -> None:
        self._write(None)

    def _write(self, password: str | None) -> None:
        accounts, user, current = self.context.services.accounts, self.user, self.current.text()
        self._is_writing = True  # a second click would find the password changed
        self._say_buttons()

        def work() -> Changed | None:
            if user.has_password and not accounts.check_password(user.id, current):
                return None
            return accounts.set_password(user.id, password)

        def done(change: Changed | None) -> None:
            self._is_writing = False
            if change is None:
                self._say_buttons()
                self._state("The current password is another one. Nothing was changed.", "error")
                self.current.selectAll()
                self.current.setFocus()
            else:
                self._show_lock()
                self.context.notifier.tell(change)

        def failed(fault: Exception) -> None:
            self._is_writing = False
            self._say_buttons()
            self.failed.emit(fault)

        self.context.tasks.write(work, done, failed)

    def _look_at_keychain(self) -> None:
        self._answers += 1
        number, accounts, user = self._answers, self.context.services.accounts, self.user

        def show(is_remembered: bool) -> None:
            if number == self._answers:
                self.remember.setChecked(is_remembered)

        self.context.tasks.read(lambda: accounts.is_remembered(user.id), show)

    def _on_remember(self) -> None:
        self._answers += 1
        if not self._is_remembering:
            self._tell_keychain()

    def _tell_keychain(self) -> None:
        """Do as the box says, one after the other: a keychain may take its time."""
        accounts, user, wanted = (
            self.context.services.accounts,
            self.user,
            self.remember.isChecked(),
        )
        self._is_remembering = True

        def kept(_: None) -> None:
            self._is_remembering = False
            if self.remember.isChecked() is not wanted:
                self._tell_keychain()

        def failed(fault: Exception) -> None:
            self._is_remembering = False
            self.remember.setChecked(not wanted)
            self.failed.emit(fault)

        change = accounts.remember if wanted else accounts.forget
        self.context.tasks.read(lambda: change(user.id), kept, failed)

    def _state(self, words: str, role: str = "muted") -> None:
        self.state.setText(words)
        restyle(self.state, "role", role)
