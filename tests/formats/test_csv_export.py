"""The table for spreadsheets."""

import csv
import io
from typing import Any

import pytest

from desktop.formats.csv_export import COLUMNS, cell, write


def row(**other: Any) -> tuple[Any, ...]:
    """A row as the query hands it over."""
    fields = {
        "session_date": "2024-05-01",
        "started_at": "2024-05-01T08:00:00.250Z",
        "utc_offset_minutes": 120,
        "duration_minutes": 65,
        "session": "Push",
        "location": None,
        "session_notes": "",
        "exercise": "Bench Press",
        "order_index": 0,
        "exercise_notes": "",
        "superset_group": None,
        "set_number": 1,
        "set_type": "normal",
        "reps": 5,
        "weight": 100_000,
        "weight_unit": "kg",
        "duration_seconds": None,
        "distance_meters": None,
        "rpe": 8.5,
        "side": None,
        "set_notes": "",
    }
    assert other.keys() <= fields.keys()
    return tuple((fields | other).values())


def written(*rows: tuple[Any, ...]) -> str:
    out = io.StringIO(newline="")
    with_blocks = ((*one, one[:11]) for one in rows)
    assert write(out, with_blocks) == len(rows)
    return out.getvalue()


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_the_first_bytes_and_line_ends() -> None:
    text = written(row())
    assert text.encode().startswith(b"\xef\xbb\xbfdate,start,")
    assert text.count("\r\n") == 2
    assert text.endswith("\r\n")


def test_a_pipe_gets_no_mark() -> None:
    out = io.StringIO(newline="")
    write(out, (), mark=False)
    assert out.getvalue().startswith("date,start,")


def test_columns_stay() -> None:
    assert written() == (
        "\ufeffdate,start,utc_offset_minutes,duration_minutes,session,location,exercise,"
        "exercise_number,superset,set_number,set_type,weight,weight_unit,weight_kg,reps,"
        "duration_seconds,distance_meters,rpe,exercise_notes,session_notes,side,set_notes\r\n"
    )


def test_a_set() -> None:
    assert read(written(row())) == [
        dict(
            zip(
                COLUMNS,
                "2024-05-01|2024-05-01 10:00:00|120|65|Push||Bench Press|1||1|normal|100|kg|100|5"
                "|||8.5||||".split("|"),
                strict=True,
            )
        )
    ]


def test_a_weight_as_it_was_typed() -> None:
    rows = read(
        written(
            row(weight=81_647, weight_unit="lb"),
            row(weight=-15_000),
            row(weight=None, weight_unit=None),
            row(weight=0),
        )
    )
    assert [(one["weight"], one["weight_unit"], one["weight_kg"]) for one in rows] == [
        ("180", "lb", "81.647"),
        ("-15", "kg", "-15"),
        ("", "", ""),
        ("0", "kg", "0"),
    ]


def test_the_clock_of_the_place() -> None:
    (one,) = read(written(row(started_at="2024-05-01T02:10:00.000Z", utc_offset_minutes=-330)))
    assert (one["start"], one["utc_offset_minutes"]) == ("2024-04-30 20:40:00", "-330")


def test_numbers() -> None:
    (one,) = read(written(row(distance_meters=5000.0, duration_seconds=1500, rpe=8.0, reps=0)))
    found = (one["distance_meters"], one["duration_seconds"], one["rpe"], one["reps"])
    assert found == ("5000", "1500", "8", "0")
    (one,) = read(written(row(distance_meters=1609.344, rpe=None, superset_group=0)))
    assert (one["distance_meters"], one["rpe"], one["superset"]) == ("1609.344", "", "0")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_formulas_are_made_harmless_in_text(start: str) -> None:
    evil = start + '1+cmd|" /C calc"!A0'
    names = (
        "session",
        "location",
        "session_notes",
        "exercise",
        "exercise_notes",
        "set_notes",
    )
    (one,) = read(written(row(**dict.fromkeys(names, evil))))
    assert {one[name] for name in names} == {"'" + evil}


@pytest.mark.parametrize("text", ['a "b" c', "one,two", "one\ntwo", "one\r\ntwo", "Ünï 💪", " x "])
def test_text_comes_back(text: str) -> None:
    assert next(csv.reader(io.StringIO(cell(text), newline=""), strict=True)) == [text]


def test_each_session_and_exercise_has_its_own_cells() -> None:
    rows = read(
        written(
            row(exercise_notes="slow"),
            row(set_number=2, exercise_notes="slow"),
            row(order_index=1, exercise="Row"),
            row(session="Pull", session_notes="late"),
            row(session="Pull", session_notes="later"),
        )
    )
    names = ("session", "session_notes", "exercise", "exercise_number", "set_number")
    assert [tuple(one[name] for name in (*names, "exercise_notes")) for one in rows] == [
        ("Push", "", "Bench Press", "1", "1", "slow"),
        ("Push", "", "Bench Press", "1", "2", "slow"),
        ("Push", "", "Row", "2", "1", ""),
        ("Pull", "late", "Bench Press", "1", "1", ""),
        ("Pull", "later", "Bench Press", "1", "1", ""),
    ]


def test_more_rows_than_a_batch() -> None:
    assert len(read(written(*(row(set_number=n) for n in range(5001))))) == 5001
