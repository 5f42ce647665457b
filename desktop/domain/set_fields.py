"""The fields of a set as text: how each is written, and read back from what is typed."""

import re
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

from desktop.domain.accounts import Effort
from desktop.domain.distance import METERS, distance_unit
from desktop.domain.errors import InvalidInputError
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet
from desktop.domain.weight import Unit, Weight, decimal_of, plain_number

_MOST_REPS = 9_999
_MOST_DIGITS = 9  # leading noughts and all
_MOST_SECONDS = 100 * 3600
_MOST_METERS = 1_000_000
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})")
_SPAN = re.compile(r"([\d.,]+)\s*(h|min|m|s|sec)")
_SPAN_SECONDS = {"h": 3600, "min": 60, "m": 60, "s": 1, "sec": 1}
_WITH_UNIT = re.compile(r"([+-]?[\d.,]+)\s*([a-z]*)", re.IGNORECASE)
_MILLIMETER = Decimal("0.001")


class Field(StrEnum):
    """A value of a set that is typed."""

    WEIGHT = "weight"
    REPS = "reps"
    DISTANCE = "distance"
    DURATION = "duration"
    RPE = "rpe"
    RIR = "rir"

    @property
    def label(self) -> str:
        """The field in a user's words."""
        return self.value.upper() if self in (Field.RPE, Field.RIR) else self.value.capitalize()

    @property
    def lack(self) -> str:
        """That it is missing, in a sentence's words."""
        return f"{self.label} {'are' if self is Field.REPS else 'is'} missing"


def fields_of(kind: ExerciseKind, effort: Effort = Effort.OFF) -> tuple[Field, ...]:
    """The fields that are typed for sets of that kind, in the order they are typed."""
    has = {
        Field.WEIGHT: kind.has_weight,
        Field.REPS: kind.has_reps,
        Field.DISTANCE: kind.has_distance,
        Field.DURATION: kind.has_duration,
        Field.RPE: effort is Effort.RPE,
        Field.RIR: effort is Effort.RIR,
    }
    return tuple(field for field, there in has.items() if there)


def title_of(field: Field, kind: ExerciseKind, unit: Unit) -> str:
    """The short title over the field's column, with the unit that plain numbers mean."""
    if field is Field.WEIGHT:
        marks = {ExerciseKind.BODYWEIGHT_REPS: "+", ExerciseKind.ASSISTED_BODYWEIGHT: "\u2212"}
        return marks.get(kind, "") + unit
    if field is Field.DISTANCE:
        return distance_unit(kind, unit)
    return "Time" if field is Field.DURATION else field.label


def field_text(field: Field, one: ExerciseSet, kind: ExerciseKind, unit: Unit) -> str:
    """The field as it stands in its cell; a weight of the other unit names its unit."""
    if field is Field.WEIGHT:
        return _weight_text(one.weight, kind, unit)
    if field is Field.REPS:
        return "" if one.reps is None else str(one.reps)
    if field is Field.DURATION:
        return "" if one.duration_seconds is None else clock_text(one.duration_seconds)
    if field is Field.DISTANCE:
        return _distance_text(one.distance_meters, distance_unit(kind, unit))
    if one.rpe is None:
        return ""
    shown = 10 - one.rpe if field is Field.RIR else one.rpe
    return plain_number(Decimal(str(shown)))


def typed(one: ExerciseSet, field: Field, text: str, kind: ExerciseKind, unit: Unit) -> ExerciseSet:
    """The set with what was typed into the field; empty means none. Raises InvalidInputError."""
    plain = text.strip()
    if plain == field_text(field, one, kind, unit):
        return one
    one = replace(one, verdict=None)  # it was said of another value
    if field is Field.WEIGHT:
        return replace(one, weight=parse_weight(plain, unit, kind) if plain else None)
    if field is Field.REPS:
        return replace(one, reps=parse_reps(plain) if plain else None)
    if field is Field.DURATION:
        return replace(one, duration_seconds=parse_duration(plain) if plain else None)
    if field is Field.DISTANCE:
        meters = parse_distance(plain, distance_unit(kind, unit)) if plain else None
        return replace(one, distance_meters=meters)
    read_effort = _parse_rir if field is Field.RIR else parse_rpe
    return replace(one, rpe=read_effort(plain) if plain else None)


def missing(one: ExerciseSet, kind: ExerciseKind) -> Field | None:
    """The field without which a set of that kind cannot be ticked; none of it is not done."""
    needed = {
        ExerciseKind.WEIGHT_REPS: (Field.WEIGHT, Field.REPS),
        ExerciseKind.BODYWEIGHT_REPS: (Field.REPS,),
        ExerciseKind.ASSISTED_BODYWEIGHT: (Field.REPS,),
        ExerciseKind.DURATION: (Field.DURATION,),
        ExerciseKind.WEIGHT_DURATION: (Field.DURATION,),
        ExerciseKind.WEIGHT_DISTANCE: (Field.DISTANCE,),
        ExerciseKind.DISTANCE_DURATION: (),
    }[kind]
    if kind is ExerciseKind.DISTANCE_DURATION:
        return None if one.distance_meters or one.duration_seconds else Field.DISTANCE
    there = {
        Field.WEIGHT: one.weight is not None,  # 0 is the weight of nothing but the body
        Field.REPS: bool(one.reps),
        Field.DURATION: bool(one.duration_seconds),
        Field.DISTANCE: bool(one.distance_meters),
    }
    return next((field for field in needed if not there[field]), None)


