"""Copies of the data file: made, listed, and put back in its place."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from desktop.domain.copies import Copy, too_many
from desktop.domain.errors import DamagedError, RepbookError
from desktop.storage.faults import plain_words

FOLDER = "copies"
_HEADER = 100  # bytes of a database that count its changes: they differ between equal logs
_PIECE = 1 << 20


def copies_of(path: Path) -> list[Copy]:
    """The copies of a data file, the newest first; those from before updates too."""
    found = [*path.parent.glob(f"{FOLDER}/{path.stem}-*.sqlite3"), *_before_updates(path)]
    copies = [Copy(one, datetime.fromtimestamp(one.stat().st_mtime, UTC)) for one in found]
    return sorted(copies, key=lambda one: one.made, reverse=True)


def keep_copy(path: Path, day: date) -> Path | None:
    """Copy the file as it is on that day; None when nothing changed since the last copy.

    The copy is checked before it takes a name, and before an older one goes:
    raises DamagedError when it is not whole, RepbookError when it cannot be made.
    """
    target = path.parent / FOLDER / f"{path.stem}-{day}.sqlite3"
    part = target.with_suffix(".part")
    try:
        target.parent.mkdir(exist_ok=True)
        with plain_words():
            _copy(path, part)
        last = _of_days(path)
        if last and _is_same(part, last[0].path):
            return None
        part.replace(target)
        for one in too_many(_of_days(path)):
            one.path.unlink()
    except OSError as fault:
        raise RepbookError(f"No copy of the log could be made: {fault.strerror}.") from fault
    finally:
        part.unlink(missing_ok=True)
    return target


def go_back(path: Path, copy: Path, now: datetime) -> Path:
    """Put a copy in the file's place; where the file itself lies from then on.

    Nothing may have the file open. Raises RepbookError when the copy cannot be
    put there; then the file is where it was.
    """
    aside = path.with_name(f"{path.stem}-damaged-{now:%Y%m%d-%H%M%S}.sqlite3")
    part = path.with_suffix(".part")
    try:
        shutil.copyfile(copy, part)
        for end in ("", "-wal", "-shm"):
            file = path.with_name(path.name + end)
            if file.exists():
                file.rename(aside.with_name(aside.name + end))
        part.replace(path)
    except OSError as fault:
        raise RepbookError(
            f"The copy could not be put in place: {fault.strerror}.",
            "Check the free space of the disk and that you may write to the folder.",
        ) from fault
    finally:
        part.unlink(missing_ok=True)
    return aside


def _copy(path: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
        found = copy.execute("PRAGMA quick_check").fetchone()[0]
    if found != "ok":
        raise DamagedError(
            f"The data file is damaged: {str(found).splitlines()[0]}.",
            "Go back to a copy, or keep the file and start with another folder: --data DIR.",
        )


def _of_days(path: Path) -> list[Copy]:
    return [one for one in copies_of(path) if one.path.parent.name == FOLDER]


def _before_updates(path: Path) -> list[Path]:
    return list(path.parent.glob(f"{path.stem}-before-update-*.sqlite3"))


def _is_same(one: Path, other: Path) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        first.seek(_HEADER)
        second.seek(_HEADER)
        while piece := first.read(_PIECE):
            if piece != second.read(_PIECE):
                return False
    return True
