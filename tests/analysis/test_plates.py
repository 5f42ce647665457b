"""Which plates go on a bar: the worked cases, and every set of plates against brute force."""

import json
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.plates import BarLoad, PlateSet, load_bar
from desktop.domain.gear import Plates, default_gear
from desktop.domain.weight import Unit, Weight
from tests.samples import reference_dir

KG, LB = Unit.KG, Unit.LB
USUAL_KG = (25, 20, 15, 10, 5, 2.5, 1.25)
USUAL_LB = (45, 35, 25, 10, 5, 2.5)


def plates(amounts: Sequence[float], unit: Unit, pairs: int | None = None) -> list[Plates]:
    return [Plates(Weight.of(amount, unit), pairs) for amount in amounts]


def load(
    target: float, bar: float, owned: Sequence[Plates], unit: Unit = KG
) -> tuple[list[float], float, float]:
    found = load_bar(Weight.of(target, unit), Weight.of(bar, unit), owned)
    per_side = [float(one.amount(unit)) for one in found.per_side]
    return per_side, float(found.achieved.amount()), float(found.remainder.amount())


def reference_cases() -> list[dict[str, Any]]:
    text = (reference_dir() / "plate_loading.json").read_text(encoding="utf-8")
    cases: list[dict[str, Any]] = json.loads(text)["cases"]
    return cases


@pytest.mark.parametrize("unit", Unit)
def test_every_case_of_the_reference(unit: Unit) -> None:
    for case in reference_cases():
        usual = USUAL_LB if case["bar"] == 45 else USUAL_KG
        owned = plates(case.get("plates", usual), unit)
        if "inventory_pairs" in case:
            owned = [
                Plates(Weight.of(amount, unit), pairs)
                for amount, pairs in case["inventory_pairs"].items()
            ]
        found = load_bar(Weight.of(case["target"], unit), Weight.of(case["bar"], unit), owned)
        assert [float(one.amount()) for one in found.per_side] == case["per_side"], case
        assert found.is_below_bar == case.get("below_bar", False)
        if "remainder" in case:
            assert found.remainder.amount() == case["remainder"], case
        if "achieved" in case:
            assert found.achieved.amount() == case["achieved"], case


@pytest.mark.parametrize(
    ("target", "bar", "owned", "per_side", "remainder"),
    [
        (140, 20, plates(USUAL_KG, KG), [25, 25, 10], 0),
        (58, 20, plates(USUAL_KG, KG), [15, 2.5, 1.25], 0.5),
        # the heaviest plate first leaves what nothing fills
        (80, 20, plates([25, 15], KG), [15, 15], 0),
        # as many plates: the heavier one goes on first
        (90, 20, plates([25, 20, 15, 10], KG), [25, 10], 0),
        # two plates rather than three that begin heavier
        (56, 20, plates([10, 9, 7, 1], KG), [9, 9], 0),
        (120, 20, plates([25, 20], KG, pairs=1), [25, 20], 10),
        (60, 20, plates([20], KG, pairs=0), [], 40),
        (60, 20, [], [], 40),
    ],
)
def test_worked_loads(
    target: float, bar: float, owned: list[Plates], per_side: list[float], remainder: float
) -> None:
    assert load(target, bar, owned) == (per_side, target - remainder, remainder)


def test_pounds_add_up_to_the_last_digit() -> None:
    owned = plates(USUAL_LB, LB)
    assert load(135, 45, owned, LB) == ([45], 135, 0)
    assert load(1215, 45, owned, LB) == ([45] * 13, 1215, 0)
    for whole in range(45, 700, 5):
        assert load(whole, 45, owned, LB)[2] == 0


def test_kilograms_on_a_bar_of_pounds() -> None:
    bar, owned = Weight.of(45, LB), plates(USUAL_KG, KG)
    found = load_bar(Weight.of(225, LB), bar, owned)
    assert [one.text() for one in found.per_side] == ["25", "15"]
    assert found.achieved == Weight.of("221.37", LB)
    assert found.remainder == Weight.of("3.63", LB)
    # 20.41165665 + 2 x 20 kg is 60.41 kg to who reads it and types it
    shown = load_bar(Weight.of("60.41", KG), bar, owned)
    assert [one.text() for one in shown.per_side] == ["20"]
    assert shown.is_exact


def test_both_units_at_once() -> None:
    owned = [*plates([20, 10], KG, pairs=1), *plates([45, 25], LB, pairs=1)]
    found = load_bar(Weight.of(101, KG), Weight.of(20, KG), owned)
    assert [str(one) for one in found.per_side] == ["45 lb", "20 kg"]
    assert found.remainder == Weight.of("0.18", KG)


def test_the_same_plates_noted_twice_are_more_of_them() -> None:
    owned = [*plates([20], KG, pairs=1), *plates([20], KG, pairs=2)]
    assert load(500, 20, owned)[0] == [20, 20, 20]
    assert load(180, 20, [*owned, *plates([20], KG)])[0] == [20] * 4


def test_below_the_bar_it_is_the_bar_alone() -> None:
    found = load_bar(Weight.of(15, KG), Weight.of(20, KG), plates(USUAL_KG, KG))
    assert found == BarLoad((), Weight.of(20, KG), Weight.of(-5, KG), is_below_bar=True)
    assert not found.is_exact


