"""Templates out of sessions: a new one of what was done, and one brought up to date."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet, SessionExercise, WorkoutSession
from desktop.domain.templates import TargetReps, TargetSet, TemplateExercise, WorkoutTemplate


def template_of(session: WorkoutSession) -> WorkoutTemplate:
    """A template that asks for just what was ticked in a session."""
    lines = tuple(
        _line(TemplateExercise(new_id(), exercise.exercise_id), exercise, done)
        for exercise in session.exercises
        if exercise.exercise_id is not None and (done := _ticked(exercise))
    )
    return WorkoutTemplate(new_id(), session.user_id, session.name, exercises=lines)


def updated_template(
    template: WorkoutTemplate,
    session: WorkoutSession,
    plan: Mapping[UUID, TemplateExercise],
) -> WorkoutTemplate:
    """The template asking for what was done, in the order it was done.

    plan: the line that each session exercise follows. What a line says as a
    range, as AMRAP or as a percentage stays where what was done fits it;
    rests, notes and lines that were not done stay. A swap was for one day
    only: its line keeps its exercise.
    """
    lines: list[TemplateExercise] = []
    for exercise in session.exercises:
        done, line = _ticked(exercise), plan.get(exercise.id)
        if line is not None and (not done or line.exercise_id != exercise.exercise_id):
            lines.append(line)
        elif done and exercise.exercise_id is not None:
            base = line or TemplateExercise(new_id(), exercise.exercise_id)
            lines.append(_line(base, exercise, done))
    followed = {line.id for line in plan.values()}
    for place, line in enumerate(template.exercises):
        if line.id not in followed:
            lines.insert(place, line)
    return replace(template, exercises=tuple(lines))


def _ticked(exercise: SessionExercise) -> list[ExerciseSet]:
    return [one for one in exercise.sets if one.completed_at is not None]


def _line(
    line: TemplateExercise, exercise: SessionExercise, done: list[ExerciseSet]
) -> TemplateExercise:
    working = sum(one.set_type.is_working for one in done)
    wanted = line.targets(working)
    waiting = {
        is_working: _enough(
            [one for one in wanted if one.set_type.is_working is is_working], len(done)
        )
        for is_working in (True, False)
    }
    targets = tuple(_target(one, next(waiting[one.set_type.is_working], None)) for one in done)
    if targets == wanted:
        return replace(line, superset_group=exercise.superset_group)
    return replace(line.with_targets(targets), superset_group=exercise.superset_group)


def _enough(wanted: list[TargetSet], count: int) -> Iterator[TargetSet]:
    """The targets of one sort; where all are equal, more of the same for sets beyond the plan."""
    is_equal = len(set(wanted)) == 1
    return iter(wanted[:1] * count if is_equal else wanted)


def _target(one: ExerciseSet, wanted: TargetSet | None) -> TargetSet:
    plain = TargetSet(
        one.set_type,
        TargetReps(one.reps, one.reps) if one.reps else None,
        one.weight,
        None,
        None,
        one.duration_seconds,
        one.distance_meters,
    )
    if wanted is None or wanted.set_type is not one.set_type:
        return plain
    fits = wanted.reps is not None and one.reps is not None and wanted.reps.holds(one.reps)
    reps = wanted.reps if fits else plain.reps
    if wanted.percent is not None:  # a share of what one can lift stays one
        return replace(plain, reps=reps, weight=None, percent=wanted.percent, rpe=wanted.rpe)
    return replace(plain, reps=reps, rpe=wanted.rpe)
