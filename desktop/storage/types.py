"""The domain's values as SQLAlchemy's column types."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, String
from sqlalchemy.types import TypeDecorator

from desktop.storage.values import moment, stamp


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
