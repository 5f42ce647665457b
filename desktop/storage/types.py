"""How the domain's values lie in SQLite."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, String
from sqlalchemy.types import TypeDecorator


def stamp(moment: datetime) -> str:
    """A moment as stored: '2026-11-21T17:46:08.000Z', sorted as text, readable by anyone."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")[:23] + "Z"


def moment(text: str) -> datetime:
    """The stored moment, aware, in UTC."""
    return datetime.fromisoformat(text)


class Key(TypeDecorator[UUID]):
    """A UUID as a 16-byte blob."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Any) -> bytes | None:
        return value.bytes if value is not None else None

    def process_result_value(self, value: bytes | None, dialect: Any) -> UUID | None:
        return UUID(bytes=value) if value is not None else None


class Stamp(TypeDecorator[datetime]):
    """A moment in UTC as text with milliseconds."""

    impl = String(24)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:
        return stamp(value) if value is not None else None

    def process_result_value(self, value: str | None, dialect: Any) -> datetime | None:
        return moment(value) if value is not None else None
