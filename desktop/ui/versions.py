"""Which Repbook this is, and what it runs on."""

from __future__ import annotations

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion

from desktop import __version__

_LIBRARIES = ("SQLAlchemy", "alembic", "numpy", "pyqtgraph", "keyring", "argon2-cffi")


def versions() -> list[tuple[str, str]]:
    """(name, version): Repbook first, then the system, Python, Qt, SQLite and the libraries."""
    return [
        ("Repbook", __version__),
        ("System", f"{platform.system()} {platform.release()}, {platform.machine()}"),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", _version("PySide6_Essentials")),
        ("SQLite", sqlite3.sqlite_version),
        *((name, _version(name)) for name in _LIBRARIES),
    ]


def versions_text() -> str:
    """The same, one a line, to be copied."""
    return "\n".join(f"{name} {number}" for name, number in versions())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
