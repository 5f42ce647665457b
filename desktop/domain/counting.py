"""What of a log counts in figures, as its profile wishes."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.accounts import Formula, Preferences
from desktop.domain.session import ExerciseSet, SetType, Verdict


@dataclass(frozen=True, slots=True)
class Counting:
    """Which sets count, and how an e1RM is made of one.

    uses_rpe: reps in reserve count as reps. most_reps: above so many
    effective reps nothing is estimated.
    """

    formula: Formula = Formula.AUTO
    uses_rpe: bool = True
    most_reps: int = 12
    counts_warm_ups: bool = False

    @classmethod
    def of(cls, preferences: Preferences) -> "Counting":
        """As the profile wishes."""
        return cls(
            preferences.formula,
            preferences.uses_rpe,
            preferences.most_reps,
            preferences.counts_warm_ups,
        )

    def has_type(self, set_type: SetType) -> bool:
        """Sets of that type count."""
        return set_type.is_working or self.counts_warm_ups

    def has(self, one: ExerciseSet) -> bool:
        """The set counts: it is ticked, of a type that counts, and not left out."""
        return (
            one.completed_at is not None
            and one.verdict is not Verdict.LEFT_OUT
            and self.has_type(one.set_type)
        )

    def volume(self, sets: Iterable[ExerciseSet]) -> int:
        """Grams x reps of the sets that count; the help of an assisted set is none."""
        lifted = (
            one.weight.exact_grams * (one.reps or 0)
            for one in sets
            if one.weight is not None and one.weight.grams > 0 and self.has(one)
        )
        return round(sum(lifted))
