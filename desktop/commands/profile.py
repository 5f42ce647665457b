"""Whose log a command is about."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

from desktop.commands.terminal import warn
from desktop.domain.errors import InvalidInputError, RepbookError

if TYPE_CHECKING:
    from desktop.domain.accounts import User
    from desktop.services import Services

_TRIES = 3


def chosen_profile(services: Services, email: str | None) -> User:
    """The profile of that email, else the last opened one; made when there is none at all."""
    users = services.accounts.users() or [services.accounts.add(*services.accounts.default())]
    last = services.accounts.last_user()
    user = next((one for one in users if one.id == last), users[0])
    if email is not None:
        found = [one for one in users if one.email.casefold() == email.strip().casefold()]
        if not found:
            raise InvalidInputError(f"No profile has the email {email}.")
        user = found[0]
    if user.has_password and not services.accounts.is_remembered(user.id):
        _unlock(services, user)
    return user


def _unlock(services: Services, user: User) -> None:
    if not sys.stdin.isatty():
        raise RepbookError(
            f"The profile {user.email} has a password,", "which can only be typed in a terminal."
        )
    for _ in range(_TRIES):
        try:
            password = getpass.getpass(f"Password of {user.email}: ")
        except EOFError:
            break
        if services.accounts.check_password(user.id, password):
            return
        warn("repbook: that is not the password")
    raise RepbookError(f"The profile {user.email} stays locked.")
