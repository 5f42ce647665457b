"""Where the axis of a chart of paces is labelled: at round paces, though it is one of speeds."""

from __future__ import annotations

from math import ceil

# seconds for the kilometre or the mile, the roundest first
_STEPS = (3600, 1800, 600, 300, 120, 60, 30, 15, 10, 5, 2, 1)
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


def _round_below(length: float, fastest: float, slack: float) -> float:
    """The roundest pace that is not faster, nor slower by more than `slack` if one is so."""
    speeds = [length / (ceil(length / fastest / step) * step) for step in _STEPS]
    return next((one for one in speeds if fastest - one <= slack), speeds[-1])
