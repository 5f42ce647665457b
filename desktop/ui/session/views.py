"""What stands in an exercise's block besides what is typed: words made of the session's data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.records import Record, RecordKind
from desktop.domain.session import ExerciseSet
from desktop.domain.session_edits import best_set
from desktop.domain.set_fields import Field, field_text, fields_of
from desktop.domain.weight import Unit
from desktop.ui.widgets.records import value_text
from desktop.ui.widgets.texts import count_text, set_text

# What each set beat, in words, by its id; None: what the whole exercise beat.
Beaten = Mapping[UUID | None, Sequence[str]]
_NEARLY = 1e-6


def previous_sets(
    sets: Sequence[ExerciseSet], last: Sequence[ExerciseSet]
) -> list[ExerciseSet | None]:
    """Last time's set for each set: warm-ups beside warm-ups, working sets beside working sets."""
    waiting: dict[bool, list[ExerciseSet]] = {True: [], False: []}
    for one in last:
        waiting[one.set_type.is_working].append(one)
    found: list[ExerciseSet | None] = []
    for one in sets:
        alike = waiting[one.set_type.is_working]
        found.append(alike.pop(0) if alike else None)
    return found


def short_set(one: ExerciseSet, kind: ExerciseKind, unit: Unit) -> str:
    """'97.5 × 5 @8', without the unit that stands over the column."""
    parts = [text for field in fields_of(kind) if (text := field_text(field, one, kind, unit))]
    rpe = field_text(Field.RPE, one, kind, unit)
    return " \u00d7 ".join(parts) + (f" @{rpe}" if rpe else "")


def done_text(sets: Sequence[ExerciseSet], kind: ExerciseKind, unit: Unit = Unit.KG) -> str:
    """'3 sets, best 100 kg × 5' of what is ticked; warm-ups count where there is nothing else."""
    done = [one for one in sets if one.completed_at is not None]
    counted = [one for one in done if one.set_type.is_working] or done
    best = best_set(counted)
    if best is None:
        return count_text(0, "set")
    words = "best " if len(counted) > 1 else ""
    return f"{count_text(len(counted), 'set')}, {words}{_best_text(best, kind, unit)}"


def record_words(
    sets: Sequence[ExerciseSet],
    records: Sequence[Record],
    unit: Unit,
    known: Exercise | None = None,
) -> Beaten:
    """What each set beat, 'Heaviest weight, before 97.5 kg', by its id.

    None: what the whole exercise beat. sets: those that count; records: all
    of this exercise. A record whose set was changed since has no words.
    """
    words: dict[UUID | None, list[str]] = defaultdict(list)
    for record in records:
        before = value_text(record.kind, record.previous, unit, known)
        text = f"{record.kind.label}, before {before}"
        if record.kind is RecordKind.SESSION_VOLUME:
            if round(sum(map(_volume, sets))) == round(record.value):
                words[None].append(text)
            continue
        holder = next((one for one in sets if _holds(one, record)), None)
        if holder is not None:
            words[holder.id].append(text)
    return dict(words)


def _best_text(best: ExerciseSet, kind: ExerciseKind, unit: Unit) -> str:
    grams = best.weight.grams if best.weight else 0
    if kind is ExerciseKind.ASSISTED_BODYWEIGHT and best.weight and grams:
        help_ = replace(best.weight, grams=abs(grams))
        return f"{help_} help \u00d7 {best.reps}"
    plain = replace(best, rpe=None)
    if kind is ExerciseKind.BODYWEIGHT_REPS:
        text = set_text(plain if grams > 0 else replace(plain, weight=None), unit)
        return f"+{text}" if grams > 0 else text
    return set_text(plain, unit)


def _holds(one: ExerciseSet, record: Record) -> bool:
    grams = one.weight.grams if one.weight is not None else None
    if record.kind is RecordKind.E1RM:
        return (one.reps, grams, one.rpe) == (record.reps, record.weight, record.rpe)
    meters, seconds, reps = one.distance_meters, one.duration_seconds, one.reps
    values: dict[RecordKind, float | None] = {
        RecordKind.HEAVIEST: grams,
        RecordKind.LEAST_HELP: grams,
        RecordKind.SET_VOLUME: round(_volume(one)) or None,
        RecordKind.MOST_REPS: reps,
        RecordKind.LONGEST: seconds,
        RecordKind.FARTHEST: meters,
        RecordKind.BEST_PACE: meters / seconds if meters and seconds else None,
    }
    value = values.get(record.kind)
    return value is not None and abs(value - record.value) < _NEARLY


def _volume(one: ExerciseSet) -> float:
    """Grams x reps as the log sums them: of the weight that was typed, not of whole grams."""
    if one.weight is None or not one.reps or one.weight.grams <= 0:
        return 0.0
    return one.weight.exact_grams * one.reps
