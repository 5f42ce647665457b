"""Forecasts of the next session's best e1RM by a bank of exponential smoothers.

Everything here is in natural logarithms, so that a scatter is a share of the
weight and the unit does not matter. `trend` explains the method; every row
of a result is made from the sessions before it alone.
"""

from __future__ import annotations

import math
from bisect import insort

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SHARE = 0.8  # of the sessions a band is to hold
SLIP = math.log(2.5)  # a jump by more is believed when the session after says the same

# How far a level follows a session above and below it: slowly (it averages six
# or so), by half, or at once. A fall is never followed faster than a rise.
_SPEEDS = (0.15, 0.5, 1.0)
_RISE, _FALL, _RETURNS = np.array(
    [(r, f, back) for r in _SPEEDS for f in _SPEEDS if f <= r for back in (0.0, 1.0)]
).T
_WEEK = 7.0
_FADE = 56.0  # days beyond a week in which what was known loses two thirds of its say
_USUAL = 61  # sessions whose median is what the lifter is used to; odd
_RETURN = 18.0  # days in which a level that returns comes two thirds of the way
_RETURN_MOST = 14.0  # days; a longer break brings nothing more back
_WIDER = 0.12  # of the squared width of a band, a day
_WIDER_MOST = 60.0  # days
_MEMORY = 0.97  # what a miss weighs against the one a session later
_GUESS, _GUESS_WEIGHT = 0.05, 3.0  # the scatter before anything is known, in sessions' worth
_TRUST = 0.5  # exponent of the likelihood: misses are neither independent nor Laplace
_MISS_MOST = 0.5
_STEP = 0.3  # of the stretch, for each session outside its band
_STRETCH_MOST = 1.2  # a third to three times
_PIECE = 64  # sessions; a level forgets its start within them


def widening(days: Floats | np.float64) -> Floats:
    """How much wider a band is, so many days after the last session."""
    return np.asarray(np.sqrt(1.0 + _WIDER * np.minimum(days, _WIDER_MOST)))


def returned(levels: Floats, usual: float, days: Floats) -> Floats:
    """The levels of the members so many days later, where some return to the usual one."""
    return levels + _return(days[:, None]) * np.maximum(usual - levels, 0.0)


def without_false_start(logs: Floats) -> Floats:
    """The same, but for a first session that is a slip: it becomes the median of the first five."""
    usual = np.median(logs[:5])
    return logs if abs(logs[0] - usual) <= SLIP else np.concatenate([[usual], logs[1:]])


def usual_levels(logs: Floats) -> Floats:
    """The median of up to 61 sessions before each session and, at the end, after all."""
    found, window = [float(logs[0])], list[float]()
    for value in logs[:_USUAL].tolist():
        insort(window, value)
        half = len(window) // 2
        found.append(0.5 * (window[half] + window[-half - 1]))
    if len(logs) <= _USUAL:
        return np.array(found)
    middle = _USUAL // 2
    full = np.partition(sliding_window_view(logs[1:], _USUAL), middle, axis=1)[:, middle]
    return np.concatenate([found, full])


def members(gaps: Floats, logs: Floats, usual: Floats) -> tuple[Floats, Floats]:
    """What each smoother of the bank says before each session, and its level after the last.

    gaps: days since the session before. A long history is cut into pieces
    that run side by side, each from 64 sessions before its start.
    """
    count = len(logs)
    run_in = 0 if count <= 2 * _PIECE else _PIECE
    starts = np.arange(0, count, _PIECE) - run_in if run_in else np.zeros(1, dtype=np.int64)
    places = starts + np.arange(2 * _PIECE if run_in else count)[:, None]
    real = np.clip(places, 0, count - 1)
    before, after = _run(np.where(real == places, gaps[real], 0.0), logs[real], usual[real])
    flat = before[run_in:].swapaxes(0, 1).reshape(-1, len(_RISE))[:count]
    ends = after[run_in:].swapaxes(0, 1).reshape(-1, len(_RISE))
    return flat, ends[count - 1]


def weights(misses: Floats, widths: Floats) -> tuple[Floats, Floats]:
    """The weight of each member before each session and after the last, and the scatter.

    misses: absolute, of each member at each session; widths: of the bands
    there. The likelihood is Laplace's with the scale integrated out; old
    misses fade, and a slip that all members missed says nothing of them. The
    scatter is the mean absolute miss of the best member, on a day without gap.
    """
    counted = misses.min(axis=1) <= SLIP
    counted[0] = False  # the first session was no forecast
    known = np.concatenate([[0], np.cumsum(counted)])
    shares, scatter = _learnt(np.minimum(misses / widths[:, None], _MISS_MOST)[counted])
    return shares[known], scatter[known]


