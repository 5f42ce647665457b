"""Profiles inside a unit of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.domain.accounts import ExercisePreferences, Preferences, User
from desktop.domain.counting import Counting
from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.storage.tables import exercise_preferences, user_preferences, users

# preferences that rows of sessions are made with
_COUNTING = frozenset(one.name for one in fields(Counting))
# made once: to put a statement together takes longer than to run it
_NEW = upsert(user_preferences)
_KEEP = _NEW.on_conflict_do_update(
    index_elements=["user_id", "name"],
    set_={"value": _NEW.excluded.value, "updated_at": _NEW.excluded.updated_at},
)


class AccountRepository:
    """Profiles inside a transaction."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self.has_changed = False

    def add(self, user: User) -> None:
        """Add a profile; its email must be new."""
        self._require_free(user)
        self._connection.execute(
            insert(users).values(
                id=user.id,
                email=user.email,
                name=user.name,
                timezone=user.timezone,
                created_at=self._now,
                updated_at=self._now,
            )
        )

    def save(self, user: User) -> None:
        """Store name, email and time zone."""
        self._require_free(user)
        self._connection.execute(
            update(users)
            .where(users.c.id == user.id)
            .values(email=user.email, name=user.name, timezone=user.timezone, updated_at=self._now)
        )

    def set_deleted(self, user_id: UUID, deleted: bool) -> None:
        """Take a profile out of sight with all that is its own, or bring it back."""
        self._connection.execute(
            update(users)
            .where(users.c.id == user_id)
            .values(deleted_at=self._now if deleted else None, updated_at=self._now)
        )

    def set_password_hash(self, user_id: UUID, value: str | None) -> None:
        """Store a hash, or None to take the password away."""
        self._connection.execute(
            update(users).where(users.c.id == user_id).values(password=value, updated_at=self._now)
        )

    def save_preferences(self, user_id: UUID, preferences: Preferences) -> None:
        """Store all preferences."""
        self._keep(user_id, asdict(preferences))

    def set_value(self, user_id: UUID | None, name: str, value: Any) -> None:
        """Keep one named value."""
        if user_id is None:  # a unique index lets NULL stand twice
            done = self._connection.execute(
                update(user_preferences)
                .where(user_preferences.c.user_id.is_(None), user_preferences.c.name == name)
                .values(value=value, updated_at=self._now)
            )
            if done.rowcount:
                return
        self._keep(user_id, {name: value})

    def save_exercise_preferences(
        self, user_id: UUID, exercise_id: UUID, preferences: ExercisePreferences
    ) -> None:
        """Store what the profile prefers for one exercise."""
        statement = upsert(exercise_preferences).values(
            id=new_id(),
            user_id=user_id,
            exercise_id=exercise_id,
            rest_seconds=preferences.rest_seconds,
            bar_weight=preferences.bar.grams if preferences.bar else None,
            bar_weight_unit=preferences.bar.unit.value if preferences.bar else None,
            created_at=self._now,
            updated_at=self._now,
        )
        names = ("rest_seconds", "bar_weight", "bar_weight_unit", "updated_at")
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["user_id", "exercise_id"],
                set_={name: statement.excluded[name] for name in names},
            )
        )

    def _keep(self, user_id: UUID | None, values: Mapping[str, Any]) -> None:
        self.has_changed |= not _COUNTING.isdisjoint(values)
        rows = [
            {
                "id": new_id(),
                "user_id": user_id,
                "name": name,
                "value": value,
                "created_at": self._now,
                "updated_at": self._now,
            }
            for name, value in values.items()
        ]
        self._connection.execute(_KEEP, rows)

    def _require_free(self, user: User) -> None:
        same = (users.c.email == user.email, users.c.id != user.id)
        taken = self._connection.execute(
            select(users.c.id, users.c.deleted_at).where(*same)
        ).first()
        if taken and taken.deleted_at is not None:
            # a deleted profile gives its email up, for no two may have the same
            free = self._free_email(user.email)
            self._connection.execute(
                update(users).where(users.c.id == taken.id).values(email=free, updated_at=self._now)
            )
        elif taken:
            raise InvalidInputError(
                f"Another profile has the email {user.email}.", "Choose another one.", "email"
            )

    def _free_email(self, email: str) -> str:
        """'lifter@localhost (2)', or the next that nobody has."""
        taken = {one.casefold() for one in self._connection.scalars(select(users.c.email))}
        numbered = (f"{email} ({number})" for number in count(2))
        return next(one for one in numbered if one.casefold() not in taken)
