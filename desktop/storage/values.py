"""How moments lie in SQLite: as text that sorts by time and that anyone can read."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp(moment: datetime) -> str:
    """A moment as stored: '2026-11-21T17:46:08.000Z'."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")[:23] + "Z"


def moment(text: str) -> datetime:
    """The stored moment, aware, in UTC."""
    return datetime.fromisoformat(text)
