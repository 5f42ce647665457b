"""How typed words make up groups of sets: which number is the weight, the reps, the sets.

The rules, in the order they are tried (the help page explains them to users):

- A number with a unit is what its unit says; a number with + or - is a weight.
- AxB is weight x reps; where a weight stands beside it (`5x5 140`, `140 5x5`)
  it is sets x reps. An exercise that is done without a weight (bodyweight, time,
  distance) has sets x reps, sets x time, sets x distance.
- AxBxC is weight x reps x sets, or sets x reps x weight where C has the unit.
- ` x3` after a complete group is three sets of it; `x5` after a weight its reps.
- Where sets are measured by time or distance, that takes the place of the reps.
- What does not fit into the group before begins the next one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from desktop.domain.library import ExerciseKind
from desktop.domain.quick_numbers import (
    LOADED,
    Cursor,
    Factor,
    Slot,
    Slots,
    factor_of,
    factors_of,
    measure_of,
    slots_of,
)
from desktop.domain.quick_words import Mark, Word, words_of

_MEASURES = {Slot.REPS, Slot.TIME, Slot.DISTANCE}


@dataclass(slots=True)
class Group:
    """What was typed of one set, or of sets that are alike; text[start:end]."""

    start: int
    end: int
    slots: Slots = field(default_factory=dict)
    effort: Factor | None = None
    is_rir: bool = False
    set_type: Word | None = None
    side: Word | None = None


def groups_of(text: str, start: int, kind: ExerciseKind) -> list[Group]:
    """The groups that a plain text holds from that place on. Raises Unreadable."""
    return _Reader(Cursor(text, words_of(text, start)), kind).read()


class _Reader:
    """Puts the words into groups, from left to right."""

    def __init__(self, cursor: Cursor, kind: ExerciseKind) -> None:
        self._cursor = cursor
        self._kind = kind
        self._measure = measure_of(kind)
        self._group: Group | None = None
        self._groups: list[Group] = []

    def read(self) -> list[Group]:
        steps: dict[Mark, Callable[[], None]] = {
            Mark.BREAK: self._break,
            Mark.TIMES: self._times,
            Mark.AT: self._at_sign,
            Mark.EFFORT: self._effort,
            Mark.TYPE: self._set_type,
            Mark.SIDE: self._side,
            Mark.UNIT: self._unit_alone,
        }
        while (word := self._cursor.peek()) is not None:
            steps.get(word.mark, self._values)()
        for group in self._groups:
            self._resolve(group)
        return self._groups

    # numbers
    def _values(self) -> None:
        factors = factors_of(self._cursor, self._kind)
        if len(factors) == 1:
            self._single(factors[0])
        else:
            self._fill(slots_of(self._cursor, self._kind, factors))

    def _single(self, factor: Factor) -> None:
        if factor.slot is not None:
            self._fill({factor.slot: factor})
        elif self._takes_weight():
            self._fill({Slot.WEIGHT: factor})
        elif self._kind in LOADED and not self._takes_measure():
            self._group = None
            self._fill({Slot.LOOSE: factor})
        else:
            self._refuse_second_plain(factor)
            self._fill({self._measure: factor})

    def _takes_weight(self) -> bool:
        """Whether a number without a unit is the weight of what stands before it: 5x5 140."""
        group = self._group
        if group is None or self._kind not in LOADED or Slot.WEIGHT in group.slots:
            return False
        counted = Slot.SETS in group.slots or self._kind is ExerciseKind.WEIGHT_REPS
        return Slot.OPEN in group.slots or (self._measure in group.slots and counted)

    def _takes_measure(self) -> bool:
        """Whether a number is what so many sets have of: 3 sets of 5."""
        group = self._group
        return group is not None and Slot.SETS in group.slots and not self._is_complete(group)

    def _refuse_second_plain(self, factor: Factor) -> None:
        """'5km 25' may be minutes or another run."""
        group = self._group
        if group is not None and Slot.DISTANCE in group.slots and Slot.TIME not in group.slots:
            said = "'{0}' needs a unit here: {0}min or {0}km."
            self._cursor.fail(factor.start, factor.end, said)

    def _times(self) -> None:
        """An x that no number stands before: ' x3' counts sets, 'x5' are reps."""
        sign = self._cursor.take()
        if not self._cursor.sees(Mark.NUMBER):
            self._cursor.fail_after(sign)
        factor = factor_of(self._cursor, self._kind)
        is_complete = self._group is not None and self._is_complete(self._group)
        slot = Slot.SETS if is_complete else Slot.REPS
        if factor.slot not in (None, slot) or (slot is Slot.REPS and not self._kind.has_reps):
            said = "'{}' is no number of sets." if is_complete else "'{}' belongs behind a set."
            self._cursor.fail(sign.start, factor.end, said)
        if is_complete:
            self._count(factor)
        else:
            self._fill({slot: replace(factor, start=sign.start)})

    # groups
    def _is_complete(self, group: Group) -> bool:
        """Whether the group has what a set is measured by."""
        is_measure = Slot.LOOSE in group.slots and self._kind is not ExerciseKind.WEIGHT_REPS
        return bool(_MEASURES & group.slots.keys()) or is_measure

    def _fill(self, slots: Slots) -> None:
        """Put the values into the group they belong to: the one there is, or a new one."""
        start = min(one.start for one in slots.values())
        end = max(one.end for one in slots.values())
        if self._group is None or self._collides(self._group, slots):
            self._group = Group(start, end)
            self._groups.append(self._group)
        self._group.slots.update(slots)
        self._group.end = end

    def _collides(self, group: Group, slots: Slots) -> bool:
        """Whether these values begin another group."""
        there = group.slots
        if slots.keys() & there.keys():
            return True
        if Slot.LOOSE in there:
            alone = len(slots) == 1 and self._kind is not ExerciseKind.WEIGHT_REPS
            return Slot.WEIGHT in slots and not alone
        is_run = self._kind is ExerciseKind.DISTANCE_DURATION and len(slots) == 1
        return bool(_MEASURES & slots.keys()) and self._is_complete(group) and not is_run

    def _count(self, factor: Factor) -> None:
        group = self._group
        assert group is not None
        if Slot.SETS in group.slots or {Slot.OPEN, Slot.WEIGHT} <= group.slots.keys():
            self._cursor.fail(factor.start, factor.end, "'{}': the sets are counted already.")
        group.slots[Slot.SETS] = factor
        group.end = factor.end

    def _break(self) -> None:
        self._cursor.take()
        self._group = None

    def _unit_alone(self) -> None:
        word = self._cursor.take()
        self._cursor.fail(word.start, word.end, "'{}' needs a number before it.")

    # what follows a group
    def _at_sign(self) -> None:
        """'@8' is an RPE, '@100kg' a weight."""
        cursor = self._cursor
        sign, unit = cursor.take(), cursor.peek(1)
        is_weight = unit is not None and unit.mark is Mark.UNIT and unit.text in ("kg", "lb")
        if cursor.sees(Mark.SIGN) or (cursor.sees(Mark.NUMBER) and is_weight):
            self._values()
        elif cursor.sees(Mark.EFFORT):
            self._effort()
        else:
            self._note_effort(sign, False)

    def _effort(self) -> None:
        word = self._cursor.take()
        if self._cursor.sees(Mark.AT):
            self._cursor.take()
        self._note_effort(word, word.text == "rir")

    def _note_effort(self, sign: Word, is_rir: bool) -> None:
        cursor = self._cursor
        if not cursor.sees(Mark.NUMBER, Mark.RANGE):
            cursor.fail_after(sign)
        number = cursor.take()
        group = self._behind(sign.start, number.end)
        if group.effort is not None:
            cursor.fail(sign.start, number.end, "'{}': how hard it was is there already.")
        group.effort = Factor(None, number.text, number.mark, number.start, number.end)
        group.is_rir, group.end = is_rir, number.end

    def _set_type(self) -> None:
        word = self._cursor.take()
        group = self._behind(word.start, word.end)
        if group.set_type is not None:
            self._cursor.fail(word.start, word.end, "'{}': a set has one type.")
        group.set_type, group.end = word, word.end

    def _side(self) -> None:
        word = self._cursor.take()
        group = self._behind(word.start, word.end)
        if group.side is not None:
            self._cursor.fail(word.start, word.end, "'{}': a set has one side.")
        group.side, group.end = word, word.end

    def _behind(self, start: int, end: int) -> Group:
        """The group that something belongs to which stands behind a set."""
        if self._group is None:
            self._cursor.fail(start, end, "'{}' belongs behind a set.")
        return self._group

    def _resolve(self, group: Group) -> None:
        """Decide what was open, now that all of the group is known."""
        slots = group.slots
        if loose := slots.pop(Slot.LOOSE, None):
            is_weight = self._measure in slots or self._kind is ExerciseKind.WEIGHT_REPS
            slots[Slot.WEIGHT if is_weight else self._measure] = loose
        first = slots.pop(Slot.OPEN, None)
        if first is None:
            return
        if Slot.WEIGHT in slots:
            if Slot.SETS in slots:
                self._cursor.fail(first.start, first.end, "'{}': the sets are counted already.")
            slots[Slot.SETS] = first
        elif self._kind is ExerciseKind.ASSISTED_BODYWEIGHT:
            end = slots[self._measure].end
            said = "Is '{0}' help x reps? Type the help with a minus: -{0}."
            self._cursor.fail(first.start, end, said)
        else:
            slots[Slot.WEIGHT] = first
