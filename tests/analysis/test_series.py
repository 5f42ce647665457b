"""Points of series: records, weeks and months, intensity."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.analysis.outliers import outliers
from desktop.analysis.series import (
    by_period,
    doubtful,
    intensities,
    last_day,
    points_of,
    record_places,
)
from desktop.domain.progress import Grain, Measure, SeriesPoint
from desktop.domain.records import RecordKind

DAY = date(2026, 1, 1)  # a Thursday


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def point(number: int, value: float, key: bytes = b"", **more: Any) -> SeriesPoint:
    return SeriesPoint(day(number), value, key or str(number).encode())._replace(**more)


def test_sessions_without_a_value_have_no_point() -> None:
    points = points_of(
        [day(0), day(1), day(2)], (100, None, 90), (b"a", b"b", b"c"), RecordKind.E1RM, [0], {2}
    )
    assert points == (
        SeriesPoint(day(0), 100, b"a", (RecordKind.E1RM,)),
        SeriesPoint(day(2), 90, b"c", (), is_outlier=True),
    )


@pytest.mark.parametrize(
    ("values", "kind", "without", "places"),
    [
        ((100, 100, 105, 0, None, 110), RecordKind.E1RM, (), [2, 5]),
        ((0, 100, 105), RecordKind.E1RM, (), [2]),
        ((100, 900, 105), RecordKind.E1RM, {1}, [2]),
        ((-20, -10, 0, 0), RecordKind.LEAST_HELP, (), [1, 2]),
    ],
)
def test_records_are_strictly_better_than_what_stood(
    values: tuple[int | None, ...], kind: RecordKind, without: set[int], places: list[int]
) -> None:
    assert record_places(values, kind, without) == places


@given(st.lists(st.none() | st.integers(-5, 5)))
def test_a_record_beats_everything_before_it(values: list[int | None]) -> None:
    noted = [(place, value) for place, value in enumerate(values) if value is not None]
    wanted = [
        place
        for number, (place, value) in enumerate(noted)
        if number and all(value > before for _, before in noted[:number])
    ]
    assert record_places(values, RecordKind.LEAST_HELP) == wanted


@example([None], RecordKind.HEAVIEST)
@given(
    st.lists(
        st.one_of(st.none(), st.sampled_from((0, 10, 20, 21, 50, 100, 101, 500))), max_size=12
    ),
    st.sampled_from((RecordKind.HEAVIEST, RecordKind.SET_VOLUME, RecordKind.LEAST_HELP)),
)
def test_the_quick_look_misses_no_outlier(values: list[int | None], kind: RecordKind) -> None:
    assert doubtful({kind: values}) == set(outliers(values, kind))


WEEKS = (
    point(0, 10, records=(RecordKind.E1RM,)),
    point(2, 30, is_outlier=True),
    point(5, 20),  # the Tuesday after
    point(40, 5),
)


@pytest.mark.parametrize(
    ("measure", "first", "key"),
    [
        (Measure.VOLUME, 40, b""),
        (Measure.E1RM, 30, b"2"),
        (Measure.HELP, 10, b"0"),
        (Measure.INTENSITY, 20, b""),
    ],
)
def test_a_week_is_a_sum_or_a_best_or_a_mean(measure: Measure, first: float, key: bytes) -> None:
    points = by_period(WEEKS, measure, Grain.WEEK)
    assert [one.day for one in points] == [date(2025, 12, 29), date(2026, 1, 5), date(2026, 2, 9)]
    assert (points[0].value, points[0].session_key) == (first, key)
    assert points[0].records == (RecordKind.E1RM,)
    assert points[0].last == date(2026, 1, 4)
    assert (points[1].value, points[1].session_key) == (20, b"5")
    assert points[0].is_outlier is (measure is not Measure.HELP)


def test_weeks_start_when_they_are_told_to() -> None:
    points = by_period(WEEKS, Measure.VOLUME, Grain.WEEK, first_weekday=3)
    assert [(one.day, one.value) for one in points[:1]] == [(DAY, 60)]


def test_months_and_their_last_days() -> None:
    points = by_period(WEEKS, Measure.VOLUME, Grain.MONTH)
    assert [(one.day, one.value, one.last) for one in points] == [
        (date(2026, 1, 1), 60, date(2026, 1, 31)),
        (date(2026, 2, 1), 5, date(2026, 2, 28)),
    ]
    assert last_day(date(2026, 12, 1), Grain.MONTH) == date(2026, 12, 31)
    assert last_day(DAY, Grain.SESSION) == DAY


def test_a_mean_weighs_sessions_by_their_sets() -> None:
    points = (point(0, 8, b"a"), point(1, 9, b"b"))
    (week,) = by_period(points, Measure.AVERAGE_RPE, Grain.WEEK, weights={b"a": 3, b"b": 1})
    assert week.value == 8.25


def test_intensity_looks_12_weeks_back_and_never_ahead() -> None:
    days = [day(0), day(83), day(84), day(200)]
    shares = intensities(days, [80, 80, 80, 80], [100, None, None, 160])
    assert shares == [0.8, 0.8, None, 0.5]
    with_outlier = intensities(days[:2], [80, 80], [100, 1000], absurd={1})
    assert with_outlier == [0.8, 0.8]


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.none() | st.integers(1, 9), st.none() | st.integers(1, 9)),
        max_size=12,
    )
)
def test_intensity_is_what_a_plain_search_finds(
    sessions: list[tuple[int, int | None, int | None]],
) -> None:
    ahead, days = 0, []
    for gap, _, _ in sessions:
        ahead += gap
        days.append(day(ahead))
    means, e1rms = [one[1] for one in sessions], [one[2] for one in sessions]
    plain = []
    for place, mean in enumerate(means):
        near = [
            e1rm
            for at, e1rm in enumerate(e1rms[: place + 1])
            if e1rm and (days[place] - days[at]).days < 84
        ]
        plain.append(mean / max(near) if mean and near else None)
    assert intensities(days, means, e1rms) == plain
