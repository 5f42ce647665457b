"""The axis of paces is labelled at round ones, within the chart, with room between them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.widgets.clock_ticks import duration_ticks, pace_ticks


def paces(speeds: list[float], length: float = 1000.0) -> list[int]:
    return [round(length / speed) for speed in speeds]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (1.9, 5.1, [420, 330, 270, 240, 210]),
        (3.72, 3.78, [268, 267, 266, 265]),
        (2.0, 2.0, []),
        (-1.0, 0.0, []),
    ],
)
def test_round_paces(low: float, high: float, expected: list[int]) -> None:
    assert paces(pace_ticks(1000.0, low, high, 8)) == expected


@given(st.floats(0.05, 12), st.floats(0.01, 8), st.integers(2, 12))
def test_they_lie_within_and_apart(low: float, wide: float, most: int) -> None:
    high = low + wide
    found = pace_ticks(1000.0, low, high, most)
    assert len(found) <= most + 1
    assert all(low <= one <= high + 1e-9 for one in found)
    assert all(after - before >= wide / most * 0.9 for before, after in pairwise(found))
    assert len(set(paces(found))) == len(found), "no label twice"


@pytest.mark.parametrize(
    ("low", "high", "most", "seconds"),
    [
        (0.0, 2.0, 4, [0, 30, 60, 90, 120]),
        (0.4, 1.3, 4, [30, 45, 60, 75]),
        (0.0, 47.0, 5, [0, 600, 1200, 1800, 2400]),
        (0.0, 130.0, 5, [0, 1800, 3600, 5400, 7200]),
        (0.0, 900.0, 4, [0, 4 * 3600, 8 * 3600, 12 * 3600]),
    ],
)
def test_durations_are_round(low: float, high: float, most: int, seconds: list[int]) -> None:
    assert [round(60 * one, 6) for one in duration_ticks(low, high, most)] == seconds


def test_no_span_has_no_durations() -> None:
    assert duration_ticks(1.0, 1.0, 4) == []
