"""Exports from Strong, in every dialect the app has written since 2015.

The columns are looked up by their names (strong_dialect), the cells of a row
are read once for each combination that occurs (strong_values, strong_times), and
the rows are put together to workouts here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from operator import itemgetter

from desktop.domain.session import SetType
from desktop.domain.transfer import FileExercise, FileSet, FileWorkout, ImportFile, Problem
from desktop.domain.weight import Unit
from desktop.formats.delimited import decode, first_line, records
from desktop.formats.strong_dialect import Dialect, dialect_of, header_of, is_strong
from desktop.formats.strong_times import date_of, duration_of, is_day_first
from desktop.formats.strong_values import Fault, Readers, RowKind

_KG_OF_LB = 0.45359237


def sniff(head: bytes) -> bool:
    """The file begins as an export from Strong does."""
    return is_strong(header_of(first_line(head))[0])


def read(data: bytes) -> ImportFile:
    """The workouts of an export; raises InvalidInputError when it is none.

    A row that cannot be used is left out and named among the problems.
    """
    text, certain = decode(data)
    history = _History(text, dialect_of(text))
    if not certain:
        history.tell(0, "The file is not in UTF-8: accents may be wrong.", left_out=False)
    history.read()
    return history.finish()


@dataclass(slots=True)
class _Block:
    """An exercise being put together. `last` is the highest set order so far."""

    name: str
    sets: list[FileSet] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    last: int = -1


@dataclass(slots=True)
class _Workout:
    """A workout being put together."""

    name: str
    start: datetime
    duration: int | None
    line: int
    blocks: list[_Block] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)


class _History:
    """A file being read."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        self._text = text
        self._dialect = dialect
        self._columns = dialect.columns
        self._by_key: dict[tuple[str, ...], _Workout] = {}
        self._workouts: list[_Workout] = []
        # Where rows without a date belong; its own start is never looked at.
        self._nowhere = _Workout("", datetime(1, 1, 1), None, 0)  # noqa: DTZ001 - no zone is known
        self._last = self._nowhere
        self._problems: list[Problem] = []
        self._values = Readers(dialect)
        self._day_first: bool | None = None

    def tell(self, line: int, text: str, left_out: bool = True) -> None:
        """Note a problem."""
        self._problems.append(Problem(line, text, left_out))

    def read(self) -> None:
        """Take every row. The loop runs 100,000 times: it looks up, and calls little."""
        columns, values = self._columns, self._values
        load_cells, effort_cells = values.load_cells, values.effort_cells
        orders, loads, efforts = values.orders, values.loads, values.efforts
        key_of = itemgetter(*(columns[n] for n in ("date", "workout", "number") if n in columns))
        at_order, at_exercise = columns["order"], columns["exercise"]
        has_notes = self._dialect.has_notes
        at_notes = columns.get("notes", columns.get("workout notes", 0))
        at_more = columns.get("workout notes", at_notes)
        is_rest, is_set, nowhere = RowKind.REST, RowKind.SET, self._nowhere
        key: tuple[str, ...] = ()
        workout, block = nowhere, _Block("")
        for line, row in self._rows():
            kind, ordinal, set_type, fault = orders[row[at_order]]
            if kind is is_rest:
                continue
            if (its_key := key_of(row)) != key:
                key, workout = its_key, self._workout(its_key, row, line)
                block = workout.blocks[-1] if workout.blocks else _Block("")
            weight, unit, unfit = loads[load_cells(row)]
            reps, distance, seconds, rpe, unclear = efforts[effort_cells(row)]
            name = row[at_exercise].strip()
            unsure = fault or unfit or unclear or not name or workout is nowhere
            if unsure and not self._usable(line, workout, row, (fault, unfit, unclear)):
                continue
            if block.name != name or 0 <= ordinal <= block.last:
                block = _next_block(workout, block, name)
            if ordinal >= 0:
                block.last = ordinal
            if kind is is_set:
                block.sets.append(
                    FileSet(set_type, weight, unit, reps, distance, seconds, rpe, line)
                )
            if has_notes and (row[at_notes] or row[at_more]):
                self._note(workout, block, row)

    def _rows(self, tell: bool = True) -> Iterator[tuple[int, list[str]]]:
        """The rows below the header that have as many cells as it has; others are told."""
        dialect = self._dialect
        width, delimiter = dialect.width, dialect.delimiter
        rows = records(self._text, delimiter, width, dialect.start)
        next(rows, None)
        for line, row in rows:
            if len(row) == width:
                yield line, row
            elif row and tell:
                self.tell(line, f"The row has {len(row)} cells where {width} are expected.")

    def _usable(
        self, line: int, workout: _Workout, row: list[str], faults: tuple[Fault | None, ...]
    ) -> bool:
        """Tell what is wrong with a row, and whether it can be used nevertheless."""
        if workout is self._nowhere:
            date = row[self._columns["date"]].strip()
            said = f"'{date}' is no date." if date else "The row has no date."
        elif not row[self._columns["exercise"]].strip():
            said = "The row names no exercise."
        else:
            found = [fault for fault in faults if fault is not None]
            worst = [fault.text for fault in found if fault.left_out]
            said = worst[0] if worst else " ".join(fault.text for fault in found)
            self.tell(line, said, left_out=bool(worst))
            return not worst
        self.tell(line, said)
        return False

    def _workout(self, key: tuple[str, ...], row: list[str], line: int) -> _Workout:
        """The workout that a row belongs to: `_nowhere` without a date."""
        workout = self._by_key.get(key)
        if workout is None:
            workout = self._by_key[key] = self._started(row, line)
        self._last = workout
        return workout

    def _started(self, row: list[str], line: int) -> _Workout:
        """A workout that begins with this row, or the last one when only the name is missing."""
        columns = self._columns
        start = self._moment(row[columns["date"]])
        if start is None:
            return self._nowhere
        name = row[columns["workout"]].strip()
        if not name and self._last.start == start:
            return self._last
        at = columns.get("duration")
        duration, said = (None, "") if at is None else duration_of(row[at])
        if said:
            self.tell(line, said, left_out=False)
        self._workouts.append(_Workout(name, start, duration, line))
        return self._workouts[-1]

    def _moment(self, cell: str) -> datetime | None:
        """A date; one that a spreadsheet rewrote is read in the order that fits all of them."""
        if cell[:1].isdigit() and not cell[:4].isdigit() and self._day_first is None:
            at = self._columns["date"]
            self._day_first = any(is_day_first(row[at]) for _, row in self._rows(tell=False))
        return date_of(cell, bool(self._day_first))

    def _note(self, workout: _Workout, block: _Block, row: list[str]) -> None:
        """Keep a row's notes, once each: some dialects repeat them on every row."""
        for column, notes in (("notes", block.notes), ("workout notes", workout.notes)):
            if column in self._columns and (text := row[self._columns[column]].strip()):
                plain = text.replace("\r\n", "\n")
                notes[plain.replace("\\n", "\n") if self._dialect.escaped else plain] = None

    def finish(self) -> ImportFile:
        """What was read, oldest workout first."""
        dialect = self._dialect
        weighted = [load for load in self._values.loads.values() if load.weight is not None]
        found = sorted(self._workouts, key=lambda workout: workout.start)
        return ImportFile(
            source="strong",
            label="Strong",
            workouts=tuple(
                _finished(workout) for workout in found if any(b.sets for b in workout.blocks)
            ),
            problems=tuple(sorted(self._problems, key=lambda problem: problem.line)),
            has_unit=(
                all(load.unit is not None for load in weighted)
                if "weight unit" in self._columns
                else dialect.unit is not None
            ),
            has_distance_unit=dialect.has_distance_unit,
            suggested_unit=_suggested({load.weight for load in weighted})
            if dialect.exact
            else None,
        )


