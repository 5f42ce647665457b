"""Typed groups as sets: every value within the same limits as in the grid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.domain.distance import distance_text, distance_unit
from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.quick_groups import Group, groups_of
from desktop.domain.quick_numbers import EXAMPLES, Factor, Slot
from desktop.domain.quick_words import Mark, Unreadable
from desktop.domain.session import ExerciseSet, SetType, Side
from desktop.domain.set_fields import (
    Field,
    clock_text,
    missing,
    parse_distance,
    parse_duration,
    parse_reps,
    parse_weight,
    typed,
)
from desktop.domain.weight import Unit, plain_number

MOST_SETS = 20  # of one group: a weight that is taken for a number of sets is seldom less
_MOST_IN_LINE = 100
_TYPES = {"w": SetType.WARM_UP, "d": SetType.DROP, "f": SetType.FAILURE}
_SIDES = {"l": Side.LEFT, "r": Side.RIGHT}
_SINGLE = {
    SetType.WARM_UP: "warm-up ",
    SetType.DROP: "drop set ",
    SetType.FAILURE: "to failure ",
}
_MANY = {SetType.WARM_UP: "warm-up sets", SetType.DROP: "drop sets"}


@dataclass(frozen=True, slots=True)
class Run:
    """Sets that are alike. target: the range that was typed for the reps, empty without one."""

    sets: tuple[ExerciseSet, ...]
    target: str = ""
    is_rir: bool = False


def runs_of(text: str, start: int, kind: ExerciseKind, unit: Unit) -> list[Run]:
    """The sets that a plain text holds from that place on. Raises Unreadable.

    unit: what a weight without a unit is in.
    """
    groups = groups_of(text, start, kind)
    runs: list[Run] = []
    for group in groups:
        is_last = group is groups[-1] and not text[group.end :].strip()
        runs += _runs_of(group, kind, unit, is_last)
        if sum(len(run.sets) for run in runs) > _MOST_IN_LINE:
            words = f"A line has at most {_MOST_IN_LINE} sets."
            raise Unreadable(group.start, group.end, words)
    return runs


def _runs_of(group: Group, kind: ExerciseKind, unit: Unit, is_last: bool) -> list[Run]:
    slots = group.slots
    measure = next((one for one in slots.values() if one.mark is Mark.LIST), None)
    count = _count(slots.get(Slot.SETS), kind, slots)
    shared = _shared(group, kind, unit)
    if measure is None:
        one = _with_values(shared, group, kind, unit)
        _require(one, group, kind, is_last)
        target = next((f.text for f in slots.values() if f.mark is Mark.RANGE), "")
        sets = tuple(replace(one, id=new_id()) for _ in range(count or 1))
        return [Run(sets, target, group.is_rir)]
    parts = measure.text.replace(",", "/").split("/")
    if count not in (None, len(parts)):
        words = f"'{measure.text}' is another number of sets than {count}."
        raise Unreadable(measure.start, measure.end, words)
    return [_listed(shared, measure, part, group, (kind, unit)) for part in parts]


def _listed(
    shared: ExerciseSet, measure: Factor, part: str, group: Group, told: tuple[ExerciseKind, Unit]
) -> Run:
    kind, unit = told
    alone = replace(group, slots={measure.slot or Slot.REPS: replace(measure, text=part)})
    one = _with_values(shared, alone, kind, unit)
    _require(one, group, kind, False)
    return Run((replace(one, id=new_id()),), "", group.is_rir)


def _count(factor: Factor | None, kind: ExerciseKind, slots: dict[Slot, Factor]) -> int | None:
    """How many sets; None where nothing says so."""
    if factor is None:
        return None
    if factor.text.isdecimal() and 1 <= int(factor.text) <= MOST_SETS:
        return int(factor.text)
    words = f"'{factor.text}' is no number of sets: type 1 to {MOST_SETS}."
    if kind is ExerciseKind.BODYWEIGHT_REPS and Slot.WEIGHT not in slots:
        words = f"{factor.text} sets are too many. Added weight has a plus: +{factor.text}."
    raise Unreadable(factor.start, factor.end, words)


def _shared(group: Group, kind: ExerciseKind, unit: Unit) -> ExerciseSet:
    """A set with what all of the group have: the weight, how hard, what for, which side."""
    one = ExerciseSet(
        new_id(),
        _TYPES[group.set_type.text] if group.set_type else SetType.NORMAL,
        side=_SIDES[group.side.text] if group.side else None,
    )
    weight = group.slots.get(Slot.WEIGHT)
    if weight is not None and weight.text:
        one = _with_weight(one, weight, kind, unit)
    if group.effort is not None:
        field = Field.RIR if group.is_rir else Field.RPE
        try:
            one = typed(one, field, group.effort.text, kind, unit)
        except InvalidInputError as error:
            raise _refused(group.effort, error) from error
    return one


def _with_weight(one: ExerciseSet, factor: Factor, kind: ExerciseKind, unit: Unit) -> ExerciseSet:
    if factor.text.startswith("-") and kind is ExerciseKind.BODYWEIGHT_REPS:
        words = f"'{factor.text}' is help, which this exercise does not take."
        raise Unreadable(factor.start, factor.end, words)
    if factor.text.startswith("+") and kind is ExerciseKind.ASSISTED_BODYWEIGHT:
        words = f"'{factor.text}' adds weight, and this exercise takes help: -{factor.text[1:]}."
        raise Unreadable(factor.start, factor.end, words)
    try:
        return replace(one, weight=parse_weight(factor.text, unit, kind))
    except InvalidInputError as error:
        raise _refused(factor, error) from error


def _with_values(one: ExerciseSet, group: Group, kind: ExerciseKind, unit: Unit) -> ExerciseSet:
    """The set with its reps, its time, its distance. Raises Unreadable."""
    for slot, factor in group.slots.items():
        text = _low(factor)
        try:
            if slot is Slot.REPS:
                one = replace(one, reps=parse_reps(text))
            elif slot is Slot.TIME:
                one = replace(one, duration_seconds=parse_duration(text))
            elif slot is Slot.DISTANCE:
                meters = parse_distance(text, distance_unit(kind, unit))
                one = replace(one, distance_meters=meters)
        except InvalidInputError as error:
            raise _refused(factor, error) from error
    return one


def _low(factor: Factor) -> str:
    """The value of a factor; of a range its low end, which is what surely was done."""
    if factor.mark is not Mark.RANGE:
        return factor.text
    numbers, _, unit = factor.text.partition(" ")
    low, _, high = numbers.partition("-")
    if int(low) > int(high):
        words = f"'{numbers}' begins with its high number."
        raise Unreadable(factor.start, factor.end, words)
    return f"{low} {unit}".strip()


def _require(one: ExerciseSet, group: Group, kind: ExerciseKind, is_last: bool) -> None:
    lacking = missing(one, kind)
    if lacking is not None:
        words = f"The {lacking.lack[0].lower()}{lacking.lack[1:]}: type it like {EXAMPLES[kind]}."
        raise Unreadable(group.start, group.end, words, is_last)


def _refused(factor: Factor, error: InvalidInputError) -> Unreadable:
    """What the grid would say of the value, in one sentence."""
    advice = f": {error.advice[0].lower()}{error.advice[1:]}" if error.advice else "."
    return Unreadable(factor.start, factor.end, error.what.rstrip(".") + advice)


def words_for(runs: Sequence[Run], kind: ExerciseKind, unit: Unit) -> str:
    """'warm-up 60 kg × 10; 3 sets of 100 kg × 5 at RPE 8'."""
    return "; ".join(_run_words(run, kind, unit) for run in _joined(runs))


def _joined(runs: Sequence[Run]) -> list[Run]:
    """The runs, neighbours that are alike as one."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and replace(run.sets[0], id=last.sets[0].id) == last.sets[0]:
            joined[-1] = replace(last, sets=last.sets + run.sets)
        else:
            joined.append(run)
    return joined


