"""The demo's lifter: what is trained, how strong it starts, and what is said about it."""

from __future__ import annotations

from dataclasses import dataclass

# (share of the working weight, reps) of the warm-ups of a heavy lift
WARM_UPS = ((0.4, 8), (0.6, 5), (0.8, 3))
# reps of the heavy set that the big lifts begin with every third week
TOP_SETS = (3, 1, 4, 2)


@dataclass(frozen=True, slots=True)
class Lift:
    """Where an exercise starts and what years of training lead to.

    start, limit: by the exercise's kind a one-rep max (kg), reps, kilograms
    of help, seconds, or metres a second. kg, lb: the steps of the weights at
    hand; 0 for none.
    """

    start: float
    limit: float
    kg: float = 0.0
    lb: float = 0.0
    warm_ups: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """An exercise of a plan. low, high: reps, or kilometres of a run, or metres of a carry."""

    exercise: str
    sets: int
    low: int = 0
    high: int = 0
    rest: int = 90
    superset: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A workout that is done again and again."""

    name: str
    category: str
    description: str
    lines: tuple[Line, ...]


LIFTS: dict[str, Lift] = {
    "Squat (Barbell)": Lift(70, 165, 2.5, 5, 3),
    "Squat, Front (Barbell)": Lift(55, 120, 2.5, 5, 2),
    "Deadlift (Barbell)": Lift(85, 195, 2.5, 5, 3),
    "Deadlift, Romanian (Barbell)": Lift(70, 145, 2.5, 5, 1),
    "Bench Press (Barbell)": Lift(55, 120, 2.5, 5, 3),
    "Overhead Press (Barbell)": Lift(36, 75, 2.5, 5, 2),
    "Bent-Over Row (Barbell)": Lift(52, 108, 2.5, 5, 1),
    "Hip Thrust (Barbell)": Lift(80, 185, 5, 10, 1),
    "Bench Press, Incline (Dumbbell)": Lift(20, 46, 2, 5),
    "Row, Chest-Supported (Dumbbell)": Lift(20, 44, 2, 5),
    "Bulgarian Split Squat (Dumbbell)": Lift(16, 38, 2, 5),
    "Lateral Raise (Dumbbell)": Lift(8, 19, 1, 2.5),
    "Bicep Curl (Dumbbell)": Lift(11, 24, 1, 2.5),
    "Bicep Curl, Hammer (Dumbbell)": Lift(12, 26, 1, 2.5),
    "Bicep Curl (EZ Bar)": Lift(24, 52, 2.5, 5),
    "Triceps Pushdown (Cable)": Lift(22, 52, 2.5, 5),
    "Triceps Extension, Overhead (Cable)": Lift(18, 44, 2.5, 5),
    "Chest Fly (Cable)": Lift(14, 34, 2.5, 5),
    "Face Pull (Cable)": Lift(18, 44, 2.5, 5),
    "Lat Pulldown (Cable)": Lift(48, 100, 5, 10),
    "Seated Row (Cable)": Lift(46, 98, 5, 10),
    "Leg Press (Machine)": Lift(110, 290, 10, 20, 1),
    "Leg Curl, Lying (Machine)": Lift(30, 74, 5, 10),
    "Leg Extension (Machine)": Lift(38, 98, 5, 10),
    "Calf Raise, Standing (Machine)": Lift(60, 150, 5, 10),
    "Crunch (Cable)": Lift(25, 70, 5, 10),
    "Pull-Up, Assisted (Machine)": Lift(40, 10, 5, 10),
    "Pull-Up": Lift(4, 20, 2.5, 5),
    "Dip": Lift(6, 26, 2.5, 5),
    "Push-Up": Lift(14, 42),
    "Squat, Bodyweight": Lift(22, 60),
    "Leg Raise, Hanging": Lift(6, 17),
    "Plank": Lift(40, 150),
    "Farmer's Walk (Dumbbell)": Lift(20, 50, 2, 5),
    "Running (Treadmill)": Lift(2.5, 3.5),
    "Running": Lift(2.5, 3.4),
    "Rowing (Rowing Machine)": Lift(3.4, 4.5),
    "Cycling (Stationary Bike)": Lift(6.5, 9.0),
}

FULL_BODY_A = Plan(
    "Full Body A",
    "Full body",
    "The first programme: five lifts, add a little each time.",
    (
        Line("Squat (Barbell)", 3, 5, 5, 180),
        Line("Bench Press (Barbell)", 3, 5, 5, 180),
        Line("Bent-Over Row (Barbell)", 3, 6, 8, 120),
        Line("Pull-Up, Assisted (Machine)", 3, 6, 10, 120),
        Line("Plank", 3, rest=60),
    ),
)
FULL_BODY_B = Plan(
    "Full Body B",
    "Full body",
    "The other half of the first programme.",
    (
        Line("Squat (Barbell)", 3, 5, 5, 180),
        Line("Overhead Press (Barbell)", 3, 5, 5, 180),
        Line("Deadlift (Barbell)", 2, 5, 5, 240),
        Line("Lat Pulldown (Cable)", 3, 8, 12, 90),
        Line("Bicep Curl (Dumbbell)", 2, 8, 12, 60),
    ),
)
UPPER = Plan(
    "Upper",
    "Upper body",
    "Press and pull in turns, arms at the end.",
    (
        Line("Bench Press (Barbell)", 4, 6, 8, 180),
        Line("Row, Chest-Supported (Dumbbell)", 4, 8, 10, 120),
        Line("Overhead Press (Barbell)", 3, 6, 8, 150),
        Line("Pull-Up", 3, 5, 10, 150),
        Line("Bicep Curl (EZ Bar)", 3, 8, 12, 75, 1),
        Line("Triceps Pushdown (Cable)", 3, 8, 12, 75, 1),
    ),
)
LOWER = Plan(
    "Lower",
    "Lower body",
    "Hinge first, then one leg at a time.",
    (
        Line("Deadlift (Barbell)", 3, 3, 5, 240),
        Line("Squat, Front (Barbell)", 3, 6, 8, 180),
        Line("Bulgarian Split Squat (Dumbbell)", 3, 8, 12, 120),
        Line("Leg Curl, Lying (Machine)", 3, 10, 12, 90),
        Line("Calf Raise, Standing (Machine)", 4, 8, 12, 60),
        Line("Farmer's Walk (Dumbbell)", 2, 30, 40, 90),
    ),
)
PUSH_A = Plan(
    "Push A",
    "Push",
    "Heavy bench, then volume for the shoulders.",
    (
        Line("Bench Press (Barbell)", 4, 4, 6, 180),
        Line("Overhead Press (Barbell)", 3, 6, 8, 150),
        Line("Bench Press, Incline (Dumbbell)", 3, 8, 12, 120),
        Line("Dip", 3, 6, 12, 120),
        Line("Lateral Raise (Dumbbell)", 4, 10, 12, 60, 1),
        Line("Triceps Extension, Overhead (Cable)", 3, 10, 15, 60, 1),
    ),
)
PULL_A = Plan(
    "Pull A",
    "Pull",
    "Pull-ups while fresh, rows for the upper back.",
    (
        Line("Pull-Up", 4, 5, 8, 150),
        Line("Bent-Over Row (Barbell)", 4, 6, 8, 150),
        Line("Seated Row (Cable)", 3, 8, 12, 90),
        Line("Face Pull (Cable)", 3, 12, 15, 60),
        Line("Bicep Curl, Hammer (Dumbbell)", 3, 8, 12, 60),
        Line("Leg Raise, Hanging", 3, 8, 15, 60),
    ),
)
LEGS_A = Plan(
    "Legs A",
    "Legs",
    "Squat day. Eat before it.",
    (
        Line("Squat (Barbell)", 4, 4, 6, 210),
        Line("Deadlift, Romanian (Barbell)", 3, 6, 10, 150),
        Line("Leg Press (Machine)", 3, 10, 12, 120),
        Line("Leg Extension (Machine)", 3, 10, 15, 75),
        Line("Hip Thrust (Barbell)", 3, 8, 10, 120),
        Line("Crunch (Cable)", 3, 10, 15, 60),
    ),
)
CONDITIONING = Plan(
    "Conditioning",
    "Cardio",
    "Easy enough to talk, then some trunk work.",
    (
        Line("Running", 1, 4, 9, 120),
        Line("Rowing (Rowing Machine)", 2, 1, 2, 120),
        Line("Plank", 3, rest=60),
    ),
)
HOLIDAY = Plan(
    "Hotel room",
    "Bodyweight",
    "No weights within reach.",
    (
        Line("Push-Up", 4, 10, 45, 60),
        Line("Squat, Bodyweight", 4, 15, 60, 60),
        Line("Plank", 3, rest=45),
    ),
)
TEMPLATES = (PUSH_A, PULL_A, LEGS_A, UPPER, LOWER, CONDITIONING)

WORKOUT_NOTES = (
    "Slept badly, kept it short.",
    "Everything moved fast today.",
    "Gym was packed, swapped the order around.",
    "Came straight from work, little energy at first.",
    "New shoes with a raised heel. Depth feels easier.",
    "Trained with a friend, good pace.",
    "Hot day, longer rests.",
    "Filmed the top set: the bar drifts forward on the last reps.",
)
EXERCISE_NOTES = (
    "Grip one finger wider.",
    "Pause for a second at the bottom.",
    "Belt for the top set only.",
    "Elbows in.",
    "Left side lags a little.",
    "Straps for the last set.",
    "Slow on the way down.",
)
DELOAD_NOTE = "Light week: nothing to failure."
RETURN_NOTE = "Shoulder is quiet again. Easing back in."
AWAY_NOTE = "First session after time away."
