"""What the tables have in common."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, MetaData

from desktop.storage.types import Key, Stamp

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def key() -> Column[Any]:
    """The row's own id."""
    return Column("id", Key, primary_key=True, nullable=False)


def reference(name: str, target: str) -> Column[Any]:
    """The id of a row of another table; empty once that is gone."""
    return Column(name, Key, ForeignKey(f"{target}.id", ondelete="SET NULL"))


def stamps() -> tuple[Column[Any], ...]:
    """When the row was made, changed and deleted."""
    return (
        Column("created_at", Stamp, nullable=False),
        Column("updated_at", Stamp, nullable=False),
        Column("deleted_at", Stamp),
    )
