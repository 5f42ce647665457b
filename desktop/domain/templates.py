"""Templates: what a workout is meant to be."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.errors import InvalidInputError
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
        if low < 1 or (high is not None and high < low):
            raise InvalidInputError(
                f"'{text}' is no target for reps.", "The first number must be the smaller one."
            )
        return cls(low, high)

    def __str__(self) -> str:
        if self.low is None:
            return "AMRAP"
        if self.high is None:
            return f"{self.low}+"
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


@dataclass(frozen=True, slots=True)
class TemplateExercise:
    """One line of a template; its place in the template is its order."""

    id: UUID
    exercise_id: UUID | None
    target_sets: int | None = None
    target_reps: TargetReps | None = None
    target_weight: Weight | None = None
    rest_seconds: int | None = None
    superset_group: int | None = None


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

    def checked(self) -> "WorkoutTemplate":
        """Itself, when it can be stored; raises InvalidInputError when not."""
        if not self.name.strip():
            raise InvalidInputError("A template needs a name.", field="name")
        return self


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A line of the templates' table. exercise_ids in the template's order."""

    id: UUID
    name: str
    category: str
    exercise_ids: tuple[UUID, ...]
    last_used: date | None
    is_own: bool
    is_public: bool
