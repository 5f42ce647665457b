"""What bringing a template up to date would change, in words."""

from __future__ import annotations

from desktop.domain.templates import TemplateExercise, WorkoutTemplate
from desktop.ui.widgets.texts import count_text


def change_text(before: WorkoutTemplate, after: WorkoutTemplate) -> str:
    """'2 targets changed, 1 exercise added'; empty when nothing would change."""
    old = {line.id: line for line in before.exercises}
    new = {line.id: line for line in after.exercises}
    shared = [key for key in old if key in new]
    targets = sum(_targets(old[key]) != _targets(new[key]) for key in shared)
    added, gone = len(new.keys() - old.keys()), len(old.keys() - new.keys())
    parts = []
    if targets:
        parts.append(f"{count_text(targets, 'target')} changed")
    if added:
        parts.append(f"{count_text(added, 'exercise')} added")
    if gone:
        parts.append(f"{count_text(gone, 'exercise')} removed")
    if shared != [key for key in new if key in old]:
        parts.append("the order changed")
    if any(old[key].superset_group != new[key].superset_group for key in shared):
        parts.append("supersets changed")
    return ", ".join(parts)


def _targets(line: TemplateExercise) -> tuple[object, ...]:
    return (line.exercise_id, line.target_sets, line.shared_target, line.sets)
