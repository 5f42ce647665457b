"""The warm-up sets before a working weight."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.analysis.plates import PlateSet
from desktop.domain.accounts import WarmUpStep
from desktop.domain.gear import Bar, Gym
from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet, SetType
from desktop.domain.weight import Weight


def warm_up_sets(
    work: Weight, ramp: Sequence[WarmUpStep], bar: Bar | None, gym: Gym
) -> tuple[ExerciseSet, ...]:
    """The steps of a ramp that lead up to a working weight, in its unit, each heavier.

    With a bar, rounded down to what the gym's plates make, from the empty bar
    on; without one (dumbbells, machines) to the gym's nearest. A step that is
    not above the one before, or not below the working weight, is left out.
    """
    plates = PlateSet(bar.weight, gym.plates, work) if bar else None
    sets: list[ExerciseSet] = []
    last = Weight(0, work.unit)
    for step in ramp:
        weight = _loadable(work, step.percent, plates, gym)
        if last.grams < weight.grams < work.grams:
            sets.append(ExerciseSet(new_id(), SetType.WARM_UP, step.reps, weight))
            last = weight
    return tuple(sets)


def _loadable(work: Weight, percent: float, plates: PlateSet | None, gym: Gym) -> Weight:
    grams = work.exact_grams * min(percent, 100.0) / 100.0
    if plates is None:
        return gym.nearest(grams, work.unit)
    return plates.load(Weight.of(grams / float(work.unit.grams), work.unit)).achieved
