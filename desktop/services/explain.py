"""Why a figure is what it is: its sets, its formula with their numbers, and what was left out."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from uuid import UUID

from desktop.domain.counting import Counting
from desktop.domain.library import Exercise
from desktop.domain.progress import Measure, SeriesPoint, SetRow, Subject, Why
from desktop.domain.records import Record, RecordKind
from desktop.domain.session import SetType
from desktop.domain.set_fields import clock_text
from desktop.services.explain_sets import BESTS, parted
from desktop.services.explain_words import (
    Figure,
    Words,
    count_of,
    figure_of,
    plain,
    sum_of,
    working,
)
from desktop.services.progress_series import USUAL_REPS, group_exercises
from desktop.services.progress_sets import sets_behind, sets_of_session
from desktop.storage.queries import accounts, library

__all__ = ["explain_point", "explain_record", "words_for", "working"]

_GONE = ("The sets behind it have changed.",)
_DOUBTED = ("It stands alone, so it is no record until you say that it is right.",)


def explain_record(connection: sqlite3.Connection, user_id: UUID, record: Record) -> Why:
    """How a record's value follows from the sets of its session, and what it beat."""
    words = words_for(connection, user_id, record.exercise_id)
    figure = figure_of(record.kind)
    rows = sets_of_session(connection, record.session_id, [record.exercise_id])
    beaten = "It is the first value noted: there was none to beat."
    if record.previous is not None:
        beaten = f"The record before it: {words.value(figure, record.previous)}."
    return _why(words, figure, record.value, rows, after=(beaten,))


def explain_point(
    connection: sqlite3.Connection,
    user_id: UUID,
    subject: Subject,
    measure: Measure,
    point: SeriesPoint,
    reps: int | None = None,
) -> Why:
    """How a point's value follows from the sets of its session, week or month."""
    words = words_for(connection, user_id, subject.exercise_id)
    rows = sets_behind(connection, user_id, subject, measure, point)
    after = _DOUBTED if point.is_outlier else ()
    if subject.group is None:
        return _why(words, measure, point.value, rows, reps or USUAL_REPS, after)
    exercises = library.visible(connection, user_id)
    shares = group_exercises(exercises, subject.group, measure)
    used, left_out = parted(rows, measure, words)
    lines = _by_exercise(words, measure, point.value, used, exercises, shares)
    return Why(_title(words, measure, point.value), lines, used, left_out)


def words_for(connection: sqlite3.Connection, user_id: UUID, exercise_id: UUID | None) -> Words:
    """How a profile's figures of an exercise are written."""
    preferences = accounts.preferences(connection, user_id)
    counting = Counting.of(preferences)
    if exercise_id is None:
        return Words(preferences.unit, preferences.effort, counting)
    kind = library.kind_of(connection, exercise_id)
    return Words(preferences.unit, preferences.effort, counting, kind)


def _title(words: Words, figure: Figure, value: float) -> str:
    return f"Why {words.value(figure, value)}?"


def _why(
    words: Words,
    figure: Figure,
    value: float,
    rows: Sequence[SetRow],
    reps: int = USUAL_REPS,
    after: Sequence[str] = (),
) -> Why:
    used, left_out = parted(rows, figure, words, reps)
    lines = _lines(words, figure, value, used, reps) if used else _GONE
    if any(row.one.set_type is SetType.WARM_UP for row in used):
        lines = (*lines, "Warm-ups count, as your settings say.")
    return Why(_title(words, figure, value), (*lines, *after), used, left_out)


def _lines(
    words: Words, figure: Figure, value: float, used: Sequence[SetRow], reps: int
) -> tuple[str, ...]:
    if figure is Measure.E1RM:
        return words.e1rm(used[0].one, value)
    if figure is Measure.INTENSITY:
        return _intensity(words, value, used)
    if figure is Measure.SETS:
        return (f"{count_of(len(used), words.sets)} {'was' if len(used) == 1 else 'were'} done.",)
    text = words.value(figure, value)
    if figure in BESTS:
        done = words.done(used[0].one)
        if figure is Measure.TOP_RPE:
            done += f" at {words.hardness(value)}"
        return (_BEST[figure].format(sets=words.sets, reps=reps, done=done, value=text),)
    terms = [_term(words, figure, row) for row in used]
    if figure is Measure.AVERAGE_RPE:
        return (f"({sum_of(terms)}) \u00f7 {len(used)} = {text}.",)
    return (f"{text}." if terms == [text] else f"{sum_of(terms)} = {text}.",)


