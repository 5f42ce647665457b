"""The exercise library that comes with the program is complete, consistent and finds its names."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from functools import cache
from typing import Any

import pytest

from desktop.domain.equipment import BODYWEIGHT, EQUIPMENT
from desktop.domain.library import Exercise
from desktop.domain.muscles import Muscle
from desktop.domain.names import match_key
from desktop.paths import resources_dir
from desktop.services.library import exercise_of
from desktop.services.names import NameIndex
from tests.samples import reference_dir

# 'Movement, Variation (Equipment)'; bodyweight needs no parenthesis
_NAME = re.compile(r"[^()]*[^() ](?: \(([^()]+)\))?")
# a few names of each app, so that the check says something without the reference files
_FROM_APPS = {
    "Bench Press (Barbell)": "Bench Press (Barbell)",
    "Flat Barbell Bench Press": "Bench Press (Barbell)",
    "Squat (Barbell)": "Squat (Barbell)",
    "Romanian Deadlift (Barbell)": "Deadlift, Romanian (Barbell)",
    "EZ-Bar Skullcrusher": "Skull Crusher (EZ Bar)",
    "Pull Up": "Pull-Up",
    "Chin Up": "Chin-Up",
    "Lat Pulldown (Cable)": "Lat Pulldown (Cable)",
    "Treadmill": "Running (Treadmill)",
    "Facepull": "Face Pull (Cable)",
    "Leg Raise (Captain\u00b4s Chair)": "Leg Raise, Captain's Chair",
}


@cache
def entries() -> list[dict[str, Any]]:
    content = (resources_dir() / "exercises.json").read_text(encoding="utf-8")
    return list(json.loads(content))


@cache
def exercises() -> list[Exercise]:
    return [exercise_of(entry) for entry in entries()]


def test_there_are_at_least_four_hundred() -> None:
    assert len(exercises()) >= 400


def test_names_follow_one_convention() -> None:
    for exercise in exercises():
        found = _NAME.fullmatch(exercise.name)
        assert found, exercise.name
        assert (found[1] or BODYWEIGHT) == exercise.equipment, exercise.name
        assert exercise.equipment in EQUIPMENT, exercise.name


def test_names_have_one_word_for_one_thing() -> None:
    for exercise in exercises():
        others = re.search(r"One-(Arm|Leg)|Behind-the|DB|BB|KB|Dumbbells", exercise.name)
        assert not others, exercise.name


def test_each_has_muscles_and_two_to_five_steps() -> None:
    for exercise in exercises():
        assert exercise.primary, exercise.name
        exercise.checked()
        assert 2 <= len(exercise.instructions) <= 5, exercise.name
        assert all(step.endswith(".") and len(step) <= 140 for step in exercise.instructions)


def test_steps_are_written_for_the_exercise() -> None:
    steps = Counter(exercise.instructions for exercise in exercises())
    assert [text for text, count in steps.items() if count > 1] == []


def test_every_muscle_but_none_is_trained_by_something() -> None:
    trained = {muscle for exercise in exercises() for muscle in exercise.primary}
    assert trained == set(Muscle)


def test_no_name_and_no_alias_means_two_exercises() -> None:
    owners: dict[str, str] = {}
    for exercise in exercises():
        for name in (exercise.name, *exercise.aliases):
            owner = owners.setdefault(match_key(name), exercise.name)
            assert owner == exercise.name, name


def test_names_are_stored_once() -> None:
    for exercise in exercises():
        names = [name.casefold() for name in (exercise.name, *exercise.aliases)]
        assert len(names) == len(set(names)), exercise.name


@pytest.mark.parametrize(("theirs", "ours"), _FROM_APPS.items())
def test_well_known_names_find_their_exercise(theirs: str, ours: str) -> None:
    found = NameIndex(exercises()).find(theirs)[1]
    assert found
    assert found.name == ours


def test_the_names_in_other_apps_exports_find_an_exercise() -> None:
    index = NameIndex(exercises())
    total = found = 0
    file = reference_dir() / "exercise_names_in_exports.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            total += int(row["rows"])
            found += int(row["rows"]) * (index.find(row["name"])[1] is not None)
    assert found / total >= 0.97
