"""The traps of Strong's exports, one by one."""

from datetime import datetime

import pytest

from desktop.domain.errors import InvalidInputError
from desktop.domain.session import SetType
from desktop.domain.transfer import FileWorkout, ImportFile, Problem
from desktop.domain.weight import Unit
from desktop.formats import strong
from tests.formats.strong_files import DIALECTS

A5 = DIALECTS["A5"].header
B4 = DIALECTS["B4"].header
C = DIALECTS["C"].header
DAY = "2024-05-01 10:00:00"


def read(header: str, *rows: str) -> ImportFile:
    return strong.read("\n".join([header, *rows]).encode())


def only(file: ImportFile) -> FileWorkout:
    (workout,) = file.workouts
    return workout


def a5(order: object = 1, weight: str = "80.0", **other: object) -> str:
    """A row of the commonest dialect."""
    cells = {"date": DAY, "name": "Push", "duration": "1h", "exercise": "Bench", "reps": 5}
    cells |= {"distance": 0, "seconds": 0, "notes": "", "more": "", "rpe": ""} | other
    c = cells
    return (
        f"{c['date']},{c['name']},{c['duration']},{c['exercise']},{order},{weight},{c['reps']},"
        f"{c['distance']},{c['seconds']},{c['notes']},{c['more']},{c['rpe']}"
    )


def c_row(order: str, number: int = 1, exercise: str = "Squat", **other: str) -> str:
    cells = {"weight": "", "reps": "", "rpe": "", "meters": "", "seconds": "", "notes": ""}
    cells |= other
    row = [str(number), DAY, "Legs", "3600", exercise, order, *cells.values(), other.get("w", "")]
    return ";".join(f'"{text}"' for text in row[:13])


@pytest.mark.parametrize("name", DIALECTS)
def test_sniffs_every_dialect(name: str) -> None:
    header = DIALECTS[name].header
    assert strong.sniff(header.encode())
    assert strong.sniff(("\ufeff" + header + "\r\n" + "x,y").encode())


def test_sniffs_a_head_that_ends_within_a_character() -> None:
    head = ("\ufeff" + A5 + "\n" + a5(1, exercise="Übung")).encode()
    assert strong.sniff(head[: head.index("Ü".encode()) + 1])
    assert strong.sniff((A5 + "\n" + a5(1)).encode("utf-16")[:-1])


@pytest.mark.parametrize(
    "head", [b"", b"{", b"Date,Exercise,Category,Weight", b"\xff\xfe\x00", b"a\rb"]
)
def test_sniffs_nothing_else(head: bytes) -> None:
    assert not strong.sniff(head)


def test_refuses_what_is_no_export() -> None:
    with pytest.raises(InvalidInputError, match="nothing was taken"):
        strong.read(b"Date,Exercise\n2024-01-01,Bench")
    with pytest.raises(InvalidInputError, match="no column for reps"):
        strong.read(A5.replace("Reps", "Raps").encode())


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("W", SetType.WARM_UP),
        ("WARM_UP", SetType.WARM_UP),
        ("D", SetType.DROP),
        ("DROP_SET", SetType.DROP),
        ("F", SetType.FAILURE),
        ("FAILURE", SetType.FAILURE),
        ("7", SetType.NORMAL),
        ("7.0", SetType.NORMAL),
    ],
)
def test_set_orders(tag: str, kind: SetType) -> None:
    file = read(A5, a5(tag))
    assert only(file).exercises[0].sets[0].set_type is kind
    assert file.problems == ()


def test_unknown_set_order_is_a_normal_set() -> None:
    file = read(A5, a5("X"))
    assert only(file).exercises[0].sets[0].set_type is SetType.NORMAL
    assert [(one.line, one.left_out) for one in file.problems] == [(2, False)]


def test_blocks_split_where_the_order_does_not_rise() -> None:
    file = read(A5, *(a5(order) for order in (1, 2, "D", 1, 2, 3)))
    assert [len(block.sets) for block in only(file).exercises] == [3, 3]


def test_warm_ups_open_the_next_block() -> None:
    file = read(A5, *(a5(order) for order in ("W", 1, 2, "W", "W", 1, "F")))
    kinds = [[one.set_type for one in block.sets] for block in only(file).exercises]
    up, normal = SetType.WARM_UP, SetType.NORMAL
    assert kinds == [[up, normal, normal], [up, up, normal, SetType.FAILURE]]


def test_an_exercise_may_come_back() -> None:
    file = read(A5, a5(1), a5(1, exercise="Row"), a5(1))
    assert [block.name for block in only(file).exercises] == ["Bench", "Row", "Bench"]


def test_rest_timers_are_no_sets() -> None:
    file = read(A5, a5(1), f"{DAY},Push,1h,Bench,Rest Timer,0,0.0,0,120.0,,,", a5(2))
    assert [one.line for one in only(file).exercises[0].sets] == [2, 4]
    assert file.problems == ()


