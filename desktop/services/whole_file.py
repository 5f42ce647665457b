"""Files that are written whole or not at all."""

from __future__ import annotations

import csv
import errno
import io
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from desktop.domain.errors import RepbookError
from desktop.domain.spreadsheet import harmless

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
Cell = str | int | float | None


@contextmanager
def whole_file(path: Path) -> Iterator[int]:
    """A descriptor of a new file beside `path`, which takes its place when all went well.

    Whoever gets it closes it. What a link points to is replaced, not the link;
    a device or a pipe is written to as it is. RepbookError where the file
    cannot be written; then nothing is left behind, and what was there stays.
    """
    try:
        if path.exists() and not path.is_file():
            yield os.open(path, os.O_WRONLY)
            return
        target = path.resolve()
        handle, unfinished = _beside(target)
    except OSError as fault:
        raise _cannot_write(path, fault) from fault
    try:
        yield handle
        _keep(unfinished)
        unfinished.replace(target)
    except OSError as fault:
        raise _cannot_write(path, fault) from fault
    finally:
        unfinished.unlink(missing_ok=True)


def _beside(target: Path) -> tuple[int, Path]:
    """A new file in the same folder, as open to others as the old one, or as any new one is."""
    old = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    if old is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    unfinished = target.with_name(f".{uuid4().hex}.part")
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(unfinished, flags, 0o666)  # less what the user's umask takes
    if old is not None:
        unfinished.chmod(old)
    return handle, unfinished


def write_bytes(path: Path, data: bytes) -> None:
    """Make this the file; RepbookError as for `whole_file`."""
    with whole_file(path) as handle, os.fdopen(handle, "wb") as out:
        out.write(data)


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as a CSV file that every spreadsheet reads; see formats/csv_export.py for how."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)  # CRLF, as RFC 4180 has it
    writer.writerow([_cell(one) for one in header])
    writer.writerows([_cell(one) for one in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Cell) -> Cell:
    is_text = isinstance(value, str) and not _NUMBER.fullmatch(value)
    return harmless(str(value)) if is_text else value


def _keep(file: Path) -> None:
    """See to it that what was written is on the disk before it takes another file's place."""
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _cannot_write(path: Path, fault: OSError) -> RepbookError:
    reason = fault.strerror or str(fault)
    return RepbookError(
        f"{path} could not be written ({reason}); no file was left behind.",
        "Choose another folder, or free some space.",
    )
