"""What the template asks for, in words: for the whole exercise, and set by set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from desktop.domain.accounts import Effort
from desktop.domain.distance import distance_text, distance_unit
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet, SetType
from desktop.domain.set_fields import clock_text
from desktop.domain.templates import TargetSet, TemplateExercise
from desktop.domain.weight import Unit, Weight, plain_number
from desktop.ui.widgets.texts import count_text

Resolve = Callable[[TargetSet], Weight | None]
# How a set of a type is counted, and how what it asks for is written.
_COUNTED = {
    SetType.NORMAL: ("set", "sets"),
    SetType.WARM_UP: ("warm-up set", "warm-up sets"),
    SetType.DROP: ("drop set", "drop sets"),
    SetType.FAILURE: ("set to failure", "sets to failure"),
}
_WRITTEN = {
    SetType.NORMAL: "{}",
    SetType.WARM_UP: "warm-up {}",
    SetType.DROP: "drop {}",
    SetType.FAILURE: "{} to failure",
}
_NOTHING = TargetSet()


class PlanWords:
    """Writes one line of a template; resolve tells the weight that a target means."""

    def __init__(
        self,
        line: TemplateExercise,
        kind: ExerciseKind,
        effort: Effort,
        resolve: Resolve,
        unit: Unit = Unit.KG,
    ) -> None:
        self._line = line
        self._kind = kind
        self._effort = effort
        self._resolve = resolve
        self._unit = unit

    def line(self) -> str:
        """'Target 3 × 5 @ 75% = 90 kg · rest 3:00'; empty when nothing is asked for."""
        rest = self._line.rest_seconds
        parts = [f"Target {sets}" if (sets := self._sets()) else ""]
        parts.append("" if rest is None else f"rest {clock_text(rest)}" if rest else "no rest")
        words = " \u00b7 ".join(part for part in parts if part)
        return words[:1].upper() + words[1:]

    def targets_of(self, sets: Sequence[ExerciseSet]) -> list[TargetSet | None]:
        """The target of each set: warm-ups beside warm-ups, working sets beside working sets."""
        waiting: dict[bool, list[TargetSet]] = {True: [], False: []}
        working = sum(one.set_type.is_working for one in sets)
        for target in self._line.targets(working):
            waiting[target.set_type.is_working].append(target)
        found: list[TargetSet | None] = []
        for one in sets:
            alike = waiting[one.set_type.is_working]
            found.append(alike.pop(0) if alike else None)
        return found

    def of(self, target: TargetSet, with_share: bool = True) -> str:
        """'5 @ 75% = 90 kg', '8-12', '5+ @ 100 kg', 'RPE 8', '1:00', '400 m'.

        with_share False: a known weight without the share that it is, '5 @ 90 kg'.
        """
        amounts = [str(target.reps)] if target.reps else []
        if target.distance_meters is not None:
            amounts.append(self._distance(target.distance_meters))
        if target.duration_seconds is not None:
            amounts.append(clock_text(target.duration_seconds))
        loads = [self._load(target, with_share), self._hardness(target.rpe)]
        amount, load = " in ".join(amounts), ", ".join(one for one in loads if one)
        return f"{amount} @ {load}" if amount and load else amount or load

    @property
    def is_alike(self) -> bool:
        """Every set is meant to be the same."""
        return len(set(self._line.sets)) < 2

    def _sets(self) -> str:
        line = self._line
        if not line.sets:
            text, count = self.of(line.shared_target), line.target_sets
            if count is None:
                return text
            return f"{count} \u00d7 {text}" if text else count_text(count, "set")
        return ", ".join(self._run(one, len(list(run))) for one, run in groupby(line.sets))

    def _run(self, target: TargetSet, count: int) -> str:
        if replace(target, set_type=SetType.NORMAL) == _NOTHING:
            return count_text(count, *_COUNTED[target.set_type])
        text = _WRITTEN[target.set_type].format(self.of(target))
        return f"{count} \u00d7 {text}" if count > 1 else text

    def _load(self, target: TargetSet, with_share: bool) -> str:
        weight = self._resolve(target)
        if target.percent is None or target.weight is not None:
            return str(weight) if weight else ""
        share = f"{plain_number(Decimal(str(target.percent)))}%"
        if weight is None:
            return share
        return f"{share} = {weight}" if with_share else str(weight)

    def _hardness(self, rpe: float | None) -> str:
        if rpe is None:
            return ""
        in_reserve = self._effort is Effort.RIR
        value = plain_number(Decimal(str(10 - rpe if in_reserve else rpe)))
        return f"RIR {value}" if in_reserve else f"RPE {value}"

    def _distance(self, meters: float) -> str:
        if distance_unit(self._kind) != "m":
            return distance_text(meters, self._unit)
        return f"{plain_number(Decimal(str(meters)))} m"
