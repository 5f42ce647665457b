"""What a set of a template asks for besides weight: reps, a time or a distance, as text."""

import re
from dataclasses import replace
from decimal import Decimal

from desktop.domain.distance import METERS, distance_unit
from desktop.domain.library import ExerciseKind
from desktop.domain.set_fields import clock_text, parse_distance, parse_duration
from desktop.domain.templates import TargetReps, TargetSet
from desktop.domain.weight import Unit, plain_number

_TIME = r"[\d:]*:[\d:]*|[\d.,]+\s*(?:h|min|sec|s)"
_IS_TIME = re.compile(_TIME, re.IGNORECASE)
_DISTANCE_IN_TIME = re.compile(rf"(.+?)\s+(?:in\s+)?({_TIME})", re.IGNORECASE)
_A_MINUTE = 60
_KM = 1000
_CENT = Decimal("0.01")


def work_text(target: TargetSet, kind: ExerciseKind, unit: Unit) -> str:
    """'8-12', '45 s', '1:30', '40 m', '5 km' or '5 km 25:00', by the kind of exercise.

    unit: of weight; beside pounds a distance that was typed in miles stays in miles.
    """
    if kind.has_reps:
        return str(target.reps or "")
    seconds, meters = target.duration_seconds, target.distance_meters
    parts = []
    if kind.has_distance and meters is not None:
        parts.append(_distance_text(meters, unit))
    if kind.has_duration and seconds is not None:
        parts.append(f"{seconds} s" if seconds <= _A_MINUTE else clock_text(seconds))
    return " ".join(parts)


def parse_work(target: TargetSet, text: str, kind: ExerciseKind, unit: Unit) -> TargetSet:
    """The target with what was typed; empty opens it. Raises InvalidInputError.

    A number without a unit is seconds where only a time is asked for, metres
    of a carry, and kilometres of a run: miles where weights are in pounds.
    """
    if kind.has_reps:
        return replace(target, reps=TargetReps.parse(text))
    distance, time = _parted(text, kind)
    return replace(
        target,
        distance_meters=parse_distance(distance, distance_unit(kind, unit)) if distance else None,
        duration_seconds=parse_duration(time) if time else None,
    )


def _parted(text: str, kind: ExerciseKind) -> tuple[str, str]:
    """The part that is a distance, and the part that is a time."""
    if not kind.has_distance:
        return "", text
    if not kind.has_duration:
        return text, ""
    if _IS_TIME.fullmatch(text):
        return "", text
    both = _DISTANCE_IN_TIME.fullmatch(text)
    return (both[1], both[2]) if both else (text, "")


def _distance_text(meters: float, unit: Unit) -> str:
    exact = Decimal(str(meters))
    # beside pounds, or no whole metres: perhaps it was typed in miles
    if (unit is Unit.LB and exact) or exact % 1:
        miles = plain_number((exact / METERS["mi"]).quantize(_CENT))
        if parse_distance(miles, "mi") == meters:
            return f"{miles} mi"
    if exact < _KM:
        return f"{plain_number(exact)} m"
    return f"{plain_number(exact / _KM)} km"
