"""Sets written as a line that reads back to the same sets."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.quick_sets import MOST_SETS
from desktop.domain.session import ExerciseSet, SetType
from desktop.domain.set_fields import clock_text
from desktop.domain.weight import Unit, Weight, plain_number

_LETTERS = {SetType.WARM_UP: "w", SetType.DROP: "d", SetType.FAILURE: "f"}
_SIGNS = {ExerciseKind.BODYWEIGHT_REPS: "+", ExerciseKind.ASSISTED_BODYWEIGHT: "-"}
_NONE = new_id()


def line_of(sets: Sequence[ExerciseSet], kind: ExerciseKind, unit: Unit, name: str = "") -> str:
    """'Bench Press (Barbell) 60x10w, 100x5@8 x3' of sets that have the values of their kind.

    unit: the one that is not written. Times of day and notes are not written.
    """
    written = ", ".join(_group(one, count, kind, unit) for one, count in _alike(sets))
    return f"{name} {written}".strip()


def _alike(sets: Iterable[ExerciseSet]) -> list[tuple[ExerciseSet, int]]:
    """Neighbours that are alike, counted."""
    found: list[tuple[ExerciseSet, int]] = []
    for one in sets:
        bare = replace(one, id=_NONE, completed_at=None, notes="")
        if found and found[-1][0] == bare and found[-1][1] < MOST_SETS:
            found[-1] = (bare, found[-1][1] + 1)
        else:
            found.append((bare, 1))
    return found


def _group(one: ExerciseSet, count: int, kind: ExerciseKind, unit: Unit) -> str:
    times = f" x{count}" if count > 1 else ""
    text = _values(one, kind, unit)
    if text.isdecimal() and count > 1:
        # '12 x3' would be twelve sets of 3
        is_helped = kind is ExerciseKind.ASSISTED_BODYWEIGHT
        text, times = (f"x{text}", times) if is_helped else (f"{count}x{text}", "")
    if letter := _LETTERS.get(one.set_type):
        text += letter if text[-1:].isdecimal() else f" {letter}"
    if one.rpe is not None:
        text += f"@{plain_number(Decimal(str(one.rpe)))}"
    if one.side is not None:
        text += f" {one.side}"
    return text + times


def _values(one: ExerciseSet, kind: ExerciseKind, unit: Unit) -> str:
    parts = [] if one.weight is None else [_weight(one.weight, kind, unit)]
    if one.reps is not None:
        parts.append(str(one.reps))
    way = "" if one.distance_meters is None else _way(one.distance_meters)
    time = "" if one.duration_seconds is None else clock_text(one.duration_seconds)
    if kind is ExerciseKind.DISTANCE_DURATION:
        return f"{way} {time}".strip()
    return "x".join(part for part in (*parts, way, time) if part)


def _weight(weight: Weight, kind: ExerciseKind, unit: Unit) -> str:
    sign = _SIGNS.get(kind, "")
    text = sign + weight.text().removeprefix("-")
    return text if weight.unit is unit else f"{text}{weight.unit}"


def _way(meters: float) -> str:
    value = Decimal(str(meters))
    if meters < 1000:
        return f"{plain_number(value)}m"
    return f"{plain_number(value / 1000)}km"
