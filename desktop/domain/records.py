"""Personal records: what is a record, and where it was set."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet, SetPlace


class RecordKind(StrEnum):
    """What a record is about."""

    HEAVIEST = "heaviest"
    E1RM = "e1rm"
    SET_VOLUME = "set_volume"
    SESSION_VOLUME = "session_volume"
    MOST_REPS = "most_reps"
    LEAST_HELP = "least_help"
    LONGEST = "longest"
    FARTHEST = "farthest"
    BEST_PACE = "best_pace"

    @property
    def label(self) -> str:
        """The record's name as shown."""
        return _LABELS[self]


_LABELS = {
    RecordKind.HEAVIEST: "Heaviest weight",
    RecordKind.E1RM: "Best e1RM",
    RecordKind.SET_VOLUME: "Best set volume",
    RecordKind.SESSION_VOLUME: "Best session volume",
    RecordKind.MOST_REPS: "Most reps",
    RecordKind.LEAST_HELP: "Least help",
    RecordKind.LONGEST: "Longest",
    RecordKind.FARTHEST: "Farthest",
    RecordKind.BEST_PACE: "Best pace",
}
KINDS_OF_RECORD: dict[ExerciseKind, tuple[RecordKind, ...]] = {
    ExerciseKind.WEIGHT_REPS: (
        RecordKind.E1RM,
        RecordKind.HEAVIEST,
        RecordKind.SET_VOLUME,
        RecordKind.SESSION_VOLUME,
    ),
    ExerciseKind.BODYWEIGHT_REPS: (RecordKind.MOST_REPS, RecordKind.HEAVIEST),
    ExerciseKind.ASSISTED_BODYWEIGHT: (RecordKind.LEAST_HELP,),
    ExerciseKind.DURATION: (RecordKind.LONGEST,),
    ExerciseKind.WEIGHT_DURATION: (RecordKind.LONGEST, RecordKind.HEAVIEST),
    ExerciseKind.DISTANCE_DURATION: (RecordKind.FARTHEST, RecordKind.BEST_PACE),
    ExerciseKind.WEIGHT_DISTANCE: (RecordKind.HEAVIEST, RecordKind.FARTHEST),
}


class Record(NamedTuple):
    """A best that stands or stood. A tuple, because a log of years holds thousands.

    value: grams (weights, e1RM), grams x reps (volumes), reps, seconds,
    metres, or metres per second (pace). previous: the value it beat.
    reps, weight, rpe: of the set behind it, None for a session's volume.
    """

    kind: RecordKind
    exercise_id: UUID
    value: float
    day: date
    session_id: UUID
    previous: float | None = None
    reps: int | None = None
    weight: int | None = None
    rpe: float | None = None


@dataclass(frozen=True, slots=True)
class RepMax:
    """The heaviest weight (grams) lifted for at least `reps`, done with `done_reps`."""

    reps: int
    weight: int
    done_reps: int
    day: date
    session_id: UUID


@dataclass(frozen=True, slots=True)
class ExerciseRecords:
    """What stands for one exercise: its bests by kind and its rep-max table."""

    exercise_id: UUID
    bests: tuple[Record, ...]
    rep_maxes: tuple[RepMax, ...]


class Outlier(NamedTuple):
    """A session's best that is too good to be true, and is no record until someone says so.

    value, usual: of that kind, now and at best in the other sessions. set_ids:
    the sets that make it.
    """

    kind: RecordKind
    exercise_id: UUID
    value: float
    usual: float
    day: date
    session_id: UUID
    set_ids: tuple[UUID, ...]

    @property
    def place(self) -> SetPlace:
        """Where its first set is found in the log."""
        return SetPlace(self.session_id, self.set_ids[0])


class Judged(NamedTuple):
    """A set that was left out of all figures, or called right."""

    exercise_id: UUID
    day: date
    session_id: UUID
    one: ExerciseSet

    @property
    def place(self) -> SetPlace:
        """Where it is found in the log."""
        return SetPlace(self.session_id, self.one.id)


@dataclass(frozen=True, slots=True)
class RecordsBook:
    """Everything of the Records page: events newest first, and each exercise's bests.

    baselines: for each exercise and kind its first value, newest first.
    """

    events: tuple[Record, ...]
    exercises: dict[UUID, ExerciseRecords]
    baselines: tuple[Record, ...] = ()
    outliers: tuple[Outlier, ...] = ()
    left_out: tuple[Judged, ...] = ()
    called_right: tuple[Judged, ...] = ()
