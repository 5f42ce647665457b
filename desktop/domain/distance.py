"""Distances and paces in words: kept in metres, told in miles beside pounds."""

from decimal import Decimal

from desktop.domain.library import ExerciseKind
from desktop.domain.weight import Unit, plain_number, shown_number

METERS = {"m": Decimal(1), "km": Decimal(1000), "mi": Decimal("1609.344")}
_LEAST = 1000  # metres; what is shorter is told in metres
_CENT = Decimal("0.01")
_MILLIMETER = Decimal("0.001")


def long_unit(unit: Unit) -> str:
    """Who lifts pounds runs miles."""
    return "mi" if unit is Unit.LB else "km"


def distance_unit(kind: ExerciseKind, unit: Unit = Unit.KG) -> str:
    """What a plain number of distance means: a carry is short, a run is long, miles go with lb."""
    return "m" if kind is ExerciseKind.WEIGHT_DISTANCE else long_unit(unit)


def distance_text(meters: float, unit: Unit, of: float = 0) -> str:
    """'5.25 km', '400 m'; beside pounds '3.26 mi', and '0.5 mi' where it was typed so.

    of: a distance that it is a part of, which is told beside it.
    """
    exact, name = Decimal(str(meters)), long_unit(unit)
    told = (exact / METERS[name]).quantize(_CENT)
    in_miles = unit is Unit.LB and (of >= _LEAST or _is_typed_in_miles(exact))
    if meters >= _LEAST or in_miles:
        return f"{shown_number(told)} {name}"
    return f"{plain_number(exact.quantize(Decimal('0.1')))} m"


def _is_typed_in_miles(meters: Decimal) -> bool:
    """No whole metres, but whole hundredths of a mile."""
    length = METERS["mi"]
    typed = (meters / length).quantize(_CENT) * length
    return bool(meters % 1) and typed.quantize(_MILLIMETER) == meters.quantize(_MILLIMETER)


def pace_unit(unit: Unit) -> tuple[str, float]:
    """What a pace is told for, and its length in metres."""
    name = long_unit(unit)
    return name, float(METERS[name])