def parse_weight(text: str, unit: Unit, kind: ExerciseKind = ExerciseKind.WEIGHT_REPS) -> Weight:
    """A weight like 102,5 or '225 lb'; help of an assisted exercise becomes negative."""
    number, name = _split(text, (Unit.KG.value, Unit.LB.value, "lbs"))
    weight = Weight.of(number, Unit(name.removesuffix("s")) if name else unit)
    if kind is ExerciseKind.ASSISTED_BODYWEIGHT:
        return replace(weight, grams=-abs(weight.grams))
    if weight.grams < 0:
        raise InvalidInputError("A weight is not below zero.", "Type 0 or more.")
    return weight


def parse_duration(text: str) -> int:
    """Seconds in '90', '1:30', '1:05:30', '5 min' or '1 h'. Raises InvalidInputError."""
    plain = text.strip().casefold()
    if clock := _CLOCK.fullmatch(plain):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        if seconds > 59 or (clock[1] and minutes > 59):
            raise InvalidInputError(f"'{text}' is no time.", "Type 90, 1:30 or 1:05:30.")
        total = Decimal(hours * 3600 + minutes * 60 + seconds)
    elif span := _SPAN.fullmatch(plain):
        total = decimal_of(span[1]) * _SPAN_SECONDS[span[2]]
    elif plain.isdecimal():
        total = Decimal(plain)
    else:
        raise InvalidInputError(f"'{text}' is no time.", "Type seconds, or 1:30.")
    if total > _MOST_SECONDS:
        raise InvalidInputError("That is longer than 100 hours.", "Type seconds, or 1:30.")
    return int(total.quantize(Decimal(1), ROUND_HALF_EVEN))


def clock_text(seconds: int) -> str:
    """'1:05:30', '42:13', '0:45': what parse_duration reads back to the same number."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def superset_letter(group: int | None) -> str:
    """'A' for the first superset, and so on; numbers beyond the alphabet; empty for none."""
    if not group:
        return ""
    return chr(ord("A") + group - 1) if 1 <= group <= 26 else str(group)


def _weight_text(weight: Weight | None, kind: ExerciseKind, unit: Unit) -> str:
    if weight is None:
        return ""
    if kind is ExerciseKind.ASSISTED_BODYWEIGHT:
        weight = replace(weight, grams=abs(weight.grams))
    return weight.text() if weight.unit is unit else weight.typed


def _distance_text(meters: float | None, unit: str) -> str:
    if meters is None:
        return ""
    shown = Decimal(str(meters)) / METERS[unit]
    return plain_number(shown.quantize(Decimal("0.000001"), ROUND_HALF_EVEN))


def parse_distance(text: str, unit: str) -> float:
    """Metres in '5', '5 km' or '3.1 mi'; unit: what a plain number means.

    Raises InvalidInputError.
    """
    number, name = _split(text, tuple(METERS))
    meters = decimal_of(number) * METERS[name or unit]
    if not 0 <= meters <= _MOST_METERS:
        raise InvalidInputError("That is no distance.", "Type 0 to 1000 km.")
    return float(meters.quantize(_MILLIMETER, ROUND_HALF_EVEN))


def parse_reps(text: str) -> int:
    """A whole number of reps. Raises InvalidInputError."""
    if not text.isdecimal() or len(text) > _MOST_DIGITS or int(text) > _MOST_REPS:
        raise InvalidInputError(f"'{text}' is no number of reps.", "Type a whole number.")
    return int(text)


def parse_rpe(text: str) -> float:
    """An RPE from 1 to 10 in halves. Raises InvalidInputError."""
    rpe = decimal_of(text)
    if not 1 <= rpe <= 10 or rpe * 2 % 1:
        raise InvalidInputError(f"'{text}' is no RPE.", "Type 1 to 10, in halves.")
    return float(rpe)


def _parse_rir(text: str) -> float:
    """The RPE of so many reps in reserve: 10 - RIR."""
    rir = decimal_of(text)
    if not 0 <= rir <= 9 or rir * 2 % 1:
        raise InvalidInputError(f"'{text}' is no RIR.", "Type 0 to 9, in halves.")
    return float(10 - rir)


def _split(text: str, units: tuple[str, ...]) -> tuple[str, str]:
    """The number and the unit behind it, if any."""
    match = _WITH_UNIT.fullmatch(text.strip())
    if not match or (match[2] and match[2].casefold() not in units):
        raise InvalidInputError(f"'{text}' is not a number.", "Type digits, like 102.5.")
    return match[1], match[2].casefold()
