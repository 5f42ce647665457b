"""Exercises: what is trained, with what, and how."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from desktop.domain.errors import InvalidInputError
from desktop.domain.muscles import Muscle


class ExerciseKind(StrEnum):
    """What is noted for a set of the exercise, and so what a record means."""

    WEIGHT_REPS = "weight_reps"
    BODYWEIGHT_REPS = "bodyweight_reps"
    ASSISTED_BODYWEIGHT = "assisted_bodyweight"
    DURATION = "duration"
    WEIGHT_DURATION = "weight_duration"
    DISTANCE_DURATION = "distance_duration"
    WEIGHT_DISTANCE = "weight_distance"

    @property
    def label(self) -> str:
        """The kind in a user's words."""
        return _LABELS[self]

    @property
    def has_weight(self) -> bool:
        """A weight may be noted (added weight, or help when assisted)."""
        return self not in (ExerciseKind.DURATION, ExerciseKind.DISTANCE_DURATION)

    @property
    def has_reps(self) -> bool:
        """Reps are noted."""
        return self in _REPS

    @property
    def has_rep_maxes(self) -> bool:
        """A weight is lifted for reps; help is none."""
        return self in (ExerciseKind.WEIGHT_REPS, ExerciseKind.BODYWEIGHT_REPS)

    @property
    def has_duration(self) -> bool:
        """A duration is noted."""
        return self in (
            ExerciseKind.DURATION,
            ExerciseKind.WEIGHT_DURATION,
            ExerciseKind.DISTANCE_DURATION,
        )

    @property
    def has_distance(self) -> bool:
        """A distance is noted."""
        return self in (ExerciseKind.DISTANCE_DURATION, ExerciseKind.WEIGHT_DISTANCE)


_REPS = (
    ExerciseKind.WEIGHT_REPS,
    ExerciseKind.BODYWEIGHT_REPS,
    ExerciseKind.ASSISTED_BODYWEIGHT,
)
_LABELS = {
    ExerciseKind.WEIGHT_REPS: "Weight and reps",
    ExerciseKind.BODYWEIGHT_REPS: "Bodyweight reps",
    ExerciseKind.ASSISTED_BODYWEIGHT: "Assisted bodyweight",
    ExerciseKind.DURATION: "Duration",
    ExerciseKind.WEIGHT_DURATION: "Weight and duration",
    ExerciseKind.DISTANCE_DURATION: "Distance and duration",
    ExerciseKind.WEIGHT_DISTANCE: "Weight and distance",
}


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise of the library or of a user's own.

    created_by_user_id is None for the exercises that come with the program.
    """

    id: UUID
    name: str
    kind: ExerciseKind
    primary: tuple[Muscle, ...] = ()
    secondary: tuple[Muscle, ...] = ()
    equipment: str = ""
    instructions: tuple[str, ...] = ()
    aliases: tuple[str, ...] = field(default=())
    is_custom: bool = False
    created_by_user_id: UUID | None = None
    is_deleted: bool = False

    def checked(self) -> "Exercise":
        """Itself, when it can be stored; raises InvalidInputError when not."""
        if not self.name.strip():
            raise InvalidInputError("An exercise needs a name.", field="name")
        if set(self.primary) & set(self.secondary):
            raise InvalidInputError("A muscle is either primary or secondary.", field="muscles")
        return self


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """A line of the library's table: the exercise and what its user has done of it.

    best_e1rm: grams, None where no set allows an estimate. sets: counted sets.
    """

    exercise: Exercise
    last_done: date | None = None
    best_e1rm: int | None = None
    sets: int = 0
