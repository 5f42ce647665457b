"""The SQLite file: how it is opened, read and written.

Reading goes straight to sqlite3: all queries are written in SQL anyway, and
the first page need not wait for SQLAlchemy, which is imported for the first
write.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.domain.counting import Counting
from desktop.domain.library import ExerciseKind
from desktop.storage.faults import plain_words
from desktop.storage.migrate import is_current, require_ours

if TYPE_CHECKING:
    from desktop.storage.engine import Writer

FILE_NAME = "repbook.sqlite3"
BUSY_MS = 5000
# Every connection, for reading or writing, is prepared by these.
PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -16000",  # KiB: the index of ten years of sessions
)


class Remembered:
    """What every write asks for and hardly ever changes, until someone changes it."""

    def __init__(self) -> None:
        self._version = -1
        self.kinds: dict[bytes, ExerciseKind] | None = None
        self.counting: dict[UUID | None, Counting] = {}

    def is_stale(self, writer: sqlite3.Connection) -> bool:
        """Another program has written since this was last asked."""
        ((version,),) = writer.execute("PRAGMA data_version")
        changed, self._version = bool(version != self._version), version
        return changed

    def forget(self) -> None:
        """Ask anew the next time."""
        self.kinds = None
        self.counting.clear()


class Database:
    """One open data file: many readers, one writer at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.remembered = Remembered()
        self._lock = threading.Lock()
        self._writer: Writer | None = None
        self._idle: list[sqlite3.Connection] = []
        with plain_words():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._migrate()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one unchanging state of the data."""
        with plain_words():
            connection = self._idle_connection() or open_connection(self.path)
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")
                self._idle.append(connection)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """The one writing connection inside a transaction; rolled back unless committed."""
        with self._lock, plain_words():
            writer = self._ready_writer()
            writer.begin()
            try:
                yield writer
            finally:
                writer.roll_back()

    def prepare_to_write(self) -> None:
        """Import and open what writes need, before the first one is wanted."""
        with self._lock, plain_words():
            self._ready_writer()

    def check(self, *, quick: bool = False) -> list[str]:
        """What SQLite finds wrong with the file; empty when it is whole.

        quick: without comparing every index with its table, which takes most of the time.
        """
        how = "quick_check" if quick else "integrity_check"
        with self.reading() as connection:
            found = [str(row[0]) for row in connection.execute(f"PRAGMA {how}")]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        faults = [] if found == ["ok"] else found
        return faults + [f"row {row[1]} of {row[0]} points to nothing in {row[2]}" for row in loose]

    def close(self) -> None:
        """Let go of the file."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        while self._idle:
            self._idle.pop().close()

    def _idle_connection(self) -> sqlite3.Connection | None:
        try:
            return self._idle.pop()  # asking first whether there is one would be two steps
        except IndexError:
            return None

    def _migrate(self) -> None:
        try:
            with self.reading() as connection:
                current = is_current(connection)
                if not current:
                    require_ours(connection)
            if not current:
                self._ready_writer().migrate()
        except BaseException:
            self.close()
            raise

    def _ready_writer(self) -> Writer:
        """The writer, opened when it is first wanted and then held.

        Taking a connection from a pool for every ticked set would cost more
        than the write itself.
        """
        if self._writer is None:
            from desktop.storage.engine import Writer

            self._writer = Writer(self.path)
        return self._writer


def open_connection(path: Path) -> sqlite3.Connection:
    """A connection whose transactions are begun in so many words, for any thread."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        for pragma in PRAGMAS:
            connection.execute(pragma)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
