"""Text tables from other programs: bytes to text, and text to rows that know their line."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

# The longest field a stray quote may swallow before the strict reader gives up
# (set by hand, so that no other part of the program can move it).
_FIELD_LIMIT = 131_072


def decode(data: bytes) -> tuple[str, bool]:
    """The text of a file and whether its encoding was certain.

    Exports are UTF-8; spreadsheets resave them as UTF-16 or in the code page
    of Windows, which is read as far as it goes.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), True
    try:
        return data.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), False


def first_line(head: bytes) -> str:
    """The first line of a file that begins with `head`, which may end within a character."""
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text, _ = decode(head if is_wide else head.partition(b"\n")[0])
    return text.partition("\n")[0]


def records(
    text: str, delimiter: str, width: int, start: re.Pattern[str]
) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins on (from 1).

    Text that breaks the rules of quoting is read again from the row where it
    breaks, now by its look: `start` matches the first line of a record, which
    should have `width` cells.
    """
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    end = 0
    try:
        for row in reader:
            line = end + 1
            if len(row) != width and reader.line_num > line:
                break
            end = reader.line_num
            yield line, row
        else:
            return
    except csv.Error:
        pass  # what follows reads from there on
    yield from _tolerant(text, end, delimiter, width, start)


def _tolerant(
    text: str, skip: int, delimiter: str, width: int, start: re.Pattern[str]
) -> Iterator[tuple[int, list[str]]]:
    """Rows of text whose quotes cannot be trusted, from the line after `skip` on."""
    strict, loose = _fields(delimiter)
    for line, record in _by_start(text, skip, start):
        cells = (
            _between_quotes(record, delimiter, width)
            or _split(record, strict, width)
            or _split(record, loose, width)
        )
        yield line, cells or record.split(delimiter)


def _by_start(text: str, skip: int, start: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The records of `text` with their first lines, told apart by their beginnings."""
    first, held = skip + 1, ""
    lines = islice(io.StringIO(text, newline=""), skip, None)
    parts: list[str] = []
    for number, part in enumerate(lines, skip + 1):
        if parts and start.match(part):
            held = "".join(parts).rstrip("\r\n")
            yield first, held
            parts = []
        if not parts:
            first = number
        parts.append(part)
    held = "".join(parts).rstrip("\r\n")
    if held:
        yield first, held


def _fields(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Two readings of a quoted cell: doubled quotes first, or the first quote that can close."""
    stop = re.escape(delimiter)
    bare = f"(?P<bare>[^{stop}]*)"
    doubled = f'"(?P<quoted>(?>[^"]++|""|"(?!{stop}|\\Z))*+)"(?={stop}|\\Z)|{bare}'
    closing = f'"(?P<quoted>.*?)"(?={stop}|\\Z)|{bare}'
    return re.compile(doubled), re.compile(closing, re.DOTALL)


def _between_quotes(record: str, delimiter: str, width: int) -> list[str] | None:
    """The cells of a record that quotes every one of them; None when it does not."""
    cells = record[1:-1].split(f'"{delimiter}"')
    if len(cells) != width or record[0] != '"' or record[-1] != '"':
        return None
    return [cell.replace('""', '"') for cell in cells]


def _split(record: str, field: re.Pattern[str], width: int) -> list[str] | None:
    """The `width` cells of a record; None when it has more or fewer."""
    cells: list[str] = []
    position = 0
    while len(cells) < width:
        match = field.match(record, position)
        if match is None:  # pragma: no cover - an empty cell matches everywhere
            return None
        quoted = match["quoted"]
        cells.append(match["bare"] if quoted is None else quoted.replace('""', '"'))
        position = match.end()
        if position >= len(record):
            return cells if len(cells) == width else None
        position += 1
    return None
