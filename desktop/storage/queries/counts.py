"""Counts that lists and totals have to agree on."""

from __future__ import annotations

import sqlite3
from uuid import UUID


def under_way(connection: sqlite3.Connection, user_id: UUID) -> int:
    """How many sessions are being logged: one, none, or what an import brought."""
    row = connection.execute(
        "SELECT count(*) FROM workout_sessions "
        "WHERE user_id = ? AND ended_at IS NULL AND deleted_at IS NULL",
        (user_id.bytes,),
    ).fetchone()
    return int(row[0])