_BEST: dict[Figure, str] = {
    Measure.HEAVIEST: "The heaviest {sets}: {done}.",
    Measure.BEST_AT_REPS: "The heaviest {sets} of {reps} reps or more: {done}.",
    Measure.HELP: "The {sets} with the least help: {done}.",
    Measure.TOP_RPE: "The hardest {sets}: {done}.",
    Measure.PACE: "{done} is {value}, the best of the session.",
    RecordKind.SET_VOLUME: "{done} = {value}, the most of any set.",
    RecordKind.MOST_REPS: "The {sets} with the most reps: {done}.",
    RecordKind.LONGEST: "The longest {sets}: {done}.",
    RecordKind.FARTHEST: "The farthest {sets}: {done}.",
}


def _term(words: Words, figure: Figure, row: SetRow) -> str:
    """What one set adds to a sum."""
    one = row.one
    if figure is Measure.VOLUME and one.weight is not None:
        return f"{words.number(one.weight.exact_grams)} \u00d7 {one.reps}"
    if figure is Measure.DURATION:
        return clock_text(one.duration_seconds or 0)
    if figure is Measure.DISTANCE:
        return words.distance(one.distance_meters or 0)
    return plain((one.reps if figure is Measure.REPS else one.rpe) or 0)


def _intensity(words: Words, value: float, used: Sequence[SetRow]) -> tuple[str, ...]:
    sessions = {row.session_id for row in used}
    if len(sessions) > 1:
        return (
            f"The mean of {len(sessions)} sessions, each weighed by its sets.",
            "Of each session: its mean weight \u00f7 the best e1RM of the 12 weeks up to it.",
        )
    mean = sum(row.one.weight.grams for row in used if row.one.weight) / len(used)
    share = words.value(Measure.INTENSITY, value)
    return (
        f"Mean weight of {count_of(len(used), words.sets)}: {words.weight(mean)}.",
        f"The best e1RM of the 12 weeks up to it: {words.weight(mean / value, 1)}.",
        f"{words.number(mean)} \u00f7 {words.number(mean / value, 1)} = {share}.",
    )


def _by_exercise(
    words: Words,
    measure: Measure,
    value: float,
    used: Sequence[SetRow],
    exercises: Mapping[UUID, Exercise],
    shares: Mapping[UUID, float],
) -> tuple[str, ...]:
    """A line for each exercise of a muscle group, and their sum."""
    rows: dict[UUID, list[SetRow]] = {}
    for row in used:
        if row.exercise_id is not None:
            rows.setdefault(row.exercise_id, []).append(row)
    lines = [
        f"{exercises[key].name}: {_part(words, measure, own, shares[key])}"
        for key, own in rows.items()
    ]
    return (*lines, f"Together {words.value(measure, value)}.")


def _part(words: Words, measure: Measure, rows: Sequence[SetRow], share: float) -> str:
    sets = count_of(len(rows), words.sets)
    if measure is Measure.SETS:
        if share == 1:
            return f"{sets}, a primary muscle."
        # a line may not end within it
        product = f"\u00d7\u00a0{plain(share)}\u00a0=\u00a0{plain(len(rows) * share)}"
        return f"{sets}, a secondary muscle: {product}."
    if measure is Measure.REPS:
        return f"{sets}, {count_of(sum(row.one.reps or 0 for row in rows), 'rep')}."
    volume = sum(row.one.weight.exact_grams * (row.one.reps or 0) for row in rows if row.one.weight)
    return f"{sets}, {words.volume(volume)}."
