"""How far the values of a chart reach, in round numbers, so that it stays put while moved."""

from __future__ import annotations

from math import ceil, floor, log10

GAP = 28.0  # days without a session that no line is drawn across
_ROOM = 0.06
_STEPS = 12
_NOISE = 1e-9  # of a value: what arithmetic makes of two that are alike


def calm_range(low: float, high: float, *, from_zero: bool = False) -> tuple[float, float]:
    """A range with some room around low and high, its ends multiples of a round step."""
    bottom = min(low, 0.0) if from_zero else low
    span = high - bottom
    if span <= _NOISE * max(abs(high), abs(bottom), 1e-3):
        span = abs(high) * 0.1 if abs(high) > _NOISE else 1.0
    step = round_step(span / _STEPS)
    room = span * _ROOM
    start = bottom if from_zero else bottom - room
    return floor(start / step) * step, ceil((high + room) / step) * step


def round_step(least: float) -> float:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below `least`, above 0."""
    scale = 10.0 ** floor(log10(least))
    return next(m * scale for m in (1.0, 2.0, 2.5, 5.0, 10.0) if m * scale >= least * 0.999)
