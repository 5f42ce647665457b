"""Which plates go on a bar for a weight.

The greatest load that is not above the weight, then the fewest plates, then
the heaviest first, within the pairs owned. Plates that fit greedily are not
enough: 15 then 10 leaves 60 kg unloaded where 10 and 10 a side make it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import gcd
from typing import NamedTuple

from desktop.domain.gear import Plates
from desktop.domain.weight import Unit, Weight

# Whole numbers of a ten-millionth of a gram hold a gram and 0.01 lb alike, so
# that 45 + 2 x 45 lb is 135 lb to the last digit, and kg and lb can be mixed.
_FINE = 10_000_000
_STEP = {Unit.KG: _FINE, Unit.LB: 45_359_237}  # 1 g; 0.01 lb
_HUNDREDTH = {Unit.KG: 10 * _FINE, Unit.LB: 45_359_237}


@dataclass(frozen=True, slots=True)
class BarLoad:
    """What goes on each side, heaviest first, and what the whole bar weighs then.

    achieved and remainder (what the weight is more than that, negative below
    the bar) are in the unit of the weight that was asked for, to its 0.01.
    """

    per_side: tuple[Weight, ...]
    achieved: Weight
    remainder: Weight
    is_below_bar: bool

    @property
    def is_exact(self) -> bool:
        """It makes the weight, as far as its two decimals tell."""
        return not self.remainder.grams


class _Side(NamedTuple):
    """What a side carries: its weight, and the sums of the plates of either rack."""

    weighs: int
    few: int
    many: int


class PlateSet:
    """A bar and the plates for it, up to a weight: counted once, asked often."""

    def __init__(self, bar: Weight, plates: Iterable[Plates], most: Weight) -> None:
        self._bar = _fine(bar)
        owned: dict[Unit, dict[int, int | None]] = {unit: {} for unit in Unit}
        for one in plates:
            kind, weight = owned[one.weight.unit], _steps(one.weight)
            if weight > 0:
                before = kind.get(weight, 0)
                kind[weight] = None if before is None or one.pairs is None else before + one.pairs
        heaviest = max((max(kind) * _STEP[unit] for unit, kind in owned.items() if kind), default=0)
        # the least load above a weight is above it by no more than one plate a side
        room = max(_fine(most) - self._bar, 0) // 2 + heaviest
        racks = [_Rack(unit, kind, room) for unit, kind in owned.items()]
        self._few, self._many = sorted(racks, key=lambda rack: len(rack.sums))

    def load(self, target: Weight) -> BarLoad:
        """The plates for a weight that is not above the one this was made for."""
        spare = _fine(target) - self._bar
        half = _HUNDREDTH[target.unit] // 2  # a weight is what its two decimals say
        if spare < -half:
            return self._made(target, _Side(0, 0, 0), is_below_bar=True)
        side = self._greatest(max(spare, 0) // 2)
        if spare - 2 * side.weighs > half:
            # two plates of 20 kg on a bar of 45 lb are 60.41 kg, though a breath more
            near = self._greatest((spare + half) // 2)
            side = near if 2 * near.weighs > spare else side
        return self._made(target, side)

    def nearest(self, target: Weight) -> Weight:
        """What can be loaded that is nearest to the weight, the lighter of two; in its unit."""
        below = self.load(target)
        if below.is_below_bar or below.is_exact:
            return below.achieved
        spare = _fine(target) - self._bar
        above, under = self._least(-(-spare // 2)), 2 * self._greatest(spare // 2).weighs
        if above is None or 2 * above - spare >= spare - under:
            return below.achieved
        return _weight(self._bar + 2 * above, target.unit)

    def _greatest(self, room: int) -> _Side:
        """The sums of both racks that together fill the room of a side best."""
        best, sums = _Side(0, 0, 0), self._many.sums
        for few in self._few.sums:
            rest = room - few * self._few.step
            if rest < 0:
                break
            many = sums[bisect_right(sums, rest // self._many.step) - 1]
            best = max(best, _Side(self._weighs(few, many), few, many))
        return best

    def _least(self, room: int) -> int | None:
        """The least that a side can carry and that is not below its room."""
        best, sums = None, self._many.sums
        for few in self._few.sums:
            rest = max(room - few * self._few.step, 0)
            place = bisect_left(sums, -(-rest // self._many.step))
            if place < len(sums):
                weighs = self._weighs(few, sums[place])
                best = weighs if best is None else min(best, weighs)
        return best

    def _weighs(self, few: int, many: int) -> int:
        return few * self._few.step + many * self._many.step

    def _made(self, target: Weight, side: _Side, is_below_bar: bool = False) -> BarLoad:
        chosen = self._few.fewest(side.few) + self._many.fewest(side.many)
        whole = self._bar + 2 * side.weighs
        return BarLoad(
            tuple(sorted(chosen, key=_fine, reverse=True)),
            _weight(whole, target.unit),
            _weight(_fine(target) - whole, target.unit),
            is_below_bar,
        )


def load_bar(target: Weight, bar: Weight, plates: Sequence[Plates]) -> BarLoad:
    """The plates for each side of a bar that come nearest to a weight from below.

    Of loads that weigh the same the one of fewest plates, then of the
    heaviest. Below the bar's own weight it is the bar alone.
    """
    return PlateSet(bar, plates, target).load(target)


class _Rack:
    """Plates of one unit: the sums that they make on one side.

    Weights are counted in the greatest step that they all are whole numbers
    of; a sum is a set bit of a number, so that millions are made at once.
    """

    def __init__(self, unit: Unit, owned: dict[int, int | None], room: int) -> None:
        common = gcd(*owned)  # 0 where there are none
        self._unit, self._common = unit, max(common, 1)
        self.step = self._common * _STEP[unit]
        top = room // self.step
        self._sizes = sorted(one // self._common for one in owned)
        self._pairs: list[int] = []
        self._reach = [1]  # with the lightest so many sizes
        for size in self._sizes:
            pairs = owned[size * self._common]
            most = top // size
            self._pairs.append(most if pairs is None else min(pairs, most))
            self._reach.append(_spread(self._reach[-1], size, self._pairs[-1], top))
        digits = reversed(f"{self._reach[-1]:b}")
        self.sums = [place for place, digit in enumerate(digits) if digit == "1"]
        self._known: dict[tuple[int, int], tuple[int, ...]] = {}

    def fewest(self, total: int) -> list[Weight]:
        """The fewest plates that make a sum, the heaviest of those."""
        sizes = self._fewest(len(self._sizes), total)
        return [_typed(one * self._common, self._unit) for one in sizes]

    def _fewest(self, kinds: int, total: int) -> tuple[int, ...]:
        if not kinds:
            return ()
        key = kinds, total
        if key not in self._known:
            self._known[key] = self._search(kinds, total)
        return self._known[key]

    def _search(self, kinds: int, total: int) -> tuple[int, ...]:
        size, below = self._sizes[kinds - 1], self._reach[kinds - 1]
        lighter = self._sizes[kinds - 2] if kinds > 1 else 1
        best: tuple[int, ...] | None = None
        for count in range(min(self._pairs[kinds - 1], total // size), -1, -1):
            rest = total - count * size
            # fewer of the heaviest can only need more of the others
            if best is not None and count + -(-rest // lighter) >= len(best):
                break
            if below >> rest & 1:
                found = (size,) * count + self._fewest(kinds - 1, rest)
                if best is None or len(found) < len(best):
                    best = found
        assert best is not None  # only sums that can be made are asked for
        return best


def _spread(sums: int, size: int, count: int, top: int) -> int:
    """The sums with none to `count` plates of a size more, up to `top`."""
    mask = (1 << top + 1) - 1
    step = 1
    while count > 0:
        taken = min(step, count)
        sums |= sums << taken * size & mask
        count -= taken
        step *= 2
    return sums


def _steps(weight: Weight) -> int:
    """A weight in whole grams, or in hundredths of a pound as it was typed."""
    return weight.grams if weight.unit is Unit.KG else int(weight.amount() * 100)


def _fine(weight: Weight) -> int:
    return _steps(weight) * _STEP[weight.unit]


def _typed(steps: int, unit: Unit) -> Weight:
    return Weight(steps, unit) if unit is Unit.KG else Weight.of(Decimal(steps) / 100, unit)


def _weight(fine: int, unit: Unit) -> Weight:
    return Weight.of(Decimal(fine) / (100 * _HUNDREDTH[unit]), unit)
