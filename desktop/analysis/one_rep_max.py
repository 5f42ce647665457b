"""The estimated one-rep max (e1RM) of a set.

Brzycki 1993, Epley 1985, Lander 1985, Lombardi 1989, Mayhew et al. 1992,
O'Conner et al. 1989, Wathan 1994; every one of them was fitted to sets of
about ten reps or fewer.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from desktop.domain.accounts import Formula

MOST_REPS = 12.0  # above, the formulas part company and say little
TURN = 10.0  # where Brzycki and Epley give the same


def effective_reps(reps: int, rpe: float | None = None) -> float:
    """The reps that were in the set: those done plus, with an RPE, those in reserve (10 - RPE)."""
    return float(reps) if rpe is None else reps + (10.0 - rpe)


def estimate(
    weight: float,
    reps: int,
    rpe: float | None = None,
    formula: Formula = Formula.AUTO,
    most_reps: float = MOST_REPS,
) -> float | None:
    """The e1RM of a set, in the unit of `weight`.

    None where nothing can be said: no weight, no rep, or more than `most_reps`
    effective reps. One effective rep is the weight itself in every formula,
    by convention: most of them would say a little more.
    """
    if weight <= 0 or reps < 1:
        return None
    effective = effective_reps(reps, rpe)
    if effective > most_reps:
        return None
    if effective <= 1.0:
        return float(weight)
    return _FORMULAS[formula](weight, effective)


def weight_for(
    e1rm: float, reps: int, rpe: float | None = None, formula: Formula = Formula.AUTO
) -> float | None:
    """The weight, in the unit of `e1rm`, whose set of so many reps estimates that e1RM.

    The other way round of `estimate`, and None where that is. Every formula is
    a share of the weight, so a set of 1 tells the share.
    """
    share = estimate(1.0, reps, rpe, formula)
    return None if share is None or e1rm <= 0 else e1rm / share


def applied(reps: float, formula: Formula) -> Formula:
    """The formula that AUTO stands for at so many effective reps; any other is itself."""
    if formula is not Formula.AUTO:
        return formula
    return Formula.BRZYCKI if reps < TURN else Formula.EPLEY


def _brzycki(weight: float, reps: float) -> float:
    return weight * 36.0 / (37.0 - reps)


def _epley(weight: float, reps: float) -> float:
    return weight * (1.0 + reps / 30.0)


def _lander(weight: float, reps: float) -> float:
    return 100.0 * weight / (101.3 - 2.67123 * reps)


def _lombardi(weight: float, reps: float) -> float:
    return weight * math.pow(reps, 0.10)


def _mayhew(weight: float, reps: float) -> float:
    return 100.0 * weight / (52.2 + 41.9 * math.exp(-0.055 * reps))


def _oconner(weight: float, reps: float) -> float:
    return weight * (1.0 + 0.025 * reps)


def _wathan(weight: float, reps: float) -> float:
    return 100.0 * weight / (48.8 + 53.8 * math.exp(-0.075 * reps))


def _auto(weight: float, reps: float) -> float:
    return _FORMULAS[applied(reps, Formula.AUTO)](weight, reps)


_FORMULAS: dict[Formula, Callable[[float, float], float]] = {
    Formula.AUTO: _auto,
    Formula.EPLEY: _epley,
    Formula.BRZYCKI: _brzycki,
    Formula.LOMBARDI: _lombardi,
    Formula.MAYHEW: _mayhew,
    Formula.OCONNER: _oconner,
    Formula.WATHAN: _wathan,
    Formula.LANDER: _lander,
}
