"""Templates: what a workout is meant to be."""

import re
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from desktop.domain.errors import InvalidInputError
from desktop.domain.session import SetType
from desktop.domain.weight import Weight

_TARGET = re.compile(r"(\d{1,4})(?:(\+)|\s*[-\u2013]\s*(\d{1,4}))?")


@dataclass(frozen=True, slots=True)
class TargetReps:
    """A target for reps: '5' (5, 5), '8-12' (8, 12), '5+' (5, None), 'AMRAP' (None, None)."""

    low: int | None
    high: int | None

    @classmethod
    def parse(cls, text: str) -> "TargetReps | None":
        """The target in `text`; None when empty. Raises InvalidInputError."""
        plain = text.strip()
        if not plain:
            return None
        if plain.upper() == "AMRAP":
            return cls(None, None)
        match = _TARGET.fullmatch(plain)
        if not match:
            raise InvalidInputError(
                f"'{text}' is no target for reps.", "Type 5, 8-12, 5+ or AMRAP.", "target_reps"
            )
        low = int(match[1])
        high = None if match[2] else int(match[3] or low)
        if low < 1:
            raise InvalidInputError(f"'{text}' is no target for reps.", "Type 1 or more.")
        if high is not None and high < low:
            raise InvalidInputError(
                f"'{text}' is no target for reps.", "The first number must be the smaller one."
            )
        return cls(low, high)

    def holds(self, reps: int) -> bool:
        """So many reps meet the target."""
        return (self.low is None or reps >= self.low) and (self.high is None or reps <= self.high)

    def __str__(self) -> str:
        if self.low is None:
            return "AMRAP"
        if self.high is None:
            return f"{self.low}+"
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


@dataclass(frozen=True, slots=True)
class TargetSet:
    """What one set is meant to be; None leaves it open.

    percent: the weight as a share of the e1RM, in percent. rpe: how hard it
    is meant to be. Distance in metres.
    """

    set_type: SetType = SetType.NORMAL
    reps: TargetReps | None = None
    weight: Weight | None = None
    percent: float | None = None
    rpe: float | None = None
    duration_seconds: int | None = None
    distance_meters: float | None = None


_VALUES = ("reps", "weight", "percent", "rpe", "duration_seconds", "distance_meters")


@dataclass(frozen=True, slots=True)
class TemplateExercise:
    """One line of a template; its place in the template is its order.

    The target_ values hold for each of target_sets sets. Where sets differ (a
    pyramid, a top set and back-offs) `sets` has one target for each, and the
    target_ values are what all of them share.
    """

    id: UUID
    exercise_id: UUID | None
    target_sets: int | None = None
    target_reps: TargetReps | None = None
    target_weight: Weight | None = None
    rest_seconds: int | None = None
    superset_group: int | None = None
    target_percent: float | None = None
    target_rpe: float | None = None
    target_seconds: int | None = None
    target_meters: float | None = None
    notes: str = ""
    sets: tuple[TargetSet, ...] = ()

    @property
    def shared_target(self) -> TargetSet:
        """The target that all sets share."""
        return TargetSet(
            SetType.NORMAL,
            self.target_reps,
            self.target_weight,
            self.target_percent,
            self.target_rpe,
            self.target_seconds,
            self.target_meters,
        )

    def targets(self, default_count: int = 0) -> tuple[TargetSet, ...]:
        """The target of each set; so many equal ones when the line does not say how many."""
        return self.sets or (self.shared_target,) * (self.target_sets or default_count)

    def with_targets(self, targets: "tuple[TargetSet, ...]") -> "TemplateExercise":
        """The line with one target for each set; equal ones are kept as one."""
        shared = TargetSet(
            **{
                name: values.pop()
                for name in _VALUES
                if len(values := {getattr(one, name) for one in targets}) == 1
            }
        )
        is_plain = all(one == shared for one in targets)
        return replace(
            self.with_shared(shared),
            target_sets=len(targets) or None,
            sets=() if is_plain else targets,
        )

    def with_shared(self, target: TargetSet) -> "TemplateExercise":
        """The line with that target for all sets; how many there are, and of which types, stays."""
        return replace(
            self,
            target_reps=target.reps,
            target_weight=target.weight,
            target_percent=target.percent,
            target_rpe=target.rpe,
            target_seconds=target.duration_seconds,
            target_meters=target.distance_meters,
        )


@dataclass(frozen=True, slots=True)
class WorkoutTemplate:
    """A named plan for a workout."""

    id: UUID
    user_id: UUID | None
    name: str
    description: str = ""
    category: str = ""
    is_public: bool = False
    exercises: tuple[TemplateExercise, ...] = ()
    is_archived: bool = False

    def checked(self) -> "WorkoutTemplate":
        """Itself, when it can be stored; raises InvalidInputError when not."""
        if not self.name.strip():
            raise InvalidInputError("A template needs a name.", field="name")
        return self


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A line of the templates' table. exercise_ids in the template's order.

    owner: the name of the profile it is of. seconds: how long it takes,
    estimated; 0 where nobody asked.
    """

    id: UUID
    name: str
    category: str
    exercise_ids: tuple[UUID, ...]
    last_used: date | None
    is_own: bool
    is_public: bool
    is_archived: bool = False
    owner: str = ""
    lines: tuple[TemplateExercise, ...] = ()
    seconds: int = 0
