"""The parts that forecasts are made of, against their plain definitions."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis import trend_forecast
from desktop.analysis.trend import trend
from desktop.analysis.trend_forecast import calibrated, members, quantiles, usual_levels, weights


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(-3, 3), st.floats(1e-4, 1.0)),
        min_size=1,
        max_size=12,
    ),
    st.floats(0.02, 1.0),
)
def test_quantiles_cut_the_mixture_where_they_say(
    parts: list[tuple[float, float]], scale: float
) -> None:
    centres, shares = np.array(parts).T
    shares /= shares.sum()
    (cuts,) = quantiles(centres[None], np.array([scale]), shares[None])
    for cut, share in zip(cuts, (0.5, 0.1, 0.9), strict=True):
        z = (cut - centres) / scale
        tail = 0.5 * np.exp(-np.abs(z))
        assert (shares * np.where(z < 0, tail, 1 - tail)).sum() == pytest.approx(share, abs=1e-6)


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=150))
@settings(max_examples=30, deadline=None)
def test_the_usual_level_is_the_median_of_the_last_61(values: list[float]) -> None:
    found = usual_levels(np.array(values))
    assert found[0] == values[0]
    for place in range(1, len(values) + 1):
        assert found[place] == pytest.approx(np.median(values[max(place - 61, 0) : place]))


def test_a_smoother_is_weighted_by_how_well_it_did() -> None:
    misses = np.full((40, 3), 0.05)
    misses[:, 1] = 0.02
    shares, scatter = weights(misses, np.ones(40))
    assert shares[0] == pytest.approx(np.full(3, 1 / 3))
    assert shares.sum(axis=1) == pytest.approx(np.ones(41))
    assert (np.diff(shares[1:, 1]) > 0).all()
    assert scatter[-1] == pytest.approx(0.02, rel=0.2)


def test_a_slip_says_nothing_of_the_smoothers() -> None:
    misses = np.random.default_rng(1).uniform(0.0, 0.1, (40, 3))
    slipped = np.insert(misses, 20, 2.3, axis=0)
    shares, scatter = weights(slipped, np.ones(41))
    again, same = weights(misses, np.ones(40))
    assert np.delete(shares, 21, axis=0).tolist() == again.tolist()
    assert np.delete(scatter, 21).tolist() == same.tolist()


def test_a_fall_is_never_followed_faster_than_a_rise() -> None:
    gaps, flat = np.full(12, 3.0), np.zeros(11)
    _, risen = members(gaps, np.append(flat, 0.1), np.zeros(13))
    _, fallen = members(gaps, np.append(flat, -0.1), np.zeros(13))
    assert risen.min() == pytest.approx(0.015)
    assert risen.max() == pytest.approx(0.1)
    assert (risen >= -fallen - 1e-12).all()
    assert (risen > -fallen + 0.01).any()


@pytest.mark.parametrize("scatter", [0.6, 1.0, 2.0])
def test_a_band_too_narrow_or_too_wide_comes_to_hold_eight_of_ten(scatter: float) -> None:
    logs = scatter * np.random.default_rng(1).standard_normal(1000)
    bands = np.tile([0.0, -1.28, 1.28], (1000, 1))
    held, stretch = calibrated(bands, logs)
    inside = (held[:, 1] <= logs) & (logs <= held[:, 2])
    assert inside[100:].mean() == pytest.approx(0.8, abs=0.02)
    assert 0.6 * scatter < stretch < 1.6 * scatter


def test_pieces_side_by_side_say_the_same_as_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(1)
    days = np.cumsum(rng.integers(1, 9, 500)).astype(float)
    values = np.asarray(np.exp(0.05 * rng.standard_normal(500)))
    values[300:] *= 1.5
    values[[50, 350]] *= 10
    pieces = trend(days, values)
    monkeypatch.setattr(trend_forecast, "_PIECE", 1000)
    whole = trend(days, values)
    assert pieces
    assert whole
    assert pieces.expected.level == pytest.approx(whole.expected.level, rel=1e-5)
    assert pieces.ahead.high == pytest.approx(whole.ahead.high, rel=1e-5)
