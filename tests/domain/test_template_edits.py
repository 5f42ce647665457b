"""Edits of a template are pure: lines come, go, move and are grouped, and cells are written."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as some

from desktop.domain import template_edits as edits
from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.template_cells import LineField, Notation
from desktop.domain.templates import TargetReps, TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit, Weight


def template_of(count: int) -> WorkoutTemplate:
    template = WorkoutTemplate(new_id(), None, "Push")
    for _ in range(count):
        template = edits.add_line(template, new_id())
    return template


def ids(template: WorkoutTemplate) -> list[UUID]:
    return [line.id for line in template.exercises]


def groups(template: WorkoutTemplate) -> list[int | None]:
    return [line.superset_group for line in template.exercises]


def test_lines_are_added_and_removed() -> None:
    template = template_of(2)
    first, last = ids(template)
    between = edits.add_line(template, new_id(), 1)
    assert ids(between)[0] == first
    assert ids(between)[2] == last
    assert edits.remove_lines(between, [ids(between)[1]]) == template


@given(some.integers(0, 6), some.sets(some.integers(0, 5)))
def test_moved_lines_stand_together_where_they_were_dropped(before: int, rows: set[int]) -> None:
    template = template_of(6)
    all_ids = ids(template)
    chosen = [all_ids[row] for row in sorted(rows)]
    moved = ids(edits.move_lines(template, chosen, before))
    others = [one for one in all_ids if one not in chosen]
    assert [one for one in moved if one not in chosen] == others
    if chosen:
        at = moved.index(chosen[0])
        assert moved[at : at + len(chosen)] == chosen
        assert at == sum(one not in chosen for one in all_ids[:before])


def test_moved_away_from_its_superset_a_line_leaves_it() -> None:
    template = template_of(5)
    first, second, third, fourth, fifth = ids(template)
    three = edits.grouped(template, [first, second, third])
    within = edits.move_lines(three, [first], 3)
    assert groups(within) == [1, 1, 1, None, None]
    away = edits.move_lines(three, [first], 5)
    assert groups(away) == [1, 1, None, None, None]
    alone = edits.move_lines(away, [second], 4)
    assert groups(alone) == [None] * 5
    # together it stays what it is, and what is not moved keeps what it has
    whole = edits.move_lines(three, [first, second, third], 5)
    assert groups(whole) == [None, None, 1, 1, 1]
    between = edits.move_lines(three, [fifth], 1)
    assert groups(between) == [1, None, 1, 1, None]
    assert edits.move_lines(between, [ids(between)[0]], 0) == between
    # what is on its way to the others, or waits for them, keeps its letter
    apart = edits.grouped(template, [first, fourth])
    assert groups(edits.move_lines(apart, [fourth], 2)) == [1, None, 1, None, None]
    waiting = edits.grouped(template, [fifth])
    assert groups(edits.move_lines(waiting, [fifth], 0)) == [1, None, None, None, None]


def test_supersets_take_the_first_free_letter() -> None:
    template = template_of(5)
    first, second, third, fourth, fifth = ids(template)
    template = edits.grouped(template, [first, second])
    template = edits.grouped(template, [third, fourth])
    assert groups(template) == [1, 1, 2, 2, None]
    joined = edits.grouped(template, [fourth, fifth])
    assert groups(joined) == [1, 1, 2, 2, 2]
    assert groups(edits.ungrouped(joined, [first, second])) == [None, None, 2, 2, 2]
    apart = edits.ungrouped(joined, [first, second])
    assert groups(edits.grouped(apart, [first, second])) == [1, 1, 2, 2, 2]
    assert groups(edits.grouped(joined, [second, third])) == [1, 3, 3, 2, 2]


def test_another_exercise_takes_over_the_targets_of_its_kind() -> None:
    line = TemplateExercise(
        new_id(), new_id(), 3, TargetReps(5, 5), Weight.of(100, Unit.KG), target_rpe=8
    )
    template = WorkoutTemplate(new_id(), None, "Push", exercises=(line,))
    plank = new_id()
    (after,) = edits.with_exercise(template, line.id, plank, ExerciseKind.DURATION).exercises
    assert (after.exercise_id, after.target_sets, after.target_rpe) == (plank, 3, 8)
    assert (after.target_reps, after.target_weight) == (None, None)
    weighted = ExerciseKind.WEIGHT_DURATION
    (kept,) = edits.with_exercise(template, line.id, plank, weighted).exercises
    assert kept.target_weight == line.target_weight


def test_cells_are_written_and_what_cannot_be_used_is_told() -> None:
    template = template_of(2)
    first, second = ids(template)
    told = edits.written(
        template,
        [
            (first, LineField.REPS, "8-12"),
            (first, LineField.REST, "later"),
            (second, LineField.SETS, "4"),
        ],
        lambda _: Notation(),
    )
    assert told.template.exercises[0].target_reps == TargetReps(8, 12)
    assert told.template.exercises[1].target_sets == 4
    assert told.well == {(first, LineField.REPS), (second, LineField.SETS)}
    (cell, (text, why)) = told.wrong.popitem()
    assert (cell, text) == ((first, LineField.REST), "later")
    assert "no time" in why


def test_cells_that_an_exercise_does_not_have_are_passed_over() -> None:
    template = template_of(1)
    cells = [(ids(template)[0], LineField.WEIGHT, "100")]
    told = edits.written(template, cells, lambda _: Notation(ExerciseKind.DURATION))
    assert told.template == template
    assert not told.wrong
