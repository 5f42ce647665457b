"""Cells to and from a spreadsheet: parted by tabs, names found, the rest said in a sentence."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.template_cells import LineField, Notation
from desktop.domain.template_edits import add_line
from desktop.domain.template_paste import Pasted, block_of, html_of, pasted, spread, text_of
from desktop.domain.templates import TargetReps, WorkoutTemplate
from desktop.domain.weight import Unit, Weight

NAMES = {name: new_id() for name in ("Squat", "Bench Press", "Deadlift")}
EXERCISE, SETS, REPS, WEIGHT = range(4)
texts = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=6)


@given(
    some.integers(1, 4).flatmap(
        lambda wide: some.lists(
            some.lists(texts, min_size=wide, max_size=wide), min_size=1, max_size=4
        )
    )
)
def test_what_is_copied_is_pasted(block: list[list[str]]) -> None:
    assert block_of(text_of(block)) == block


@given(some.text(max_size=40))
def test_any_text_is_some_table(text: str) -> None:
    assert block_of(text)


def test_texts_of_spreadsheets() -> None:
    assert block_of("Squat\t3\r\nBench Press\t5\r\n") == [["Squat", "3"], ["Bench Press", "5"]]
    assert block_of('Squat\t"two\nlines"\t5" band\n') == [["Squat", "two\nlines", '5" band']]
    assert text_of([["100"]]) == "100"


def test_spreadsheets_are_told_what_is_no_number() -> None:
    table = html_of([["100", "5/3/1", "", "a < b"]])
    first, second, third, fourth = table.split("<td")[1:]
    assert first.startswith(">100<")
    assert "mso-number-format:'\\@'" in second
    assert third.startswith("><")
    assert "a &lt; b" in fourth


def test_too_long_a_table_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="501 rows"):
        block_of("x\n" * 501)


def test_a_block_fills_a_selection_that_it_fits_into() -> None:
    assert spread([["a"]], 2, 3) == [["a"] * 3] * 2
    assert spread([["a", "b"]], 2, 3) == [["a", "b"]] * 2
    assert spread([["a"], ["b"]], 3, 1) == [["a"], ["b"]]
    assert spread([["a"], ["b", "c"]], 1, 1) == [["a", ""], ["b", "c"]]
    assert spread([], 1, 1) == []


def template() -> WorkoutTemplate:
    made = WorkoutTemplate(new_id(), None, "Legs")
    return add_line(add_line(made, NAMES["Squat"]), NAMES["Bench Press"])


def paste(before: WorkoutTemplate, text: str, row: int, column: int) -> Pasted:
    return pasted(before, block_of(text), (row, column), NAMES.get, lambda _: Notation())


def exercises(after: Pasted) -> list[UUID | None]:
    return [line.exercise_id for line in after.told.template.exercises]


def test_cells_are_pasted_from_a_place_on() -> None:
    after = paste(template(), "5/3/1\t100\n8-12\t60%", 0, REPS)
    first, second = after.told.template.exercises
    assert [str(one.reps) for one in first.sets] == ["5", "3", "1"]
    assert first.target_weight == Weight.of(100, Unit.KG)
    assert (second.target_reps, second.target_percent) == (TargetReps(8, 12), 60)
    assert not after.words


def test_rows_with_a_name_are_added_past_the_last() -> None:
    after = paste(template(), "Deadlift\t1\t5\t140\nSquat\t2", 2, EXERCISE)
    assert exercises(after)[2:] == [NAMES["Deadlift"], NAMES["Squat"]]
    third, fourth = after.told.template.exercises[2:]
    assert (third.target_sets, third.target_reps) == (1, TargetReps(5, 5))
    assert fourth.target_sets == 2
    assert after.added == 2


def test_a_name_takes_the_place_of_the_exercise_that_was_there() -> None:
    after = paste(template(), "Deadlift\t5", 0, EXERCISE)
    assert exercises(after) == [NAMES["Deadlift"], NAMES["Bench Press"]]
    assert after.told.template.exercises[0].target_sets == 5


def test_unknown_names_are_told_and_the_rest_is_pasted() -> None:
    text = "Squatt\t9\nDeadlift\t5\nBenchh\t1\nSquat\t2"
    after = paste(template(), text, 1, EXERCISE)
    assert exercises(after) == [
        NAMES["Squat"],
        NAMES["Bench Press"],
        NAMES["Deadlift"],
        NAMES["Squat"],
    ]
    assert after.told.template.exercises[1].target_sets == 3
    assert after.words == ("No exercise is called 'Squatt', 'Benchh'. These rows were left out.")
    one = paste(template(), "Squatt", 2, EXERCISE)
    assert one.words == "No exercise is called 'Squatt'. This row was left out."
    many = paste(template(), "a\nb\nc\nd\ne", 2, EXERCISE)
    assert "'a', 'b', 'c' or 2 more" in many.words


def test_rows_past_the_last_need_a_name() -> None:
    after = paste(template(), "3\n4\n5\n\n6", 1, SETS)
    assert [line.target_sets for line in after.told.template.exercises] == [3, 3]
    assert after.words == "3 rows were left out: there is no exercise in that place."


def test_titles_are_no_exercise() -> None:
    after = paste(template(), "Exercise\tSets\nDeadlift\t2", 2, EXERCISE)
    assert exercises(after)[2:] == [NAMES["Deadlift"]]
    assert not after.words


def test_what_cannot_be_used_is_told_with_its_cell() -> None:
    before = template()
    after = paste(before, "3\theavy", 0, SETS)
    key = (before.exercises[0].id, LineField.REPS)
    assert after.told.wrong[key][0] == "heavy"


def test_columns_past_the_last_are_left_out() -> None:
    after = paste(template(), "\t".join(["3"] * 12), 0, SETS)
    assert after.told.template.exercises[0].superset_group == 3
