"""Repbook's own complete file: exercises, templates and sessions as JSON.

    {"format": "repbook",
    "version": 1,
    "exercises": [
    {"name": "Bench Press", "kind": "weight_reps", ...}
    ],
    "templates": [...],
    "sessions": [...]}

One record a line. What does not apply is left out. Weights are whole grams
with the unit that was typed; times are UTC to the millisecond. There are no
database keys: sessions and templates name their exercise, sessions their
template. Where several share a name, the second and later ones are named as
{"name": ..., "number": 2}, counted in the order of the file. Which line of its
template an exercise of a session followed is told by the exercise alone.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from json import JSONEncoder
from typing import Any
from uuid import UUID

from desktop.domain.library import Exercise
from desktop.domain.session import ExerciseSet, SessionExercise, WorkoutSession
from desktop.domain.templates import TargetSet, TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Weight
from desktop.formats.repbook_load import FORMAT, VERSION, load

__all__ = ["FORMAT", "VERSION", "dump", "load", "read", "sniff"]

_Name = str | dict[str, str | int]
_encode = JSONEncoder(ensure_ascii=False, allow_nan=False).encode
read = load


def sniff(head: bytes) -> bool:
    """The file begins as a Repbook file does."""
    plain = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return plain.startswith(b"{") and b'"repbook"' in plain


def dump(
    exercises: Iterable[Exercise],
    templates: Iterable[WorkoutTemplate],
    sessions: Iterable[WorkoutSession],
) -> Iterator[str]:
    """The file's text in pieces.

    exercises: every one that the others refer to. sessions: oldest first, by
    start and then by key; they are taken one by one, so they may come from a
    cursor. The same content gives the same text, whatever its keys.
    """
    # Keys decide last, and rise in the order of the file when it is loaded.
    sorted_exercises = sorted(
        exercises, key=lambda one: (one.name, _encode(_exercise(one)), one.id)
    )
    names = _numbered(sorted_exercises)
    sorted_templates = sorted(
        templates, key=lambda one: (one.name, _encode(_template(one, names)), one.id)
    )
    template_names = _numbered(sorted_templates)
    yield f'{{"format": "{FORMAT}",\n"version": {VERSION},\n'
    yield from _list("exercises", map(_exercise, sorted_exercises))
    yield ",\n"
    yield from _list("templates", (_template(one, names) for one in sorted_templates))
    yield ",\n"
    yield from _list("sessions", (_session(one, names, template_names) for one in sessions))
    yield "}\n"


def _list(name: str, records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A named list, one record a line."""
    yield f'"{name}": ['
    before = "\n"
    for record in records:
        yield before + _encode(record)
        before = ",\n"
    yield "\n]"


def _numbered(things: Iterable[Exercise] | Iterable[WorkoutTemplate]) -> dict[UUID, _Name]:
    """How each thing is referred to: by name, with a number where names repeat."""
    seen: dict[str, int] = {}
    found: dict[UUID, _Name] = {}
    for thing in things:
        number = seen[thing.name] = seen.get(thing.name, 0) + 1
        found[thing.id] = thing.name if number == 1 else {"name": thing.name, "number": number}
    return found


def _utc_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _present(record: dict[str, Any]) -> dict[str, Any]:
    """The record without what does not apply: None and empty texts and lists."""
    return {
        key: value
        for key, value in record.items()
        if value is not None and value is not False and value not in ("", [])
    }


def _exercise(one: Exercise) -> dict[str, Any]:
    return _present(
        {
            "name": one.name,
            "kind": one.kind,
            "primary": list(one.primary),
            "secondary": list(one.secondary),
            "equipment": one.equipment,
            "instructions": list(one.instructions),
            "aliases": list(one.aliases),
            "custom": one.is_custom,
            "deleted": one.is_deleted,
        }
    )


def _template(one: WorkoutTemplate, names: dict[UUID, _Name]) -> dict[str, Any]:
    return _present(
        {
            "name": one.name,
            "description": one.description,
            "category": one.category,
            "public": one.is_public,
            "archived": one.is_archived,
            "exercises": [_template_exercise(line, names) for line in one.exercises],
        }
    )


def _template_exercise(one: TemplateExercise, names: dict[UUID, _Name]) -> dict[str, Any]:
    return _present(
        {
            "exercise": one.exercise_id and names[one.exercise_id],
            "target_sets": one.target_sets,
            "target_reps": one.target_reps and str(one.target_reps),
            "target_weight": _weight(one.target_weight),
            "rest_seconds": one.rest_seconds,
            "superset_group": one.superset_group,
            "target_percent": one.target_percent,
            "target_rpe": one.target_rpe,
            "target_seconds": one.target_seconds,
            "target_meters": one.target_meters,
            "notes": one.notes,
            "sets": [_target_set(each) for each in one.sets],
        }
    )


def _target_set(one: TargetSet) -> dict[str, Any]:
    return _present(
        {
            "type": one.set_type,
            "reps": one.reps and str(one.reps),
            "weight": _weight(one.weight),
            "percent": one.percent,
            "rpe": one.rpe,
            "duration_seconds": one.duration_seconds,
            "distance_meters": one.distance_meters,
        }
    )


def _session(
    one: WorkoutSession, names: dict[UUID, _Name], templates: dict[UUID, _Name]
) -> dict[str, Any]:
    return _present(
        {
            "name": one.name,
            "date": one.session_date.isoformat(),
            "started_at": _utc_text(one.started_at),
            "utc_offset_minutes": one.utc_offset_minutes,
            "ended_at": one.ended_at and _utc_text(one.ended_at),
            "duration_minutes": one.duration_minutes,
            # A template that is not exported (any more) is no longer part of the session.
            "template": one.template_id and templates.get(one.template_id),
            "location": one.location,
            "notes": one.notes,
            "exercises": [_session_exercise(each, names) for each in one.exercises],
        }
    )


def _session_exercise(one: SessionExercise, names: dict[UUID, _Name]) -> dict[str, Any]:
    return _present(
        {
            "exercise": one.exercise_id and names[one.exercise_id],
            "notes": one.notes,
            "completed_at": one.completed_at and _utc_text(one.completed_at),
            "superset_group": one.superset_group,
            "skipped": one.is_skipped,
            "sets": [_set(each) for each in one.sets],
        }
    )


def _set(one: ExerciseSet) -> dict[str, Any]:
    return _present(
        {
            "type": one.set_type,
            "reps": one.reps,
            "weight": _weight(one.weight),
            "duration_seconds": one.duration_seconds,
            "distance_meters": one.distance_meters,
            "rpe": one.rpe,
            "completed_at": one.completed_at and _utc_text(one.completed_at),
            "side": one.side,
            "notes": one.notes,
            "verdict": one.verdict,
        }
    )


def _weight(weight: Weight | None) -> dict[str, Any] | None:
    return None if weight is None else {"grams": weight.grams, "unit": weight.unit}