def _run_words(run: Run, kind: ExerciseKind, unit: Unit) -> str:
    one, count = run.sets[0], len(run.sets)
    if count == 1:
        begin = _SINGLE.get(one.set_type, "")
    else:
        begin = f"{count} {_MANY.get(one.set_type, 'sets')} of "
    parts = [f"{begin}{value_words(one, kind, unit)}"]
    if count > 1 and one.set_type is SetType.FAILURE:
        parts.append("to failure")
    if one.rpe is not None:
        rpe = Decimal(str(one.rpe))
        parts.append(
            f"at RIR {plain_number(10 - rpe)}" if run.is_rir else f"at RPE {plain_number(rpe)}"
        )
    if one.side is not None:
        parts.append(one.side)
    if run.target:
        parts.append(f"(the low end of {run.target})")
    return " ".join(parts)


def value_words(one: ExerciseSet, kind: ExerciseKind, unit: Unit) -> str:
    """'100 kg × 5', '+20 kg × 5', '12 reps', '15 kg help × 8', '5 km in 25:00'."""
    load = ""
    if one.weight is not None:
        load = str(one.weight)
        if kind is ExerciseKind.BODYWEIGHT_REPS:
            load = f"+{load}"
        elif kind is ExerciseKind.ASSISTED_BODYWEIGHT:
            load = f"{load.removeprefix('-')} help"
    time = "" if one.duration_seconds is None else clock_text(one.duration_seconds)
    way = "" if one.distance_meters is None else distance_text(one.distance_meters, unit)
    reps = "" if one.reps is None else str(one.reps)
    if kind is ExerciseKind.DISTANCE_DURATION:
        return " in ".join(part for part in (way, time) if part)
    if reps and not load:
        return "1 rep" if one.reps == 1 else f"{reps} reps"
    return " \u00d7 ".join(part for part in (load, reps, time, way) if part)
