"""What a template asks for, in words, and what goes on the bar for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.accounts import Effort, ExercisePreferences
from desktop.domain.gear import default_gear
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.session import ExerciseSet, SetType
from desktop.domain.templates import TargetReps, TargetSet, TemplateExercise
from desktop.domain.weight import Unit, Weight
from desktop.ui.session.loading import bar_of, side_text
from desktop.ui.session.plan_line import PlanWords

GYM = default_gear(Unit.KG).gym
LINE = TemplateExercise(new_id(), new_id())
REPS = ExerciseKind.WEIGHT_REPS


def kg(amount: float) -> Weight:
    return Weight.of(amount, Unit.KG)


def reps(text: str) -> TargetReps | None:
    return TargetReps.parse(text)


def words(
    line: TemplateExercise, kind: ExerciseKind = REPS, effort: Effort = Effort.OFF
) -> PlanWords:
    """With an e1RM of 120 kg to take shares of."""

    def resolve(target: TargetSet) -> Weight | None:
        return target.weight or (kg(1.2 * target.percent) if target.percent else None)

    return PlanWords(line, kind, effort, resolve)


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (TargetSet(reps=reps("5"), percent=75), "5 @ 75% = 90 kg"),
        (TargetSet(reps=reps("8-12")), "8-12"),
        (TargetSet(reps=reps("5+"), weight=kg(100)), "5+ @ 100 kg"),
        (TargetSet(rpe=8), "RPE 8"),
        (TargetSet(reps=reps("5"), weight=kg(100), rpe=8.5), "5 @ 100 kg, RPE 8.5"),
        (TargetSet(duration_seconds=60), "1:00"),
        (TargetSet(weight=kg(20), duration_seconds=45), "0:45 @ 20 kg"),
        (TargetSet(distance_meters=5000, duration_seconds=1500), "5 km in 25:00"),
        (TargetSet(), ""),
    ],
)
def test_one_target(target: TargetSet, text: str) -> None:
    kind = ExerciseKind.DISTANCE_DURATION if target.distance_meters else REPS
    assert words(LINE, kind).of(target) == text


def test_a_carry_is_short() -> None:
    made = words(LINE, ExerciseKind.WEIGHT_DISTANCE)
    assert made.of(TargetSet(weight=kg(60), distance_meters=40)) == "40 m @ 60 kg"


def test_a_share_without_an_e1rm_stays_a_share() -> None:
    unknown = PlanWords(LINE, REPS, Effort.OFF, lambda target: target.weight)
    assert unknown.of(TargetSet(reps=reps("5"), percent=75)) == "5 @ 75%"


def test_effort_is_written_as_the_lifter_notes_it() -> None:
    assert words(LINE, effort=Effort.RIR).of(TargetSet(reps=reps("5"), rpe=8)) == "5 @ RIR 2"


def test_one_line_for_sets_that_are_alike() -> None:
    line = replace(LINE, target_sets=3, target_reps=reps("5"), target_weight=kg(100))
    assert words(line).line() == "Target 3 \u00d7 5 @ 100 kg"
    assert words(replace(line, rest_seconds=180)).line() == (
        "Target 3 \u00d7 5 @ 100 kg \u00b7 rest 3:00"
    )
    assert words(replace(LINE, target_sets=3)).line() == "Target 3 sets"
    assert words(replace(LINE, rest_seconds=90)).line() == "Rest 1:30"
    assert words(replace(LINE, rest_seconds=0)).line() == "No rest"
    assert words(LINE).line() == ""
    assert words(line).is_alike


def test_one_line_for_sets_that_differ() -> None:
    line = replace(
        LINE,
        target_sets=5,
        sets=(
            TargetSet(SetType.WARM_UP, reps("5"), percent=50),
            TargetSet(reps=reps("5"), percent=75),
            TargetSet(reps=reps("5"), percent=75),
            TargetSet(reps=reps("3+"), percent=85),
            TargetSet(SetType.FAILURE),
        ),
    )
    failing = replace(LINE, sets=(TargetSet(SetType.FAILURE, reps("8")), TargetSet(SetType.DROP)))
    assert words(failing).line() == "Target 8 to failure, 1 drop set"
    made = words(line)
    assert made.line() == (
        "Target warm-up 5 @ 50% = 60 kg, 2 \u00d7 5 @ 75% = 90 kg, 3+ @ 85% = 102 kg, "
        "1 set to failure"
    )
    assert not made.is_alike
    assert made.of(line.sets[1], with_share=False) == "5 @ 90 kg"


def test_targets_stand_beside_sets_of_their_kind() -> None:
    warm_up, work, top = (
        TargetSet(SetType.WARM_UP, reps("5")),
        TargetSet(reps=reps("5")),
        TargetSet(reps=reps("3")),
    )
    made = words(replace(LINE, sets=(warm_up, work, top)))
    types = (SetType.NORMAL, SetType.WARM_UP, SetType.WARM_UP, SetType.NORMAL, SetType.DROP)
    sets = [ExerciseSet(new_id(), one) for one in types]
    assert made.targets_of(sets) == [work, warm_up, None, top, None]


def test_plates_for_each_side() -> None:
    bar = GYM.bars[0]
    assert side_text(kg(100), bar, GYM) == "Each side 25 + 15 kg"
    assert side_text(kg(20), bar, GYM) == "The empty bar, 20 kg"
    assert side_text(kg(15), bar, GYM) == "Less than the bar of 20 kg"
    assert side_text(kg(101), bar, GYM) == "Each side 25 + 15 kg, makes 100 kg"


def test_the_bar_is_the_preferred_one_else_the_gym_s_for_a_barbell() -> None:
    barbell = Exercise(new_id(), "Squat", REPS, equipment="Barbell")
    cable = replace(barbell, equipment="Cable")
    assert bar_of(barbell, None, GYM) == GYM.bars[0]
    assert bar_of(barbell, ExercisePreferences(rest_seconds=60), GYM) == GYM.bars[0]
    assert bar_of(barbell, ExercisePreferences(bar=GYM.bars[1].weight), GYM) == GYM.bars[1]
    own = bar_of(cable, ExercisePreferences(bar=kg(8)), GYM)
    assert own is not None
    assert own.weight == kg(8)
    assert bar_of(cable, None, GYM) is None
    assert bar_of(None, None, GYM) is None
    assert bar_of(barbell, None, replace(GYM, bars=())) is None
