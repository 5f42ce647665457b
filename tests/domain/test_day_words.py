"""Days in words: what is meant, and what is left beside it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.day_words import days_said

TODAY = date(2026, 11, 20)  # a Friday
DAYS = [TODAY - timedelta(back) for back in range(1200)]


def meant(text: str, first_weekday: int = 0) -> list[date]:
    said = days_said(text.casefold().split(), TODAY, first_weekday)
    assert said is not None, text
    return [day for day in DAYS if any(one.holds(day) for one in said.days)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("today", [TODAY]),
        ("yest", [date(2026, 11, 19)]),
        ("2024-03-12", [date(2024, 3, 12)]),
        ("12.3.2024", [date(2024, 3, 12)]),
        ("12 mar 2024", [date(2024, 3, 12)]),
        ("mar 12, 2024", [date(2024, 3, 12)]),
        ("March 12th 2024", [date(2024, 3, 12)]),
        ("12 mar", [date(2026, 3, 12), date(2025, 3, 12), date(2024, 3, 12)]),
        ("12.3.", [date(2026, 3, 12), date(2025, 3, 12), date(2024, 3, 12)]),
        ("thu 12 mar", [date(2026, 3, 12)]),
        ("13/3/2024", [date(2024, 3, 13)]),
        ("3/13/2024", [date(2024, 3, 13)]),
        ("3/12/2024", [date(2024, 12, 3), date(2024, 3, 12)]),
        ("last friday", [date(2026, 11, 13)]),
        ("this friday", [TODAY]),
        ("last thu", [date(2026, 11, 19)]),
        ("3 days ago", [date(2026, 11, 17)]),
    ],
)
def test_days_of_the_calendar(text: str, days: list[date]) -> None:
    assert meant(text) == days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("march 2024", date(2024, 3, 1), date(2024, 3, 31)),
        ("2024-03", date(2024, 3, 1), date(2024, 3, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("last week", date(2026, 11, 9), date(2026, 11, 15)),
        ("this week", date(2026, 11, 16), TODAY),
        ("2 weeks ago", date(2026, 11, 2), date(2026, 11, 8)),
        ("last month", date(2026, 10, 1), date(2026, 10, 31)),
        ("2 months ago", date(2026, 9, 1), date(2026, 9, 30)),
        ("last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("a year ago", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_spans(text: str, first: date, last: date) -> None:
    found = meant(text)
    assert (min(found), max(found)) == (first, last)
    assert len(found) == (last - first).days + 1


def test_a_week_begins_when_the_user_says() -> None:
    assert min(meant("last week", first_weekday=6)) == date(2026, 11, 8)


def test_a_weekday_alone_is_any_of_them() -> None:
    assert {day.weekday() for day in meant("fri")} == {4}
    assert {day.month for day in meant("march")} == {3}


@pytest.mark.parametrize("text", ["push a", "12", "mo", "last", "ago", "5/3/1", "2024-13-40", "ma"])
def test_other_words_name_no_day(text: str) -> None:
    assert days_said(text.split(), TODAY) is None


def test_the_other_words_are_left() -> None:
    said = days_said(["push", "12", "mar", "a"], TODAY)
    assert said is not None
    assert said.others == ("push", "a")


@settings(max_examples=60)
@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_found_as_it_is_written(day: date) -> None:
    for form in (f"{day:%Y-%m-%d}", f"{day.day} {day:%b} {day.year}", f"{day:%A %B} {day.day}"):
        said = days_said(form.casefold().split(), TODAY)
        assert said is not None
        assert not said.others
        assert any(one.holds(day) for one in said.days)


@settings(max_examples=100)
@given(st.lists(st.text(max_size=12), max_size=5))
def test_nothing_typed_is_a_fault(words: list[str]) -> None:
    said = days_said([word.casefold() for word in words], TODAY)
    assert said is None or len(said.others) < len(words)
