"""Days as people write them: '12 mar', '2024-03-12', 'march 2024', 'last friday', '3 weeks ago'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.days import months_before

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_LEAST = 3  # letters of a month or a weekday
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", re.ASCII)
_POINTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.?(\d{4})?", re.ASCII)
_STROKES = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?", re.ASCII)
_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_UNITS = ("day", "week", "month", "year")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Days:
    """Which days are meant; None leaves a part open. weekday: 0 Monday to 6 Sunday."""

    first: date | None = None
    last: date | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def is_one(self) -> bool:
        """A day of the calendar is named, if not always its year."""
        return self.day is not None or (self.first is not None and self.first == self.last)

    def holds(self, one: date) -> bool:
        """That day is meant."""
        return (
            (self.day is None or one.day == self.day)
            and (self.month is None or one.month == self.month)
            and (self.year is None or one.year == self.year)
            and (self.weekday is None or one.weekday() == self.weekday)
            and (self.first is None or one >= self.first)
            and (self.last is None or one <= self.last)
        )


@dataclass(frozen=True, slots=True)
class Said:
    """The days that some words name (any of `days`), and the words beside those."""

    days: tuple[Days, ...]
    others: tuple[str, ...]


def days_said(words: Sequence[str], today: date, first_weekday: int = 0) -> Said | None:
    """The days that the longest run of words names; None when none does.

    words: in small letters. first_weekday: 0 Monday to 6 Sunday. '3/12' is
    both the 3rd of December and the 12th of March.
    """
    plain = [word.strip(",;") for word in words]
    for length in range(min(_MOST_WORDS, len(plain)), 0, -1):
        for start in range(len(plain) - length + 1):
            run = plain[start : start + length]
            days = _in_figures(run) or _from_today(run, today, first_weekday) or _in_parts(run)
            if days:
                return Said(days, (*words[:start], *words[start + length :]))
    return None


def _in_figures(run: list[str]) -> tuple[Days, ...]:
    """'2024-03-12', '2024-03', '12.3.2024', '12.3.', '3/12', '3/12/2024'."""
    if len(run) != 1:
        return ()
    if match := _ISO.fullmatch(run[0]):
        found = [_named(match[1], match[2], match[3])]
    elif match := _POINTS.fullmatch(run[0]):
        found = [_named(match[3], match[2], match[1])]
    elif match := _STROKES.fullmatch(run[0]):
        found = [_named(match[3], match[1], match[2]), _named(match[3], match[2], match[1])]
    else:
        return ()
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _named(year: str | None, month: str, day: str | None) -> Days | None:
    is_day = 1 <= int(month) <= 12 and (day is None or 1 <= int(day) <= 31)
    if not is_day:
        return None
    return Days(year=int(year) if year else None, month=int(month), day=int(day) if day else None)


def _from_today(run: list[str], today: date, first_weekday: int) -> tuple[Days, ...]:
    """'today', 'yesterday', 'last friday', 'this week', 'last month', '3 days ago'."""
    if len(run) == 1:
        for word, back in (("today", 0), ("yesterday", 1)):
            if len(run[0]) >= _LEAST and word.startswith(run[0]):
                return (_one(today - timedelta(back)),)
    elif len(run) == 2 and run[0] in ("last", "this", "past"):
        return _turned(run[1], 0 if run[0] == "this" else 1, today, first_weekday)
    elif len(run) == 3 and run[2] == "ago":
        count = 1 if run[0] in ("a", "an", "one") else int(run[0]) if run[0].isdecimal() else 0
        unit = run[1].removesuffix("s")
        if 0 < count < 1000 and unit in _UNITS:
            return (_span(unit, count, today, first_weekday),)
    return ()


def _turned(word: str, back: int, today: date, first_weekday: int) -> tuple[Days, ...]:
    if word in _UNITS:
        return (_span(word, back, today, first_weekday),)
    weekday = _place(word, _WEEKDAYS, 2)
    if weekday is None:
        return ()
    age = (today.weekday() - weekday) % 7
    return (_one(today - timedelta(age or 7 * back)),)


def _span(unit: str, back: int, today: date, first_weekday: int) -> Days:
    """The day, week, month or year of the calendar so many before this one."""
    if unit == "day":
        return _one(today - timedelta(back))
    if unit == "week":
        start = today - timedelta((today.weekday() - first_weekday) % 7 + 7 * back)
        return Days(start, start + timedelta(6))
    if unit == "month":
        month = months_before(today.replace(day=1), min(back, 12 * (today.year - 1)))
        return Days(year=month.year, month=month.month)
    return Days(year=today.year - back)


def _one(day: date) -> Days:
    return Days(day, day)


def _in_parts(run: list[str]) -> tuple[Days, ...]:
    """A weekday, a day, a month and a year, each once at most, in any order."""
    found: dict[str, int] = {}
    for word in run:
        part = _part(word)
        if part is None or part[0] in found:
            return ()
        found[part[0]] = part[1]
    if "day" in found and "month" not in found:
        return ()
    get = found.get
    return (Days(None, None, get("year"), get("month"), get("day"), get("weekday")),)


def _part(word: str) -> tuple[str, int] | None:
    if _YEAR.fullmatch(word):
        return "year", int(word)
    if (match := _NUMBER.fullmatch(word)) and 1 <= int(match[1]) <= 31:
        return "day", int(match[1])
    plain = word.removesuffix(".")
    for name, listed in (("month", _MONTHS), ("weekday", _WEEKDAYS)):
        place = _place(plain, listed, _LEAST)
        if place is not None:
            return name, place + (name == "month")
    return None


def _place(word: str, listed: Sequence[str], least: int) -> int | None:
    """Which of them the word is, or begins."""
    if len(word) < least:
        return None
    return next((place for place, one in enumerate(listed) if one.startswith(word)), None)
