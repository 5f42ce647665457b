"""The library's search: every word, best match first, and columns that sort."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind, LibraryRow
from desktop.domain.muscles import Muscle, MuscleGroup
from desktop.domain.weight import Unit
from desktop.ui.library.model import Criteria, LibraryModel, folded

TODAY = date(2026, 11, 20)


def row(name: str, *muscles: Muscle, sets: int = 0, **more: object) -> LibraryRow:
    exercise = Exercise(new_id(), name, ExerciseKind.WEIGHT_REPS, muscles, **more)  # type: ignore[arg-type]
    last, e1rm = (date(2026, 11, 18), 116_600) if sets else (None, None)
    return LibraryRow(exercise, last, e1rm, sets)


ROWS = [
    row("Floor Press", Muscle.CHEST, aliases=("Bench on the Floor",), equipment="Barbell"),
    row("Incline Bench Press", Muscle.CHEST, secondary=(Muscle.FRONT_DELTS,), sets=4),
    row("Workbench Lift", Muscle.LOWER_BACK),
    row("Bench Dip", Muscle.TRICEPS, is_custom=True),
    row("Bench Press", Muscle.CHEST, equipment="Barbell", sets=12),
    row("Pull-Up", Muscle.LATS, aliases=("Chin Över",)),
    row("Gone", Muscle.CHEST, is_deleted=True),
]


@pytest.fixture
def model(qtbot: QtBot) -> LibraryModel:
    made = LibraryModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.sort(0)
    made.set_library(ROWS, Unit.KG, TODAY)
    return made


def names(model: LibraryModel) -> list[str]:
    return [str(model.index(place, 0).data()) for place in range(model.rowCount())]


def test_hidden_exercises_do_not_appear(model: LibraryModel) -> None:
    assert "Gone" not in names(model)
    assert names(model)[:2] == ["Bench Dip", "Bench Press"]


def test_best_match_first_while_searching(model: LibraryModel) -> None:
    model.set_criteria(Criteria("bench"))
    assert names(model) == [
        "Bench Press",
        "Bench Dip",
        "Incline Bench Press",
        "Floor Press",
        "Workbench Lift",
    ]
    assert model.sorted_by is None


def test_a_lift_comes_before_its_variations(model: LibraryModel) -> None:
    found = [row(f"Good Morning{rest}", Muscle.LATS) for rest in (", Banded", " (Barbell)")]
    model.set_library(found, Unit.KG, TODAY)
    model.set_criteria(Criteria("good"))
    assert names(model) == ["Good Morning (Barbell)", "Good Morning, Banded"]


def test_all_words_must_occur_in_any_order(model: LibraryModel) -> None:
    model.set_criteria(Criteria("press  INCL"))
    assert names(model) == ["Incline Bench Press"]
    model.set_criteria(Criteria("front delts bench"))
    assert names(model) == ["Incline Bench Press"]
    model.set_criteria(Criteria("back"))
    assert names(model) == ["Pull-Up", "Workbench Lift"]


def test_spelling_does_not_matter(model: LibraryModel) -> None:
    for text in ("pull up", "PULL-UP", "chin over", "chin över"):
        model.set_criteria(Criteria(text))
        assert names(model) == ["Pull-Up"], text
    assert folded("  Farmer's Walk (Dumbbell) ") == "farmers walk dumbbell"


def test_a_column_chosen_while_searching_wins_and_comes_back(model: LibraryModel) -> None:
    down = Qt.SortOrder.DescendingOrder
    model.sort(5, down)
    model.set_criteria(Criteria("bench"))
    assert names(model)[0] == "Bench Press"
    model.set_criteria(Criteria(""))
    assert model.sorted_by == (5, down)
    assert names(model)[0] == "Bench Press"
    model.set_criteria(Criteria("bench"))
    model.sort(0, down)
    assert names(model)[0] == "Workbench Lift"


def test_every_column_sorts_with_the_unknown_last(model: LibraryModel) -> None:
    for column in range(model.columnCount()):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            model.sort(column, order)
            assert model.rowCount() == 6
            if column in (3, 4):
                assert {names(model)[0], names(model)[1]} == {"Bench Press", "Incline Bench Press"}


def test_filters_join(model: LibraryModel) -> None:
    model.set_criteria(Criteria(group=MuscleGroup.CHEST, equipment="Barbell"))
    assert names(model) == ["Bench Press", "Floor Press"]
    model.set_criteria(Criteria(group=MuscleGroup.CHEST, equipment="Barbell", done=True))
    assert names(model) == ["Bench Press"]
    model.set_criteria(Criteria(own=True))
    assert names(model) == ["Bench Dip"]


def test_texts(model: LibraryModel) -> None:
    model.set_criteria(Criteria("bench press"))
    texts = [model.index(0, column).data() for column in range(6)]
    assert texts == ["Bench Press", "Chest", "Barbell", "2 days ago", "116.6 kg", "12"]
    right = model.index(0, 4).data(Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight
    dash = [model.index(1, column).data() for column in (2, 3, 4)]
    assert dash[0] == "\u2014"
