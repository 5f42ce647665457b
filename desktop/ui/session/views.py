"""What stands in an exercise's block besides what is typed: words made of the session's data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from desktop.domain.library import ExerciseKind
from desktop.domain.records import Record, RecordKind
from desktop.domain.session import ExerciseSet, SessionExercise
from desktop.domain.set_fields import Field, clock_text, field_text, fields_of
from desktop.domain.templates import TemplateExercise
from desktop.domain.weight import Unit
from desktop.ui.widgets.texts import NONE, count_text

_NEARLY = 1e-6


def previous_texts(
    sets: Sequence[ExerciseSet], last: Sequence[ExerciseSet], kind: ExerciseKind, unit: Unit
) -> list[str]:
    """Last time's set for each set: warm-ups beside warm-ups, working sets beside working sets."""
    waiting: dict[bool, list[ExerciseSet]] = {True: [], False: []}
    for one in last:
        waiting[one.set_type.is_working].append(one)
    texts = []
    for one in sets:
        same = waiting[one.set_type.is_working]
        texts.append(short_set(same.pop(0), kind, unit) if same else NONE)
    return texts


def short_set(one: ExerciseSet, kind: ExerciseKind, unit: Unit) -> str:
    """'97.5 × 5 @8', without the unit that stands over the column."""
    parts = [text for field in fields_of(kind) if (text := field_text(field, one, kind, unit))]
    rpe = field_text(Field.RPE, one, kind, unit)
    return " \u00d7 ".join(parts) + (f" @{rpe}" if rpe else "")


def target_text(line: TemplateExercise | None) -> str:
    """'Target 3 × 5 @ 100 kg', empty when the template asks for nothing."""
    if line is None:
        return ""
    sets, reps = line.target_sets, line.target_reps
    if sets is not None and reps is None:
        text = count_text(sets, "set")
    else:
        text = " \u00d7 ".join(str(part) for part in (sets, reps) if part is not None)
    if line.target_weight is not None:
        text = f"{text} @ {line.target_weight}".strip()
    rest = f"rest {clock_text(line.rest_seconds)}" if line.rest_seconds is not None else ""
    words = " \u00b7 ".join(part for part in (text and f"Target {text}", rest) if part)
    return words[:1].upper() + words[1:]


def record_words(exercise: SessionExercise, records: Sequence[Record]) -> dict[UUID | None, str]:
    """The records that each ticked set holds, by its id; None: those of the whole exercise."""
    words: dict[UUID | None, list[str]] = defaultdict(list)
    for record in records:
        if record.exercise_id != exercise.exercise_id:
            continue
        if record.kind is RecordKind.SESSION_VOLUME:
            words[None].append(record.kind.label)
            continue
        holder = next((one for one in exercise.sets if _holds(one, record)), None)
        if holder is not None:
            words[holder.id].append(record.kind.label)
    return {key: ", ".join(labels) for key, labels in words.items()}


def _holds(one: ExerciseSet, record: Record) -> bool:
    if one.completed_at is None or not one.set_type.is_working:
        return False
    grams = one.weight.grams if one.weight is not None else None
    if record.kind is RecordKind.E1RM:
        return (one.reps, grams, one.rpe) == (record.reps, record.weight, record.rpe)
    meters, seconds, reps = one.distance_meters, one.duration_seconds, one.reps
    values: dict[RecordKind, float | None] = {
        RecordKind.HEAVIEST: grams,
        RecordKind.LEAST_HELP: grams,
        RecordKind.SET_VOLUME: grams * reps if grams and reps else None,
        RecordKind.MOST_REPS: reps,
        RecordKind.LONGEST: seconds,
        RecordKind.FARTHEST: meters,
        RecordKind.BEST_PACE: meters / seconds if meters and seconds else None,
    }
    value = values.get(record.kind)
    return value is not None and abs(abs(value) - abs(record.value)) < _NEARLY
