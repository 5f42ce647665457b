"""What charts are drawn from."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from desktop.domain.library import ExerciseKind
from desktop.domain.muscles import Muscle, MuscleGroup
from desktop.domain.records import RecordKind


class SessionPoint(NamedTuple):
    """One session of one exercise, summed over its counted sets. A tuple: charts hold thousands.

    e1rm, heaviest: grams; volume: grams x reps; best_reps, best_weight and
    best_rpe: of the set with the best e1RM. seconds and meters: sums.
    records: the kinds of record that fell in this session.
    """

    session_key: bytes
    day: date
    e1rm: int | None
    heaviest: int | None
    volume: int
    sets: int
    reps: int
    seconds: int
    meters: float
    best_reps: int | None = None
    best_weight: int | None = None
    best_rpe: float | None = None
    records: tuple[RecordKind, ...] = ()

    @property
    def session_id(self) -> UUID:
        """The session; made when asked for, because most points are only drawn."""
        return UUID(bytes=self.session_key)


@dataclass(frozen=True, slots=True)
class ExerciseChart:
    """An exercise's whole history, oldest session first."""

    exercise_id: UUID
    kind: ExerciseKind
    points: tuple[SessionPoint, ...]


@dataclass(frozen=True, slots=True)
class WeeklySets:
    """Counted sets for each muscle and week: primary 1, secondary 0.5.

    weeks: the first day of each week, none left out between the first and
    the last. sets: for each muscle one number a week. groups: the same for
    each group of muscles, where a set counts once: by the muscle of the
    group that it trains most.
    """

    weeks: tuple[date, ...]
    sets: dict[Muscle, tuple[float, ...]]
    groups: dict[MuscleGroup, tuple[float, ...]]
