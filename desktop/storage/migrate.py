"""Brings the data file to the version this program knows. Alembic is only imported to step."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from desktop.domain.errors import RepbookError

HEAD = "0001"
_SCRIPTS = Path(__file__).parent / "migrations"


def migrate(connection: Connection, path: Path) -> None:
    """Step up to HEAD, after a backup; refuse a file that a newer Repbook has written."""
    found = _version(connection)
    if found == HEAD:
        return
    if found is not None:
        if not _is_known(found):
            raise RepbookError(
                "This data was written by a newer Repbook; it was left as it is.",
                "Install the newest Repbook, or start with another folder: --data DIR.",
            )
        _back_up(path, found)
    elif _has_tables(connection):
        raise RepbookError(
            "The data file belongs to another program; it was left as it is.",
            "Start Repbook with another folder: --data DIR.",
        )
    _step(connection)


def _version(connection: Connection) -> str | None:
    known = connection.exec_driver_sql(
        "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    ).scalar()
    if not known:
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _has_tables(connection: Connection) -> bool:
    return bool(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar())


def _is_known(version: str) -> bool:
    return any(file.name.startswith(f"{version}_") for file in _SCRIPTS.glob("versions/*.py"))


def _back_up(path: Path, version: str) -> None:
    """A copy beside the file, named after the version it holds."""
    target = path.with_name(f"{path.stem}-before-update-from-{version}.sqlite3")
    with (
        closing(sqlite3.connect(path)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)


def _step(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
