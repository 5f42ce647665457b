"""Profiles on this computer: who trains, what each prefers, who may open it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from desktop.domain.accounts import ExercisePreferences, Preferences, User
from desktop.domain.changes import Changed, Kind
from desktop.domain.counting import Counting
from desktop.domain.errors import InvalidInputError, RepbookError
from desktop.domain.gear import Gear
from desktop.domain.ids import new_id
from desktop.domain.weight import Unit
from desktop.services.region import first_weekday, local_timezone, local_unit
from desktop.services.store import Store
from desktop.storage.queries import accounts, gear

if TYPE_CHECKING:
    from desktop.storage.unit_of_work import UnitOfWork

_LAST_USER = "last_user"
_REMEMBERED = "remembered"


class SecretStore(Protocol):
    """The system's keychain."""

    def get(self, name: str) -> str | None:
        """The secret of that name; None when there is none."""

    def set(self, name: str, secret: str) -> None:
        """Keep a secret."""

    def delete(self, name: str) -> None:
        """Forget a secret."""


class AccountsService:
    """Make, open, lock and change profiles."""

    def __init__(self, store: Store, keychain: SecretStore) -> None:
        self._store = store
        self._keychain = keychain

    def users(self) -> list[User]:
        """Every profile, oldest first."""
        with self._store.reading() as connection:
            return accounts.users(connection)

    def deleted(self) -> list[User]:
        """Every profile that can be brought back, the one deleted last first."""
        with self._store.reading() as connection:
            return accounts.deleted(connection)

    def delete(self, user_id: UUID) -> Changed:
        """Take a profile out of sight with its log, until it is brought back."""
        return self._set_deleted(user_id, True, "Profile deleted")

    def restore(self, user_id: UUID) -> Changed:
        """Bring a deleted profile back as it was."""
        return self._set_deleted(user_id, False, "Profile brought back")

    def _set_deleted(self, user_id: UUID, deleted: bool, said: str) -> Changed:
        with self._store.unit_of_work() as work:
            work.accounts.set_deleted(user_id, deleted)
            work.commit()
        # templates that it shares come and go with it
        return Changed.of(Kind.PROFILE, user_id, said=said) | Changed.of(Kind.TEMPLATES)

    def default(self) -> tuple[str, str, str, Unit]:
        """(name, email, time zone, unit) as this computer suggests them."""
        import getpass

        try:
            login = getpass.getuser()
        except (OSError, KeyError, ImportError):  # no login name: some containers
            login = "me"
        name = "Me" if login == "root" else login.replace(".", " ").title()
        return name, f"{login}@localhost", local_timezone(), local_unit()

    def add(self, name: str, email: str, timezone: str, unit: Unit) -> User:
        """Make a profile."""
        with self._store.unit_of_work() as work:
            user = add_profile(work, name, email, timezone, unit)
            work.commit()
        return user

    def save(self, user: User) -> Changed:
        """Keep a changed name, email or time zone."""
        with self._store.unit_of_work() as work:
            work.accounts.save(_checked(user))
            work.commit()
        return Changed.of(Kind.PROFILE, user.id, said="Profile saved")

    def preferences(self, user_id: UUID) -> Preferences:
        """What the profile prefers."""
        with self._store.reading() as connection:
            return accounts.preferences(connection, user_id)

    def exercise_preferences(self, user_id: UUID) -> dict[UUID, ExercisePreferences]:
        """What the profile prefers for single exercises."""
        with self._store.reading() as connection:
            return accounts.exercise_preferences(connection, user_id)

    def save_exercise_preferences(
        self, user_id: UUID, exercise_id: UUID, preferences: ExercisePreferences
    ) -> Changed:
        """Keep what the profile prefers for one exercise."""
        with self._store.unit_of_work() as work:
            work.accounts.save_exercise_preferences(user_id, exercise_id, preferences)
            work.commit()
        return Changed.of(Kind.PROFILE, user_id, exercise_id, said="Saved for this exercise")

    def gear(self, user_id: UUID) -> Gear:
        """The gyms with their bars and plates; as most are, until the profile says."""
        with self._store.reading() as connection:
            return gear.of(connection, user_id)

    def save_gear(self, user_id: UUID, wanted: Gear) -> Changed:
        """Keep the gyms with their bars and plates."""
        with self._store.unit_of_work() as work:
            work.accounts.set_value(user_id, gear.NAME, gear.value_of(wanted))
            work.commit()
        return Changed.of(Kind.PROFILE, user_id, said="Bars and plates saved")

    def save_preferences(self, user_id: UUID, preferences: Preferences) -> Changed:
        """Keep what the profile prefers; what counts otherwise now changes every figure."""
        changed = Changed.of(Kind.PROFILE, user_id, said="Settings saved")
        with self._store.unit_of_work() as work:
            before = accounts.preferences(work.connection, user_id)
            work.accounts.save_preferences(user_id, preferences)
            if Counting.of(before) != Counting.of(preferences):
                keys = work.sessions.all_of(user_id)
                work.sessions.derive_again(work.builder(user_id), keys)
                changed |= Changed.of(Kind.SESSIONS)
            work.commit()
        return changed

    def check_password(self, user_id: UUID, password: str) -> bool:
        """Whether this is the profile's password; always so when it has none."""
        with self._store.reading() as connection:
            stored = accounts.password_hash(connection, user_id)
        if stored is None:
            return True
        from argon2 import PasswordHasher
        from argon2.exceptions import VerificationError

        try:
            return PasswordHasher().verify(stored, password)
        except VerificationError:
            return False

    def set_password(self, user_id: UUID, password: str | None) -> Changed:
        """Lock the profile with a password (argon2id), or take the lock away (None)."""
        hashed: str | None = None
        if password is not None:
            if not password:
                raise InvalidInputError("The password is empty.", field="password")
            from argon2 import PasswordHasher

            hashed = PasswordHasher().hash(password)
        with self._store.unit_of_work() as work:
            work.accounts.set_password_hash(user_id, hashed)
            work.accounts.set_value(user_id, _REMEMBERED, None)
            work.commit()
        said = "Password set" if password is not None else "Password removed"
        return Changed.of(Kind.PROFILE, user_id, said=said)

    def remember(self, user_id: UUID) -> None:
        """Let this computer open the profile without its password.

        The keychain keeps a random token, the data file only its hash. Raises
        RepbookError where there is no keychain.
        """
        import secrets

        token = secrets.token_urlsafe(32)
        self._keychain.set(_name(user_id), token)
        self._set(user_id, _REMEMBERED, _digest(token))

    def is_remembered(self, user_id: UUID) -> bool:
        """Whether the keychain opens the profile; simply not, where there is no keychain."""
        with self._store.reading() as connection:
            values = accounts.values(connection, user_id)
        stored = values.get(_REMEMBERED)
        if not stored:
            return False
        try:
            token = self._keychain.get(_name(user_id))
        except RepbookError:
            return False
        import hmac

        return token is not None and hmac.compare_digest(_digest(token), stored)

    def forget(self, user_id: UUID) -> None:
        """Ask for the password again from now on."""
        self._set(user_id, _REMEMBERED, None)
        self._keychain.delete(_name(user_id))

    def last_user(self) -> UUID | None:
        """The profile that was open last."""
        with self._store.reading() as connection:
            values = accounts.values(connection, None)
        text = values.get(_LAST_USER)
        return UUID(text) if text else None

    def opened(self, user_id: UUID) -> None:
        """Note which profile to open next time."""
        if self.last_user() != user_id:
            self._set(None, _LAST_USER, str(user_id))

    def _set(self, user_id: UUID | None, name: str, value: str | None) -> None:
        with self._store.unit_of_work() as work:
            work.accounts.set_value(user_id, name, value)
            work.commit()


def add_profile(work: UnitOfWork, name: str, email: str, timezone: str, unit: Unit) -> User:
    """Make a profile within a unit of work."""
    user = _checked(User(new_id(), email.strip(), name.strip(), timezone))
    work.accounts.add(user)
    work.accounts.save_preferences(user.id, Preferences(unit=unit, first_weekday=first_weekday()))
    return user


def _checked(user: User) -> User:
    if not user.name:
        raise InvalidInputError("A profile needs a name.", field="name")
    if not user.email:
        raise InvalidInputError("A profile needs an email; it is never sent.", field="email")
    return replace(user, email=user.email.strip(), name=user.name.strip())


def _name(user_id: UUID) -> str:
    return f"profile-{user_id}"


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
