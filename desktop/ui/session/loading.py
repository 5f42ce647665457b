"""Which bar an exercise is done with, and what goes on it."""

from __future__ import annotations

from functools import lru_cache

from desktop.analysis.plates import load_bar
from desktop.domain.accounts import ExercisePreferences
from desktop.domain.gear import Bar, Gym
from desktop.domain.library import Exercise
from desktop.domain.weight import Weight
from desktop.ui.widgets.plate_bar import plates_text

_BARBELL = "Barbell"


def bar_of(exercise: Exercise | None, habit: ExercisePreferences | None, gym: Gym) -> Bar | None:
    """The bar that is preferred for the exercise, else the gym's first one for a barbell's."""
    if habit is not None and habit.bar is not None:
        wanted = habit.bar
        known = next((one for one in gym.bars if one.weight == wanted), None)
        return known or Bar(str(wanted), wanted)
    if exercise is None or exercise.equipment != _BARBELL or not gym.bars:
        return None
    return gym.bars[0]


@lru_cache(maxsize=64)
def side_text(weight: Weight, bar: Bar, gym: Gym) -> str:
    """'Each side 25 + 15 kg', and what that makes where the plates do not make the weight."""
    load = load_bar(weight, bar.weight, gym.plates)
    if load.is_below_bar:
        return f"Less than the bar of {bar.weight}"
    if not load.per_side:
        words = f"The empty bar, {bar.weight}"
    else:
        words = f"Each side {plates_text(load.per_side)}"
    return words if load.is_exact else f"{words}, makes {load.achieved}"
