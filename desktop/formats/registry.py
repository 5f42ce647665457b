"""Which format a file has, told by its content and never by its name.

A new format is a module with `sniff` and `read`, and one line in READERS.
"""

from pathlib import Path
from typing import Protocol

from desktop.domain.collecting import no_collecting
from desktop.domain.errors import InvalidInputError, RepbookError
from desktop.domain.transfer import ImportFile, RepbookFile
from desktop.formats import repbook_json, strong

_HEAD = 8192  # bytes that tell the format


class Reader(Protocol):
    """What a module for a format offers."""

    def sniff(self, head: bytes) -> bool:
        """The file may be of this format."""

    def read(self, data: bytes) -> ImportFile | RepbookFile:
        """The whole file; raises RepbookError when nothing of it can be taken."""


# How the exports of other apps begin, so that they can be called by their names.
_OTHERS = (
    (b"exercise_title", "an export of Hevy"),
    (b"Date,Exercise,Category,", "an export of FitNotes"),
    (b"SQLite format 3\0", "a database, like a backup of FitNotes"),
)
READERS: tuple[Reader, ...] = (repbook_json, strong)


def read_file(path: Path) -> ImportFile | RepbookFile:
    """The content of the file at `path`; raises RepbookError in words for the user."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            reader = _reader_of(head)  # before all of a film or a disk image is read
            data = head + file.read()
    except OSError as error:
        raise RepbookError(
            f"'{path.name}' cannot be read: {error.strerror or error}.",
            "Check that the file is still there and that you may open it.",
        ) from error
    return _read(reader, data)


def read_bytes(data: bytes) -> ImportFile | RepbookFile:
    """The content of a file; raises RepbookError in words for the user."""
    return _read(_reader_of(data[:_HEAD]), data)


def _read(reader: Reader, data: bytes) -> ImportFile | RepbookFile:
    with no_collecting():
        return reader.read(data)


def _reader_of(head: bytes) -> Reader:
    """What reads a file that begins so; raises InvalidInputError where nothing does."""
    if not head.strip():
        raise InvalidInputError("The file is empty; nothing was taken.")
    for reader in READERS:
        if reader.sniff(head):
            return reader
    name = next((name for sign, name in _OTHERS if sign in head), "")
    raise InvalidInputError(
        f"This is {name}, which Repbook cannot read; nothing was taken."
        if name
        else "This is not a file that Repbook can read; nothing was taken.",
        "Open a CSV file that Strong exported, or a file that Repbook wrote.",
    )
