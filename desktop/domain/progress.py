"""What charts are drawn from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from desktop.domain.library import ExerciseKind
from desktop.domain.muscles import MuscleGroup
from desktop.domain.records import RecordKind
from desktop.domain.session import ExerciseSet, SetPlace


class Grain(StrEnum):
    """What one point of a series stands for."""

    SESSION = "session"
    WEEK = "week"
    MONTH = "month"

    @property
    def label(self) -> str:
        """The grain as shown."""
        return self.value.capitalize()


class Measure(StrEnum):
    """What is charted. A series says in which units."""

    E1RM = "e1rm"
    HEAVIEST = "heaviest"
    BEST_AT_REPS = "best_at_reps"
    VOLUME = "volume"
    SETS = "sets"
    REPS = "reps"
    AVERAGE_RPE = "average_rpe"
    TOP_RPE = "top_rpe"
    INTENSITY = "intensity"
    DURATION = "duration"
    DISTANCE = "distance"
    PACE = "pace"
    HELP = "help"

    @property
    def label(self) -> str:
        """The measure as shown."""
        return _LABELS[self]


_LABELS = {
    Measure.E1RM: "e1RM",
    Measure.HEAVIEST: "Heaviest weight",
    Measure.BEST_AT_REPS: "Best weight for reps",
    Measure.VOLUME: "Volume",
    Measure.SETS: "Sets",
    Measure.REPS: "Reps",
    Measure.AVERAGE_RPE: "Average RPE",
    Measure.TOP_RPE: "Top RPE",
    Measure.INTENSITY: "Intensity",
    Measure.DURATION: "Duration",
    Measure.DISTANCE: "Distance",
    Measure.PACE: "Pace",
    Measure.HELP: "Help",
}
_EFFORT = (Measure.AVERAGE_RPE, Measure.TOP_RPE)
# what fits an exercise of each kind, the first one where nothing was chosen
MEASURES: dict[ExerciseKind, tuple[Measure, ...]] = {
    ExerciseKind.WEIGHT_REPS: (
        Measure.E1RM,
        Measure.HEAVIEST,
        Measure.BEST_AT_REPS,
        Measure.VOLUME,
        Measure.SETS,
        Measure.REPS,
        *_EFFORT,
        Measure.INTENSITY,
    ),
    ExerciseKind.BODYWEIGHT_REPS: (
        Measure.REPS,
        Measure.HEAVIEST,
        Measure.BEST_AT_REPS,
        Measure.SETS,
        *_EFFORT,
    ),
    ExerciseKind.ASSISTED_BODYWEIGHT: (Measure.HELP, Measure.REPS, Measure.SETS, *_EFFORT),
    ExerciseKind.DURATION: (Measure.DURATION, Measure.SETS, *_EFFORT),
    ExerciseKind.WEIGHT_DURATION: (
        Measure.DURATION,
        Measure.HEAVIEST,
        Measure.SETS,
        *_EFFORT,
    ),
    ExerciseKind.DISTANCE_DURATION: (
        Measure.DISTANCE,
        Measure.PACE,
        Measure.DURATION,
        Measure.SETS,
        *_EFFORT,
    ),
    ExerciseKind.WEIGHT_DISTANCE: (
        Measure.HEAVIEST,
        Measure.DISTANCE,
        Measure.SETS,
        *_EFFORT,
    ),
}
MUSCLE_MEASURES = (Measure.SETS, Measure.VOLUME, Measure.REPS)
# the record that a measure's points can hold, if the exercise's kind has it
RECORD_OF: dict[Measure, RecordKind] = {
    Measure.E1RM: RecordKind.E1RM,
    Measure.HEAVIEST: RecordKind.HEAVIEST,
    Measure.VOLUME: RecordKind.SESSION_VOLUME,
    Measure.REPS: RecordKind.MOST_REPS,
    Measure.DURATION: RecordKind.LONGEST,
    Measure.DISTANCE: RecordKind.FARTHEST,
    Measure.PACE: RecordKind.BEST_PACE,
    Measure.HELP: RecordKind.LEAST_HELP,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a series is about: one exercise, or all exercises of a group of muscles."""

    exercise_id: UUID | None = None
    group: MuscleGroup | None = None


class SeriesPoint(NamedTuple):
    """A value of a series. A tuple: charts hold thousands.

    day: of the session, or the first day of the week or month, which `last`
    is the last day of (None for a session). session_key: the session's id as
    bytes, in a week or month that of the best one; empty where no single
    session stands behind the value, as for sums and means over several.
    records: the kind of record that the measure shows (RECORD_OF), where one
    fell in that time; nothing else. is_outlier: a session with a value too
    good to be true (analysis/outliers.py) that nobody called right, so it
    holds no record.
    """

    day: date
    value: float
    session_key: bytes
    records: tuple[RecordKind, ...] = ()
    is_outlier: bool = False
    last: date | None = None

    @property
    def session_id(self) -> UUID | None:
        """The session behind the value, if it is a single one."""
        return UUID(bytes=self.session_key) if self.session_key else None


@dataclass(frozen=True, slots=True)
class Series:
    """A measure over the whole history, oldest point first; no point where nothing was noted.

    Values are grams (e1RM, heaviest, best weight for reps; help as a positive
    weight, where less is better), grams x reps (volume), counts (sets, reps),
    RPE, a share of the e1RM from 0 to 1 (intensity), seconds, metres, or
    metres per second (pace). reps: of BEST_AT_REPS.
    """

    subject: Subject
    measure: Measure
    grain: Grain
    points: tuple[SeriesPoint, ...]
    reps: int | None = None


@dataclass(frozen=True, slots=True)
class SetRow:
    """A set where it was done.

    label: its place among the exercise's sets as everywhere: W, D, F or its
    number. e1rm: grams, None where nothing is estimated. is_counted: it counts
    in figures. why_not: a few words on why it does not, or why it is not
    behind a certain figure; empty when there is nothing to say.
    """

    day: date
    session_id: UUID
    one: ExerciseSet
    label: str
    e1rm: int | None
    is_counted: bool
    why_not: str = ""
    exercise_id: UUID | None = None

    @property
    def place(self) -> SetPlace:
        """Where it is found in the log."""
        return SetPlace(self.session_id, self.one.id)


@dataclass(frozen=True, slots=True)
class Why:
    """Where a figure comes from. lines: sentences and the formula with its numbers.

    used: the sets behind it. left_out: those nearby that are not, each with its why_not.
    """

    title: str
    lines: tuple[str, ...]
    used: tuple[SetRow, ...] = ()
    left_out: tuple[SetRow, ...] = ()


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
