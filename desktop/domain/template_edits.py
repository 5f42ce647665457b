"""Changes to a template as pure functions: the template before in, the template after out."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from uuid import UUID

from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.template_cells import LineField, Notation, applies, fitted, typed_cell
from desktop.domain.templates import TemplateExercise, WorkoutTemplate

DEFAULT_SETS = 3

Cell = tuple[UUID, LineField]
NotationOf = Callable[[UUID | None], Notation]


@dataclass(slots=True)
class Written:
    """The template after texts were written into cells.

    wrong: the cells whose text cannot be used, each with (text, why); they
    keep the value they had. well: those that took it.
    """

    template: WorkoutTemplate
    wrong: dict[Cell, tuple[str, str]] = field(default_factory=dict)
    well: set[Cell] = field(default_factory=set)


def add_line(
    template: WorkoutTemplate, exercise_id: UUID, place: int | None = None
) -> WorkoutTemplate:
    """With that exercise at a place, else at the end."""
    line = TemplateExercise(new_id(), exercise_id, target_sets=DEFAULT_SETS)
    lines = list(template.exercises)
    lines.insert(len(lines) if place is None else place, line)
    return replace(template, exercises=tuple(lines))


def remove_lines(template: WorkoutTemplate, line_ids: Iterable[UUID]) -> WorkoutTemplate:
    """Without those lines."""
    gone = set(line_ids)
    kept = tuple(line for line in template.exercises if line.id not in gone)
    return replace(template, exercises=kept)


def move_lines(template: WorkoutTemplate, line_ids: Iterable[UUID], before: int) -> WorkoutTemplate:
    """With those lines together, in their order, before the one that is at place `before` now.

    A line that is taken out from beside its superset leaves it, as in a session.
    """
    moved = set(line_ids)
    lines = template.exercises
    above = [line for line in lines[:before] if line.id not in moved]
    below = [line for line in lines[before:] if line.id not in moved]
    together = [line for line in lines if line.id in moved]
    after = (*above, *together, *below)
    left = (_beside_its_own(lines) - _beside_its_own(after)) & moved
    return ungrouped(replace(template, exercises=after), left | _alone_without(after, left))


def with_line(template: WorkoutTemplate, changed: TemplateExercise) -> WorkoutTemplate:
    """With that line in place of the one with its id."""
    lines = tuple(changed if line.id == changed.id else line for line in template.exercises)
    return replace(template, exercises=lines)


def with_exercise(
    template: WorkoutTemplate, line_id: UUID, exercise_id: UUID, kind: ExerciseKind
) -> WorkoutTemplate:
    """With another exercise in that line; its targets stay as far as they are of that kind."""
    line = next(one for one in template.exercises if one.id == line_id)
    return with_line(template, fitted(replace(line, exercise_id=exercise_id), kind))


def grouped(template: WorkoutTemplate, line_ids: Iterable[UUID]) -> WorkoutTemplate:
    """With those lines as one superset: the one that some are of, else one with a free letter."""
    chosen = set(line_ids)
    of_chosen = {line.superset_group for line in template.exercises if line.id in chosen} - {None}
    others = {line.superset_group for line in template.exercises if line.id not in chosen}
    if len(of_chosen) == 1:
        (group,) = of_chosen
    else:
        group = next(number for number in range(1, len(others) + 2) if number not in others)
    return _with_group(template, chosen, group)


def ungrouped(template: WorkoutTemplate, line_ids: Iterable[UUID]) -> WorkoutTemplate:
    """With those lines in no superset."""
    return _with_group(template, set(line_ids), None)


def written(
    template: WorkoutTemplate,
    cells: Sequence[tuple[UUID, LineField, str]],
    notation_of: NotationOf,
) -> Written:
    """Texts written into cells one after the other; cells that do not apply are passed over.

    notation_of: how the cells of an exercise are written.
    """
    lines = {line.id: line for line in template.exercises}
    told = Written(template)
    for line_id, column, text in cells:
        line = lines[line_id]
        notation, cell = notation_of(line.exercise_id), (line_id, column)
        if not applies(column, notation.kind):
            continue
        try:
            lines[line_id] = typed_cell(line, column, text, notation)
        except InvalidInputError as fault:
            told.wrong[cell] = (text, str(fault))
        else:
            told.wrong.pop(cell, None)
            told.well.add(cell)
    after = tuple(lines[line.id] for line in template.exercises)
    told.template = replace(template, exercises=after)
    return told


def _beside_its_own(lines: Sequence[TemplateExercise]) -> set[UUID]:
    """The lines above or below which another one of their superset stands."""
    pairs = (pair for pair in pairwise(lines) if pair[0].superset_group == pair[1].superset_group)
    return {line.id for line in chain.from_iterable(pairs) if line.superset_group is not None}


def _alone_without(lines: Sequence[TemplateExercise], left: set[UUID]) -> set[UUID]:
    """The lines that are the only ones of their superset when those have left it."""
    groups = {line.superset_group for line in lines if line.id in left}
    staying = [line for line in lines if line.superset_group in groups and line.id not in left]
    sizes = Counter(line.superset_group for line in staying)
    return {line.id for line in staying if sizes[line.superset_group] == 1}


def _with_group(
    template: WorkoutTemplate, line_ids: set[UUID], group: int | None
) -> WorkoutTemplate:
    lines = tuple(
        replace(line, superset_group=group) if line.id in line_ids else line
        for line in template.exercises
    )
    return replace(template, exercises=lines)
