"""Workout sessions: what was done, set by set."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from uuid import UUID

from desktop.domain.weight import Weight


class SetType(StrEnum):
    """What a set was for. All but warm-ups are working sets."""

    NORMAL = "normal"
    WARM_UP = "warmup"
    DROP = "drop"
    FAILURE = "failure"

    @property
    def is_working(self) -> bool:
        """Counts for records, volume and weekly sets."""
        return self is not SetType.WARM_UP


class Side(StrEnum):
    """The side of the body that a set was done with."""

    LEFT = "left"
    RIGHT = "right"


class Verdict(StrEnum):
    """What the lifter said of a set whose value looked wrong."""

    RIGHT = "right"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class ExerciseSet:
    """One set. None means 'does not apply'; completed_at None means 'not ticked'.

    Weight is negative for the help of an assisted exercise; distance in
    metres, to the millimetre; RPE from 1 to 10 in halves; side None: both.
    verdict: whether it is left out of all figures, or right although it looks wrong.
    """

    id: UUID
    set_type: SetType = SetType.NORMAL
    reps: int | None = None
    weight: Weight | None = None
    duration_seconds: int | None = None
    distance_meters: float | None = None
    rpe: float | None = None
    completed_at: datetime | None = None
    side: Side | None = None
    notes: str = ""
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class SessionExercise:
    """An exercise within a session; its place in the session is its order.

    template_exercise_id: the line of the template that it follows, also after
    the exercise was swapped for another. is_skipped: not done today.
    """

    id: UUID
    exercise_id: UUID | None
    sets: tuple[ExerciseSet, ...] = ()
    notes: str = ""
    completed_at: datetime | None = None
    superset_group: int | None = None
    template_exercise_id: UUID | None = None
    is_skipped: bool = False


@dataclass(frozen=True, slots=True)
class SetPlace:
    """Where in the log a set is found."""

    session_id: UUID
    set_id: UUID


@dataclass(frozen=True, slots=True)
class WorkoutSession:
    """A workout. The day is the user's day; the times are UTC.

    ended_at None and is_open: the session is still being logged. One that is
    open and has a duration is typed in after the fact: it took that long, and
    no rest runs in it.
    """

    id: UUID
    user_id: UUID | None
    name: str
    session_date: date
    started_at: datetime
    utc_offset_minutes: int = 0
    ended_at: datetime | None = None
    duration_minutes: int | None = None
    template_id: UUID | None = None
    location: str = ""
    notes: str = ""
    exercises: tuple[SessionExercise, ...] = ()

    @property
    def is_open(self) -> bool:
        """Still being logged in the dock."""
        return self.ended_at is None

    @property
    def is_after_the_fact(self) -> bool:
        """Open, but done already: what is ticked was done when it was, not now."""
        return self.is_open and self.duration_minutes is not None

    @property
    def local_start(self) -> datetime:
        """The start on the user's clock of that day, without a zone."""
        zone = timezone(timedelta(minutes=self.utc_offset_minutes))
        return self.started_at.astimezone(zone).replace(tzinfo=None)

    def all_sets(self) -> Iterator[ExerciseSet]:
        """Every set in order."""
        for exercise in self.exercises:
            yield from exercise.sets


def offset_minutes(local: datetime) -> int:
    """How far a clock with a zone is ahead of UTC at that moment."""
    offset = local.utcoffset() or timedelta()
    return int(offset.total_seconds() // 60)
