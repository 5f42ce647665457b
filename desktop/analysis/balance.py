"""How the work is shared between what belongs together.

Which muscles push and which pull follows from what the joint does in the
movements that they are the primary muscles of: chest, front and side delts
and triceps press a weight away; the back above the hips, rear delts and
biceps draw it near. The lower back, the neck and the trunk do neither, and
forearms, legs and cardio are left out of it. Upper and lower body part at the
hips; the trunk is neither. Sets are counted as everywhere: a set counts once
on a side, by the muscle there that it trains most (primary 1, secondary
0.5), so that a set can count on both.

A ratio of two such numbers is a look at a log and no verdict: no study says
which ratio is right for whom.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.analysis.volume import muscle_shares
from desktop.domain.library import Exercise
from desktop.domain.muscles import MUSCLES_OF, Muscle, MuscleGroup
from desktop.domain.training import Balance

PUSH = frozenset({Muscle.CHEST, Muscle.FRONT_DELTS, Muscle.SIDE_DELTS, Muscle.TRICEPS})
PULL = frozenset({Muscle.LATS, Muscle.UPPER_BACK, Muscle.TRAPS, Muscle.REAR_DELTS, Muscle.BICEPS})
UPPER = PUSH | PULL | {Muscle.FOREARMS}
LOWER = frozenset(MUSCLES_OF[MuscleGroup.LEGS])
_SIDES = {
    "push": PUSH,
    "pull": PULL,
    "upper": UPPER,
    "lower": LOWER,
    "quadriceps": frozenset({Muscle.QUADRICEPS}),
    "hamstrings": frozenset({Muscle.HAMSTRINGS}),
}


def balance(done: Iterable[tuple[Exercise, int]]) -> Balance:
    """The counted sets on each side, out of (exercise, sets) pairs."""
    totals = dict.fromkeys(_SIDES, 0.0)
    for exercise, sets in done:
        shares = muscle_shares(exercise)
        for side, muscles in _SIDES.items():
            totals[side] += sets * max((shares[one] for one in muscles & shares.keys()), default=0)
    return Balance(**totals)
