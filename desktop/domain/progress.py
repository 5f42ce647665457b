"""What charts are drawn from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from desktop.domain.errors import InvalidInputError
from desktop.domain.library import ExerciseKind
from desktop.domain.muscles import Muscle, MuscleGroup
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


@dataclass(frozen=True, slots=True)
class Balance:
    """Counted sets on the two sides of the body's work; analysis/balance.py says what is what."""

    push: float
    pull: float
    upper: float
    lower: float
    quadriceps: float
    hamstrings: float


class TrainingDay(NamedTuple):
    """A day with sets that count, over all of its sessions.

    start: when the first session began, in minutes since midnight on the
    user's clock of that day; starts: the same for every session. minutes: how
    long they took, where that is known. volume: grams x reps.
    """

    day: date
    start: int
    minutes: int
    sets: int
    volume: int
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Landmark:
    """Weekly sets of a muscle group: below `low` is little, above `high` is a lot."""

    low: float
    high: float

    def require_order(self) -> None:
        """Raise InvalidInputError unless it is a range of sets."""
        if not 0 <= self.low <= self.high:
            raise InvalidInputError(
                "What is little lies below what is a lot.", "Type the smaller number first."
            )


def usual_landmarks() -> dict[MuscleGroup, Landmark]:
    """10 and 20 weekly sets for every group of muscles; none for cardio, which has no sets.

    10: with ten or more weekly sets for a muscle it grew more than with fewer
    in the 15 studies summed up by Schoenfeld, Ogborn and Krieger (2017,
    Journal of Sports Sciences 35), which say little of more than that. 20 is
    a common limit of caution and no finding: above it the studies are few.
    They count sets near failure, some of them only those that train the
    muscle directly, and lifters differ widely; so these are a place to start.
    """
    return {one: Landmark(10, 20) for one in MuscleGroup if one is not MuscleGroup.CARDIO}


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
