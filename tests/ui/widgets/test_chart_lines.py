"""What lines, bands, bars and scales of a chart are made of, and how points are walked over."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.widgets.chart_line import thinned
from desktop.ui.widgets.chart_places import Places, nearest
from desktop.ui.widgets.chart_scale import calm_range

days_of = st.lists(st.integers(700_000, 740_000), min_size=1, max_size=300).map(sorted)


@given(days_of, st.data(), st.floats(0.01, 400))
def test_no_peak_is_lost_where_pixels_are_few(
    given_days: list[int], data: st.DataObject, pixel: float
) -> None:
    days = np.array(given_days, dtype=np.float64)
    count = len(days)
    drawn = data.draw(st.lists(st.integers(0, 500), min_size=count, max_size=count))
    values = np.array(drawn, dtype=np.float64)
    connected = np.diff(days) <= 28
    x, y, joined = thinned(days, values, connected, pixel)
    assert len(x) == len(y) == len(joined)
    assert y.min() == values.min()
    assert y.max() == values.max()
    assert (np.diff(x) >= 0).all()
    assert not joined[-1]
    assert len(x) <= max(len(days), 2 * ((days[-1] - days[0]) / pixel + 2))


def test_gaps_stay_gaps_where_pixels_are_few() -> None:
    days = np.concatenate([np.arange(0.0, 1000.0), np.arange(1200.0, 2000.0)])
    _, _, joined = thinned(days, days, np.diff(days) <= 28, 10.0)
    assert (~joined[:-1]).sum() == 1
    x, _, joined = thinned(days[:4], days[:4], np.diff(days[:4]) <= 28, 0.5)
    assert x.tolist() == [0, 1, 2, 3]
    assert joined.tolist() == [True, True, True, False]


@given(st.lists(days_of, min_size=1, max_size=4), st.data())
def test_every_point_has_its_place(lines: list[list[int]], data: st.DataObject) -> None:
    arrays = [np.array(one, dtype=np.float64) for one in lines]
    places = Places(arrays)
    assert places.days == sorted(day for one in lines for day in one)
    for line, days in enumerate(lines):
        for index, day in enumerate(days):
            place = places.of(line, index)
            assert places.at(place) == (line, index)
            assert places.days[place] == day
    place = data.draw(st.integers(0, len(places.days) - 1))
    line, index = places.at(place)
    assert places.at(places.beside(place, 1)) == (line, min(index + 1, len(lines[line]) - 1))
    assert places.at(places.beside(place, -1)) == (line, max(index - 1, 0))
    other, found = places.at(places.across(place, 1))
    assert other == (line + 1) % len(lines)
    here = places.days[place]
    assert abs(lines[other][found] - here) == min(abs(one - here) for one in lines[other])


def test_walking_passes_over_a_line_without_points() -> None:
    places = Places([np.array([1.0, 5.0]), np.empty(0), np.array([4.0])])
    assert places.at(places.across(0, 1)) == (2, 0)
    assert list(places.candidates(4.6)) == [places.of(0, 1), places.of(2, 0)]
    assert nearest([1.0, 5.0], 3.0) == 1


@given(st.floats(-1e6, 1e6, allow_nan=False), st.floats(0, 1e6, allow_nan=False), st.booleans())
def test_a_scale_holds_its_values_in_round_steps(low: float, span: float, from_zero: bool) -> None:
    high = low + span
    bottom, top = calm_range(low, high, from_zero=from_zero)
    assert bottom <= low + abs(low) * 1e-9 + 1e-12
    assert top >= high - abs(high) * 1e-9 - 1e-12
    assert bottom < top
    if from_zero:
        assert bottom <= 0


def test_a_scale_stays_put_while_values_change_a_little() -> None:
    ranges = {calm_range(80 + n / 50, 117 + n / 50) for n in range(20)}
    assert len(ranges) <= 2
    for one, other in pairwise(sorted(ranges)):
        assert one != other
    assert calm_range(5, 5) == pytest.approx((4.95, 5.05), abs=0.05)
