"""Strong's durations and dates, also as spreadsheets rewrite them."""

import re
from datetime import datetime
from functools import lru_cache

_DAY = 86_400
_DIGITS = re.compile(r"(\d{1,9})(?:\.0*)?", re.ASCII)
_PARTS = re.compile(r"(\d{1,7})\s*([^\W\d]+)\.?", re.ASCII)
_SECONDS_OF = {"h": 3600, "m": 60, "s": 1}
_SLASHED = re.compile(
    r"(\d{1,2})([/.])(\d{1,2})[/.](\d{4}|\d{2}),? "
    r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AaPp])[Mm])?",
    re.ASCII,
)


@lru_cache(maxsize=4096)
def duration_of(cell: str) -> tuple[int | None, str]:
    """The seconds in '55s', '38m', '1h 12m', '21min' or '4848', and what was wrong.

    More than a day is a timer that was forgotten, so the duration is not known.
    """
    plain = cell.strip()
    if not plain:
        return None, ""
    if match := _DIGITS.fullmatch(plain):
        seconds = int(match[1])
    elif _PARTS.sub("", plain).strip():
        return None, f"The duration '{plain}' cannot be read: not known."
    else:
        parts = [(int(count), word[0].lower()) for count, word in _PARTS.findall(plain)]
        if any(letter not in _SECONDS_OF for _, letter in parts):
            return None, f"The duration '{plain}' cannot be read: not known."
        seconds = sum(count * _SECONDS_OF[letter] for count, letter in parts)
    if seconds > _DAY:
        return None, f"The timer ran for {seconds // 3600} hours: duration not known."
    return seconds or None, ""


def is_day_first(cell: str) -> bool:
    """A date as a spreadsheet writes it that can only have its day before its month."""
    match = _SLASHED.fullmatch(cell.strip())
    return match is not None and (match[2] == "." or int(match[1]) > 12)


def date_of(cell: str, day_first: bool) -> datetime | None:
    """The moment on the device's own clock; None when it is no date of our time."""
    plain = cell.strip()
    match = None if plain[4:5] == "-" else _SLASHED.fullmatch(plain)
    try:
        found = _slashed(match, day_first) if match else datetime.fromisoformat(plain)
    except (ValueError, OverflowError):
        return None
    return found.replace(tzinfo=None) if 1970 <= found.year <= 2200 else None


def _slashed(match: re.Match[str], day_first: bool) -> datetime:
    """A date with slashes or dots; raises ValueError when there is no such day."""
    first, _, second, year, hour, minute, sec, half = match.groups()
    day, month = (first, second) if day_first else (second, first)
    hours = int(hour)
    if half:
        hours = hours % 12 + (12 if half in "Pp" else 0)
    full_year = int(year) + (2000 if len(year) == 2 else 0)
    return datetime(full_year, int(month), int(day), hours, int(minute), int(sec or 0))  # noqa: DTZ001 - no zone is known
