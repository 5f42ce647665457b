"""Sessions as lists and totals show them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A line of the history table. volume: grams x reps of its working sets."""

    id: UUID
    name: str
    day: date
    local_start: datetime
    duration_minutes: int | None
    exercises: int
    sets: int
    volume: int


@dataclass(frozen=True, slots=True)
class SessionName:
    """What a session is called, and its day."""

    id: UUID
    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Stats:
    """The log as it is written: every set of the finished sessions, warm-ups included.

    first_day, last_day: of any session, also of the one under way.
    volume: grams x reps, where the help of an assisted set counts by its
    amount, as other apps' export files count it.
    """

    workouts: int
    sets: int
    reps: int
    volume: int
    exercises: int
    first_day: date | None
    last_day: date | None
