"""Reckoning with days."""

from datetime import date

import pytest

from desktop.domain.days import months_before


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 20), 3, date(2026, 8, 20)),
        (date(2026, 5, 31), 3, date(2026, 2, 28)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 3, date(2025, 10, 15)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 15), 60, date(2021, 1, 15)),
    ],
)
def test_an_earlier_month_has_the_same_day_or_its_last(
    day: date, months: int, before: date
) -> None:
    assert months_before(day, months) == before
