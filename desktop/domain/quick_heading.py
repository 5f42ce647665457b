"""The heading of a pasted workout: its name, its day, when it began, how long it took."""

import re
from dataclasses import dataclass
from datetime import date, time

from desktop.domain.quick_words import Unreadable, is_value

_FLAGS = re.IGNORECASE | re.ASCII
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = rf"(?P<{{}}>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAYS = (
    re.compile(r"(?<![0-9])(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})(?![0-9])", _FLAGS),
    re.compile(r"(?<![0-9])(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4})(?![0-9])", _FLAGS),
    re.compile(
        rf"(?<![0-9])(?P<d>[0-9]{{1,2}})\.?\s+{_MONTH.format('m')},?\s+(?P<y>[0-9]{{4}})(?![0-9])",
        _FLAGS,
    ),
    re.compile(
        rf"(?<![a-z]){_MONTH.format('m')}\s+(?P<d>[0-9]{{1,2}}),?\s+(?P<y>[0-9]{{4}})(?![0-9])",
        _FLAGS,
    ),
)
_WEEKDAY = re.compile(
    r"(?<![a-z])(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])\.?",
    _FLAGS,
)
_START = re.compile(
    r"(?<![0-9:])(?P<h>[0-9]{1,2}):(?P<m>[0-9]{2})(?![0-9:])\s*(?P<half>[ap]m(?![a-z]))?", _FLAGS
)
_SPAN = re.compile(
    r"(?<![0-9])(?:(?P<h>[0-9]{1,2})\s*h(?:ours?|rs?)?(?![a-z])"
    r"(?:\s*(?P<hm>[0-9]{1,2})\s*(?:m(?:in(?:utes?|s)?)?)?(?![a-z0-9]))?"
    r"|(?P<m>[0-9]{1,4})\s*min(?:utes?|s)?(?![a-z]))",
    _FLAGS,
)
_AT = re.compile(r"(?<![a-z])at\s*$", _FLAGS)
_AROUND = " \t,;:|/#*@()[]-"
_MOST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says; empty and None for what it does not."""

    name: str = ""
    day: date | None = None
    start: time | None = None
    minutes: int | None = None

    def with_more(self, other: "Heading") -> "Heading":
        """With what another line of the heading says besides."""
        return Heading(
            self.name or other.name,
            self.day or other.day,
            self.start if self.start is not None else other.start,
            self.minutes if self.minutes is not None else other.minutes,
        )


def heading_of(text: str) -> Heading:
    """What a plain line says as a heading. Raises Unreadable for a day or a time there is not."""
    day, text = _take_day(text)
    minutes, text = _take_minutes(text)
    start, text = _take_start(text)
    if day is not None:
        text = _AT.sub("", _WEEKDAY.sub(" ", text))
    return Heading(" ".join(text.split()).strip(_AROUND), day, start, minutes)


def day_span(text: str) -> tuple[int, int] | None:
    """Where a day stands in a plain line."""
    matches = (pattern.search(text) for pattern in _DAYS)
    return next((match.span() for match in matches if match), None)


def looks_like_name(text: str) -> bool:
    """Whether nothing of a plain line but a time and a duration could be of a set."""
    rest = _START.sub(" ", _SPAN.sub(" ", text))
    return not any(is_value(rest, match.start()) for match in re.finditer(r"\S+", rest, re.ASCII))


def _take_day(text: str) -> tuple[date | None, str]:
    for pattern in _DAYS:
        if match := pattern.search(text):
            month = match["m"].casefold()
            number = int(month) if month.isdecimal() else _MONTHS.index(month) + 1
            try:
                day = date(int(match["y"]), number, int(match["d"]))
            except ValueError:
                words = f"'{match[0]}' is no day."
                raise Unreadable(match.start(), match.end(), words) from None
            return day, _blanked(text, match)
    return None, text


def _take_start(text: str) -> tuple[time | None, str]:
    match = _START.search(text)
    if match is None:
        return None, text
    hour, minute, half = int(match["h"]), int(match["m"]), (match["half"] or "").casefold()
    if half and not 1 <= hour <= 12:
        hour = 24
    elif half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise Unreadable(match.start(), match.end(), f"'{match[0].strip()}' is no time of day.")
    return time(hour, minute), _blanked(text, match)


def _take_minutes(text: str) -> tuple[int | None, str]:
    match = _SPAN.search(text)
    if match is None:
        return None, text
    minutes = int(match["m"] or 0) + int(match["h"] or 0) * 60 + int(match["hm"] or 0)
    if minutes > _MOST_MINUTES:
        words = f"'{match[0].strip()}' is longer than a day."
        raise Unreadable(match.start(), match.end(), words)
    return minutes, _blanked(text, match)


def _blanked(text: str, match: re.Match[str]) -> str:
    """The text with spaces for what was taken: every other character keeps its place."""
    return text[: match.start()] + " " * len(match[0]) + text[match.end() :]
