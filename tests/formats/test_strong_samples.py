"""Real exports, against figures that an independent reader counted."""

import json
from typing import Any

import pytest

from desktop.domain.session import SetType
from desktop.domain.transfer import FileSet, ImportFile
from desktop.domain.weight import Unit
from desktop.formats import strong
from desktop.formats.registry import read_file
from tests.samples import samples_dir

FILES = (
    "a1-kg-km-2015",
    "a2-lb-mi-crlf-2016",
    "a3-no-unit-2017",
    "a5-escaped-newlines-2023",
    "a5-one-account-first-export",
    "a6-one-account-second-export-moved-1h",
    "b3-semicolon-lbs-2018",
    "b4-decimal-comma-2018",
    "c-quoted-spanish-rest-timer-2023",
)


def sets_of(file: ImportFile) -> list[FileSet]:
    return [one for workout in file.workouts for block in workout.exercises for one in block.sets]


def sample(name: str) -> ImportFile:
    found = read_file(samples_dir() / "strong" / f"{name}.csv")
    assert isinstance(found, ImportFile)
    return found


def broken(name: str) -> ImportFile:
    return strong.read((samples_dir() / "broken" / f"strong-{name}.csv").read_bytes())


def expected(name: str) -> dict[str, Any]:
    files = json.loads((samples_dir() / "expected.json").read_text())["files"]
    found: dict[str, Any] = next(one for one in files if one["file"] == f"{name}.csv")
    return found


@pytest.mark.parametrize("name", FILES)
def test_counts(name: str) -> None:
    file, figures = sample(name), expected(name)
    sets = sets_of(file)
    assert not [problem for problem in file.problems if problem.left_out]
    assert len(file.workouts) == figures["workouts"]
    assert len(sets) == figures["sets"]
    assert sum(one.reps or 0 for one in sets) == figures["reps"]
    volume = sum((one.weight or 0) * (one.reps or 0) for one in sets)
    assert volume == pytest.approx(figures["volume"], abs=0.06)
    names = {block.name for workout in file.workouts for block in workout.exercises}
    assert len(names) == figures["exercises"]
    warm_ups = sum(one.set_type is SetType.WARM_UP for one in sets)
    assert warm_ups == figures["warmups"]


def test_every_sample_is_checked() -> None:
    files = json.loads((samples_dir() / "expected.json").read_text())["files"]
    assert {one["file"] for one in files if one["format"] == "strong"} == {
        f"{name}.csv" for name in FILES
    }


@pytest.mark.parametrize("name", FILES)
def test_lines_point_to_the_rows(name: str) -> None:
    data = (samples_dir() / "strong" / f"{name}.csv").read_text(encoding="utf-8")
    lines = data.splitlines()
    for workout in sample(name).workouts:
        for block in workout.exercises:
            for one in block.sets:
                assert block.name in lines[one.line - 1]


def test_units() -> None:
    units = {name: sample(name) for name in FILES}
    unsaid = {"a3", "a5", "a6"}
    for name, file in units.items():
        assert file.has_unit == (name[:2] not in unsaid)
        assert file.has_distance_unit == (name[:2] not in unsaid)
        assert file.suggested_unit is (Unit.LB if name.startswith("c-") else None)
    pounds = {one.unit for one in sets_of(units["a2-lb-mi-crlf-2016"])} - {None}
    assert pounds == {Unit.LB}


def test_pounds_can_be_told_from_computed_kilograms() -> None:
    kilograms = {one.weight for one in sets_of(sample("c-quoted-spanish-rest-timer-2023"))}
    assert 61.23497 in kilograms  # 135 lb
    assert 61.23492 in kilograms  # 135 lb, by an older factor


def test_times_of_one_account_moved_by_an_hour() -> None:
    first = sample("a5-one-account-first-export").workouts
    second = sample("a6-one-account-second-export-moved-1h").workouts
    for before, after in zip(first, second, strict=False):
        assert (before.start - after.start).total_seconds() == 3600
        assert before.name == after.name


def test_escaped_newlines_become_real() -> None:
    notes = [
        block.notes
        for workout in sample("a5-escaped-newlines-2023").workouts
        for block in workout.exercises
    ]
    assert any("\n" in note for note in notes)
    assert not any("\\n" in note for note in notes)


@pytest.mark.parametrize("name", ["bom", "crlf", "extra-columns", "unicode-emoji"])
def test_whole_in_spite_of_it(name: str) -> None:
    file = broken(name)
    assert file.workouts
    assert not file.problems


def test_header_only() -> None:
    assert broken("header-only").workouts == ()
    assert broken("header-only").problems == ()


def test_garbage_values() -> None:
    file = broken("garbage-values")
    assert [(one.line, one.left_out) for one in file.problems] == [
        (2, True),
        (3, True),
        (5, True),
        (6, True),
    ]
    assert [(one.line, one.weight, one.reps) for one in sets_of(file)] == [(4, 80.0, 5)]


def test_missing_fields() -> None:
    file = broken("missing-fields")
    assert [(one.line, one.left_out) for one in file.problems] == [(3, True), (4, True), (5, True)]
    (workout,) = file.workouts
    (block,) = workout.exercises
    assert workout.name == "Normal"
    assert [(one.line, one.weight, one.reps) for one in block.sets] == [
        (2, 80.0, 5),
        (6, None, 5),
        (7, 80.0, None),
        (8, 80.0, 5),
    ]


def test_newlines_in_notes() -> None:
    (workout,) = broken("newlines-in-notes").workouts
    assert workout.notes == "Workout note line 1\nWorkout note line 2"
    assert workout.exercises[0].notes == "Line 1\nLine 2\nLine 3\nSimple note"
    assert [one.line for one in workout.exercises[0].sets] == [2, 6]


def test_quoted_commas() -> None:
    (workout,) = broken("quoted-commas").workouts
    assert workout.name == "Chest, Shoulders, and Triceps"
    assert [block.name for block in workout.exercises] == [
        "Bench Press, Flat (Barbell)",
        "OHP, Standing (Barbell)",
    ]