@pytest.mark.parametrize(
    ("target", "nearest"),
    [(96, 95), (96.25, 95), (96.5, 97.5), (97.5, 97.5), (3, 20), (300, 177.5)],
)
def test_the_nearest_load_may_be_above(target: float, nearest: float) -> None:
    owned = plates(USUAL_KG, KG, pairs=1)
    found = PlateSet(Weight.of(20, KG), owned, Weight.of(300, KG)).nearest(Weight.of(target, KG))
    assert found == Weight.of(nearest, KG)


def test_the_nearest_load_above_may_be_one_heavy_plate() -> None:
    heavy = PlateSet(Weight.of(20, KG), plates([25], KG, pairs=1), Weight.of(60, KG))
    assert heavy.nearest(Weight.of(60, KG)) == Weight.of(70, KG)
    assert heavy.nearest(Weight.of(45, KG)) == Weight.of(20, KG)


def test_many_sizes_at_half_a_tonne() -> None:
    sizes_kg = [50, 25, 20, 15, 10, 5, 2.5, 2, 1.5, 1.25, 1, 0.5, 0.25]
    sizes_lb = [100, 55, 45, 35, 25, 10, 5, 2.5, 1.25, 1, 0.75, 0.5, 0.25]
    owned = [*plates(sizes_kg, KG), *plates(sizes_lb, LB)]
    assert load(500, 20, owned)[0] == [50, 50, 50, 50, 25, 15]
    assert load(501.37, 20, owned)[2] <= 0.01


AMOUNTS = st.integers(1, 60).map(lambda quarters: quarters / 4)
OWNED = st.lists(
    st.tuples(AMOUNTS, st.sampled_from(Unit), st.one_of(st.none(), st.integers(0, 3))), max_size=4
).map(lambda rows: [Plates(Weight.of(amount, unit), pairs) for amount, unit, pairs in rows])
TARGETS = st.builds(
    Weight.of, st.integers(0, 1600).map(lambda cents: cents / 20), st.sampled_from(Unit)
)
BARS = st.sampled_from([Weight.of(20, KG), Weight.of(7.5, KG), Weight.of(45, LB)])


def grams(weight: Weight) -> Fraction:
    return Fraction(weight.amount()) * Fraction(weight.unit.grams)


def every_load(bar: Weight, owned: Sequence[Plates], most: Fraction) -> dict[Fraction, list[Any]]:
    """For each weight that can be made: the plates of a side, fewest first, then heaviest."""
    made: dict[Fraction, list[Any]] = {}
    room = max(most - grams(bar), Fraction(0)) / 2
    ranges = [
        range(int(min(room // grams(one.weight), room if one.pairs is None else one.pairs)) + 1)
        for one in owned
    ]
    for counts in product(*ranges):
        side = [grams(one.weight) for one, n in zip(owned, counts, strict=True) for _ in range(n)]
        side.sort(reverse=True)
        rank = [len(side), [-one for one in side]]
        whole = grams(bar) + 2 * sum(side)
        made[whole] = min(made.get(whole, rank), rank)
    return made


@settings(max_examples=60)
@given(TARGETS, BARS, OWNED)
def test_every_load_is_the_best_of_all(target: Weight, bar: Weight, owned: list[Plates]) -> None:
    if any(grams(one.weight) < 1500 and one.pairs is None for one in owned):
        owned = [Plates(one.weight, 3) for one in owned]  # brute force has its limits
    found = load_bar(target, bar, owned)
    half = Fraction(target.unit.grams) / 200
    if found.is_below_bar:
        assert grams(target) < grams(bar)
        assert found.per_side == ()
        return
    side = [grams(one) for one in found.per_side]
    whole = grams(bar) + 2 * sum(side)
    all_loads = every_load(bar, owned, grams(target) + half)
    assert [len(side), [-one for one in side]] == all_loads[whole]
    below = max((one for one in all_loads if one <= grams(target)), default=Fraction(0))
    # a load above is taken for the weight where two decimals tell no difference
    near = max(one for one in all_loads if one <= grams(target) + half)
    assert whole == (below if grams(target) - below <= half else near)
    assert found.is_exact == (abs(grams(target) - whole) <= half)
    assert abs(grams(found.achieved) - whole) <= half


@settings(max_examples=60)
@given(TARGETS, BARS, OWNED)
def test_nothing_is_nearer_than_the_nearest(
    target: Weight, bar: Weight, owned: list[Plates]
) -> None:
    owned = [Plates(one.weight, 2) for one in owned]
    found = PlateSet(bar, owned, target).nearest(target)
    loads = every_load(bar, owned, grams(target) + 200_000)
    half = Fraction(target.unit.grams) / 200
    distance = min(abs(one - grams(target)) for one in loads)
    assert abs(abs(grams(found) - grams(target)) - distance) <= half


@given(st.sampled_from(Unit), st.integers(0, 200))
def test_what_most_gyms_have_makes_every_step(unit: Unit, steps: int) -> None:
    gym = default_gear(unit).gym
    bar = gym.bars[0].weight
    step = 2 * min(one.weight.amount() for one in gym.plates)
    target = Weight.of(bar.amount() + step * steps, unit)
    assert load_bar(target, bar, gym.plates).achieved == target
