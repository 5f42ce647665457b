"""Workouts on their way in from another program's file, and what the user decides on them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import PurePath
from uuid import UUID

from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.session import SetType, WorkoutSession
from desktop.domain.templates import WorkoutTemplate
from desktop.domain.weight import Unit

Step = Callable[[int, int], None]  # told (done, total); raises CancelledError to stop


@dataclass(frozen=True, slots=True)
class FileSet:
    """A set as a file has it. weight: the file's own number, in `unit` (None: not said).

    distance in metres where the unit is known (ImportFile.has_distance_unit), else in
    the file's own unit.
    """

    set_type: SetType = SetType.NORMAL
    weight: float | None = None
    unit: Unit | None = None
    reps: int | None = None
    distance: float | None = None
    seconds: int | None = None
    rpe: float | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class FileExercise:
    """An exercise block as a file has it, under the file's name for it."""

    name: str
    sets: tuple[FileSet, ...]
    notes: str = ""


@dataclass(frozen=True, slots=True)
class FileWorkout:
    """A workout as a file has it; start on the device's own clock, without a zone."""

    name: str
    start: datetime
    exercises: tuple[FileExercise, ...]
    duration_seconds: int | None = None
    notes: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the file that was left out or mended, with its line (0: the whole file)."""

    line: int
    text: str
    left_out: bool = True


@dataclass(frozen=True, slots=True)
class ImportFile:
    """A file read whole. source: 'strong'. has_unit: the file itself says its unit of weight.

    suggested_unit: what the numbers look like (pounds that were stored as
    kilograms); None without a guess.
    """

    source: str
    label: str
    workouts: tuple[FileWorkout, ...]
    problems: tuple[Problem, ...] = ()
    has_unit: bool = True
    has_distance_unit: bool = True
    suggested_unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class RepbookFile:
    """Repbook's own file read whole: sessions under fresh ids, pointing to the file's exercises."""

    exercises: tuple[Exercise, ...]
    templates: tuple[WorkoutTemplate, ...]
    sessions: tuple[WorkoutSession, ...]
    label: str = "Repbook"
    problems: tuple[Problem, ...] = ()
    has_unit: bool = True
    has_distance_unit: bool = True
    suggested_unit: Unit | None = None


class MatchHow(StrEnum):
    """How a file's exercise name finds an exercise."""

    NAME = "name"
    ALIAS = "alias"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A file's exercise name and where it goes; exercise_id None: it will be created."""

    name: str
    sets: int
    how: MatchHow
    exercise_id: UUID | None
    kind: ExerciseKind


@dataclass(frozen=True, slots=True)
class ImportAnswers:
    """What the user decided. unit: for weights whose unit the file does not say.

    units: exceptions by the file's exercise name. matches: exercise chosen
    by hand for a file's name (None: create it). restore_deleted: bring back
    workouts that were deleted here.
    """

    unit: Unit = Unit.KG
    units: dict[str, Unit] = field(default_factory=dict)
    matches: dict[str, UUID | None] = field(default_factory=dict)
    restore_deleted: bool = False


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do, shown before it is done.

    new, updated, known, deleted: workouts to add, to bring up to date, that
    are here already, and that were deleted here.
    """

    file: ImportFile | RepbookFile
    answers: ImportAnswers
    first_day: date | None
    last_day: date | None
    workouts: int
    sets: int
    new: int
    updated: int
    known: int
    deleted: int
    names: tuple[NameMatch, ...]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did.

    replaced: sessions brought up to date, as (before, after).
    """

    added: int
    updated: int
    known: int
    sets: int
    problems: tuple[Problem, ...]
    session_ids: tuple[UUID, ...] = ()
    exercise_ids: tuple[UUID, ...] = ()
    template_ids: tuple[UUID, ...] = ()
    restored_ids: tuple[UUID, ...] = ()
    replaced: tuple[tuple[WorkoutSession, WorkoutSession], ...] = ()

    @property
    def created_exercises(self) -> int:
        """How many exercises the library did not have."""
        return len(self.exercise_ids)


class ExportFormat(StrEnum):
    """A kind of file that sessions are written to."""

    CSV = "csv"
    JSON = "json"

    @property
    def ending(self) -> str:
        """What the name of such a file ends in, with its dot.

        Our own has one to itself, so that a double-click finds Repbook.
        """
        return ".repbook" if self is ExportFormat.JSON else f".{self}"

    @classmethod
    def of_name(cls, name: str) -> "ExportFormat | None":
        """The format that a file's name asks for; None when it names none."""
        ending = PurePath(name).suffix.lower()
        return next((one for one in cls if ending in (one.ending, f".{one}")), None)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which sessions to export: the ids if given, else those of the days (None: no bound)."""

    session_ids: tuple[UUID, ...] | None = None
    first: date | None = None
    last: date | None = None

    def has(self, session_id: UUID, day: date) -> bool:
        """Whether a session of that day is one of them."""
        if self.session_ids is not None and session_id not in self.session_ids:
            return False
        return not ((self.first and day < self.first) or (self.last and day > self.last))
