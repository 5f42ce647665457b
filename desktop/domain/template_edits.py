"""Changes to a template as pure functions: the template before in, the template after out."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from uuid import UUID

from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.set_fields import (
    clock_text,
    parse_duration,
    parse_weight,
    superset_letter,
)
from desktop.domain.templates import TargetReps, TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit

_MOST_SETS = 99
DEFAULT_SETS = 3


class LineField(StrEnum):
    """A value of a template's line that is typed."""

    SETS = "sets"
    REPS = "reps"
    WEIGHT = "weight"
    REST = "rest"
    SUPERSET = "superset"


def add_line(template: WorkoutTemplate, exercise_id: UUID) -> WorkoutTemplate:
    """With that exercise at the end."""
    line = TemplateExercise(new_id(), exercise_id, target_sets=DEFAULT_SETS)
    return replace(template, exercises=(*template.exercises, line))


def remove_lines(template: WorkoutTemplate, line_ids: Iterable[UUID]) -> WorkoutTemplate:
    """Without those lines."""
    gone = set(line_ids)
    kept = tuple(line for line in template.exercises if line.id not in gone)
    return replace(template, exercises=kept)


def move_line(template: WorkoutTemplate, line_id: UUID, by: int) -> WorkoutTemplate:
    """With that line `by` places further down, as far as there are places."""
    lines = list(template.exercises)
    at = next(place for place, line in enumerate(lines) if line.id == line_id)
    line = lines.pop(at)
    lines.insert(max(0, min(at + by, len(lines))), line)
    return replace(template, exercises=tuple(lines))


def with_line(template: WorkoutTemplate, changed: TemplateExercise) -> WorkoutTemplate:
    """With that line in place of the one with its id."""
    lines = tuple(changed if line.id == changed.id else line for line in template.exercises)
    return replace(template, exercises=lines)


def line_text(line: TemplateExercise, field: LineField, unit: Unit) -> str:
    """The field as it stands in its cell; a weight of the other unit names its unit."""
    if field is LineField.SETS:
        return "" if line.target_sets is None else str(line.target_sets)
    if field is LineField.REPS:
        return "" if line.target_reps is None else str(line.target_reps)
    if field is LineField.REST:
        return "" if line.rest_seconds is None else clock_text(line.rest_seconds)
    if field is LineField.SUPERSET:
        return superset_letter(line.superset_group)
    weight = line.target_weight
    if weight is None:
        return ""
    shown = replace(weight, grams=abs(weight.grams))
    return shown.text() if weight.unit is unit else str(shown)


def typed_line(
    line: TemplateExercise, field: LineField, text: str, kind: ExerciseKind, unit: Unit
) -> TemplateExercise:
    """The line with what was typed; empty means none. Raises InvalidInputError."""
    plain = text.strip()
    if plain == line_text(line, field, unit):
        return line
    if field is LineField.SETS:
        return replace(line, target_sets=_parse_sets(plain) if plain else None)
    if field is LineField.REPS:
        return replace(line, target_reps=TargetReps.parse(plain))
    if field is LineField.WEIGHT:
        weight = parse_weight(plain, unit, kind) if plain else None
        return replace(line, target_weight=weight)
    if field is LineField.REST:
        return replace(line, rest_seconds=parse_duration(plain) if plain else None)
    return replace(line, superset_group=_parse_superset(plain) if plain else None)


def _parse_sets(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_SETS:
        raise InvalidInputError(f"'{text}' is no number of sets.", f"Type 1 to {_MOST_SETS}.")
    return int(text)


def _parse_superset(text: str) -> int:
    letter = text.upper()
    if len(letter) == 1 and "A" <= letter <= "Z":
        return ord(letter) - ord("A") + 1
    if text.isdecimal() and 1 <= int(text) <= _MOST_SETS:
        return int(text)
    raise InvalidInputError(f"'{text}' is no superset.", "Give those done together one letter.")
