"""Warm-up sets: loadable, heavier each time, lighter than the work."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.plates import load_bar
from desktop.analysis.warm_up import warm_up_sets
from desktop.domain.accounts import DEFAULT_RAMP, WarmUpStep
from desktop.domain.gear import Bar, Gym, default_gear
from desktop.domain.session import ExerciseSet, SetType
from desktop.domain.weight import Unit, Weight

KG, LB = Unit.KG, Unit.LB
GYM_KG, GYM_LB = default_gear(KG).gym, default_gear(LB).gym
WORK = st.builds(
    Weight.of, st.integers(1, 60_000).map(lambda cents: cents / 100), st.sampled_from(Unit)
)
RAMPS = st.lists(
    st.builds(WarmUpStep, st.integers(0, 240).map(lambda halves: halves / 2), st.integers(1, 20)),
    max_size=8,
)
GYMS = st.sampled_from([GYM_KG, GYM_LB, default_gear(KG).gyms[1], Gym("Empty", GYM_KG.bars, ())])
BARS = st.sampled_from([*GYM_KG.bars, *GYM_LB.bars, None])


def shown(sets: tuple[ExerciseSet, ...]) -> list[tuple[str, int | None]]:
    return [(str(one.weight), one.reps) for one in sets]


def test_the_usual_ramp() -> None:
    sets = warm_up_sets(Weight.of(100, KG), DEFAULT_RAMP, GYM_KG.bars[0], GYM_KG)
    assert shown(sets) == [("20 kg", 10), ("40 kg", 5), ("60 kg", 3), ("80 kg", 2)]
    assert all(one.set_type is SetType.WARM_UP and one.completed_at is None for one in sets)
    assert len({one.id for one in sets}) == 4


def test_pounds_stay_pounds() -> None:
    sets = warm_up_sets(Weight.of(225, LB), DEFAULT_RAMP, GYM_LB.bars[0], GYM_LB)
    assert shown(sets) == [("45 lb", 10), ("90 lb", 5), ("135 lb", 3), ("180 lb", 2)]


def test_weights_are_rounded_down_to_what_the_gym_loads() -> None:
    sets = warm_up_sets(Weight.of(97.5, KG), DEFAULT_RAMP, GYM_KG.bars[0], GYM_KG)
    assert shown(sets) == [("20 kg", 10), ("37.5 kg", 5), ("57.5 kg", 3), ("77.5 kg", 2)]


def test_steps_that_are_no_heavier_are_left_out() -> None:
    bar = GYM_KG.bars[0]
    # 40 percent of 45 kg is less than the bar, 60 is 27, 80 is 36
    light = warm_up_sets(Weight.of(45, KG), DEFAULT_RAMP, bar, GYM_KG)
    assert shown(light) == [("20 kg", 10), ("25 kg", 3), ("35 kg", 2)]
    falling = [WarmUpStep(60, 5), WarmUpStep(40, 5), WarmUpStep(60.5, 2), WarmUpStep(100, 1)]
    assert shown(warm_up_sets(Weight.of(100, KG), falling, bar, GYM_KG)) == [("60 kg", 5)]


def test_the_bar_itself_needs_no_warm_up() -> None:
    assert warm_up_sets(Weight.of(20, KG), DEFAULT_RAMP, GYM_KG.bars[0], GYM_KG) == ()
    assert warm_up_sets(Weight.of(12, KG), DEFAULT_RAMP, GYM_KG.bars[0], GYM_KG) == ()


def test_without_a_bar_there_is_no_empty_one() -> None:
    sets = warm_up_sets(Weight.of(40, KG), DEFAULT_RAMP, None, GYM_KG)
    assert shown(sets) == [("15 kg", 5), ("25 kg", 3), ("32.5 kg", 2)]


@given(WORK, RAMPS, BARS, GYMS)
def test_a_ramp_rises_in_loadable_steps_to_below_the_work(
    work: Weight, ramp: list[WarmUpStep], bar: Bar | None, gym: Gym
) -> None:
    weights = []
    for one in warm_up_sets(work, ramp, bar, gym):
        assert one.weight is not None
        weights.append(one.weight)
        assert one.weight.unit is work.unit
        if bar is not None:
            found = load_bar(one.weight, bar.weight, gym.plates)
            assert found.is_exact
            assert not found.is_below_bar
    assert all(one.grams < other.grams for one, other in pairwise([*weights, work]))
    assert all(one.grams > 0 for one in weights)
