"""Brings the data file to the version this program knows. Alembic is only imported to step."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import RepbookError

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "0004"
_SCRIPTS = Path(__file__).parent / "migrations"


def is_current(connection: sqlite3.Connection) -> bool:
    """The file needs no step."""
    return _version(connection) == HEAD


def require_ours(connection: sqlite3.Connection) -> None:
    """Refuse a file that a newer Repbook or another program has written."""
    found = _version(connection)
    if found is not None and not _is_known(found):
        raise RepbookError(
            "This data was written by a newer Repbook; it was left as it is.",
            "Install the newest Repbook, or start with another folder: --data DIR.",
        )
    if found is None and _has_tables(connection):
        raise RepbookError(
            "The data file belongs to another program; it was left as it is.",
            "Start Repbook with another folder: --data DIR.",
        )


def step_up(connection: Connection, path: Path) -> None:
    """Make the tables, or step up to HEAD after a backup."""
    from alembic import command
    from alembic.config import Config

    with closing(sqlite3.connect(path)) as source:
        found = _version(source)
        if found is not None:
            _back_up(source, path, found)
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _version(connection: sqlite3.Connection) -> str | None:
    known = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    ).fetchone()
    if not known:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return row[0] if row else None


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None


def _is_known(version: str) -> bool:
    return any(file.name.startswith(f"{version}_") for file in _SCRIPTS.glob("versions/*.py"))


def _back_up(source: sqlite3.Connection, path: Path, version: str) -> None:
    """A copy beside the file, named after the version it holds."""
    target = path.with_name(f"{path.stem}-before-update-from-{version}.sqlite3")
    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
