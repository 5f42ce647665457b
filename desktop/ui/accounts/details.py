"""The name, e-mail and time zone of the open profile."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.domain.accounts import User
from desktop.ui.context import Context
from desktop.ui.widgets.forms import add_row, make_form
from desktop.ui.widgets.zones import zones_with


class Details(QWidget):
    """Fields that are kept with Save; failed carries a fault."""

    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.user = context.user
        self.name = QLineEdit()
        self.email = QLineEdit()
        self.zone = QComboBox()
        self.zone.setMaxVisibleItems(16)
        self.zone.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.save = QPushButton("Save changes")
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self._save)
        form = make_form(self)
        add_row(form, "&Name", self.name)
        add_row(form, "&E-mail", self.email)
        add_row(form, "&Time zone", self.zone)
        saving = QHBoxLayout()
        saving.addWidget(self.save)
        saving.addStretch(1)
        add_row(form, "", saving)
        for field in (self.name, self.email):
            field.returnPressed.connect(self.save.click)
        self.name.textEdited.connect(self._say_state)
        self.email.textEdited.connect(self._say_state)
        self.zone.activated.connect(self._say_state)
        self.zone.addItem(context.user.timezone)
        self.show_user(context.user)
        zone = context.user.timezone
        context.tasks.read(lambda: zones_with(zone), self._show_zones)

    def show_user(self, user: User) -> None:
        """Show what is stored; what was typed and not saved yet stays."""
        before, self.user = self.user, user
        for field, stored in ((self.name, user.name), (self.email, user.email)):
            if not field.isModified() or field.text().strip() == stored:
                field.setText(stored)
        if self.zone.currentText() == before.timezone:
            if self.zone.findText(user.timezone) < 0:
                self.zone.addItem(user.timezone)
            self.zone.setCurrentText(user.timezone)
        self._say_state()

    def _show_zones(self, zones: list[str]) -> None:
        chosen = self.zone.currentText()
        self.zone.clear()
        self.zone.addItems(zones)
        self.zone.setCurrentText(chosen)

    def _edited(self) -> User:
        return replace(
            self.user,
            name=self.name.text().strip(),
            email=self.email.text().strip(),
            timezone=self.zone.currentText(),
        )

    def _say_state(self) -> None:
        edited = self._edited()
        self.save.setEnabled(bool(edited.name) and edited != self.user)

    def _save(self) -> None:
        before, after, accounts = self.user, self._edited(), self.context.services.accounts
        self.context.do(
            "change profile",
            lambda: accounts.save(after),
            lambda: accounts.save(before),
            failed=self.failed.emit,
        )
