"""The connection that writes, through SQLAlchemy Core."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from desktop.storage.database import open_connection
from desktop.storage.migrate import step_up


class Writer:
    """One held connection, begun and committed in so many words.

    The engine is in autocommit mode because the driver's own transactions
    would not begin before the first change. plain: the sqlite3 connection
    below, for queries inside the transaction.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._engine = create_engine(
            "sqlite://",
            creator=lambda: open_connection(path),
            isolation_level="AUTOCOMMIT",
            poolclass=StaticPool,
        )
        self.core = self._engine.connect()
        self.plain = plain_connection(self.core)

    def begin(self) -> None:
        """Begin as the one writer, so that what is read cannot change before the write."""
        self.core.exec_driver_sql("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Keep everything, durably, before this returns."""
        self.core.exec_driver_sql("COMMIT")

    def roll_back(self) -> None:
        """Drop what was not committed, if anything."""
        if self.plain.in_transaction:
            self.core.exec_driver_sql("ROLLBACK")

    def migrate(self) -> None:
        """Bring the file to the version this program knows."""
        step_up(self.core, self._path)

    def close(self) -> None:
        """Let go of the file."""
        self.core.close()
        self._engine.dispose()


def plain_connection(core: Connection) -> sqlite3.Connection:
    """The driver's connection below SQLAlchemy's."""
    return cast(sqlite3.Connection, core.connection.dbapi_connection)
