"""The trend: what it says of made histories, that it never peeks, and that its band holds."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.trend import LEAST_SESSIONS, Trend, trend
from desktop.analysis.trend_forecast import Floats
from tests.judge_trend import judge, judge_file, together
from tests.samples import samples_dir
from tests.support import make_services

KG = 1000.0
DAYS = st.floats(700_000, 760_000)
GRAMS = st.floats(1e-2, 1e10)
HISTORIES = st.lists(st.tuples(DAYS, GRAMS), min_size=LEAST_SESSIONS, max_size=40)


def made(days: Floats, values: Floats, until: float | None = None) -> Trend:
    found = trend(days, values, until=until)
    assert found is not None
    return found


def noisy(sessions: int = 120, scatter: float = 0.05, seed: int = 1) -> tuple[Floats, Floats]:
    """A lifter of 100 kg whose sessions scatter evenly around it, twice a week."""
    rng = np.random.default_rng(seed)
    days = 738_000 + np.cumsum(rng.integers(3, 5, sessions)).astype(float)
    return days, 100 * KG * np.exp(scatter * rng.standard_normal(sessions))


def history(kind: str, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """A made history of 30 to 150 sessions."""
    count = int(rng.integers(30, 150))
    days = 738_000 + np.cumsum(rng.choice([2, 3, 4, 7, 7, 14], count)).astype(float)
    scatter, walk = rng.choice([0.02, 0.05, 0.1]), np.cumsum(rng.standard_normal(count))
    noise = scatter * rng.standard_normal(count)
    logs = {
        "constant": noise,
        "wandering": 0.3 * scatter * walk + noise,
        "growing": np.linspace(0.0, 0.5, count) + noise,
        "light days": 0.1 * scatter * walk
        - np.where(rng.random(count) < 0.3, rng.exponential(2 * scatter, count), 0.0),
        "steps": np.cumsum(np.where(rng.random(count) < 0.3, 0.025, 0.0)),
        "deloads": np.linspace(0.0, 0.3, count)
        - np.where(np.arange(count) % 4 == 3, 0.15, 0.0)
        + 0.5 * noise,
        "jumps": np.cumsum(np.where(rng.random(count) < 0.04, rng.normal(0, 0.3, count), 0))
        + noise,
        "slips": noise + np.where(rng.random(count) < 0.02, math.log(10), 0.0),
        "heavy tails": scatter * rng.standard_t(2.5, count),
    }[kind]
    return days, 80.0 * np.exp(logs)


def foretold(days: Floats, values: Floats) -> tuple[Floats, Floats]:
    """Absolute errors of the trend and the rivals, and what fell inside the band.

    As judge says them, but in one go: that nobody peeks is a test of its own.
    """
    expected = made(days, values).expected
    errors = [
        [abs(one - values[now]) for one in (level, past[-1], past[-5:].mean(), past.max())]
        for now, level in enumerate(expected.level)
        if len(past := values[:now]) >= LEAST_SESSIONS
    ]
    inside = (expected.low <= values * (1 + 1e-9)) & (values <= expected.high * (1 + 1e-9))
    return np.array(errors), inside[LEAST_SESSIONS:].astype(float)


KINDS = "constant,wandering,growing,light days,steps,deloads,jumps,slips,heavy tails".split(",")


def test_a_constant_strength_is_found_with_a_band_that_holds_eight_of_ten() -> None:
    found = made(*noisy(400))
    for band in (found.past, found.ahead):
        assert abs(band.level / KG - 100).max() < 6
    assert found.facts.sessions == 400
    assert found.facts.judged == 395
    assert 0.76 < found.facts.held / found.facts.judged < 0.84
    assert 3.0 < found.facts.scatter < 5.5
    assert found.facts.usual / KG == pytest.approx(100, rel=0.02)
    assert found.facts.slope_low is not None
    assert found.facts.slope_high is not None
    assert found.facts.slope_low < 3 < found.facts.slope_high + 6


@pytest.mark.parametrize("factor", [10.0, 0.1])
@pytest.mark.parametrize("place", [119, 60, 0])
def test_a_slip_of_the_pen_moves_it_little(factor: float, place: int) -> None:
    days, values = noisy()
    slipped = values.copy()
    slipped[place] *= factor
    found = made(days, slipped)
    true = made(np.delete(days, place), np.delete(values, place))
    assert found.ahead.level[0] == pytest.approx(true.ahead.level[0], rel=0.01)
    assert found.facts.doubted == 1
    others = np.delete(found.past.level, place)
    assert others == pytest.approx(true.past.level, rel=0.05)


def test_a_jump_that_is_repeated_is_believed() -> None:
    days, values = noisy()
    values[-2:] *= 4
    assert made(days, values).ahead.level[0] / KG == pytest.approx(400, rel=0.15)


def test_a_light_phase_is_expected_to_end() -> None:
    days, values = noisy(scatter=0.01)
    values[-1] *= 0.8
    found = made(days, values)
    assert (np.diff(found.ahead.level[:14]) > 0).all()
    assert found.ahead.level.max() <= 1.001 * found.facts.usual


def test_no_slope_is_carried_on() -> None:
    days = np.linspace(738_000, 738_177, 60)
    values = np.geomspace(60 * KG, 60 * KG * math.exp(0.004 * 177), 60)
    found = made(days, values)
    assert found.ahead.level == pytest.approx(np.full(57, values[-1]), rel=0.02)
    assert found.facts.slope == pytest.approx(100 * math.expm1(0.12))
    assert found.facts.slope_low == pytest.approx(found.facts.slope_high)


def test_a_break_widens_the_band() -> None:
    days, values = noisy()
    days[100:] += 60
    expected = made(days, values).expected
    width = np.log(expected.high / expected.low)
    assert width[100] > 1.5 * max(width[99], width[101])


def test_the_days_of_the_projection() -> None:
    days, values = noisy(20)
    last = days[-1]
    assert made(days, values).ahead.days == pytest.approx(last + np.arange(57))
    assert made(days, values, last + 3).ahead.days == pytest.approx(last + np.arange(4))
    assert made(days, values, last).ahead.days.tolist() == [last]
    assert made(days, values, last - 9).ahead.days.tolist() == [last]
    far = made(days, values, last + 1000).ahead.days
    assert (len(far), far[-1]) == (57, last + 1000)


def test_too_few_sessions_have_no_trend() -> None:
    days, values = noisy(LEAST_SESSIONS)
    assert trend(days, values) is not None
    assert trend(days[1:], values[1:]) is None
    assert trend(np.array([]), np.array([])) is None
    values[2] = 0.0
    assert trend(days, values) is None


def test_what_is_no_positive_number_is_left_out() -> None:
    days, values = noisy(30)
    holes = np.insert(values, [3, 9, 20], [math.nan, 0.0, -5.0])
    found = made(np.insert(days, [3, 9, 20], days[[3, 9, 20]]), holes)
    assert found.expected.level.tolist() == made(days, values).expected.level.tolist()


@settings(max_examples=40, deadline=None)
@given(HISTORIES)
def test_every_history_has_a_sound_trend(rows: list[tuple[float, float]]) -> None:
    table = np.array(sorted(rows))
    found = made(table[:, 0], table[:, 1])
    for band in (found.past, found.ahead, found.expected):
        assert np.isfinite(band).all()
        assert (band.low <= band.level * (1 + 1e-9)).all()
        assert (band.level <= band.high * (1 + 1e-9)).all()
        assert (np.diff(band.days) >= 0).all()
    assert len(found.past.days) == len(found.expected.days) == len(rows)
    assert (np.diff(np.log(found.ahead.high / found.ahead.low)) > -1e-9).all()
    for one, other in zip(found.past[1:], found.ahead[1:], strict=True):
        assert one[-1] == pytest.approx(other[0])


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(DAYS, st.floats(5e4, 2e5)), min_size=LEAST_SESSIONS, max_size=40),
    st.sampled_from([0.45359237, 1 / 0.45359237, 1000.0]),
)
def test_the_unit_does_not_matter(rows: list[tuple[float, float]], unit: float) -> None:
    table = np.array(sorted(rows))
    one, other = made(table[:, 0], table[:, 1]), made(table[:, 0], table[:, 1] * unit)
    for band, same in zip(one[:3], other[:3], strict=True):
        for column, again in zip(band[1:], same[1:], strict=True):
            assert again / unit == pytest.approx(column, rel=1e-6)
    assert other.facts.scatter == pytest.approx(one.facts.scatter)


def test_the_order_within_a_day_does_not_matter() -> None:
    days, values = noisy(90)
    days = days[0] + np.repeat(np.arange(30), 3) * 7.0
    shuffled = values.copy().reshape(30, 3)
    np.random.default_rng(3).permuted(shuffled, axis=1, out=shuffled)
    one, other = made(days, values), made(days, shuffled.ravel())
    assert one.past.level.tolist() == other.past.level.tolist()
    assert one.ahead.high.tolist() == other.ahead.high.tolist()


@pytest.mark.parametrize("kind", ["growing", "jumps", "slips"])
def test_the_judge_sees_what_a_trend_expects(kind: str) -> None:
    days, values = history(kind, np.random.default_rng(7))
    judged, (errors, inside) = judge(days, values), foretold(days, values)
    assert judged.errors == pytest.approx(errors)
    assert judged.inside.mean() == pytest.approx(inside.mean(), abs=0.05)
    both = together([judged, judged])
    assert (both.exercises, len(both.inside)) == (2, 2 * len(inside))


@pytest.mark.parametrize("kind", ["wandering", "jumps", "slips"])
def test_what_was_expected_is_what_would_have_been_said_that_day(kind: str) -> None:
    days, values = history(kind, np.random.default_rng(5))
    expected = made(days, values).expected
    for now in range(LEAST_SESSIONS, len(days)):
        said = made(days[:now], values[:now], days[now]).ahead
        assert said.level[-1] == pytest.approx(expected.level[now])
        assert said.low[-1] <= expected.low[now] * (1 + 1e-9)
        assert said.high[-1] >= expected.high[now] * (1 - 1e-9)


@pytest.mark.parametrize("kind", KINDS)
def test_the_drawn_band_holds_about_eight_of_ten_of_the_sessions(kind: str) -> None:
    days, values = history(kind, np.random.default_rng(11))
    past = made(days, values).past
    inside = (past.low <= values * (1 + 1e-9)) & (values <= past.high * (1 + 1e-9))
    assert 0.7 < inside.mean() <= (1.0 if kind == "steps" else 0.9)


def test_it_beats_simple_rivals_and_holds_its_promise_on_made_histories() -> None:
    rng = np.random.default_rng(2024)
    errors, inside = list[Floats](), list[Floats]()
    for kind in KINDS:
        parts = [foretold(*history(kind, rng)) for _ in range(10)]
        errors.append(np.concatenate([part[0] for part in parts]))
        inside.append(np.concatenate([part[1] for part in parts]))
        assert 0.75 < inside[-1].mean() < 0.85
    assert 0.78 < np.concatenate(inside).mean() < 0.83
    mean = np.concatenate(errors).mean(axis=0)
    assert (mean[0] < 0.95 * mean[1:]).all()


def test_a_lifetime_of_sessions() -> None:
    found = made(*noisy(12_000))
    assert np.isfinite(np.array(found.expected)).all()
    assert 0.78 < found.facts.held / found.facts.judged < 0.82


def test_a_real_history_is_foretold_better_than_by_simple_rivals(tmp_path: Path) -> None:
    file = samples_dir() / "strong" / "a2-lb-mi-crlf-2016.csv"
    judged = judge_file(make_services(tmp_path), file)
    assert judged is not None
    assert (judged.exercises, len(judged.inside)) == (7, 433)
    mean = judged.errors.mean(axis=0)
    assert (mean[0] < 0.95 * mean[1:]).all()
    assert 0.75 < judged.inside.mean() < 0.85
