"""What a finished session came to."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.muscles import Muscle
from desktop.domain.records import Record
from desktop.domain.session import ExerciseSet


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over ticked working sets. volume: grams x reps."""

    duration_minutes: int | None
    sets: int
    reps: int
    volume: int


@dataclass(frozen=True, slots=True)
class Before:
    """The session it is compared with: the last one of its template, else of its name."""

    session_id: UUID
    day: date
    totals: Totals


@dataclass(frozen=True, slots=True)
class ExerciseResult:
    """One exercise of the session. best, best_before: its best set now and the last time.

    planned: the sets that the template asks for, None outside a template.
    """

    exercise_id: UUID | None
    done: int
    planned: int | None
    best: ExerciseSet | None
    best_before: ExerciseSet | None
    is_skipped: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """A session's ticked working sets. template_name: empty when it follows none."""

    totals: Totals
    muscles: dict[Muscle, float]
    records: tuple[Record, ...]
    exercises: tuple[ExerciseResult, ...] = ()
    before: Before | None = None
    template_name: str = ""
