"""Cells of a template to and from a spreadsheet: lines of texts parted by tabs."""

import csv
import html
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.domain.errors import InvalidInputError
from desktop.domain.template_cells import LineField
from desktop.domain.template_edits import (
    NotationOf,
    Written,
    add_line,
    with_exercise,
    written,
)
from desktop.domain.templates import WorkoutTemplate

# the first column names the exercise
COLUMNS: tuple[LineField | None, ...] = (None, *LineField)
_MOST_NAMES_TOLD = 3
_MOST_ROWS = 500
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_HEADERS = ("exercise", "exercises", "exercise name")

Block = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of a paste. unknown: names that no exercise has; unnamed: rows without a name.

    added: how many lines are new.
    """

    told: Written
    unknown: tuple[str, ...] = ()
    unnamed: int = 0
    added: int = 0

    @property
    def words(self) -> str:
        """What was left out, as one sentence; empty when nothing was."""
        if self.unknown:
            shown = ", ".join(f"'{name}'" for name in self.unknown[:_MOST_NAMES_TOLD])
            more = len(self.unknown) - _MOST_NAMES_TOLD
            names = f"{shown} or {more} more" if more > 0 else shown
            rows = "This row was" if len(self.unknown) == 1 else "These rows were"
            return f"No exercise is called {names}. {rows} left out."
        if self.unnamed:
            rows = "1 row was" if self.unnamed == 1 else f"{self.unnamed} rows were"
            return f"{rows} left out: there is no exercise in that place."
        return ""


def block_of(text: str) -> list[list[str]]:
    """The cells of text as spreadsheets put it on the clipboard. Raises InvalidInputError."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        rows = [row or [""] for row in csv.reader(io.StringIO(plain), delimiter="\t")]
    except csv.Error as error:
        raise InvalidInputError("What was copied is no table.") from error
    if len(rows) > _MOST_ROWS:
        raise InvalidInputError(
            f"That is {len(rows):,} rows: more than a template takes at once.",
            f"Paste {_MOST_ROWS} rows at most.",
        )
    return rows or [[""]]


def text_of(block: Block) -> str:
    """Cells as spreadsheets take them from the clipboard."""
    lines = ["\t".join(map(_quoted, row)) for row in block]
    text = "\n".join(lines)
    return text if len(lines) == 1 and text else f"{text}\n"


def html_of(block: Block) -> str:
    """The same as a table in HTML, where cells say that they are text.

    Spreadsheets would take '5/3/1' and '8-12' for dates otherwise.
    """
    rows = "".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in block)
    return f'<meta charset="utf-8"><table>{rows}</table>'


def spread(block: Block, rows: int, columns: int) -> list[list[str]]:
    """The block, repeated to fill a larger selection that it fits into a whole number of times."""
    wide = max((len(row) for row in block), default=0)
    if not wide:
        return []
    down = rows // len(block) if rows % len(block) == 0 else 1
    along = columns // wide if columns % wide == 0 else 1
    filled = [[*row, *[""] * (wide - len(row))] * max(along, 1) for row in block]
    return filled * max(down, 1)


def pasted(
    template: WorkoutTemplate,
    block: Block,
    at: tuple[int, int],
    find: Callable[[str], UUID | None],
    notation_of: NotationOf,
) -> Pasted:
    """The template with a block of texts from cell `at` (row, column) on.

    find: the exercise of a name. Names in the first column change the
    exercise of their line, or add a line past the last one; a row whose name
    no exercise has is left out, and the rest is pasted.
    """
    top, left = at
    unknown: list[str] = []
    unnamed = added = 0
    cells: list[tuple[UUID, LineField, str]] = []
    rows = _without_header(block, left)
    place = top
    for texts in rows:
        name = texts[0].strip() if left == 0 and texts else ""
        exercise_id = find(name) if name else None
        is_new = place >= len(template.exercises)
        if name and exercise_id is None:
            unknown.append(name)
            place += not is_new
            continue
        if is_new and exercise_id is None:
            unnamed += any(text.strip() for text in texts)
            continue
        if is_new and exercise_id is not None:
            template = add_line(template, exercise_id)
            added += 1
        elif exercise_id not in (None, template.exercises[place].exercise_id):
            assert exercise_id is not None
            kind = notation_of(exercise_id).kind
            template = with_exercise(template, template.exercises[place].id, exercise_id, kind)
        cells += _cells_of(template.exercises[place].id, texts, left)
        place += 1
    told = written(template, cells, notation_of)
    return Pasted(told, tuple(dict.fromkeys(unknown)), unnamed, added)


def _cells_of(line_id: UUID, texts: Sequence[str], left: int) -> list[tuple[UUID, LineField, str]]:
    columns = COLUMNS[left : left + len(texts)]
    return [
        (line_id, column, text)
        for column, text in zip(columns, texts, strict=False)
        if column is not None
    ]


def _without_header(block: Block, left: int) -> Block:
    """Titles that came along are no exercises."""
    has_titles = left == 0 and bool(block) and block[0][0].strip().casefold() in _HEADERS
    return block[1:] if has_titles else block


def _html_cell(text: str) -> str:
    shown = html.escape(text).replace("\n", "<br>")
    if not text or _NUMBER.fullmatch(text):
        return f"<td>{shown}</td>"
    # the one is what Excel calls text, the other LibreOffice
    return f'<td style="mso-number-format:\'\\@\'" sdnum="0;0;@">{shown}</td>'


def _quoted(text: str) -> str:
    """What would be taken for the end of a cell is put between quotes."""
    if text.startswith('"') or "\t" in text or "\n" in text:
        return '"' + text.replace('"', '""') + '"'
    return text
