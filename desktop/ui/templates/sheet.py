"""What is done to many cells and rows of a template at once, each one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from desktop.domain import template_edits as edits
from desktop.domain.errors import InvalidInputError
from desktop.domain.template_cells import LineField
from desktop.domain.template_paste import COLUMNS, block_of, pasted, spread
from desktop.domain.templates import WorkoutTemplate
from desktop.ui.templates.model import LinesModel
from desktop.ui.templates.rows import EXERCISE

Place = tuple[int, int]
Edit = Callable[[WorkoutTemplate], WorkoutTemplate]
_WHOLE_ROWS = "To remove an exercise, select its row by its number and press Delete."


class Sheet(LinesModel):
    """The lines as a spreadsheet. Cells are named by (row, column)."""

    # cells
    def copied(self, places: Iterable[Place]) -> list[list[str]]:
        """The texts of the cells, with empty ones where none was chosen."""
        chosen = {place for place in places if place[0] < len(self.lines)}
        if not chosen:
            return []
        rows = range(min(row for row, _ in chosen), max(row for row, _ in chosen) + 1)
        columns = range(min(at for _, at in chosen), max(at for _, at in chosen) + 1)
        return [
            [self._text(self.index(row, at)) if (row, at) in chosen else "" for at in columns]
            for row in rows
            if any((row, at) in chosen for at in columns)
        ]

    def paste(self, text: str, places: Sequence[Place]) -> list[Place]:
        """Put texts of a spreadsheet into the cells from the first one on; those written."""
        if self.template is None or self.is_read_only or not places or not text:
            return []
        top, left = min(row for row, _ in places), min(at for _, at in places)
        bottom, right = max(row for row, _ in places), max(at for _, at in places)
        try:
            block = spread(block_of(text), bottom - top + 1, right - left + 1)
        except InvalidInputError as fault:
            self.told.emit(str(fault))
            return []
        done = pasted(self.template, block, (top, left), self.names.find, self.notation_of)
        self.keep_written(done.told, "paste")
        self.told.emit(done.words)
        rows = range(top, min(top + len(block), len(self.lines)))
        return [(row, at) for row in rows for at in range(left, left + len(block[0]))]

    def write(self, texts: Sequence[tuple[int, int, str]], label: str) -> None:
        """Write (row, column, text); a name changes the exercise of its line."""
        if self.template is None or self.is_read_only:
            return
        template = self.template
        cells: list[tuple[UUID, LineField, str]] = []
        for row, at, text in texts:
            line, field = self.lines[row], COLUMNS[at]
            if field is not None:
                cells.append((line.id, field, text))
            elif exercise_id := self.names.find(text):
                kind = self.notation_of(exercise_id).kind
                template = edits.with_exercise(template, line.id, exercise_id, kind)
        self.keep_written(edits.written(template, cells, self.notation_of), label)
        self.told.emit("")

    def clear(self, places: Iterable[Place]) -> None:
        """Empty the cells; exercises stay."""
        chosen = [(row, at) for row, at in sorted(places) if row < len(self.lines)]
        texts = [(row, at, "") for row, at in chosen if at != EXERCISE]
        if texts:
            self.write(texts, "clear cells" if len(texts) > 1 else "clear a cell")
        elif chosen:
            self.told.emit(_WHOLE_ROWS)

    def fill_down(self, places: Iterable[Place]) -> None:
        """The first chosen cell of each column into the chosen ones below it.

        One row alone takes over the row above it.
        """
        chosen = sorted(place for place in places if place[0] < len(self.lines))
        rows = {row for row, _ in chosen}
        if len(rows) == 1 and min(rows) > 0:
            chosen = sorted([*chosen, *((row - 1, at) for row, at in chosen)])
        source: dict[int, str] = {}
        texts = []
        for row, at in chosen:
            if at in source:
                texts.append((row, at, source[at]))
            else:
                source[at] = self._text(self.index(row, at))
        if texts:
            self.write(texts, "fill down")

    # rows
    def move(self, rows: Iterable[int], before: int) -> bool:
        """Put rows together before the one that is at place `before` now."""
        ids = self._ids(rows)
        return bool(ids) and self._keep(
            lambda template: edits.move_lines(template, ids, before), "move", ids
        )

    def remove(self, rows: Iterable[int]) -> None:
        """Take rows out."""
        ids = self._ids(rows)
        self._keep(lambda template: edits.remove_lines(template, ids), "remove", ids)
        self.marked.emit()

    def add(self, exercise_id: UUID, place: int | None = None) -> None:
        """Add an exercise at a place, else at the end."""
        name = self.context.exercise_name(exercise_id)
        if self.template is not None:
            self.keep(edits.add_line(self.template, exercise_id, place), f"add {name}")

    def group(self, rows: Iterable[int]) -> None:
        """Let the rows be one superset."""
        ids = self._ids(rows)
        if self.template is not None and len(ids) > 1:
            self.keep(edits.grouped(self.template, ids), "group as superset")
        elif ids:
            self.told.emit("Select the rows that are done together, then group them.")

    def ungroup(self, rows: Iterable[int]) -> None:
        """Take the rows out of their supersets."""
        ids = self._ids(rows)
        if self.template is not None:
            self.keep(edits.ungrouped(self.template, ids), "ungroup superset")

    def _ids(self, rows: Iterable[int]) -> list[UUID]:
        lines = self.lines
        return [lines[row].id for row in sorted(set(rows)) if 0 <= row < len(lines)]

    def _keep(self, edit: Edit, what: str, line_ids: Sequence[UUID]) -> bool:
        """Do something with whole rows; False when nothing changed."""
        if self.template is None or self.is_read_only or not line_ids:
            return False
        before, after = self.template, edit(self.template)
        (first, *others) = [line for line in before.exercises if line.id in line_ids]
        count = len(others) + 1
        self.keep(after, f"{what} {count} exercises" if others else f"{what} {self.name(first)}")
        self.told.emit("")
        return after != before
