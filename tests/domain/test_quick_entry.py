"""One line holds an exercise and its sets; whatever is typed, it is read or told why not."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.domain.exercise_search import choices_of, search
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind, LibraryRow
from desktop.domain.quick_entry import MOST_CHARACTERS, Reading, read_line
from desktop.domain.session import ExerciseSet, SetType, Side
from desktop.domain.set_fields import parse_distance
from desktop.domain.weight import Unit, Weight
from tests.domain.library_names import TODAY, exercise, exercises, library, names_with
from tests.domain.quick_write import line_of

BENCH, DIP = "Bench Press (Barbell)", "Dip"
KG, LB = Unit.KG, Unit.LB
HELP = Path(__file__).parents[2] / "resources" / "help" / "logging.md"
BY_KIND = {
    ExerciseKind.WEIGHT_REPS: BENCH,
    ExerciseKind.BODYWEIGHT_REPS: DIP,
    ExerciseKind.ASSISTED_BODYWEIGHT: "Dip, Assisted (Machine)",
    ExerciseKind.DURATION: "Plank",
    ExerciseKind.WEIGHT_DURATION: "Plank (Plate)",
    ExerciseKind.DISTANCE_DURATION: "Running",
    ExerciseKind.WEIGHT_DISTANCE: "Farmer's Walk (Dumbbell)",
}


def read(text: str, current: str = "", unit: Unit = KG) -> Reading:
    return read_line(text, library(), unit, exercise(current) if current else None)


def words(text: str, current: str = "") -> str:
    """How the sets are read, without the exercise."""
    reading = read(text, current)
    assert reading.fault is None, reading.fault
    return reading.words.partition(": ")[2]


def refused(text: str, current: str = "") -> tuple[str, str]:
    """(the word that cannot be read, why)."""
    reading = read(text, current)
    assert reading.fault is not None, reading.words
    assert not reading.is_ready
    assert not reading.sets
    return text[reading.fault.start : reading.fault.end], reading.fault.words


def plain_set(one: ExerciseSet) -> tuple[object, ...]:
    weight = (one.weight.grams, one.weight.unit) if one.weight else None
    return (
        one.set_type,
        one.reps,
        weight,
        one.duration_seconds,
        one.distance_meters,
        one.rpe,
        one.side,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("100x5@8 x3", "3 sets of 100 kg × 5 at RPE 8"),
        ("5x5 140", "5 sets of 140 kg × 5"),
        ("140 5x5", "5 sets of 140 kg × 5"),
        ("140kg 5x5", "5 sets of 140 kg × 5"),
        ("3x8-10 70 rpe8", "3 sets of 70 kg × 8 at RPE 8 (the low end of 8-10)"),
        ("70x8–10", "70 kg × 8 (the low end of 8-10)"),
        ("135lb x 5", "135 lb × 5"),
        ("5 x 100 KG", "100 kg × 5"),
        ("100×5", "100 kg × 5"),
        ("100 * 5", "100 kg × 5"),
        ("100 x5 x3", "3 sets of 100 kg × 5"),
        ("100 x 5 x 3", "3 sets of 100 kg × 5"),
        ("2.5x10x4", "4 sets of 2.5 kg × 10"),
        ("3x5x100kg", "3 sets of 100 kg × 5"),
        ("3 sets of 5 reps at 100 kg", "3 sets of 100 kg × 5"),
        ("3 sets of 100 kg × 5 at RPE 8", "3 sets of 100 kg × 5 at RPE 8"),
        ("100x5 3 sets 90x8 2 sets", "3 sets of 100 kg × 5; 2 sets of 90 kg × 8"),
        ("100x5, 90x5; 80x5", "100 kg × 5; 90 kg × 5; 80 kg × 5"),
        ("100x5,5,4", "2 sets of 100 kg × 5; 100 kg × 4"),
        ("102,5x5", "102.5 kg × 5"),
        (".5x5", "0.5 kg × 5"),
        ("60x10w 100x5f", "warm-up 60 kg × 10; to failure 100 kg × 5"),
        ("60x10 warm-up x2, 80x8 drop", "2 warm-up sets of 60 kg × 10; drop set 80 kg × 8"),
        ("100x5f x2", "2 sets of 100 kg × 5 to failure"),
        ("12x10l 12x10 right", "12 kg × 10 left; 12 kg × 10 right"),
        ("100x5 rir 1.5", "100 kg × 5 at RIR 1.5"),
        ("100x5 @rpe 8,5", "100 kg × 5 at RPE 8.5"),
        ("100x5 @ 8", "100 kg × 5 at RPE 8"),
        ("5x5@8 140", "5 sets of 140 kg × 5 at RPE 8"),
        ("- 100x5", "100 kg × 5"),
    ],
)
def test_weight_and_reps(text: str, expected: str) -> None:
    assert words(text, BENCH) == expected
    assert words(f"bench {text}") == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (ExerciseKind.BODYWEIGHT_REPS, "x12", "12 reps"),
        (ExerciseKind.BODYWEIGHT_REPS, "3x12", "3 sets of 12 reps"),
        (ExerciseKind.BODYWEIGHT_REPS, "12 10 8", "12 reps; 10 reps; 8 reps"),
        (ExerciseKind.BODYWEIGHT_REPS, "1", "1 rep"),
        (ExerciseKind.BODYWEIGHT_REPS, "bw x 12", "12 reps"),
        (ExerciseKind.BODYWEIGHT_REPS, "bw+20x5", "+20 kg × 5"),
        (ExerciseKind.BODYWEIGHT_REPS, "+20x5 x3", "3 sets of +20 kg × 5"),
        (ExerciseKind.BODYWEIGHT_REPS, "3x5 +20", "3 sets of +20 kg × 5"),
        (ExerciseKind.BODYWEIGHT_REPS, "45lb x 5", "+45 lb × 5"),
        (ExerciseKind.ASSISTED_BODYWEIGHT, "-15x8", "15 kg help × 8"),
        (ExerciseKind.ASSISTED_BODYWEIGHT, "15kg x 8", "15 kg help × 8"),
        (ExerciseKind.ASSISTED_BODYWEIGHT, "3x8 −15", "3 sets of 15 kg help × 8"),
        (ExerciseKind.ASSISTED_BODYWEIGHT, "8 7", "8 reps; 7 reps"),
        (ExerciseKind.DURATION, "60", "1:00"),
        (ExerciseKind.DURATION, "3x60", "3 sets of 1:00"),
        (ExerciseKind.DURATION, "60sx3", "3 sets of 1:00"),
        (ExerciseKind.DURATION, "1h05", "1:05:00"),
        (ExerciseKind.DURATION, "2m 90 sec", "2:00; 1:30"),
        (ExerciseKind.WEIGHT_DURATION, "20x60", "20 kg × 1:00"),
        (ExerciseKind.WEIGHT_DURATION, "60 20kg", "20 kg × 1:00"),
        (ExerciseKind.WEIGHT_DURATION, "60s x3", "3 sets of 1:00"),
        (ExerciseKind.DISTANCE_DURATION, "5 25:00", "5 km in 25:00"),
        (ExerciseKind.DISTANCE_DURATION, "25:00 5k", "5 km in 25:00"),
        (ExerciseKind.DISTANCE_DURATION, "5km, 25:00", "5 km; 25:00"),
        (ExerciseKind.DISTANCE_DURATION, "2 miles in 18 min", "3.22 km in 18:00"),
        (ExerciseKind.DISTANCE_DURATION, "400m 1:30 x4", "4 sets of 400 m in 1:30"),
        (ExerciseKind.WEIGHT_DISTANCE, "32 40m", "32 kg × 40 m"),
        (ExerciseKind.WEIGHT_DISTANCE, "3x40m 32", "3 sets of 32 kg × 40 m"),
        (ExerciseKind.WEIGHT_DISTANCE, "40", "40 m"),
    ],
)
def test_other_kinds(kind: ExerciseKind, text: str, expected: str) -> None:
    assert words(text, BY_KIND[kind]) == expected


@pytest.mark.parametrize(
    ("text", "word", "why"),
    [
        ("100x5abc", "abc", "'abc' cannot be read."),
        ("100x5 @11", "11", "'11' is no RPE: type 1 to 10, in halves."),
        ("100x5 rir 9.3", "9.3", "'9.3' is no RIR: type 0 to 9, in halves."),
        ("3x5@100", "100", "'100' is no RPE: type 1 to 10, in halves."),
        ("100x5,5", "5,5", "'5,5' is no number of reps: type a whole number."),
        ("100x10-8", "10-8", "'10-8' begins with its high number."),
        ("100x5 x50", "50", "'50' is no number of sets: type 1 to 20."),
        ("100x5 x3 x2", "2", "'2': the sets are counted already."),
        ("60s", "60s", "'60s' does not fit weight and reps, typed like 100x5."),
        ("-5x5", "-5", "A weight is not below zero: type 0 or more."),
        ("99999x5", "99999", "99999 kg is heavier than anything anyone lifts: check"),
        (f"{'1' * 30}x5", "1" * 30, "That number is too long."),
        ("100x5x3x2", "2", "'2' is one x too many."),
        ("100x5 left l", "l", "'l': a set has one side."),
        ("100x5w d", "d", "'d': a set has one type."),
        ("100x5@8 rpe9", "rpe9", "'rpe9': how hard it was is there already."),
        ("100x5, @8", "@8", "'@8' belongs behind a set."),
        ("100x5/5/4 x2", "5/5/4", "'5/5/4' is another number of sets than 2."),
        ("100x5 kg x", "x", "'x' needs a number after it."),
    ],
)
def test_says_which_word_cannot_be_read(text: str, word: str, why: str) -> None:
    found = refused(f"bench {text}")
    assert found[0] == word
    assert found[1].startswith(why)


def test_what_is_ambiguous_is_asked_not_guessed() -> None:
    word, why = refused("squat 3x5x100")
    assert word == "3x5x100"
    assert "Type 3x5 100kg or 3kg x 5 x 100." in why
    assert refused("run 5km 25") == ("25", "'25' needs a unit here: 25min or 25km.")
    assert "-15x8" in refused("15x8", "Dip, Assisted (Machine)")[1]
    assert refused("dip 25x5")[1] == "25 sets are too many. Added weight has a plus: +25."


def test_what_is_not_finished_is_not_wrong_yet() -> None:
    for text in ("bench 1", "bench 100x", "bench 100x5@", "bench 100x5 rp", "bench 3x8-"):
        reading = read(text)
        assert reading.fault is not None
        assert reading.fault.is_open, text
        assert not reading.is_ready
    assert not read("bench 100 5").is_ready
    fault = read("bench 100, 5x100").fault
    assert fault is not None
    assert not fault.is_open


def test_help_means_the_assisted_exercise() -> None:
    reading = read("dip -15x8")
    assert reading.exercise == exercise("Dip, Assisted (Machine)")
    assert reading.sets[0].weight == Weight.of(-15, KG)
    assert refused("push up -10x5")[0] == "-10"
    word, why = refused("-15x8", DIP)
    assert (word, why) == (
        "-15",
        "This is help: name the assisted exercise, Dip, Assisted (Machine).",
    )


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("21s 30x7", "Bicep Curl, 21s (Barbell)", "30 kg × 7"),
        ("figure 8 16x10", "Figure Eight (Kettlebell)", "16 kg × 10"),
        ("90/90 switch 12", "90/90 Hip Switch", "12 reps"),
        ("12-3-30 30min", "Walking, Incline (Treadmill)", "30:00"),
        ("2 board press 100x3", "Bench Press, Board (Barbell)", "100 kg × 3"),
        ("4-way neck flex 20x10", "Neck Curl (Machine)", "20 kg × 10"),
        ("leg press 45 x 10", "Leg Press (Machine)", "45 kg × 10"),
        ("clean + jerk 80x1", "Clean and Jerk (Barbell)", "80 kg × 1"),
        ("Bench Press (Barbell): 100x5", BENCH, "100 kg × 5"),
        ("bench - 100x5", BENCH, "100 kg × 5"),
    ],
)
def test_names_may_hold_numbers_and_signs(text: str, name: str, said: str) -> None:
    reading = read(text)
    assert reading.exercise == exercise(name)
    assert reading.words == f"{name}: {said}"


def test_a_value_of_the_current_exercise_goes_before_a_name() -> None:
    assert words("21s", "Plank") == "0:21"
    assert read("21s", BENCH).exercise == exercise("Bicep Curl, 21s (Barbell)")
    assert read("bench 100x5", "Plank").exercise == exercise(BENCH)


def test_own_exercises_with_numbers_in_their_names() -> None:
    own = Exercise(new_id(), "5/3/1 Squat", ExerciseKind.WEIGHT_REPS)
    other = Exercise(new_id(), "Complex 5x5", ExerciseKind.WEIGHT_REPS)
    names = names_with(own, other)
    for text, found in (("5/3/1 squat 140x5", own), ("complex 5x5 60x5", other)):
        reading = read_line(text, names, KG)
        assert reading.exercise == found
        assert [one.reps for one in reading.sets] == [5]


def test_words_of_a_name_come_before_those_of_an_alias() -> None:
    press, row = "Bench Press, Incline (Dumbbell)", "Row, Chest-Supported (Dumbbell)"
    names = names_with(**{press: 10, row: 200})
    assert any("Incline" in alias for alias in exercise(row).aliases)
    assert names.found("incline")[0][1].row.exercise.name == press


def test_use_and_recency_choose_among_names() -> None:
    row = "Bent-Over Row (Barbell)"
    names = names_with(**{row: 50, "Bench Press (Dumbbell)": 5})
    assert read_line("row 3x8 70", names, KG).exercise == exercise(row)

    def offered(text: str) -> list[str]:
        return [one.row.exercise.name for one in read_line(text, names, KG).candidates]

    assert offered("ben")[:2] == [row, "Bench Press (Dumbbell)"]
    # what is named in full is meant, however seldom it is done
    assert read_line("bench 100x5", names, KG).exercise == exercise(BENCH)
    assert offered(" ") == [row, "Bench Press (Dumbbell)"]


def test_the_kind_of_the_sets_chooses_among_like_names() -> None:
    assert read("plank 20kg 60s").exercise == exercise("Plank (Plate)")
    assert refused("squat 60s")[0] == "60s"


def test_says_which_word_of_a_name_is_unknown() -> None:
    assert refused("bnech 100x5") == ("bnech", "No exercise is called 'bnech'.")
    assert refused("bench xyz 100x5") == ("xyz", "No exercise is called 'bench xyz'.")
    assert refused("100x5") == ("100x5", "Begin with the exercise, like bench 100x5.")


def test_a_name_alone_is_not_wrong() -> None:
    reading = read("bench")
    assert (reading.fault, reading.sets, reading.is_ready) == (None, (), False)
    assert reading.exercise == exercise(BENCH)
    assert reading.words == "Bench Press (Barbell): Enter adds it, or type its sets like 100x5"
    assert reading.name_end == 5


def test_pounds_are_kept_as_they_are_typed() -> None:
    assert read("bench 180x5", unit=LB).sets[0].weight == Weight.of(180, LB)
    assert read("bench 180x5 80kg x 5", unit=LB).sets[1].weight == Weight.of(80, KG)


def test_every_set_has_an_id_of_its_own_and_is_not_ticked() -> None:
    sets = read("bench 100x5 x3 90x5/4").sets
    assert len({one.id for one in sets}) == 5
    assert all(one.completed_at is None for one in sets)


def test_names_of_the_library_are_read_as_themselves() -> None:
    lines = {
        ExerciseKind.WEIGHT_REPS: "100x5",
        ExerciseKind.BODYWEIGHT_REPS: "12",
        ExerciseKind.ASSISTED_BODYWEIGHT: "-15x8",
        ExerciseKind.DURATION: "1:00",
        ExerciseKind.WEIGHT_DURATION: "20x1:00",
        ExerciseKind.DISTANCE_DURATION: "5km",
        ExerciseKind.WEIGHT_DISTANCE: "32x40m",
    }
    plain = re.compile(r"[A-Za-z ,()-]+")
    odd = [one for one in exercises() if not plain.fullmatch(one.name)]
    assert len(odd) > 3
    for one in (*odd, *exercises()[::12]):
        reading = read(f"{one.name} {lines[one.kind]}")
        assert reading.exercise == one
        assert reading.is_ready


@pytest.mark.parametrize(
    ("text", "lack"),
    [
        ("bench 0x0", "The reps are missing"),
        ("bench 100x0 100x5", "The reps are missing"),
        ("dip 0", "The reps are missing"),
        ("plank 0:00", "The duration is missing"),
        ("running 0:00", "The distance is missing"),
        ("running 0km", "The distance is missing"),
        ("farmer's walk dumbbell 32x0m", "The distance is missing"),
    ],
)
def test_a_set_of_nothing_is_not_done(text: str, lack: str) -> None:
    assert lack in refused(text)[1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("row", "Bent-Over Row (Barbell)"),
        ("bent row", "Bent-Over Row (Barbell)"),
        ("overhead press", "Overhead Press (Barbell)"),
        ("squat", "Squat (Barbell)"),
        ("deadlift", "Deadlift (Barbell)"),
        ("curl", "Bicep Curl (Dumbbell)"),  # an alias of its own
        ("lat pulldown", "Lat Pulldown (Cable)"),
        ("bench", BENCH),
        ("fly", "Chest Fly (Dumbbell)"),
    ],
)
def test_a_plain_name_means_the_plainest_of_what_was_never_done(text: str, name: str) -> None:
    assert library().found(text)[0][1].row.exercise.name == name
    rows = [LibraryRow(one) for one in exercises()]
    assert search(choices_of(rows, TODAY), text)[0].row.exercise.name == name


_WEIGHTS = st.integers(0, 99_999).map(lambda cents: cents / 100)
_SECONDS = st.integers(1, 360_000)
_METERS = st.integers(1, 1_000_000_000).map(lambda mm: parse_distance(f"{mm / 1000:.3f}", "m"))


@st.composite
def sets_of(draw: st.DrawFn, kind: ExerciseKind) -> tuple[ExerciseSet, ...]:
    def one() -> ExerciseSet:
        needs_weight = kind is ExerciseKind.WEIGHT_REPS
        weight = None
        if kind.has_weight and (needs_weight or draw(st.booleans())):
            sign = -1 if kind is ExerciseKind.ASSISTED_BODYWEIGHT else 1
            weight = Weight.of(sign * draw(_WEIGHTS), draw(st.sampled_from(Unit)))
        is_run = kind is ExerciseKind.DISTANCE_DURATION
        has_way = kind.has_distance and (not is_run or draw(st.booleans()))
        has_time = kind.has_duration and (not (is_run and has_way) or draw(st.booleans()))
        return ExerciseSet(
            new_id(),
            draw(st.sampled_from(SetType)),
            draw(st.integers(1, 9_999)) if kind.has_reps else None,
            weight,
            draw(_SECONDS) if has_time else None,
            draw(_METERS) if has_way else None,
            draw(st.none() | st.integers(2, 20).map(lambda halves: halves / 2)),
            side=draw(st.none() | st.sampled_from(Side)),
        )

    runs = [[one()] * draw(st.integers(1, 4)) for _ in range(draw(st.integers(1, 4)))]
    return tuple(each for run in runs for each in run)


@pytest.mark.parametrize("kind", ExerciseKind)
@pytest.mark.parametrize("unit", Unit)
@settings(max_examples=15)
@given(data=st.data(), is_named=st.booleans())
def test_what_is_written_is_read_back(
    kind: ExerciseKind, unit: Unit, data: st.DataObject, is_named: bool
) -> None:
    sets = data.draw(sets_of(kind))
    known = exercise(BY_KIND[kind])
    text = line_of(sets, kind, unit, known.name if is_named else "")
    reading = read_line(text, library(), unit, None if is_named else known)
    assert reading.fault is None, text
    assert reading.exercise == known
    assert [plain_set(one) for one in reading.sets] == [plain_set(one) for one in sets], text


_PIECES = st.sampled_from(
    "bench squat dip plank run 21s figure 8 100x5 5x5 140 @8 rpe rir2 x3 x 3x 8-10 +20 -15x8 60s "
    "25:00 5km 1h05 kg lb left w d f , ; - . @ × − 5/5/4 bw sets of reps \u00a0 \x00 \u0661 ( ' "
    "99999999999999999999 1:99:99 1e9 \ud83d\udcaa".split(" ")
)


@settings(max_examples=60)
@given(
    text=st.text(max_size=60) | st.lists(_PIECES, max_size=14).map(" ".join),
    current=st.sampled_from(["", *BY_KIND.values()]),
)
@example("9" * 499, BENCH)
@example("1 " * 249, BENCH)
@example("x" * 499, DIP)
@example("@" * 499, DIP)
@example("bench " + "1/" * 240, "")
@example("5x5 x5 @5 w l " * 30, BENCH)
@example("\u017f5 \u212a x\u0130", BENCH)
def test_no_text_breaks_it(text: str, current: str) -> None:
    reading = read(text, current)
    if reading.fault is not None:
        assert 0 <= reading.fault.start < reading.fault.end <= len(text)
        assert reading.fault.words.endswith(".")
        assert not reading.sets
    assert len(reading.sets) <= 100
    assert reading.name_end <= len(text)


def test_a_name_has_an_end() -> None:
    word, why = refused("the " * 30 + "100x5")
    assert (word, why.startswith("No exercise is called 'the the")) == ("the", True)
    assert read("side to side squat 8").exercise == exercise("Squat, Cossack")


def test_a_line_has_an_end() -> None:
    word, why = refused("bench " + "100x5 " * 100_000)
    assert why == f"A line has at most {MOST_CHARACTERS} characters."
    assert len(word) == 600_006 - MOST_CHARACTERS
    assert refused("100x5 x20 " * 6, BENCH)[1] == "A line has at most 100 sets."


def test_the_help_is_right() -> None:
    rows = re.findall(r"^\| `([^`|]+)` \| ([^|`]+: .+) \|$", HELP.read_text("utf-8"), re.MULTILINE)
    assert len(rows) > 25
    for text, said in rows:
        assert read(text).words == said


@pytest.mark.parametrize(
    ("text", "unit", "meters", "shown"),
    [
        ("run 5 25:00", KG, 5000, "5 km in 25:00"),
        ("run 3 25:00", LB, 4828.032, "3 mi in 25:00"),
        ("run 5km 25:00", LB, 5000, "3.11 mi in 25:00"),
        ("run 3mi 25:00", KG, 4828.032, "4.83 km in 25:00"),
    ],
)
def test_a_plain_distance_is_in_miles_beside_pounds(
    text: str, unit: Unit, meters: float, shown: str
) -> None:
    reading = read(text, "Running", unit)
    assert reading.sets[0].distance_meters == meters
    assert reading.words == f"Running: {shown}"
