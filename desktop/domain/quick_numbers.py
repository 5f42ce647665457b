"""The numbers of typed sets: what each is by its unit, and by its place among others with an x."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NoReturn

from desktop.domain.library import ExerciseKind
from desktop.domain.quick_words import Mark, Unreadable, Word

STARTS = (Mark.NUMBER, Mark.SIGN, Mark.RANGE, Mark.LIST, Mark.TIME, Mark.BODY)
LOADED = (ExerciseKind.WEIGHT_REPS, ExerciseKind.WEIGHT_DURATION, ExerciseKind.WEIGHT_DISTANCE)
EXAMPLES = {
    ExerciseKind.WEIGHT_REPS: "100x5",
    ExerciseKind.BODYWEIGHT_REPS: "12 or +20x5",
    ExerciseKind.ASSISTED_BODYWEIGHT: "-15x8",
    ExerciseKind.DURATION: "60s",
    ExerciseKind.WEIGHT_DURATION: "20kg x 60s",
    ExerciseKind.DISTANCE_DURATION: "5km 25:00",
    ExerciseKind.WEIGHT_DISTANCE: "32kg x 40m",
}
_BODY = (ExerciseKind.BODYWEIGHT_REPS, ExerciseKind.ASSISTED_BODYWEIGHT)


class Slot(StrEnum):
    """What a number is to a group of sets."""

    SETS = "sets"
    WEIGHT = "weight"
    REPS = "reps"
    TIME = "time"
    DISTANCE = "distance"
    OPEN = "sets or weight"  # A of AxB, until it is known whether a weight stands beside
    LOOSE = "weight or measure"  # a number alone, until it is known what follows


Slots = dict[Slot, "Factor"]
_UNITS = {
    "kg": Slot.WEIGHT,
    "lb": Slot.WEIGHT,
    "km": Slot.DISTANCE,
    "mi": Slot.DISTANCE,
    "min": Slot.TIME,
    "s": Slot.TIME,
    "h": Slot.TIME,
    "reps": Slot.REPS,
    "sets": Slot.SETS,
}


@dataclass(frozen=True, slots=True)
class Factor:
    """A number with its unit, and what it is; slot None where only its place can tell."""

    slot: Slot | None
    text: str
    mark: Mark
    start: int
    end: int


def measure_of(kind: ExerciseKind) -> Slot:
    """What a set of that kind is counted by."""
    if kind.has_reps:
        return Slot.REPS
    return Slot.DISTANCE if kind.has_distance else Slot.TIME


class Cursor:
    """Goes through the words of a text once, from left to right."""

    def __init__(self, text: str, words: list[Word]) -> None:
        self._text = text
        self._words = words
        self._at = 0

    def peek(self, ahead: int = 0) -> Word | None:
        """The word so many places ahead; None behind the last."""
        place = self._at + ahead
        return self._words[place] if place < len(self._words) else None

    def sees(self, *marks: Mark, ahead: int = 0) -> bool:
        """Whether the word so many places ahead is one of these."""
        word = self.peek(ahead)
        return word is not None and word.mark in marks

    def take(self) -> Word:
        """The next word, which is then behind."""
        self._at += 1
        return self._words[self._at - 1]

    def typed(self, start: int, end: int) -> str:
        """What stands there."""
        return self._text[start:end]

    def fail(self, start: int, end: int, words: str, is_open: bool = False) -> NoReturn:
        """Raise Unreadable for that part; {} in the words is what stands there."""
        raise Unreadable(start, end, words.format(self.typed(start, end)), is_open)

    def fail_after(self, word: Word) -> NoReturn:
        """Raise Unreadable: what must follow that word does not."""
        is_last = self.peek() is None
        self.fail(word.start, word.end, "'{}' needs a number after it.", is_last)


def factor_of(cursor: Cursor, kind: ExerciseKind) -> Factor:
    """The number that the cursor is at, with its sign and its unit. Raises Unreadable."""
    first = cursor.take()
    if first.mark is Mark.BODY:
        if cursor.sees(Mark.SIGN):  # bw+20
            return factor_of(cursor, kind)
        return _fitting(cursor, kind, Factor(Slot.WEIGHT, "", Mark.BODY, first.start, first.end))
    number = cursor.take() if first.mark is Mark.SIGN else first
    text, end = number.text, number.end
    slot: Slot | None = None
    if number is not first:
        slot, text = Slot.WEIGHT, first.text + text
    elif number.mark is Mark.TIME:
        slot = Slot.TIME
    elif number.mark in (Mark.RANGE, Mark.LIST) and kind.has_reps:
        slot = Slot.REPS
    if cursor.sees(Mark.UNIT):
        unit = cursor.take()
        end, slot = unit.end, _slot_of(unit.text, kind)
        if slot not in (Slot.REPS, Slot.SETS):
            text = f"{text} {unit.text}"
    return _fitting(cursor, kind, Factor(slot, text, number.mark, first.start, end))


def _slot_of(unit: str, kind: ExerciseKind) -> Slot:
    if unit == "m":
        return Slot.DISTANCE if kind.has_distance else Slot.TIME
    return _UNITS[unit]


def _fitting(cursor: Cursor, kind: ExerciseKind, factor: Factor) -> Factor:
    """The factor, if sets of this kind have such a value."""
    lacks = {
        Slot.WEIGHT: not kind.has_weight,
        Slot.REPS: not kind.has_reps,
        Slot.TIME: not kind.has_duration,
        Slot.DISTANCE: not kind.has_distance,
    }
    is_strange = factor.mark is Mark.BODY and kind not in _BODY
    if is_strange or (factor.slot is not None and lacks.get(factor.slot)):
        said = f"'{{}}' does not fit {kind.label.casefold()}, typed like {EXAMPLES[kind]}."
        cursor.fail(factor.start, factor.end, said)
    return factor


def factors_of(cursor: Cursor, kind: ExerciseKind) -> list[Factor]:
    """The numbers with an x between them that the cursor is at. Raises Unreadable."""
    factors = [factor_of(cursor, kind)]
    while cursor.sees(Mark.TIMES) and not _counts_sets(cursor, factors):
        sign = cursor.take()
        if not cursor.sees(*STARTS):
            cursor.fail_after(sign)
        factors.append(factor_of(cursor, kind))
    if len(factors) > 3:
        cursor.fail(factors[3].start, factors[-1].end, "'{}' is one x too many.")
    return factors


def _counts_sets(cursor: Cursor, factors: list[Factor]) -> bool:
    """Whether the x to come is ' x3' behind values that are complete."""
    sign, number = cursor.peek(), cursor.peek(1)
    if sign is None or number is None or number.mark is not Mark.NUMBER:
        return False
    is_measure = factors[0].slot in (Slot.REPS, Slot.TIME, Slot.DISTANCE)
    is_apart = sign.spaced and not number.spaced and not cursor.sees(Mark.UNIT, ahead=2)
    return is_apart and (len(factors) > 1 or is_measure)


def slots_of(cursor: Cursor, kind: ExerciseKind, factors: list[Factor]) -> Slots:
    """What two or three numbers with an x between them are. Raises Unreadable."""
    if len(factors) == 2:
        return _double(kind, *factors)
    return _triple(cursor, kind, *factors)


def _double(kind: ExerciseKind, first: Factor, second: Factor) -> Slots:
    measure = measure_of(kind)
    if first.slot is Slot.WEIGHT:
        return {Slot.WEIGHT: first, second.slot or measure: second}
    if second.slot is Slot.WEIGHT:
        return {Slot.WEIGHT: second, first.slot or measure: first}
    if first.slot not in (None, Slot.SETS) or second.slot is Slot.SETS:
        return {first.slot or measure: first, Slot.SETS: second}
    undecided = kind in LOADED or kind is ExerciseKind.ASSISTED_BODYWEIGHT
    before = Slot.OPEN if undecided and first.slot is None else Slot.SETS
    return {before: first, second.slot or measure: second}


def _triple(
    cursor: Cursor, kind: ExerciseKind, first: Factor, second: Factor, third: Factor
) -> Slots:
    if Slot.WEIGHT in (first.slot, third.slot) or first.slot is Slot.SETS:
        weight, sets = (first, third) if first.slot is Slot.WEIGHT else (third, first)
    elif kind in LOADED and _is_weight(first, third):
        weight, sets = first, third
    else:
        typed = [cursor.typed(one.start, one.end) for one in (first, second, third)]
        said = f"Is '{{}}' sets first or weight first? Type {typed[0]}x{typed[1]} {typed[2]}kg"
        cursor.fail(first.start, third.end, f"{said} or {typed[0]}kg x {typed[1]} x {typed[2]}.")
    slots = {Slot.WEIGHT: weight, second.slot or measure_of(kind): second, Slot.SETS: sets}
    is_clear = weight.slot in (None, Slot.WEIGHT) and sets.slot in (None, Slot.SETS)
    if len(slots) < 3 or not is_clear or not kind.has_weight:
        cursor.fail(first.start, third.end, "'{}' is not weight x measure x sets.")
    return slots


def _is_weight(first: Factor, third: Factor) -> bool:
    """Whether the first of three plain numbers can only be the weight and the third the sets.

    One that is smaller than the last may be the sets of '3x5x100'.
    """
    if (first.mark, third.mark) != (Mark.NUMBER, Mark.NUMBER):
        return False
    if first.slot is not None or third.slot not in (None, Slot.SETS):
        return False
    one, other = (float(factor.text.replace(",", ".")) for factor in (first, third))
    return third.slot is Slot.SETS or one % 1 != 0 or one >= other
