"""Copies of the log: one for each of the last days, and the way back to one of them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop.domain.copies import Copy
from desktop.services.store import Store
from desktop.storage import copies
from desktop.storage.database import FILE_NAME


def keep_copy(store: Store) -> None:
    """Copy the log as it is today, unless nothing is new in it."""
    copies.keep_copy(store.database.path, store.clock().astimezone().date())


def copies_in(folder: Path) -> list[Copy]:
    """The copies of the log in that folder, the newest first."""
    return copies.copies_of(folder / FILE_NAME)


def go_back(folder: Path, copy: Copy) -> Path:
    """Put a copy in the place of a log that nothing has open; where the log is kept."""
    return copies.go_back(folder / FILE_NAME, copy.path, datetime.now(UTC))
