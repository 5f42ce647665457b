"""Cells of a template: what is written is read back, and what is typed means what it says."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from desktop.domain.accounts import Effort
from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.session import SetType
from desktop.domain.template_cells import LineField, Notation, applies, cell_text, typed_cell
from desktop.domain.templates import TargetReps, TargetSet, TemplateExercise
from desktop.domain.weight import Unit, Weight

KG = Notation()
SETS, REPS, WEIGHT, RPE = LineField.SETS, LineField.REPS, LineField.WEIGHT, LineField.RPE
W, N, D, F = SetType.WARM_UP, SetType.NORMAL, SetType.DROP, SetType.FAILURE
MOST_MILLIMETERS = 1_000_000_000

reps = (
    some.builds(lambda n: TargetReps(n, n), some.integers(1, 9999))
    | some.builds(
        lambda n, more: TargetReps(n, n + more), some.integers(1, 50), some.integers(1, 9)
    )
    | some.builds(lambda n: TargetReps(n, None), some.integers(1, 50))
    | some.just(TargetReps(None, None))
)
weights = some.builds(
    lambda hundredths, unit: Weight.of(f"{hundredths / 100:.2f}", unit),
    some.integers(0, 60_000),
    some.sampled_from(Unit),
)
percents = some.integers(1, 20_000).map(lambda hundredths: hundredths / 100)
rpes = some.integers(2, 20).map(lambda halves: halves / 2)
meters = some.integers(0, MOST_MILLIMETERS).map(lambda n: n / 1000) | some.integers(1, 10_000).map(
    lambda n: round(n * 16.09344, 3)
)


@some.composite
def target_sets(draw: some.DrawFn, kind: ExerciseKind) -> TargetSet:
    weight = draw(some.none() | weights) if kind.has_weight else None
    if weight is not None and kind is ExerciseKind.ASSISTED_BODYWEIGHT:
        weight = replace(weight, grams=-weight.grams)
    is_share = kind is ExerciseKind.WEIGHT_REPS and weight is None
    return TargetSet(
        draw(some.sampled_from(SetType)),
        draw(some.none() | reps) if kind.has_reps else None,
        weight,
        draw(some.none() | percents) if is_share else None,
        draw(some.none() | rpes),
        draw(some.none() | some.integers(0, 359_999)) if kind.has_duration else None,
        draw(some.none() | meters) if kind.has_distance else None,
    )


@some.composite
def lines(draw: some.DrawFn, kind: ExerciseKind) -> TemplateExercise:
    line = TemplateExercise(
        new_id(),
        new_id(),
        rest_seconds=draw(some.none() | some.integers(0, 3600)),
        superset_group=draw(some.none() | some.integers(1, 99)),
        notes=draw(some.text(max_size=12)).strip(),
    )
    sets = some.lists(target_sets(kind), min_size=1, max_size=6)
    equal = some.builds(lambda one, n: [one] * n, target_sets(kind), some.integers(1, 99))
    if draw(some.booleans()):
        return line.with_targets(tuple(draw(sets | equal)))
    return line.with_shared(draw(target_sets(kind)))


@settings(max_examples=100)
@given(some.data(), some.sampled_from(ExerciseKind), some.sampled_from(Unit))
def test_what_is_written_into_empty_cells_is_the_line(
    data: some.DataObject, kind: ExerciseKind, unit: Unit
) -> None:
    line = data.draw(lines(kind))
    notation = Notation(kind, unit, data.draw(some.sampled_from(Effort)))
    read = TemplateExercise(line.id, line.exercise_id)
    for field in LineField:
        if applies(field, kind):
            read = typed_cell(read, field, cell_text(line, field, notation), notation)
    assert read == line


@given(some.data(), some.sampled_from(ExerciseKind), some.sampled_from(LineField))
def test_what_stands_in_a_cell_changes_nothing(
    data: some.DataObject, kind: ExerciseKind, field: LineField
) -> None:
    line = data.draw(lines(kind))
    notation = Notation(kind, data.draw(some.sampled_from(Unit)))
    assert typed_cell(line, field, cell_text(line, field, notation), notation) == line


@given(some.sampled_from(ExerciseKind), some.sampled_from(LineField), some.text(max_size=14))
def test_any_text_is_used_or_refused_in_words(
    kind: ExerciseKind, field: LineField, text: str
) -> None:
    line = TemplateExercise(new_id(), new_id(), target_sets=3)
    notation = Notation(kind)
    try:
        after = typed_cell(line, field, text, notation)
    except InvalidInputError:
        return
    shown = cell_text(after, field, notation)
    assert typed_cell(line, field, shown, notation) == after


def line_of(*cells: tuple[LineField, str], notation: Notation = KG) -> TemplateExercise:
    line = TemplateExercise(new_id(), new_id())
    for field, text in cells:
        line = typed_cell(line, field, text, notation)
    return line


def shown(line: TemplateExercise, *fields: LineField, notation: Notation = KG) -> list[str]:
    return [cell_text(line, field, notation) for field in fields]


def test_a_plain_distance_is_what_the_dock_takes_it_for() -> None:
    run = ExerciseKind.DISTANCE_DURATION
    pounds = Notation(run, Unit.LB)
    for text, notation, meters, written in (
        ("3", Notation(run), 3000.0, "3 km"),
        ("3", pounds, 4828.032, "3 mi"),
        ("125", pounds, 201_168.0, "125 mi"),
        ("5 km", pounds, 5000.0, "5 km"),
        ("400 m", pounds, 400.0, "400 m"),
        ("40", Notation(ExerciseKind.WEIGHT_DISTANCE, Unit.LB), 40.0, "40 m"),
    ):
        line = line_of((SETS, "1"), (REPS, text), notation=notation)
        assert line.targets()[0].distance_meters == meters
        assert shown(line, REPS, notation=notation) == [written]


def test_plain_targets_are_kept_as_one_for_all_sets() -> None:
    line = line_of((SETS, "4"), (REPS, "8-12"), (WEIGHT, "102,5"), (RPE, "8"))
    assert (line.target_sets, line.target_reps) == (4, TargetReps(8, 12))
    assert (line.target_weight, line.target_rpe) == (Weight.of("102.5", Unit.KG), 8)
    assert line.sets == ()


def test_a_list_says_how_many_sets_there_are() -> None:
    line = line_of((REPS, "5/3/1+"), (WEIGHT, "65%/75%/85%"), (RPE, "7/8/9"))
    assert shown(line, SETS, REPS, WEIGHT, RPE) == ["3", "5/3/1+", "65%/75%/85%", "7/8/9"]
    assert [one.reps for one in line.sets] == [
        TargetReps(5, 5),
        TargetReps(3, 3),
        TargetReps(1, None),
    ]
    assert [one.percent for one in line.sets] == [65, 75, 85]


def test_lists_of_another_length_are_cut_or_go_on_with_their_last_value() -> None:
    line = line_of((REPS, "12/10/8"), (WEIGHT, "60/70/80"))
    longer = typed_cell(line, REPS, "12/10/8/6", KG)
    assert shown(longer, SETS, WEIGHT) == ["4", "60/70/80/80"]
    shorter = typed_cell(line, WEIGHT, "60/70", KG)
    assert shown(shorter, SETS, REPS) == ["2", "12/10"]
    assert shown(typed_cell(line, SETS, "2", KG), REPS, WEIGHT) == ["12/10", "60/70"]
    assert shown(typed_cell(line, SETS, "5", KG), REPS) == ["12/10/8/8/8"]


def test_types_of_sets_are_written_as_letters() -> None:
    line = line_of((SETS, "2w+3+1D+1f"), (REPS, "5"))
    assert [one.set_type for one in line.sets] == [W, W, N, N, N, D, F]
    assert shown(line, SETS, REPS) == ["2w+3+1d+1f", "5"]
    assert shown(line_of((SETS, "1+2")), SETS) == ["3"]


def test_one_value_is_about_the_working_sets() -> None:
    line = line_of((SETS, "2w+2"), (REPS, "5"), (WEIGHT, "100/105"))
    assert [one.reps for one in line.sets] == [None, None, TargetReps(5, 5), TargetReps(5, 5)]
    assert shown(line, REPS, WEIGHT) == ["5", "100/105"]
    whole = typed_cell(line, WEIGHT, "40/60/100/105", KG)
    assert [one.weight and one.weight.grams for one in whole.sets] == [40000, 60000, 100000, 105000]
    assert shown(whole, SETS, WEIGHT) == ["2w+2", "40/60/100/105"]
    assert shown(typed_cell(whole, SETS, "2", KG), WEIGHT) == ["100/105"]
    three = typed_cell(line, REPS, "5/3/1", KG)
    assert shown(three, SETS, REPS, WEIGHT) == ["2w+3", "5/3/1", "100/105/105"]


def test_a_list_may_leave_sets_open() -> None:
    line = line_of((RPE, "-/-/9"))
    assert [one.rpe for one in line.sets] == [None, None, 9]
    assert shown(line, SETS, RPE) == ["3", "-/-/9"]


def test_an_open_number_of_sets_keeps_what_all_of_them_share() -> None:
    line = line_of((REPS, "5/3/1"), (WEIGHT, "100"), (SETS, ""))
    assert (line.target_sets, line.sets) == (None, ())
    assert shown(line, SETS, REPS, WEIGHT) == ["", "", "100"]


def test_units_of_weights_in_lists() -> None:
    pounds = line_of((WEIGHT, "225/245 lb"))
    assert shown(pounds, WEIGHT) == ["225 lb/245 lb"]
    assert shown(pounds, WEIGHT, notation=replace(KG, unit=Unit.LB)) == ["225/245"]
    mixed = line_of((WEIGHT, "100/75%/-"))
    assert shown(mixed, WEIGHT) == ["100 kg/75%/-"]
    assert mixed.sets[0].weight == Weight.of(100, Unit.KG)
    both = line_of((WEIGHT, "100 kg/225 lb"))
    assert shown(both, WEIGHT, notation=replace(KG, unit=Unit.LB)) == ["100 kg/225 lb"]


def test_help_is_typed_and_shown_without_its_sign() -> None:
    assisted = replace(KG, kind=ExerciseKind.ASSISTED_BODYWEIGHT)
    line = line_of((WEIGHT, "15"), notation=assisted)
    assert line.target_weight == Weight.of(-15, Unit.KG)
    assert shown(line, WEIGHT, notation=assisted) == ["15"]


def test_reps_in_reserve_where_the_user_counts_them() -> None:
    rir = replace(KG, effort=Effort.RIR)
    line = line_of((RPE, "3/2/1"), notation=rir)
    assert [one.rpe for one in line.sets] == [7, 8, 9]
    assert shown(line, RPE, notation=rir) == ["3/2/1"]
    assert shown(line, RPE) == ["7/8/9"]


@pytest.mark.parametrize(
    ("kind", "text", "seconds", "meters", "written"),
    [
        (ExerciseKind.DURATION, "60", 60, None, "60 s"),
        (ExerciseKind.DURATION, "90 s", 90, None, "1:30"),
        (ExerciseKind.WEIGHT_DURATION, "2 min", 120, None, "2:00"),
        (ExerciseKind.DISTANCE_DURATION, "5", None, 5000, "5 km"),
        (ExerciseKind.DISTANCE_DURATION, "400 m", None, 400, "400 m"),
        (ExerciseKind.DISTANCE_DURATION, "3,1 mi", None, 4988.966, "3.1 mi"),
        (ExerciseKind.DISTANCE_DURATION, "25:00", 1500, None, "25:00"),
        (ExerciseKind.DISTANCE_DURATION, "20 min", 1200, None, "20:00"),
        (ExerciseKind.DISTANCE_DURATION, "5 km 25:00", 1500, 5000, "5 km 25:00"),
        (ExerciseKind.DISTANCE_DURATION, "5 km in 25 min", 1500, 5000, "5 km 25:00"),
        (ExerciseKind.WEIGHT_DISTANCE, "40", None, 40, "40 m"),
        (ExerciseKind.WEIGHT_DISTANCE, "1 km", None, 1000, "1 km"),
    ],
)
def test_times_and_distances(
    kind: ExerciseKind, text: str, seconds: int | None, meters: float | None, written: str
) -> None:
    notation = replace(KG, kind=kind)
    line = line_of((REPS, text), notation=notation)
    assert (line.target_seconds, line.target_meters) == (seconds, meters)
    assert shown(line, REPS, notation=notation) == [written]


def test_sets_and_reps_are_typed_at_once() -> None:
    assert shown(line_of((SETS, "5x5")), SETS, REPS) == ["5", "5"]
    assert shown(line_of((REPS, "2w + 3 \u00d7 8-12")), SETS, REPS) == ["2w+3", "8-12"]
    with pytest.raises(InvalidInputError):
        line_of((SETS, "3x"))


def test_rest_superset_and_notes() -> None:
    line = line_of((LineField.REST, "90"), (LineField.SUPERSET, "b"), (LineField.NOTES, " slow "))
    assert (line.rest_seconds, line.superset_group, line.notes) == (90, 2, "slow")
    fields = (LineField.REST, LineField.SUPERSET, LineField.NOTES)
    assert shown(line, *fields) == ["1:30", "B", "slow"]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (SETS, "0"),
        (SETS, "many"),
        (SETS, "100"),
        (SETS, "60+60"),
        (SETS, "2x"),
        (REPS, "12-8"),
        (REPS, "0"),
        (REPS, "5/"),
        (REPS, "5//3"),
        (WEIGHT, "heavy"),
        (WEIGHT, "-5"),
        (WEIGHT, "0%"),
        (WEIGHT, "300%"),
        (RPE, "11"),
        (RPE, "7.3"),
        (LineField.REST, "a while"),
        (LineField.SUPERSET, "AB"),
    ],
)
def test_what_cannot_be_is_refused(field: LineField, text: str) -> None:
    with pytest.raises(InvalidInputError):
        line_of((field, text))


def test_a_share_of_an_e1rm_needs_one() -> None:
    with pytest.raises(InvalidInputError, match="no e1RM"):
        line_of((WEIGHT, "75%"), notation=replace(KG, kind=ExerciseKind.BODYWEIGHT_REPS))
