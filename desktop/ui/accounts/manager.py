"""The profiles of this computer: change to one, add one, name the open one, lock it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.accounts import User
from desktop.domain.changes import Changed, Kind
from desktop.ui.accounts.delete import DeleteProfileDialog
from desktop.ui.accounts.details import Details
from desktop.ui.accounts.form import Answers, with_zones
from desktop.ui.accounts.lock import LockCard
from desktop.ui.accounts.new_profile import NewProfileDialog
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.sizes import at_least, scaled
from desktop.ui.tasks import words_for

_USER = int(Qt.ItemDataRole.UserRole)
_DELETED = _USER + 1


class ProfilesDialog(QDialog):
    """chosen carries the User to change to; left: the open profile was deleted."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._others: Sequence[User] = ()
        self._reads = 0
        self.setWindowTitle("Profiles")
        at_least(self, 720)  # as high as what it holds, which may grow
        self.users = QListWidget()
        self.users.setAccessibleName("Profiles")
        scaled(self.users.setIconSize, QSize(16, 16))
        self.users.itemSelectionChanged.connect(self._say_state)
        self.users.itemActivated.connect(self._change)
        self.open_button = QPushButton("Open this profile")
        self.open_button.clicked.connect(self._change)
        self.add_button = QPushButton("Add profile")
        self.add_button.setIcon(icon("plus", self.add_button))
        self.add_button.clicked.connect(self._ask_new)
        self.delete_button = QPushButton("Delete")
        self.delete_button.setIcon(icon("trash", self.delete_button))
        self.delete_button.clicked.connect(self._ask_delete)
        self.back_button = QPushButton("Bring back")
        self.back_button.setIcon(icon("undo", self.back_button))
        self.back_button.clicked.connect(self._bring_back)
        self.details = Details(context)
        self.lock = LockCard(context)
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.details.failed.connect(self._show_fault)
        self.lock.failed.connect(self._show_fault)
        self._lay_out()
        context.notifier.changed.connect(self._on_changed)
        self._load()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.users, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.delete_button)
        left.addLayout(buttons)
        left.addWidget(self.add_button)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(_card("Open profile", self.details))
        right.addWidget(_card("Password", self.lock))
        right.addWidget(self.fault)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(row, 1)
        column.addWidget(close)

    def _load(self) -> None:
        accounts = self.context.services.accounts
        self._reads += 1
        number = self._reads

        def show(found: tuple[Sequence[User], Sequence[User]]) -> None:
            if number == self._reads:  # a newer answer is on its way
                self._show(*found)

        self.context.tasks.read(lambda: (accounts.users(), accounts.deleted()), show)

    def _on_changed(self, change: Changed) -> None:
        if Kind.PROFILE in change.kinds:
            self._load()

    def _show(self, users: Sequence[User], deleted: Sequence[User]) -> None:
        chosen, opened = self._chosen_user(), self.context.user.id
        self._others = [one for one in users if one.id != opened]
        self.fault.hide()
        self.users.clear()
        for user in users:
            picture = "lock" if user.has_password else "profile"
            item = self._add_item(user, user.name, picture)
            if user.id == opened:
                item.setText(f"{user.name} (open)")
                self.details.show_user(user)
                self.lock.show_user(user)
        for user in deleted:
            self._add_item(user, f"{user.name} (deleted)", "trash").setData(_DELETED, True)
        self._choose(chosen.id if chosen is not None else opened)
        self._say_state()

    def _add_item(self, user: User, words: str, picture: str) -> QListWidgetItem:
        item = QListWidgetItem(icon(picture, self.users), words)
        item.setToolTip(user.email)
        item.setData(_USER, user)
        self.users.addItem(item)
        return item

    def _choose(self, user_id: UUID) -> None:
        for place in range(self.users.count()):
            if self.users.item(place).data(_USER).id == user_id:
                self.users.setCurrentRow(place)

    def _chosen_user(self) -> User | None:
        chosen = self.users.selectedItems()
        return chosen[0].data(_USER) if chosen else None

    @property
    def _is_deleted(self) -> bool:
        """The chosen one is deleted."""
        return any(item.data(_DELETED) for item in self.users.selectedItems())

    def _say_state(self) -> None:
        user, is_deleted = self._chosen_user(), self._is_deleted
        self.open_button.setEnabled(user is not None and user.id != self.context.user.id)
        self.open_button.setVisible(not is_deleted)
        self.back_button.setVisible(is_deleted)
        self.delete_button.setEnabled(user is not None and not is_deleted)

    def _change(self) -> None:
        user = self._chosen_user()
        if user is not None and self._is_deleted:
            self._bring_back()
        elif user is not None and user.id != self.context.user.id:
            self._leave_to(user)

    # deleting
    def _ask_delete(self) -> None:
        """Delete the chosen one; first asked about where it is open or has a password."""
        user = self._chosen_user()
        if user is None:
            return
        is_open = user.id == self.context.user.id
        if not is_open and not user.has_password:
            self._delete(user)
            return
        dialog = DeleteProfileDialog(self.context, user, self._others if is_open else None, self)
        dialog.confirmed.connect(lambda: self._leave(user) if is_open else self._delete(user))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _delete(self, user: User) -> None:
        accounts = self.context.services.accounts
        self.context.do(
            f"delete the profile {user.name}",
            lambda: accounts.delete(user.id),
            lambda: accounts.restore(user.id),
            failed=self._show_fault,
        )

    def _leave(self, user: User) -> None:
        """Delete the open one, and go on with another, or as at the first start."""
        accounts = self.context.services.accounts

        def gone(_: Changed) -> None:
            self.accept()
            self.left.emit()

        self.context.tasks.write(lambda: accounts.delete(user.id), gone, self._show_fault)

    def _bring_back(self) -> None:
        user, accounts = self._chosen_user(), self.context.services.accounts
        if user is not None and self._is_deleted:
            self.context.do(
                f"bring back the profile {user.name}",
                lambda: accounts.restore(user.id),
                lambda: accounts.delete(user.id),
                failed=self._show_fault,
            )

    def _leave_to(self, user: User) -> None:
        self.accept()
        self.chosen.emit(user)

    def _ask_new(self) -> None:
        accounts = self.context.services.accounts
        self.context.tasks.read(lambda: with_zones(*accounts.default()), self._open_new)

    def _open_new(self, answers: Answers) -> None:
        dialog = NewProfileDialog(replace(answers, name="", email=""), self)
        dialog.submitted.connect(lambda taken: self._add(taken, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, answers: Answers, dialog: NewProfileDialog) -> None:
        """Make a profile and change to it."""
        accounts = self.context.services.accounts

        def added(user: User) -> None:
            dialog.accept()
            self._leave_to(user)

        self.context.tasks.write(
            lambda: accounts.add(answers.name, answers.email, answers.timezone, answers.unit),
            added,
            dialog.show_fault,
        )

    def _show_fault(self, fault: Exception) -> None:
        self.fault.setText(" ".join(words_for(fault)).strip())
        self.fault.show()


def _card(title: str, content: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    heading = QLabel(title)
    heading.setProperty("role", "heading")
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(10)
    column.addWidget(heading)
    column.addWidget(content)
    return card
