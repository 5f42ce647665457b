"""How dates, weights and spans of time are written, the same on every screen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.domain.distance import distance_text, pace_unit
from desktop.domain.weight import Unit, grams_text, plain_number

if TYPE_CHECKING:
    from desktop.domain.session import ExerciseSet

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DAYS = [name[:3] for name in WEEKDAYS]
NONE = "\u2014"


def day_text(day: date) -> str:
    """'14 Nov 2026'."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_text(day: date) -> str:
    """'Nov'."""
    return _MONTHS[day.month - 1]


def short_day_text(day: date, today: date) -> str:
    """'14 Nov', with the year when it is not this one."""
    return day_text(day) if day.year != today.year else f"{day.day} {_MONTHS[day.month - 1]}"


def week_text(first: date) -> str:
    """'Week 53 of 2026, from 28 Dec 2026'; only weeks from Monday have a number (ISO 8601)."""
    start = f"from {day_text(first)}"
    if first.weekday():
        return f"Week {start}"
    year, week, _ = first.isocalendar()
    return f"Week {week} of {year}, {start}"


def ago_text(day: date, today: date) -> str:
    """'today', '2 days ago', '3 weeks ago', '5 months ago', '2 years ago'."""
    days = (today - day).days
    if days < 0:
        return day_text(day)
    if days < 2:
        return ("today", "yesterday")[days]
    for size, word in ((365, "year"), (30, "month"), (7, "week"), (1, "day")):
        if days >= 2 * size or (size == 365 and days >= size):
            count = days // size
            return f"{count} {word}{'s' if count > 1 else ''} ago"
    return f"{days} days ago"


def duration_text(seconds: int) -> str:
    """'1:05:30', '42:13', '0:45'."""
    hours, rest = divmod(max(0, int(seconds)), 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def minutes_text(minutes: int | None) -> str:
    """'1 h 12 min', '38 min'; whole hours alone: '2 h'."""
    if minutes is None:
        return NONE
    hours, left = divmod(minutes, 60)
    parts = [f"{hours} h"] if hours else []
    return " ".join([*parts, f"{left} min"] if left or not hours else parts)


def count_text(count: int, one: str, many: str = "") -> str:
    """'1 set', '1,204 sets'."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def weight_text(grams: float | None, unit: Unit, digits: int = 1) -> str:
    """'102.5 kg'; a dash when there is none."""
    return NONE if grams is None else f"{grams_text(grams, unit, digits)} {unit}"


def volume_text(grams: float, unit: Unit) -> str:
    """'4,180 kg'."""
    return f"{round(grams / float(unit.grams)):,} {unit}"


def pace_text(meters: float | None, seconds: int | None, unit: Unit) -> str:
    """'5:02 /km', or '/mi' beside pounds; empty without a distance and a time."""
    if not meters or not seconds:
        return ""
    name, length = pace_unit(unit)
    return f"{duration_text(round(seconds * length / meters))} /{name}"


def set_text(one: ExerciseSet, unit: Unit) -> str:
    """'100 kg x 5 @8', '12 reps', '60 s' as one line; unit: what distances go with."""
    parts: list[str] = []
    if one.weight is not None and one.reps is not None:
        parts.append(f"{one.weight} \u00d7 {one.reps}")
    elif one.weight is not None:
        parts.append(str(one.weight))
    elif one.reps is not None:
        parts.append(count_text(one.reps, "rep"))
    if one.distance_meters is not None:
        parts.append(distance_text(one.distance_meters, unit))
    if one.duration_seconds is not None:
        parts.append(duration_text(one.duration_seconds))
    text = " \u00b7 ".join(parts) or NONE
    return f"{text} @{plain_number(Decimal(str(one.rpe)))}" if one.rpe is not None else text
