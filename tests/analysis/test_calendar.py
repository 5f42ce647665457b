"""Streaks, weekdays and hours."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.calendar import Streak, by_hour, by_weekday, streaks
from desktop.domain.training import TrainingDay

TODAY = date(2026, 11, 20)  # a Friday


def ago(*days: int) -> list[date]:
    return [TODAY - timedelta(days=number) for number in days]


def training(day: date, *starts: int) -> TrainingDay:
    return TrainingDay(day, min(starts), 60, 10, 1000, starts)


def test_a_week_counts_with_one_day_and_this_one_may_still_come() -> None:
    found = streaks(ago(7, 8, 14, 21, 42), TODAY)
    assert found.weeks == Streak(3, *ago(21, 7))
    assert found.longest_weeks == found.weeks
    assert streaks(ago(14), TODAY).weeks == Streak(0)


def test_weeks_start_where_the_user_says() -> None:
    sunday, monday = date(2026, 11, 15), date(2026, 11, 16)
    assert streaks([sunday, monday], TODAY).weeks.length == 2
    assert streaks([sunday, monday], TODAY, first_weekday=6).weeks.length == 1


def test_nothing_done_is_no_streak_and_days_to_come_are_none() -> None:
    nothing = streaks([TODAY + timedelta(days=1)], TODAY)
    assert nothing == (Streak(0),) * 2


@given(st.sets(st.integers(0, 30)))
def test_the_longest_streak_is_what_counting_finds(weeks: set[int]) -> None:
    longest = 0
    for start in weeks:
        length = 0
        while start + length in weeks:
            length += 1
        longest = max(longest, length)
    assert streaks(ago(*(7 * week for week in weeks)), TODAY).longest_weeks.length == longest


def test_sessions_by_weekday_and_hour() -> None:
    days = [training(TODAY, 7 * 60, 18 * 60 + 59), training(TODAY - timedelta(days=1), 18 * 60)]
    assert [(slot.place, slot.sessions) for slot in by_weekday(days) if slot.sessions] == [
        (3, 1),
        (4, 2),
    ]
    assert [(slot.place, slot.sessions) for slot in by_hour(days) if slot.sessions] == [
        (7, 1),
        (18, 2),
    ]
    assert sum(slot.share for slot in by_hour(days)) == 1
    assert not any(slot.share for slot in by_weekday(()))
