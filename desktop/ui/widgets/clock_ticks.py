"""Where an axis is labelled whose values are written like a clock: paces and durations."""

from __future__ import annotations

from math import ceil, floor

# seconds, for paces those for the kilometre or the mile; the roundest first
_STEPS = (3600, 1800, 600, 300, 120, 60, 30, 15, 10, 5, 2, 1)
_HOUR = 3600
_SLOWEST = 20.0  # of the greatest speed: what is slower has no pace that would be told


def pace_ticks(length: float, low: float, high: float, most: int) -> list[float]:
    """Speeds in m/s between two, ascending, that are round paces; `most` of them have room.

    length: of what a pace is told for, in metres.
    """
    if high <= 0 or low >= high:
        return []
    low = max(low, high / _SLOWEST)
    apart = (high - low) / max(most, 1)
    found: list[float] = []
    fastest = high
    while fastest > low:
        speed = _round_below(length, fastest, apart)
        if speed < low:
            break
        found.append(speed)
        fastest = speed - apart
    return found[::-1]


def duration_ticks(low: float, high: float, most: int) -> list[float]:
    """Minutes between two, ascending, that are written in round numbers; see pace_ticks.

    Above an hour they are whole hours apart, or half ones.
    """
    if low >= high:
        return []
    least = (high - low) * 60 / max(most, 1)
    fitting = [one for one in reversed(_STEPS) if one >= least]
    step = fitting[0] if fitting else ceil(least / _HOUR) * _HOUR
    places = range(ceil(low * 60 / step), floor(high * 60 / step) + 1)
    return [place * step / 60 for place in places]


def _round_below(length: float, fastest: float, slack: float) -> float:
    """The roundest pace that is not faster, nor slower by more than `slack` if one is so."""
    speeds = [length / (ceil(length / fastest / step) * step) for step in _STEPS]
    return next((one for one in speeds if fastest - one <= slack), speeds[-1])
