"""What stands beside an open session: what was done before, what is planned, what there is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from desktop.domain.accounts import ExercisePreferences
from desktop.domain.gear import Gear
from desktop.domain.session_start import Footing
from desktop.domain.templates import TemplateExercise


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All by exercise, but plan: by session exercise.

    footing: last time's sets (of the same template first) and the e1RMs of
    now. habits: what is preferred for single exercises.
    """

    footing: Footing
    gear: Gear
    plan: Mapping[UUID, TemplateExercise] = field(default_factory=dict)
    habits: Mapping[UUID, ExercisePreferences] = field(default_factory=dict)
