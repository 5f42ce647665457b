"""The few lines that every query needs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

Row = tuple[Any, ...]


def marks(values: Sequence[Any]) -> str:
    """'?, ?, ?' for an IN clause."""
    return ", ".join("?" * len(values))


def chunks(values: Sequence[bytes], size: int = 500) -> list[Sequence[bytes]]:
    """Slices that fit into one statement's parameters."""
    return [values[start : start + size] for start in range(0, len(values), size)]


def stream(connection: sqlite3.Connection, sql: str, values: Row = ()) -> Iterator[Row]:
    """The rows of a query, one by one."""
    return connection.execute(sql, values)


def fetch(connection: sqlite3.Connection, sql: str, values: Row = ()) -> list[Row]:
    """All rows of a query."""
    return connection.execute(sql, values).fetchall()
