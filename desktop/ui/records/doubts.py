"""Values that look like mistakes, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.records import KINDS_OF_RECORD, Judged, Outlier, RecordKind, RecordsBook
from desktop.domain.session import ExerciseSet, Verdict
from desktop.services import Services
from desktop.ui.context import Context
from desktop.ui.records.model import About, Exercises
from desktop.ui.widgets.records import short_label, value_text
from desktop.ui.widgets.texts import set_text

MOST = 50  # shown at once; the others follow when these are decided
_NEAR = 1.8  # times as much: less is no distance that would be told
_NUMBERS = "two three four five six seven eight nine ten".split()


@dataclass(frozen=True, slots=True)
class Doubt:
    """An outlier as a line. done: its sets in words; words: what is odd about them.

    kinds: all that its sets could be records of.
    """

    outlier: Outlier
    about: About
    kinds: Sequence[RecordKind]
    done: str
    words: str

    @property
    def day(self) -> date:
        """When it was done."""
        return self.outlier.day


@dataclass(frozen=True, slots=True)
class Decision:
    """A set that was left out, or called right, as a line."""

    judged: Judged
    about: About
    kinds: Sequence[RecordKind]
    done: str

    @property
    def day(self) -> date:
        """When it was done."""
        return self.judged.day

    @property
    def verdict(self) -> Verdict | None:
        """What was decided."""
        return self.judged.one.verdict


def doubts_of(book: RecordsBook, context: Context, known: Exercises) -> list[Doubt]:
    """The outliers in words; for a worker, as their sets are read."""
    return [_doubt(one, context, known, place) for place, one in enumerate(book.outliers)]


def decisions_of(book: RecordsBook, context: Context, known: Exercises) -> list[Decision]:
    """What was left out and then what was called right, in words."""
    return [
        Decision(one, known[key], _kinds(context, key), set_text(one.one, context.preferences.unit))
        for one in (*book.left_out, *book.called_right)
        for key in (one.exercise_id,)
    ]


def _kinds(context: Context, exercise_id: UUID) -> Sequence[RecordKind]:
    exercise = context.exercises.get(exercise_id)
    return KINDS_OF_RECORD[exercise.kind] if exercise else tuple(RecordKind)


def _doubt(outlier: Outlier, context: Context, known: Exercises, place: int) -> Doubt:
    about = known[outlier.exercise_id]
    # the sets of those that are not shown yet need not be read
    sets = _sets_of(outlier, context.services) if place < MOST else ()
    exercise = context.exercises.get(outlier.exercise_id)
    unit = context.preferences.unit

    def text(value: float) -> str:
        said = value_text(outlier.kind, value, unit, exercise)
        named = outlier.kind in (RecordKind.HEAVIEST, RecordKind.MOST_REPS, RecordKind.LONGEST)
        return said if named else f"{short_label(outlier.kind)} {said}"

    done = " and ".join(set_text(one, unit) for one in sets) or text(outlier.value)
    words = f"{_times(outlier)} ({text(outlier.usual)})"
    return Doubt(outlier, about, _kinds(context, outlier.exercise_id), done, words)


def _sets_of(outlier: Outlier, services: Services) -> Sequence[ExerciseSet]:
    session = services.history.get(outlier.session_id)
    chosen: frozenset[UUID] = frozenset(outlier.set_ids)
    return [one for one in session.all_sets() if one.id in chosen]


def _times(outlier: Outlier) -> str:
    """'ten times your best otherwise', '2.4 times your best otherwise'."""
    if outlier.usual <= 0:
        return "far more than otherwise"
    ratio = outlier.value / outlier.usual
    if ratio < _NEAR:
        return "only one other session comes near it"
    whole = round(ratio)
    is_whole = abs(ratio - whole) < 0.05 * whole
    count = _NUMBERS[whole - 2] if is_whole and 2 <= whole <= 10 else f"{ratio:.2g}"
    if not is_whole or whole <= 10:
        return f"{count} times your best otherwise"
    return f"{whole:,} times your best otherwise"
