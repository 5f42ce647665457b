"""What stands in for an exercise trains the same muscles, and is never the exercise itself."""

from dataclasses import replace

from desktop.domain.alternatives import alternatives
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.muscles import Muscle

CHEST, DELTS, TRICEPS, LATS = Muscle.CHEST, Muscle.FRONT_DELTS, Muscle.TRICEPS, Muscle.LATS
REPS = ExerciseKind.WEIGHT_REPS


def made(name: str, equipment: str, *primary: Muscle, also: tuple[Muscle, ...] = ()) -> Exercise:
    return Exercise(new_id(), name, REPS, primary, also, equipment)


BENCH = made("Bench Press (Barbell)", "Barbell", CHEST, also=(DELTS, TRICEPS))
DUMBBELLS = made("Bench Press (Dumbbell)", "Dumbbell", CHEST, also=(DELTS, TRICEPS))
PAUSED = made("Bench Press, Paused (Barbell)", "Barbell", CHEST, also=(DELTS, TRICEPS))
MACHINE = made("Chest Press (Machine)", "Machine", CHEST, also=(DELTS, TRICEPS))
FLY = made("Chest Fly (Cable)", "Cable", CHEST, also=(DELTS,))
CLOSE = made("Bench Press, Close Grip (Barbell)", "Barbell", TRICEPS, also=(CHEST, DELTS))
ROW = made("Bent-Over Row (Barbell)", "Barbell", LATS)
PUSH_UP = replace(
    made("Push-Up", "Bodyweight", CHEST, also=(DELTS, TRICEPS)), kind=ExerciseKind.BODYWEIGHT_REPS
)
ALL = [ROW, CLOSE, FLY, PUSH_UP, MACHINE, PAUSED, BENCH, DUMBBELLS]


def test_the_same_movement_with_other_equipment_comes_first() -> None:
    found = [one.exercise for one in alternatives(BENCH, ALL)]
    assert found == [DUMBBELLS, MACHINE, PAUSED, FLY, PUSH_UP]


def test_neither_itself_nor_what_is_hidden_nor_other_muscles() -> None:
    hidden = replace(DUMBBELLS, is_deleted=True)
    assert alternatives(BENCH, [BENCH, hidden, ROW, CLOSE]) == []


def test_what_is_shared_names_the_meant_muscles_first() -> None:
    shared = {one.exercise: one.shared for one in alternatives(BENCH, ALL)}
    assert shared[DUMBBELLS] == (CHEST, DELTS, TRICEPS)
    assert shared[FLY] == (CHEST, DELTS)


def test_equals_stay_in_the_order_given() -> None:
    first, second = (replace(DUMBBELLS, id=new_id()) for _ in range(2))
    assert [one.exercise for one in alternatives(BENCH, [first, second])] == [first, second]
    assert [one.exercise for one in alternatives(BENCH, [second, first])] == [second, first]


def test_an_exercise_without_muscles_has_no_alternatives() -> None:
    assert alternatives(made("Mystery", ""), ALL) == []
