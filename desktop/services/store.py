"""What every service works on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.storage.database import Database
from desktop.storage.queries import accounts

if TYPE_CHECKING:
    from desktop.storage.unit_of_work import UnitOfWork

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time in UTC, cut to the millisecond that is stored."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


class Store:
    """The data and the clock, with the two ways to get at the data."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self.database = database
        self.clock = clock

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """A consistent view for queries."""
        return self.database.reading()

    def unit_of_work(self) -> UnitOfWork:
        """One change, kept when committed."""
        # the start reads only: what writes can be imported later
        from desktop.storage.unit_of_work import UnitOfWork

        return UnitOfWork(self.database, self.clock())

    def prepare_to_write(self) -> None:
        """Import what writes need: the start has read only."""
        import desktop.storage.unit_of_work  # noqa: F401

        self.database.prepare_to_write()

    def zone(self, user_id: UUID) -> ZoneInfo:
        """The user's time zone; UTC when this computer does not know it."""
        with self.reading() as connection:
            name = accounts.get(connection, user_id).timezone
        return zone_named(name)

    def today(self, user_id: UUID) -> date:
        """The user's day."""
        return self.clock().astimezone(self.zone(user_id)).date()


def zone_named(name: str) -> ZoneInfo:
    """The zone of that IANA name; UTC when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
