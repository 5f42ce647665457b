"""When the demo's lifter trains, and what: programmes, light weeks, holidays, an injury."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from desktop.services.demo_plan import (
    AWAY_NOTE,
    CONDITIONING,
    DELOAD_NOTE,
    FULL_BODY_A,
    FULL_BODY_B,
    HOLIDAY,
    LEGS_A,
    LOWER,
    PULL_A,
    PUSH_A,
    RETURN_NOTE,
    UPPER,
    Plan,
)

# (weeks it is followed, weekdays, the plans in turn); the last is followed on and on
_PROGRAMMES: tuple[tuple[int, tuple[int, ...], tuple[Plan, ...]], ...] = (
    (26, (0, 2, 4), (FULL_BODY_A, FULL_BODY_B)),
    (52, (0, 1, 3, 4), (UPPER, LOWER)),
    (0, (0, 1, 2, 4, 5), (PUSH_A, PULL_A, LEGS_A, UPPER, LOWER)),
)
_MISSED = 0.1
_CARDIO = 0.75
_LIGHT_EVERY = 7
_INJURY_EVERY, _INJURY_WEEKS = 156, range(88, 92)
_BUSY_DAYS = 28  # nothing takes the lifter away just before the end


class TrainingDay(NamedTuple):
    """A day with a workout. note: what the calendar has to say about it, may be empty."""

    day: date
    week: int
    plan: Plan
    is_light: bool
    note: str


def training_days(first: date, last: date, dice: random.Random) -> Iterator[TrainingDay]:
    """Every training day, `last` always among them."""
    turn, away = 0, False
    for number in range((last - first).days + 1):
        day, week = first + timedelta(days=number), number // 7
        is_last = day == last
        if (last - day).days > _BUSY_DAYS:
            if _is_hurt(week):
                away = True
                continue
            if _on_holiday(day):
                away = True
                if dice.random() < 0.25:
                    yield TrainingDay(day, week, HOLIDAY, False, "")
                continue
        weekdays, plans = _programme(week, (last - first).days // 7)
        is_light = week % _LIGHT_EVERY == _LIGHT_EVERY - 1
        if is_last or (day.weekday() in weekdays and dice.random() >= _MISSED):
            note = _note(week, is_light, away)
            yield TrainingDay(day, week, plans[turn % len(plans)], is_light, note)
            turn, away = turn + 1, False
        elif day.weekday() == 6 and dice.random() < _CARDIO:
            yield TrainingDay(day, week, CONDITIONING, False, "")


def _programme(week: int, weeks: int) -> tuple[tuple[int, ...], tuple[Plan, ...]]:
    """What is followed in that week; a short history goes through the programmes faster."""
    share = min(1.0, weeks / 130)
    for length, weekdays, plans in _PROGRAMMES:
        if not length or week < length * share:
            return weekdays, plans
        week -= round(length * share)
    raise AssertionError("the last programme has no end")


def _is_hurt(week: int) -> bool:
    return week % _INJURY_EVERY in _INJURY_WEEKS


def _on_holiday(day: date) -> bool:
    summer = day.month == 7 and 12 <= day.day <= 25
    return summer or (day.month == 12 and day.day >= 23) or (day.month == 1 and day.day == 1)


def _note(week: int, is_light: bool, was_away: bool) -> str:
    if was_away:
        return RETURN_NOTE if _is_hurt(week - 1) else AWAY_NOTE
    return DELOAD_NOTE if is_light else ""