def test_notes_of_dialect_c() -> None:
    file = read(
        C,
        c_row("Note", notes="Belt on"),
        c_row("1", weight="100.0", reps="5"),
        c_row("Rest Timer", seconds="110.0"),
        c_row("Note"),
        c_row("2", weight="100.0", reps="5"),
        c_row("Note", exercise="Row", notes="Skipped, back hurts"),
    )
    workout = only(file)
    assert [(block.notes, len(block.sets)) for block in workout.exercises] == [("Belt on", 2)]
    assert workout.notes == "Row: Skipped, back hurts"
    assert file.problems == ()


def test_float_noise_is_rounded() -> None:
    file = read(A5, a5(1, "149.99999999999997", reps="8.0", seconds="29.6"))
    one = only(file).exercises[0].sets[0]
    assert (one.weight, one.reps, one.seconds) == (150.0, 8, 30)


def test_unused_values_are_none() -> None:
    for file in (
        read(A5, a5(1, "0.0", reps="0.0", seconds="0.0")),
        read(B4, f"{DAY};Push;Bench;1;;;;;;;0;;;"),
    ):
        one = only(file).exercises[0].sets[0]
        assert (one.weight, one.unit, one.reps, one.distance, one.seconds, one.rpe) == (None,) * 6


def test_decimal_comma_only_between_semicolons() -> None:
    file = read(B4, f"{DAY};Push;Run;1;32,5;kg;5;9,5;3,45;km;0;;;1h 14m")
    one = only(file).exercises[0].sets[0]
    assert (one.weight, one.unit, one.rpe, one.distance) == (32.5, Unit.KG, 9.5, 3450.0)
    file = read(A5, a5(1, '"32,5"'))
    assert file.workouts == ()
    assert file.problems == (Problem(2, "Weight: '32,5' is not a number."),)


def test_units_by_row() -> None:
    rows = (("kg", "km"), ("lbs", "mi."), ("lb", "mi"))
    file = read(B4, *(f"{DAY};A;B;{n};50;{u};1;;2;{d};0;;;" for n, (u, d) in enumerate(rows)))
    assert [(one.unit, one.distance) for one in only(file).exercises[0].sets] == [
        (Unit.KG, 2000.0),
        (Unit.LB, 3218.688),
        (Unit.LB, 3218.688),
    ]
    assert file.has_unit


def test_a_row_without_its_unit() -> None:
    file = read(B4, f"{DAY};A;B;1;50;;1;;2;;0;;;", f"{DAY};A;B;2;50;stone;1;;;;0;;;")
    (one,) = only(file).exercises[0].sets
    assert (one.weight, one.unit, one.distance) == (50.0, None, None)
    assert not file.has_unit
    assert [(each.line, each.left_out) for each in file.problems] == [(2, False), (3, True)]


def test_pounds_are_guessed_from_kilograms_only_when_they_fit() -> None:
    pounds = [str(count * 0.45359237) for count in (45, 135, 187.5, 225)]
    file = read(C, *(c_row(str(n), weight=w, reps="5") for n, w in enumerate(pounds)))
    assert file.suggested_unit is Unit.LB
    assert [round((one.weight or 0) / 0.45359237, 2) for one in only(file).exercises[0].sets] == [
        45,
        135,
        187.5,
        225,
    ]
    kilograms = ("20.0", "62.5", "100.0", "65.181223569")
    file = read(C, *(c_row(str(n), weight=w, reps="5") for n, w in enumerate(kilograms)))
    assert file.suggested_unit is None


@pytest.mark.parametrize(("rpe", "found"), [("6.5", 6.5), ("10", 10.0), ("0", None), ("", None)])
def test_rpe(rpe: str, found: float | None) -> None:
    file = read(A5, a5(1, rpe=rpe))
    assert only(file).exercises[0].sets[0].rpe == found
    assert file.problems == ()


@pytest.mark.parametrize("rpe", ["11", "0.5", "8.3", "hard", "NaN", "-8"])
def test_bad_rpe_is_dropped_and_the_set_kept(rpe: str) -> None:
    file = read(A5, a5(1, rpe=rpe))
    assert only(file).exercises[0].sets[0].rpe is None
    assert [(one.line, one.left_out) for one in file.problems] == [(2, False)]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("55s", 55),
        ("38m", 2280),
        ("1h", 3600),
        ("1h 12m", 4320),
        ("21min", 1260),
        ("1h 52min", 6720),
        ("24h", 86_400),
        ("4848", 4848),
        ("", None),
        ("0s", None),
    ],
)
def test_durations(text: str, seconds: int | None) -> None:
    file = read(A5, a5(1, duration=text))
    assert only(file).duration_seconds == seconds
    assert file.problems == ()


