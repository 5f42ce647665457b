"""How much was trained: days, weekly sets of muscles and their landmarks, balance."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop.domain.errors import InvalidInputError
from desktop.domain.muscles import Muscle, MuscleGroup


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
