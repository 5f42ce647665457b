"""Edits of a template are pure, and what is typed into its lines is understood."""

import pytest

from desktop.domain import template_edits as edits
from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.template_edits import LineField
from desktop.domain.templates import TargetReps, TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit, Weight


def after(field: LineField, text: str) -> TemplateExercise:
    line = TemplateExercise(new_id(), new_id())
    return edits.typed_line(line, field, text, ExerciseKind.WEIGHT_REPS, Unit.KG)


def test_lines_are_added_moved_and_removed() -> None:
    template = WorkoutTemplate(new_id(), None, "Push")
    for _ in range(3):
        template = edits.add_line(template, new_id())
    first, second, third = (line.id for line in template.exercises)
    moved = edits.move_line(template, third, -1)
    assert [line.id for line in moved.exercises] == [first, third, second]
    assert edits.move_line(template, first, -1) == template
    assert edits.remove_lines(moved, [third]).exercises == template.exercises[:2]


def test_targets_are_read_and_written() -> None:
    assert after(LineField.SETS, "4").target_sets == 4
    assert after(LineField.REPS, "8-12").target_reps == TargetReps(8, 12)
    assert after(LineField.REPS, "amrap").target_reps == TargetReps(None, None)
    assert after(LineField.WEIGHT, "102,5").target_weight == Weight.of("102.5", Unit.KG)
    assert after(LineField.REST, "1:30").rest_seconds == 90
    assert after(LineField.REST, "45").rest_seconds == 45
    assert after(LineField.SUPERSET, "b").superset_group == 2
    line = after(LineField.WEIGHT, "225 lb")
    assert edits.line_text(line, LineField.WEIGHT, Unit.KG) == "225 lb"
    assert edits.line_text(after(LineField.REST, "90"), LineField.REST, Unit.KG) == "1:30"
    assert edits.line_text(after(LineField.SUPERSET, "2"), LineField.SUPERSET, Unit.KG) == "B"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (LineField.SETS, "0"),
        (LineField.SETS, "many"),
        (LineField.REPS, "12-8"),
        (LineField.WEIGHT, "heavy"),
        (LineField.REST, "a while"),
        (LineField.SUPERSET, "AB"),
    ],
)
def test_what_cannot_be_is_refused(field: LineField, text: str) -> None:
    with pytest.raises(InvalidInputError):
        after(field, text)
