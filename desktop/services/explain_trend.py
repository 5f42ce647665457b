"""What a trend rests on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.domain.progress import Measure, SeriesPoint, SetRow, Why
from desktop.services.explain import words_for
from desktop.services.explain_sets import parted
from desktop.services.explain_words import Words, count_of
from desktop.services.progress_sets import sets_of_session

if TYPE_CHECKING:
    from desktop.analysis.trend import Trend, TrendFacts

_SHOWN = 10  # sessions with their sets: the level follows the last ones most
_METHOD = (
    "It follows the best e1RM of each session: new sessions count for more than old ones, a rise "
    "for more than a light day, and the band is as wide as sessions have scattered."
)
_FEW = "A trend takes at least 5 sessions with an e1RM that can be believed."
_ALONE = "stands alone and was not called right"


def explain_trend(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercise_id: UUID,
    points: Sequence[SeriesPoint],
    found: Trend | None,
) -> Why:
    """The level and its band with the sets of the last sessions; points: every session's e1RM."""
    words = words_for(connection, user_id, exercise_id)
    believed = [one for one in points if not one.is_outlier]
    doubted = [one for one in points if one.is_outlier]
    used = _best_sets(connection, exercise_id, words, believed[-_SHOWN:])
    left_out = _best_sets(connection, exercise_id, words, doubted)
    left_out = [replace(row, why_not=_ALONE) for row in left_out]
    if found is None:
        return Why("Why no trend?", (_FEW,), tuple(used), tuple(left_out))
    level = words.weight(float(found.past.level[-1]), 1)
    lines = [_METHOD, *_facts(found.facts), _ahead(words, found)]
    if len(believed) > _SHOWN:
        lines.append(f"Below are the sets of the last {_SHOWN} sessions.")
    return Why(f"Why a level of {level}?", tuple(lines), tuple(used), tuple(left_out))


def _best_sets(
    connection: sqlite3.Connection,
    exercise_id: UUID,
    words: Words,
    points: Iterable[SeriesPoint],
) -> list[SetRow]:
    """The set behind each session's e1RM."""
    found: list[SetRow] = []
    for point in points:
        assert point.session_id is not None
        rows = sets_of_session(connection, point.session_id, [exercise_id])
        found += parted(rows, Measure.E1RM, words)[0]
    return found


def _facts(facts: TrendFacts) -> list[str]:
    sessions = count_of(facts.sessions, "session")
    lines = [f"{sessions}. Lately they lie {facts.scatter:.1f} % off, on average."]
    if facts.judged:
        lines.append(
            f"Of {count_of(facts.judged, 'session')} that a band of 80 % was made for "
            f"beforehand, {facts.held} fell inside."
        )
    if facts.doubted:
        off = f"{count_of(facts.doubted, 'session')} lay so far off that"
        lines.append(f"{off} {'it hardly counts' if facts.doubted == 1 else 'they hardly count'}.")
    if facts.slope is not None and facts.slope_low is not None and facts.slope_high is not None:
        lines.append(
            f"The last 90 days: {facts.slope:+.1f} % in 30 days, most likely between "
            f"{facts.slope_low:+.1f} and {facts.slope_high:+.1f} %."
        )
    return lines


def _ahead(words: Words, found: Trend) -> str:
    low, high = float(found.ahead.low[0]), float(found.ahead.high[0])
    return (
        f"8 of 10 sessions are expected between {words.weight(low, 1)} and "
        f"{words.weight(high, 1)}; further ahead the band widens."
    )
