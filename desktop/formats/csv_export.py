"""Sessions as a table for spreadsheets: one row a set, sessions by date.

The columns keep their names and their order; new ones will only be added at
the end:

date               the day of the session, YYYY-MM-DD
start              when it began on the lifter's clock, YYYY-MM-DD HH:MM:SS
utc_offset_minutes what that clock was ahead of UTC
duration_minutes   how long the session took
session            its name
location           where it was
exercise           the exercise's name
exercise_number    its place in the session, from 1
superset           the number of its superset within the session
set_number         the set's place in the exercise, from 1
set_type           normal, warmup, drop or failure
weight             as it was typed; negative is the help of an assisted set
weight_unit        kg or lb
weight_kg          the same in kilograms, exact to the gram
reps
duration_seconds
distance_meters
rpe                1 to 10 in halves
exercise_notes     repeated on each row of the exercise
session_notes      repeated on each row of the session
side               left or right; empty for both
set_notes

An empty cell means 'does not apply'. The file is UTF-8 with a byte order mark,
without which Excel takes it for the code page of Windows and breaks accents;
LibreOffice, Numbers and Google Sheets leave the mark out. Lines end in CRLF as
RFC 4180 has it, the lines of a note in LF. Decimals have a point. Text that
begins like a formula gets an apostrophe in front, so that nothing in a note
can run; numbers such as -15 stay numbers.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any, TextIO

from desktop.domain.spreadsheet import harmless
from desktop.domain.weight import Unit, Weight, plain_number

COLUMNS = (
    "date",
    "start",
    "utc_offset_minutes",
    "duration_minutes",
    "session",
    "location",
    "exercise",
    "exercise_number",
    "superset",
    "set_number",
    "set_type",
    "weight",
    "weight_unit",
    "weight_kg",
    "reps",
    "duration_seconds",
    "distance_meters",
    "rpe",
    "exercise_notes",
    "session_notes",
    "side",
    "set_notes",
)
_QUOTED = re.compile(r'[",\r\n]')
_BATCH = 2000
_MOST_REMEMBERED = 50_000


def write(
    out: TextIO,
    rows: Iterable[tuple[Any, ...]],
    step: Callable[[int], None] | None = None,
    *,
    mark: bool = True,
) -> int:
    """Write the table and return how many sets it has.

    rows: in the order of the sessions, their exercises and sets, each with
    session_date 'YYYY-MM-DD', started_at 'YYYY-MM-DDTHH:MM:SS.mmmZ',
    utc_offset_minutes, duration_minutes, the session's name, location and
    notes; the exercise's name, order_index from 0, notes and superset_group;
    set_number from 1, set_type, reps, weight in grams, weight_unit,
    duration_seconds, distance_meters, rpe, side, the set's notes, and last
    anything that is another for each exercise of each session. out: a text
    file in UTF-8, opened with newline="". step hears now and then how many sets are written.
    mark: begin with the byte order mark, which programs in a pipe do not expect.
    """
    out.write(("\ufeff" if mark else "") + ",".join(COLUMNS) + "\r\n")
    lines = _lines(rows)
    count = 0
    while batch := list(islice(lines, _BATCH)):
        out.write("".join(batch))
        count += len(batch)
        if step is not None:
            step(count)
    return count


def _lines(rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """The table's lines. Session, exercise and equal sets are put into words once each."""
    sets, texts = _Sets(), _Texts()
    session: tuple[Any, ...] = ()
    block: object = None
    before = between = after = ""
    for row in rows:
        if row[-1] != block:
            block = row[-1]
            if row[:6] != session:
                session = row[:6]
                before = _session_cells(session)
            remarks, name, place, notes, superset = row[6:11]
            group = "" if superset is None else superset
            between = f"{before},{texts[name]},{place + 1},{group},"
            after = f",{texts[notes]},{texts[remarks]}"
        yield f"{between}{sets[row[11:19]]}{after},{row[19] or ''},{texts[row[20]]}\r\n"


class _Sets(dict[tuple[Any, ...], str]):
    """The cells from set number to RPE for each set that occurs: the same ones come again."""

    def __init__(self) -> None:
        super().__init__()
        self._weights, self._efforts = _Weights(), _Efforts()

    def __missing__(self, key: tuple[Any, ...]) -> str:
        number, set_type, reps, grams, unit, seconds, meters, rpe = key
        text = (
            f"{number},{set_type},{self._weights[grams, unit]},"
            f"{self._efforts[reps, seconds, meters, rpe]}"
        )
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[key] = text
        return text


class _Weights(dict[tuple[int | None, str | None], str]):
    """The cells weight, weight_unit and weight_kg for each weight that occurs."""

    def __missing__(self, key: tuple[int | None, str | None]) -> str:
        grams, unit = key
        text = ",,"
        if grams is not None:
            weight = Weight(grams, Unit(unit or Unit.KG))
            text = f"{weight.text()},{weight.unit},{plain_number(Decimal(grams) / 1000)}"
        self[key] = text
        return text


class _Efforts(dict[tuple[float | None, ...], str]):
    """The cells reps, duration, distance and RPE for each combination that occurs."""

    def __missing__(self, key: tuple[float | None, ...]) -> str:
        self[key] = text = ",".join(map(_number, key))
        return text


class _Texts(dict[str | None, str]):
    """The cell for each text that occurs; names and empty notes come again and again."""

    def __missing__(self, text: str | None) -> str:
        self[text] = safe = cell(text)
        return safe


def _number(value: float | None) -> str:
    """A number to the millimetre, without needless zeros."""
    return "" if value is None else plain_number(Decimal(f"{value:.3f}"))


def _session_cells(session: tuple[Any, ...]) -> str:
    """The cells of a session, up to its location."""
    day, started, offset, minutes, name, location = session
    offset = offset or 0
    local = datetime.fromisoformat(started).replace(tzinfo=None) + timedelta(minutes=offset)
    return (
        f"{day},{local.isoformat(' ', 'seconds')},{offset},"
        f"{'' if minutes is None else minutes},{cell(name)},{cell(location)}"
    )


def cell(text: str | None) -> str:
    """A text as a cell, harmless where a spreadsheet would take it for a formula."""
    if not text:
        return ""
    safe = harmless(text)
    return '"' + safe.replace('"', '""') + '"' if _QUOTED.search(safe) else safe
