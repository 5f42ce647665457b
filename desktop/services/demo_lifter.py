"""The demo's lifter at work: strength that grows, stalls and comes back, set by set."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.session import ExerciseSet, SetType
from desktop.domain.weight import Unit, Weight
from desktop.services.demo_plan import LIFTS, TOP_SETS, WARM_UPS, Lift, Line

_GAIN = 0.011  # of what is left to gain, each time an exercise is trained
_PLATEAU_WEEKS = 9  # how long an exercise stalls or moves at a time
_SET_SECONDS = 40


@dataclass(frozen=True, slots=True)
class Day:
    """What kind of day it is: the week since the start, and whether it is a light one."""

    week: int
    is_light: bool


class Effort(NamedTuple):
    """What a set is before it is done."""

    kind: SetType = SetType.NORMAL
    reps: int | None = None
    weight: Weight | None = None
    seconds: int | None = None
    meters: float | None = None
    rpe: float | None = None


class Lifter:
    """Does the sets of a plan's lines; remembers the working weight of each line."""

    def __init__(self, exercises: Mapping[str, Exercise], unit: Unit, dice: random.Random) -> None:
        self._exercises = exercises
        self._unit = unit
        self._dice = dice
        self._trained = dict.fromkeys(LIFTS, 0.0)
        self._weights: dict[Line, float] = {}
        self._known: dict[float, Weight] = {}
        self._form = 1.0
        self._sets: dict[ExerciseKind, Callable[[Line, Day], Iterator[Effort]]] = {
            ExerciseKind.WEIGHT_REPS: self._loaded,
            ExerciseKind.BODYWEIGHT_REPS: self._bodyweight,
            ExerciseKind.ASSISTED_BODYWEIGHT: self._assisted,
            ExerciseKind.DURATION: self._held,
            ExerciseKind.DISTANCE_DURATION: self._covered,
            ExerciseKind.WEIGHT_DISTANCE: self._carried,
        }

    def rested(self, days: int) -> None:
        """Note how long ago the last workout was: form is lost by long breaks."""
        if days > 9:
            self._form = max(0.84, self._form - 0.005 * days)
        self._form += (1 - self._form) * 0.2

    def sets(
        self, line: Line, day: Day, start: datetime
    ) -> tuple[datetime, tuple[ExerciseSet, ...]]:
        """The line's sets, ticked one after the other from `start`; and when they were over."""
        self._train(line.exercise, day)
        done, now = [], start
        for one in self._sets[self._exercises[line.exercise].kind](line, day):
            now += timedelta(seconds=_SET_SECONDS + (one.seconds or 0))
            done.append(ExerciseSet(new_id(), *one, now))
            rest = line.rest if one.kind is not SetType.WARM_UP else 60
            now += timedelta(seconds=round(rest * self._dice.uniform(0.85, 1.3)))
        return now, tuple(done)

    def weight_of(self, line: Line) -> Weight | None:
        """What the line is loaded with next time."""
        found = self._weights.get(line)
        return self._weight(found) if found else None

    def _train(self, exercise: str, day: Day) -> None:
        """Gain a little, unless it is a light week or the exercise stalls these weeks."""
        stalls = (day.week // _PLATEAU_WEEKS + len(exercise)) % 3 == 2
        if not day.is_light:
            gain = _GAIN * (0.15 if stalls else 1.0)
            self._trained[exercise] += (1 - self._trained[exercise]) * gain

    def _able(self, exercise: str) -> float:
        """What the lifter can do today, in the unit of the exercise's Lift."""
        lift = LIFTS[exercise]
        now = lift.start + (lift.limit - lift.start) * self._trained[exercise]
        return now * self._form * self._dice.gauss(1.0, 0.012)

    def _loaded(self, line: Line, day: Day) -> Iterator[Effort]:
        lift, step = LIFTS[line.exercise], self._step(LIFTS[line.exercise])
        able = self._able(line.exercise) * self._per_kg
        weight = self._weights.get(line) or self._rounded(able / (1 + (line.low + 3) / 30), step)
        load = self._rounded(weight * 0.88, step) if day.is_light else weight
        yield from self._warm_ups(lift, load, step)
        if lift.warm_ups == len(WARM_UPS) and not day.is_light and day.week % 3 == 0:
            reps_on_top = TOP_SETS[day.week // 3 % len(TOP_SETS)]
            heavy = self._rounded(able / (1 + reps_on_top / 30), step)
            if heavy > load:
                yield Effort(SetType.NORMAL, reps_on_top, self._weight(heavy), rpe=9.0)
        most = 30 * (able / load - 1) + 0.5
        reps = []
        for number in range(_count(line, day)):
            possible = max(1.0, most - 0.6 * number)
            spare = 1.0 if number == line.sets - 1 else 1.6
            reps.append(max(1, min(line.high, round(possible - spare))))
            yield self._working(reps[-1], load, possible, lift, number == line.sets - 1)
        if not day.is_light:
            self._weights[line] = self._next_weight(weight, step, reps, line)

    def _next_weight(self, weight: float, step: float, reps: list[int], line: Line) -> float:
        """More when every set reached the top of the range, less when the first missed it."""
        if min(reps) >= line.high:
            return weight + step
        if reps[0] < line.low - 1:
            return max(step, self._rounded(weight * 0.93, step))
        return weight

    def _warm_ups(self, lift: Lift, load: float, step: float) -> Iterator[Effort]:
        for share, reps in WARM_UPS[-lift.warm_ups :] if lift.warm_ups else ():
            weight = self._weight(self._rounded(load * share, step))
            yield Effort(SetType.WARM_UP, reps, weight)

    def _working(
        self, reps: int, load: float, possible: float, lift: Lift, is_last: bool
    ) -> Effort:
        kind, rpe = SetType.NORMAL, None
        if self._dice.random() < (0.7 if lift.warm_ups else 0.2):
            rpe = min(10.0, max(6.0, round((10 - possible + reps) * 2) / 2))
        if is_last and not lift.warm_ups and self._dice.random() < 0.06:
            kind, rpe = SetType.FAILURE, 10.0
        return Effort(kind, reps, self._weight(load), rpe=rpe)

    def _bodyweight(self, line: Line, day: Day) -> Iterator[Effort]:
        able, step = self._able(line.exercise), self._step(LIFTS[line.exercise])
        # what goes beyond the range is made heavier instead, where weight can be hung on
        added = int(max(0.0, able - line.high) / 2) if step and not day.is_light else 0
        weight = self._weight(added * step) if added else None
        for number in range(_count(line, day)):
            reps = round((able - 2 * added) * (1 - 0.1 * number)) - 1
            yield Effort(reps=max(1, min(line.high, reps)), weight=weight)

    def _assisted(self, line: Line, day: Day) -> Iterator[Effort]:
        step = self._step(LIFTS[line.exercise])
        help_given = self._rounded(self._able(line.exercise) * self._per_kg, step)
        for _ in range(_count(line, day)):
            reps = self._dice.randint(line.low, line.high)
            yield Effort(reps=reps, weight=self._weight(-help_given))

    def _held(self, line: Line, day: Day) -> Iterator[Effort]:
        able = self._able(line.exercise)
        for number in range(_count(line, day)):
            seconds = round(able * (1 - 0.08 * number) / 5) * 5
            yield Effort(seconds=seconds)

    def _covered(self, line: Line, day: Day) -> Iterator[Effort]:
        speed = self._able(line.exercise)
        for _ in range(_count(line, day)):
            meters = 500.0 * self._dice.randint(line.low * 2, line.high * 2)
            slower = 1 - meters / 120_000
            seconds = round(meters / (speed * slower))
            yield Effort(seconds=seconds, meters=meters)

    def _carried(self, line: Line, day: Day) -> Iterator[Effort]:
        step = self._step(LIFTS[line.exercise])
        weight = self._weight(self._rounded(self._able(line.exercise) * self._per_kg, step))
        for _ in range(_count(line, day)):
            meters = 10.0 * self._dice.randint(line.low // 10, line.high // 10)
            yield Effort(weight=weight, meters=meters)

    @property
    def _per_kg(self) -> float:
        return float(1000 / self._unit.grams)

    def _step(self, lift: Lift) -> float:
        return lift.kg if self._unit is Unit.KG else lift.lb

    def _rounded(self, amount: float, step: float) -> float:
        return max(step, step * int(amount / step + 0.5))

    def _weight(self, amount: float) -> Weight:
        if amount not in self._known:
            self._known[amount] = Weight.of(amount, self._unit)
        return self._known[amount]


def _count(line: Line, day: Day) -> int:
    """A light week has a set less of everything."""
    return max(1, line.sets - day.is_light)
