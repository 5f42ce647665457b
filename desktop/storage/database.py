"""The SQLite file: how it is opened, read and written."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from desktop.domain.accounts import Formula
from desktop.domain.library import ExerciseKind
from desktop.storage.faults import plain_words
from desktop.storage.migrate import migrate

__all__ = ["FILE_NAME", "Connection", "Database"]

FILE_NAME = "repbook.sqlite3"
_BUSY_MS = 5000


class Remembered:
    """What every write asks for and hardly ever changes, until someone changes it."""

    def __init__(self, writer: Connection) -> None:
        self._writer = writer
        self._version = -1
        self.kinds: dict[bytes, ExerciseKind] | None = None
        self.formulas: dict[UUID | None, Formula] = {}

    def is_stale(self) -> bool:
        """Another program has written since this was last asked."""
        raw = self._writer.connection.dbapi_connection
        assert raw is not None
        ((version,),) = raw.execute("PRAGMA data_version")
        changed, self._version = bool(version != self._version), version
        return changed

    def forget(self) -> None:
        """Ask anew the next time."""
        self.kinds = None
        self.formulas.clear()


class Database:
    """One open data file: many readers, one writer at a time.

    The writer's connection is held open, because taking one from the pool for
    every ticked set costs more than the write itself.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        with plain_words():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._engine = _engine(path)
            self._writer = self._engine.connect()
            self.remembered = Remembered(self._writer)
            try:
                migrate(self._writer, path)
            except BaseException:
                self.close()
                raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state of the data."""
        with plain_words(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one writing connection inside a transaction; rolled back unless committed."""
        with self._lock, plain_words():
            connection = self._writer
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
            finally:
                if _in_transaction(connection):
                    connection.exec_driver_sql("ROLLBACK")

    def check(self) -> list[str]:
        """What SQLite finds wrong with the file; empty when it is whole."""
        with self.reading() as connection:
            found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
            loose = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        faults = [] if found == ["ok"] else found
        return faults + [f"row {row[1]} of {row[0]} points to nothing in {row[2]}" for row in loose]

    def close(self) -> None:
        """Let go of the file."""
        self._writer.close()
        self._engine.dispose()


def _in_transaction(connection: Connection) -> bool:
    raw = connection.connection.dbapi_connection
    return raw is not None and bool(raw.in_transaction)


def _engine(path: Path) -> Engine:
    """An engine in autocommit mode: transactions are begun in so many words.

    The driver's own transaction handling would not hold a snapshot for reads.
    """
    engine = create_engine(
        f"sqlite:///{path}",
        isolation_level="AUTOCOMMIT",
        poolclass=QueuePool,
        connect_args={"check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _prepare(raw: Any, _record: Any) -> None:
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA cache_size = -16000")
        cursor.close()

    return engine
