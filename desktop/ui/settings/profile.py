"""Who the open profile is for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.domain.accounts import User
from desktop.domain.errors import InvalidInputError
from desktop.ui.settings.fields import Choice, Field
from desktop.ui.settings.keeping import Kept, Settings
from desktop.ui.settings.section import Group, Section, Setting
from desktop.ui.widgets.zones import zones_with

_WIDTH = 300


class ProfileSection(Section):
    """Name and time zone. profiles_wanted: to the password, and to the other profiles."""

    profiles_wanted = Signal()

    name = "profile"
    title = "Profile"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        context = settings.context
        self._user: Kept[User] = Kept(context, context.user, self._read, self)
        self.called = Field(_read_name)
        self.called.take = lambda name: self._keep("change the profile's name", name=name)
        self.zone = Choice([(context.user.timezone, context.user.timezone)])
        self.zone.setMaxVisibleItems(16)
        self.zone.take = lambda zone: self._keep("change the time zone", timezone=zone)
        self.profiles = QPushButton("Password and profiles\N{HORIZONTAL ELLIPSIS}")
        self.profiles.clicked.connect(self.profiles_wanted)
        group = self.add_group(Group("This profile", "account user person"))
        group.add(Setting("&Name", self.called, words="rename", width=_WIDTH))
        group.add(
            Setting(
                "Time &zone",
                self.zone,
                "Which day a session belongs to. The days of earlier sessions stay as they are.",
                "timezone region clock",
                _WIDTH,
            )
        )
        group.add(
            Setting(
                "Password, e-mail, other profiles",
                self.profiles,
                "A password keeps others at this computer out of this log.",
                "lock email switch add",
            )
        )
        self._user.changed.connect(self._show)
        self._show()
        zone = context.user.timezone
        context.tasks.read(lambda: zones_with(zone), self._offer)

    def _read(self) -> User:
        context = self._settings.context
        users = {one.id: one for one in context.services.accounts.users()}
        return users.get(context.user.id, context.user)

    def _keep(self, label: str, **changes: Any) -> None:
        before = self._user.value
        after = replace(before, **changes)
        accounts = self._settings.context.services.accounts
        if after != before:
            self._settings.do(
                label,
                self._user,
                after,
                lambda: accounts.save(after),
                lambda: accounts.save(before),
            )

    def _offer(self, zones: list[str]) -> None:
        self.zone.offer([(zone, zone.replace("_", " ")) for zone in zones])
        self._show()

    def _show(self) -> None:
        self.called.show_value(self._user.value.name)
        self.zone.show_value(self._user.value.timezone)


def _read_name(text: str) -> str:
    if not text:
        raise InvalidInputError("A profile needs a name.", "Type at least one letter.")
    return text
