"""Profiles and what they prefer."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import fields
from typing import Any
from uuid import UUID

from desktop.domain.accounts import (
    Effort,
    ExercisePreferences,
    Formula,
    Preferences,
    User,
    WarmUpStep,
)
from desktop.domain.errors import NotFoundError
from desktop.domain.weight import Unit, Weight
from desktop.storage.queries.sql import fetch

_COLUMNS = "SELECT id, email, name, timezone, password IS NOT NULL FROM users"
_READ: dict[str, Any] = {
    "unit": Unit,
    "formula": Formula,
    "effort": Effort,
    "warm_up_ramp": lambda value: tuple(WarmUpStep(**step) for step in value),
}


def users(connection: sqlite3.Connection) -> list[User]:
    """Every profile, oldest first."""
    return [
        _user(row) for row in fetch(connection, f"{_COLUMNS} WHERE deleted_at IS NULL ORDER BY id")
    ]


def deleted(connection: sqlite3.Connection) -> list[User]:
    """Every profile that was deleted, the one deleted last first."""
    order = "WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC"
    return [_user(row) for row in fetch(connection, f"{_COLUMNS} {order}")]


def get(connection: sqlite3.Connection, user_id: UUID) -> User:
    """One profile; NotFoundError when there is none."""
    rows = fetch(connection, f"{_COLUMNS} WHERE id = ?", (user_id.bytes,))
    if not rows:
        raise NotFoundError("This profile is not there any more.")
    return _user(rows[0])


def password_hash(connection: sqlite3.Connection, user_id: UUID) -> str | None:
    """The stored hash; None without a password."""
    rows = fetch(connection, "SELECT password FROM users WHERE id = ?", (user_id.bytes,))
    return rows[0][0] if rows else None


def preferences(connection: sqlite3.Connection, user_id: UUID | None) -> Preferences:
    """What the profile prefers; defaults where it never said."""
    known = {field.name for field in fields(Preferences)}
    stored = {
        name: _READ.get(name, lambda value: value)(value)
        for name, value in values(connection, user_id).items()
        if name in known
    }
    return Preferences(**stored)


def exercise_preferences(
    connection: sqlite3.Connection, user_id: UUID
) -> dict[UUID, ExercisePreferences]:
    """What the profile prefers for single exercises."""
    rows = fetch(
        connection,
        "SELECT exercise_id, rest_seconds, bar_weight, bar_weight_unit FROM exercise_preferences "
        "WHERE user_id = ? AND exercise_id IS NOT NULL AND deleted_at IS NULL",
        (user_id.bytes,),
    )
    return {
        UUID(bytes=key): ExercisePreferences(
            rest, Weight(grams, Unit(unit)) if grams is not None else None
        )
        for key, rest, grams, unit in rows
    }


def values(connection: sqlite3.Connection, user_id: UUID | None) -> dict[str, Any]:
    """Every named value kept for a profile (None: for this computer)."""
    rows = fetch(
        connection,
        "SELECT name, value FROM user_preferences WHERE user_id IS ? AND deleted_at IS NULL",
        (user_id.bytes if user_id else None,),
    )
    # the column's type makes SQLite keep a bare number as a number
    return {name: json.loads(value) if isinstance(value, str) else value for name, value in rows}


def _user(row: Sequence[Any]) -> User:
    return User(UUID(bytes=row[0]), row[1], row[2], row[3], bool(row[4]))