def _learnt(misses: Floats) -> tuple[Floats, Floats]:
    """Weights and scatter after so many misses as the row says."""
    sums = np.zeros((len(misses) + 1, misses.shape[1]))
    for start in range(0, len(misses), 1000):  # powers of a longer run would overflow
        part = misses[start : start + 1000]
        powers = _MEMORY ** np.arange(1.0, len(part) + 1.0)[:, None]
        sums[start + 1 : start + 1 + len(part)] = powers * (
            sums[start] + np.cumsum(part / powers, axis=0)
        )
    counts = (1.0 - _MEMORY ** np.arange(len(sums))) / (1.0 - _MEMORY) + _GUESS_WEIGHT
    sums += _GUESS_WEIGHT * _GUESS
    likely = np.log(sums) * (-_TRUST * counts)[:, None]
    shares = np.exp(likely - likely.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True), sums.min(axis=1) / counts


def quantiles(centres: Floats, scales: Floats, shares: Floats) -> Floats:
    """Rows of (median, low, high) of mixtures of Laplace distributions with one scale a row.

    Between two neighbouring centres the distribution function is a quadratic
    in exp(x / scale), so that its quantiles have a closed form.
    """
    order = np.argsort(centres, axis=1)
    centres = np.take_along_axis(centres, order, axis=1)
    shares = np.take_along_axis(shares, order, axis=1)
    spread = centres - centres[:, :1]
    scales = np.maximum(scales, spread[:, -1] / 300.0)  # e^300 is about what a square can bear
    up = np.exp(spread / scales[:, None])
    none = np.zeros((len(centres), 1))
    passed = np.hstack([none, np.cumsum(shares, axis=1)])
    left = np.hstack([none, np.cumsum(shares * up, axis=1)])
    right = np.hstack([np.cumsum((shares / up)[:, ::-1], axis=1)[:, ::-1], none])
    reached = passed[:, 1:] + 0.5 * (up * right[:, 1:] - left[:, 1:] / up)
    rows = np.arange(len(centres))
    found = []
    for share in (0.5, 0.5 - SHARE / 2, 0.5 + SHARE / 2):
        at = (reached <= share).sum(axis=1)
        p, a, b = passed[rows, at] - share, left[rows, at], right[rows, at]
        root = np.sqrt(p * p + a * b)
        with np.errstate(divide="ignore", invalid="ignore"):
            power = np.where(p < 0.0, (root - p) / b, a / (root + p))
        found.append(centres[:, 0] + scales * np.log(power))
    return np.column_stack(found)


def calibrated(bands: Floats, logs: Floats) -> tuple[Floats, float]:
    """The bands, each stretched by how the ones before it held, and the stretch after the last."""
    level, low, high = bands.T
    off = logs - level
    room = np.where(off > 0.0, high - level, level - low)
    with np.errstate(divide="ignore"):
        needed = np.log(np.abs(off) / np.maximum(room, 1e-12))
    stretch, stretches = 0.0, [0.0]
    for need in needed[1:].tolist():  # the first session was no forecast
        stretches.append(stretch)
        if need > stretch + 1e-9:
            stretch = min(stretch + _STEP * SHARE, _STRETCH_MOST)
        else:
            stretch = max(stretch - _STEP * (1.0 - SHARE), -_STRETCH_MOST)
    return stretched(bands, np.exp(stretches)), math.exp(stretch)


def stretched(bands: Floats, factors: Floats | float) -> Floats:
    """Rows of (level, low, high) with the edges moved away from the level by a factor."""
    level = bands[:, :1]
    wide = np.reshape(factors, (-1, 1))
    return np.hstack([level, level + wide * (bands[:, 1:] - level)])


def _return(days: Floats) -> Floats:
    share = 1.0 - np.exp(-np.minimum(days, _RETURN_MOST) / _RETURN)
    return np.asarray(share * _RETURNS)


def _run(gaps: Floats, logs: Floats, usual: Floats) -> tuple[Floats, Floats]:
    """The bank over pieces side by side: arrays of (step, piece) give (step, piece, member)."""
    fade = np.exp(np.minimum(_WEEK - gaps, 0.0) / _FADE)[..., None]
    rise, fall = 1.0 - fade * (1.0 - _RISE), 1.0 - fade * (1.0 - _FALL)
    back, goal, seen = _return(gaps[..., None]), usual[..., None], logs[..., None]
    before, after = np.empty(rise.shape), np.empty(rise.shape)
    level = np.broadcast_to(seen[0], rise.shape[1:])
    last = np.zeros(rise.shape[1:])
    for step in range(len(seen)):
        level = level + back[step] * np.maximum(goal[step] - level, 0.0)
        before[step] = level
        surprise = seen[step] - level
        move = np.where(surprise > 0.0, rise[step], fall[step]) * surprise
        size = np.abs(surprise)
        if size.max() > SLIP:
            again = (surprise * last > 0.0) & (np.abs(last) > SLIP)
            believed = np.where(again, np.minimum(size, np.abs(last)), 0.0)
            move = np.where(size > SLIP, np.copysign(believed, surprise), move)
        last = surprise
        level = level + move
        after[step] = level
    return before, after