@pytest.mark.parametrize("text", ["264h 1m", "1297540", "nope", "1h x", "5 apples"])
def test_durations_that_cannot_be(text: str) -> None:
    file = read(A5, a5(1, duration=text), a5(2, duration=text))
    assert only(file).duration_seconds is None
    assert [(one.line, one.left_out) for one in file.problems] == [(2, False)]


@pytest.mark.parametrize(
    ("first", "second", "month"),
    [
        ("11/18/2024 15:04", "1/2/2024 9:05", 1),
        ("18/11/2024 15:04", "1/2/2024 9:05", 2),
        ("18.11.2024 15:04", "1.2.2024 9:05", 2),
        ("11/18/24 3:04 PM", "1/2/24 9:05 AM", 1),
    ],
)
def test_dates_that_a_spreadsheet_rewrote(first: str, second: str, month: int) -> None:
    file = read(A5, a5(1, date=second), a5(1, date=first))
    starts = [workout.start for workout in file.workouts]
    day = 3 - month
    assert starts == [
        datetime(2024, month, day, 9, 5),  # noqa: DTZ001
        datetime(2024, 11, 18, 15, 4),  # noqa: DTZ001
    ]


@pytest.mark.parametrize(
    "date", ["", "not-a-date", "2024-02-30 10:00:00", "0001-01-01", "13/13/24 1:00"]
)
def test_rows_without_a_date(date: str) -> None:
    file = read(A5, a5(1, date=date), a5(1))
    assert [(one.line, one.left_out) for one in file.problems] == [(2, True)]
    assert len(file.workouts) == 1


def test_workouts_are_sorted_and_their_rows_are_not() -> None:
    late, early = "2024-05-02 10:00:00", "2024-05-01 10:00:00"
    file = read(A5, a5(1, date=late), a5(2, date=late), a5(1, date=early))
    assert [workout.line for workout in file.workouts] == [4, 2]
    assert [one.line for one in file.workouts[1].exercises[0].sets] == [2, 3]


def test_two_workouts_may_start_at_once() -> None:
    file = read(A5, a5(1, name="Legs"), a5(1, name="Arms"), a5(2, name=""))
    assert [(one.name, len(one.exercises[0].sets)) for one in file.workouts] == [
        ("Legs", 1),
        ("Arms", 2),
    ]


def test_unescaped_quotes_and_raw_newlines() -> None:
    file = read(
        C,
        c_row("1", weight="60.0", reps="5"),
        c_row("2", weight="60.0", reps="5", notes='coach said "go"; then\n"5" more'),
        c_row("1", number=2, weight="70.0", reps="5", exercise='Press 1" pin'),
    )
    lines = [one.line for workout in file.workouts for b in workout.exercises for one in b.sets]
    assert lines == [2, 3, 5]
    assert file.workouts[0].exercises[0].notes == 'coach said "go"; then\n"5" more'
    assert file.workouts[1].exercises[0].name == 'Press 1" pin'
    assert file.problems == ()


def test_unescaped_quotes_among_bare_cells() -> None:
    file = read(A5, a5(1, notes='"felt "great" today"'), a5(2, notes='"a ""b"", c "d" e"'), a5(3))
    (block,) = only(file).exercises
    assert block.notes == 'felt "great" today\na "b", c "d" e'
    assert [one.line for one in block.sets] == [2, 3, 4]


def test_quotes_that_can_be_read_in_two_ways_cost_their_row() -> None:
    file = read(A5, a5(1, notes='"felt "great", truly"'), a5(2))
    assert [one.line for one in only(file).exercises[0].sets] == [3]
    assert [(one.line, one.left_out) for one in file.problems] == [(2, True)]


def test_a_quote_that_never_closes_costs_one_row() -> None:
    file = read(A5, a5(1), a5(2, notes='"open'), *(a5(order) for order in range(3, 3000)))
    assert len(only(file).exercises[0].sets) == 2999
    assert file.problems == ()


def test_rows_of_another_width() -> None:
    file = read(A5, a5(1), a5(2), "", a5(3) + ",x", f"{DAY},Push,1h,Bench,4,8")
    assert len(only(file).exercises[0].sets) == 2
    assert [one.line for one in file.problems] == [5, 6]


@pytest.mark.parametrize("cell", ["1e10", "Infinity", "nan", "1_0", "eighty", "--5", "١٢"])
def test_numbers_that_are_none(cell: str) -> None:
    assert read(A5, a5(1, cell)).problems[0].left_out
    assert read(A5, a5(1, reps=cell)).problems[0].left_out
    assert read(A5, a5(1, reps="2.5")).problems[0].text == "'2.5' is no whole number of reps."


def test_other_encodings() -> None:
    text = "\r\n".join([A5, a5(1, exercise="Élévation")])
    assert only(strong.read(text.encode("utf-16"))).exercises[0].name == "Élévation"
    file = strong.read(text.encode("cp1252"))
    assert only(file).exercises[0].name == "Élévation"
    assert [(one.line, one.left_out) for one in file.problems] == [(0, False)]