def _next_block(workout: _Workout, before: _Block, name: str) -> _Block:
    """A new block; warm-ups carry no number, so those at the end of `before` open this one."""
    block = _Block(name)
    while before.name == name and before.sets and before.sets[-1].set_type is SetType.WARM_UP:
        block.sets.insert(0, before.sets.pop())
    workout.blocks.append(block)
    return block


def _finished(workout: _Workout) -> FileWorkout:
    """The workout with what its notes say; a note on an exercise without sets stays in words."""
    exercises = tuple(
        FileExercise(block.name, tuple(block.sets), "\n".join(block.notes))
        for block in workout.blocks
        if block.sets
    )
    orphans = [f"{b.name}: {note}" for b in workout.blocks if not b.sets for note in b.notes]
    return FileWorkout(
        workout.name,
        workout.start,
        exercises,
        workout.duration,
        "\n".join([*workout.notes, *orphans]),
        workout.line,
    )


def _suggested(weights: set[float | None]) -> Unit | None:
    """Pounds, when most kilograms are odd but stand on a quarter-pound grid."""
    pounds = 0
    for weight in filter(None, weights):
        quarters = weight / _KG_OF_LB * 4
        odd = round(weight, 2) != weight
        pounds += 1 if odd and abs(quarters - round(quarters)) < 0.003 else -1
    return Unit.LB if pounds > 0 else None
