"""What is too good to be true, and what is only good."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.outliers import outliers
from desktop.domain.records import RecordKind

E1RM, VOLUME, HELP = RecordKind.E1RM, RecordKind.SESSION_VOLUME, RecordKind.LEAST_HELP
STEADY = [100.0, 102.5, 101.0, 105.0, 104.0]


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ([*STEADY, 1000.0], [5]),
        ([1000.0, *STEADY], [0]),
        ([*STEADY, 230.0], [5]),
        ([*STEADY, 150.0], []),
        ([*STEADY, 1000.0, 990.0], [5, 6]),
        ([*STEADY, 205.0, 210.0, 215.0], []),
        ([100.0, 1000.0, 101.0, 99.0], []),
        ([40.0, None, 0, 40.0, 42.5, 45.0, 400.0], [6]),
        ([], []),
    ],
)
def test_what_stands_alone_is_an_outlier(values: list[float | None], places: list[int]) -> None:
    assert outliers(values, E1RM) == places


def test_what_varies_more_may_stand_higher() -> None:
    values = [4000.0, 5000.0, 4500.0, 5200.0, 4800.0, 20_000.0]
    assert outliers(values, VOLUME) == []
    assert outliers([*values, 60_000.0], VOLUME) == [6]


def test_less_help_is_never_too_good() -> None:
    assert outliers([-50.0, -45.0, -48.0, -50.0, -50.0, -1.0], HELP) == []


@given(st.lists(st.none() | st.floats(0, 1000), max_size=30), st.floats(0.1, 50))
def test_the_unit_does_not_matter(values: list[float | None], unit: float) -> None:
    scaled = [None if value is None else value * unit for value in values]
    assert len(outliers(scaled, E1RM)) <= max(0, len(values) - 4)
    found = outliers(values, E1RM)
    assert all(values[place] for place in found)
