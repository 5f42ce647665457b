"""SQLite's faults in plain words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from desktop.domain.errors import DamagedError, RepbookError

_DAMAGED = ("not a database", "malformed")
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "disk is full",
        "The disk is full: this change was not kept, everything before it is safe.",
        "Free some space and try again.",
    ),
    (
        "locked",
        "Another program is writing to Repbook's data: this change was not kept.",
        "Close the other program and try again.",
    ),
    (
        "not a database",
        "The data file is not a Repbook database, or it is damaged; it was left as it is.",
        "Go back to a copy, or start Repbook with another folder: --data DIR.",
    ),
    (
        "malformed",
        "The data file is damaged; it was left as it is.",
        "Go back to a copy, or start Repbook with another folder: --data DIR.",
    ),
    (
        "readonly",
        "Repbook may not write to its data folder: nothing was changed there.",
        "Give yourself write permission for the folder and try again.",
    ),
    (
        "unable to open",
        "The data file cannot be opened.",
        "Check that the folder exists and that you may write to it.",
    ),
    (
        "disk i/o error",
        "The disk reported an error: this change was not kept.",
        "Check the disk and its free space, then try again.",
    ),
)


def in_plain_words(fault: Exception) -> Exception:
    """The RepbookError for a fault of the surroundings; our own bugs stay as they are."""
    cause = getattr(fault, "orig", None) or fault  # SQLAlchemy wraps what sqlite3 says
    if isinstance(cause, sqlite3.DatabaseError):
        said = str(cause).lower()
        for sign, what, advice in _WORDS:
            if sign in said:
                return (DamagedError if sign in _DAMAGED else RepbookError)(what, advice)
    return fault


@contextmanager
def plain_words() -> Iterator[None]:
    """Raise faults of SQLite inside the block as RepbookError."""
    try:
        yield
    except Exception as fault:
        said = in_plain_words(fault)
        if said is fault:
            raise
        raise said from fault
