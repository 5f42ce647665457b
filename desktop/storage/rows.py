"""SQL made from the tables, for the places where speed matters and tuples are enough."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table

from desktop.storage.queries.sql import Row


class Writer:
    """Inserts and updates whole rows of one table, given as tuples in the columns' order.

    The tuples leave out created_at, updated_at and deleted_at, which are set here.
    """

    def __init__(self, table: Table) -> None:
        self.columns = tuple(
            c.name
            for c in table.columns
            if c.name not in ("created_at", "updated_at", "deleted_at")
        )
        names = ", ".join((*self.columns, "created_at", "updated_at"))
        marks = ", ".join("?" * (len(self.columns) + 2))
        updates = ", ".join(f"{name} = excluded.{name}" for name in self.columns[1:])
        self._insert = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"
        self._upsert = (
            f"{self._insert} ON CONFLICT (id) DO UPDATE SET {updates}, "
            "updated_at = excluded.updated_at, deleted_at = NULL"
        )
        self._delete = f"UPDATE {table.name} SET deleted_at = ?, updated_at = ? WHERE id = ?"

    def insert(self, connection: Connection, rows: Sequence[Row], now: str) -> None:
        """Add rows that are new."""
        if rows:
            connection.exec_driver_sql(self._insert, [(*row, now, now) for row in rows])

    def upsert(self, connection: Connection, rows: Sequence[Row], now: str) -> None:
        """Add rows, or bring them up to date and back from deletion."""
        if rows:
            connection.exec_driver_sql(self._upsert, [(*row, now, now) for row in rows])

    def delete(self, connection: Connection, keys: Sequence[bytes], now: str) -> None:
        """Delete softly."""
        if keys:
            connection.exec_driver_sql(self._delete, [(now, now, key) for key in keys])
