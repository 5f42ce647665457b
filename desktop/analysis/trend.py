"""The trend of an exercise: its level, the band that 8 of 10 sessions lie in, the weeks ahead.

What is foretold is the best e1RM that the next session will show, not the
strength behind it: light days and the errors of the formula are within the band.

Method. In logarithms a bank of exponential smoothers (Brown 1959; on uneven
days Wright 1986) follows a rise slowly, by half or at once, and a fall never
faster: one can lift less than one is able to, hardly more (the asymmetry of
expectiles, Newey and Powell 1987). Half of the bank moves back, from below, to
the median of the last 61 sessions: a light phase ends, and strength once had
comes back soon. A break of weeks lets the first session after it count for
more and widens the band. A jump by more than 2.5 times is a slip until the
session after repeats it (bounded influence as in Gelper, Fried and Croux 2010).
The smoothers are weighted by how well they did lately (dynamic model averaging,
Raftery, Kárný and Ettler 2010). The forecast is the mixture of their Laplace
distributions (Raftery et al. 2005): its level the median, its band the 10 %
and 90 % quantiles. At last the width follows how the bands before it held
(adaptive conformal inference, Gibbs and Candès 2021, as a rule for the width:
Angelopoulos, Candès and Tibshirani 2023).

How good it is. Judged by tests.judge_trend on nine real histories, 4,004
sessions, each foretold from the five or more before it: the mean error is
0.942 of that of the last value, 0.79 of that of the mean of five, 0.50 of that
of the best so far; 80 % lie inside the band, 76 to 84 % in each history. The
constants (trend_forecast) hardly matter: 70 random other choices give 0.939 to
0.976; the best of them for all histories but the one that is judged, 0.941 to
0.949. On nine histories of other apps 0.929 and 80 %. Both sets were looked at
while the method was made: expect a little less of a new one.

Limits. The projection carries no slope on: over all these histories a slope,
whole or damped, foretold worse than the level at 1 to 12 weeks. It knows no
plan, widens with time alone, and held 75 to 83 % at 1 to 8 weeks; of the
sessions after a break of a month or two only 65 to 80 %. 80 % is a promise
over many sessions, for one exercise with few of them only roughly so. Where
heavy and light days take turns the band spans both; which one comes next is
not foretold.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

from desktop.analysis.trend_forecast import (
    SHARE,
    SLIP,
    Floats,
    calibrated,
    members,
    quantiles,
    returned,
    stretched,
    usual_levels,
    weights,
    widening,
    without_false_start,
)

LEAST_SESSIONS = 5
AHEAD_DAYS = 56.0
SLOPE_DAYS = 90.0
MONTH_DAYS = 30.0
_NEAR_DAYS = 10.0  # sessions so far apart weigh a third in each other's drawn level
_NEIGHBOURS = 15  # sessions on either side
_SLOPE_SESSIONS = 60
_NORMAL = 1.2816  # 80 % of a normal distribution lie within so many deviations


class Band(NamedTuple):
    """A level and the edges of its 80 % band by day: days as they were given, ascending; grams."""

    days: Floats
    level: Floats
    low: Floats
    high: Floats


class TrendFacts(NamedTuple):
    """What a trend rests on, for words.

    judged, held: sessions that a band was made for before they were done
    (from the sixth on), and those that fell inside. doubted: sessions that
    more than 2.5 times lay between them and what was expected. usual: the
    median of the last 61 sessions, grams, where the projection returns to
    from below. scatter: how far a session lies from what was expected, in
    percent, on average and lately, after the usual days of rest. slope: of
    the last 90 days, in percent in 30 days, with its 80 % interval (Theil
    1950, Sen 1968; too narrow where sessions in a row are alike); None under
    5 sessions or 30 days there. It describes: the projection does not use it.
    """

    sessions: int
    judged: int
    held: int
    doubted: int
    usual: float
    scatter: float
    slope: float | None
    slope_low: float | None
    slope_high: float | None


class Trend(NamedTuple):
    """A trend to be drawn and explained.

    past: the level of each session as seen from both sides of it, and the
    band that about 8 of 10 of these sessions lie in; a description. ahead: from the
    last session on, where 8 of 10 sessions are expected, day by day; past ends
    where it starts. expected: for each session what was expected of it by the
    sessions before it alone, which is what a claim of 80 % is judged by.
    """

    past: Band
    ahead: Band
    expected: Band
    facts: TrendFacts


def trend(days: ArrayLike, values: ArrayLike, *, until: float | None = None) -> Trend | None:
    """The trend of the best e1RMs (grams, or any unit) of sessions on these days, ascending.

    None with fewer than five of them; what is not a positive number is left
    out. The sessions of one day are taken in the order of their values.
    until: the last day of the projection, 56 days after the last session when
    None; it has a point a day up to 56 days, else 57 points.
    """
    dates, logs = _clean(days, values)
    if len(dates) < LEAST_SESSIONS:
        return None
    seen, gaps = without_false_start(logs), np.diff(dates, prepend=dates[0])
    usual = usual_levels(seen)
    said, levels = members(gaps, seen, usual)
    shares, scatter = weights(np.abs(logs[:, None] - said), widening(gaps))
    bands = quantiles(said, scatter[:-1] * widening(gaps), shares[:-1])
    expected, stretch = calibrated(bands, logs)
    later = _days_ahead(AHEAD_DAYS if until is None else until - dates[-1])
    coming = returned(levels, usual[-1], later)
    now = np.broadcast_to(shares[-1], coming.shape)
    ahead = stretched(quantiles(coming, scatter[-1] * widening(later), now), stretch)
    ahead = _never_narrower(ahead)
    return Trend(
        _band(dates, _drawn(dates, logs, expected, ahead[0])),
        _band(dates[-1] + later, ahead),
        _band(dates, expected),
        _facts(dates, logs, expected, usual[-1], scatter[-1] * widening(np.median(gaps))),
    )


def _clean(days: ArrayLike, values: ArrayLike) -> tuple[Floats, Floats]:
    """Days and logarithms of what is a positive number, by day and value."""
    rows = np.array([days, values], dtype=np.float64)
    rows = rows[:, np.isfinite(rows).all(axis=0) & (rows[1] > 0.0)]
    dates, grams = rows[:, np.lexsort(rows[::-1])]
    return dates, np.log(grams)


def _days_ahead(span: float) -> Floats:
    span = max(span, 0.0)
    return np.linspace(0.0, span, math.ceil(min(span, AHEAD_DAYS)) + 1)


def _band(days: Floats, logs: Floats) -> Band:
    level, low, high = np.exp(logs.T)
    return Band(days, level, low, high)


def _never_narrower(bands: Floats) -> Floats:
    """Smoothers that return to one level agree more and more; what is ahead is no surer for it."""
    level = bands[:, 0]
    below, above = level - bands[:, 1], bands[:, 2] - level
    grown = np.maximum.accumulate(np.column_stack([below, above]))
    return np.column_stack([level, level - grown[:, 0], level + grown[:, 1]])


def _drawn(days: Floats, logs: Floats, expected: Floats, now: Floats) -> Floats:
    """A calm level with the band that 80 % of the sessions lie in, ending in the row `now`.

    The level is a mean over the neighbours in time, on both sides, of the
    sessions trimmed to their bands; the width is that of these bands, smoothed
    alike.
    """
    near = max(_NEAR_DAYS, 2.0 * float(np.median(np.diff(days))))
    trimmed = np.clip(logs, expected[:, 1], expected[:, 2])
    rows = np.column_stack([trimmed, expected[:, 1:] - expected[:, :1]])
    reach = min(_NEIGHBOURS, len(days) - 1)
    around = sliding_window_view(np.pad(days, reach, constant_values=np.inf), 2 * reach + 1)
    pull = np.exp(-np.abs(around - days[:, None]) / near)
    views = sliding_window_view(np.pad(rows, ((reach, reach), (0, 0))), 2 * reach + 1, axis=0)
    drawn = np.einsum("nw,ncw->nc", pull, views) / pull.sum(axis=1, keepdims=True)
    level, widths = drawn[:, 0], drawn[:, 1:]
    off = logs - level
    room = np.where(off > 0.0, widths[:, 1], -widths[:, 0])
    widths = widths * min(max(float(np.quantile(np.abs(off) / room, SHARE)), 0.5), 1.5)
    meets = np.exp((days - days[-1]) / near)[:, None]
    widths = widths * ((now[1:] - now[0]) / widths[-1]) ** meets
    level = level[:, None] + (now[0] - level[-1]) * meets
    return np.hstack([level, level + widths])


def _facts(
    days: Floats, logs: Floats, expected: Floats, usual: float, scatter: float
) -> TrendFacts:
    inside = (expected[:, 1] <= logs) & (logs <= expected[:, 2])
    return TrendFacts(
        len(days),
        len(days) - LEAST_SESSIONS,
        int(inside[LEAST_SESSIONS:].sum()),
        int((np.abs(logs - expected[:, 0]) > SLIP).sum()),
        math.exp(usual),
        100.0 * math.expm1(scatter),
        *_slope(days, logs),
    )


def _slope(days: Floats, logs: Floats) -> tuple[float | None, float | None, float | None]:
    """The median of the slopes between all pairs of the last 90 days, and its interval."""
    start = max(int(np.searchsorted(days, days[-1] - SLOPE_DAYS)), len(days) - _SLOPE_SESSIONS)
    days, logs = days[start:], logs[start:]
    count = len(days)
    if count < LEAST_SESSIONS or days[-1] - days[0] < MONTH_DAYS:
        return None, None, None
    first, second = np.triu_indices(count, 1)
    spans = days[second] - days[first]
    apart = spans >= 1.0
    slopes = (logs[second] - logs[first])[apart] / spans[apart]
    deviation = math.sqrt(count * (count - 1) * (2 * count + 5) / 18.0)
    reach = min(0.5 * _NORMAL * deviation / len(slopes), 0.5)
    found = np.quantile(slopes, [0.5, 0.5 - reach, 0.5 + reach])
    # e^99 times a month is nothing that one could do, and fits a float
    middle, low, high = (100.0 * math.expm1(min(MONTH_DAYS * float(s), 99.0)) for s in found)
    return middle, low, high
