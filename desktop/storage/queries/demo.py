"""Which of a profile's rows were generated for a look around."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from desktop.storage.queries.sql import fetch, marks

SOURCE = "demo"  # import_source of generated sessions
NAME = "demo"  # the profile's value that tells of the templates: see value_of


def value_of(template_ids: Sequence[UUID], now: str) -> dict[str, Any]:
    """What is kept for a profile with demo data: its templates, and when they were written."""
    return {"templates": [key.hex for key in template_ids], "at": now}


def count(connection: sqlite3.Connection, user_id: UUID) -> int:
    """How many generated sessions there are."""
    rows = fetch(connection, f"SELECT count(*) {_SESSIONS}", (user_id.bytes, SOURCE))
    return int(rows[0][0])


def session_ids(connection: sqlite3.Connection, user_id: UUID) -> tuple[UUID, ...]:
    """The generated sessions, oldest first."""
    rows = fetch(
        connection, f"SELECT id {_SESSIONS} ORDER BY session_date, id", (user_id.bytes, SOURCE)
    )
    return tuple(UUID(bytes=row[0]) for row in rows)


def template_ids(connection: sqlite3.Connection, value: dict[str, Any]) -> tuple[UUID, ...]:
    """The generated templates that the user has neither changed nor trained by.

    value: as value_of() made it.
    """
    keys = [UUID(hex=key).bytes for key in value["templates"]]
    rows = fetch(
        connection,
        f"SELECT id FROM workout_templates t WHERE id IN ({marks(keys)}) "
        "AND deleted_at IS NULL AND updated_at <= ? AND NOT EXISTS "
        "(SELECT 1 FROM workout_sessions s WHERE s.template_id = t.id "
        "AND s.deleted_at IS NULL AND s.import_source IS NOT ?)",
        (*keys, value["at"], SOURCE),
    )
    return tuple(UUID(bytes=row[0]) for row in rows)


_SESSIONS = "FROM workout_sessions WHERE user_id = ? AND import_source = ? AND deleted_at IS NULL"
