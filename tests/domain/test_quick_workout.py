"""A workout that was written somewhere else is read line by line."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.domain.ids import new_id
from desktop.domain.quick_heading import Heading
from desktop.domain.quick_workout import MOST_LINES, PastedWorkout, read_workout, session_of
from desktop.domain.weight import Unit
from tests.domain.library_names import library

BENCH, SQUAT, DIP = "Bench Press (Barbell)", "Squat (Barbell)", "Dip"
DAY = date(2026, 11, 20)
HELP = Path(__file__).parents[2] / "resources" / "help" / "logging.md"
WHOLE = """Push A 2026-11-20 18:30 75min

bench 60x10w 100x5@8 x3
- incline bench 80x8
* 80x7

1. dip 12
2) +10x8
"""


def read(text: str) -> PastedWorkout:
    return read_workout(text, library(), Unit.KG)


def blocks(text: str) -> list[tuple[str, int]]:
    return [(exercise.name, len(sets)) for exercise, sets in read(text).blocks]


def test_a_whole_workout() -> None:
    workout = read(WHOLE)
    assert workout.first_fault is None
    assert workout.heading == Heading("Push A", DAY, time(18, 30), 75)
    assert blocks(WHOLE) == [(BENCH, 4), ("Bench Press, Incline (Barbell)", 2), (DIP, 2)]
    assert [line.text for line in workout.lines] == WHOLE.split("\n")
    assert workout.lines[4].reading is not None
    assert workout.lines[4].reading.words == "Bench Press, Incline (Barbell): 80 kg × 7"


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("2026-11-20", Heading(day=DAY)),
        ("Legs", Heading("Legs")),
        ("# Legs", Heading("Legs")),
        ("Push A 75min", Heading("Push A", minutes=75)),
        ("Legs, 20.11.2026", Heading("Legs", DAY)),
        ("20 Nov 2026 Legs 1h 15min", Heading("Legs", DAY, minutes=75)),
        ("Legs - November 20, 2026, 6:30 pm", Heading("Legs", DAY, time(18, 30))),
        ("2026-11-20 12:05am 1h05", Heading("", DAY, time(0, 5), 65)),
        ("Legs\nFriday, 20 November 2026 at 18:30", Heading("Legs", DAY, time(18, 30))),
        ("2026-11-20\nLegs", Heading("Legs", DAY)),
    ],
)
def test_headings(text: str, heading: Heading) -> None:
    workout = read(f"{text}\n\nsquat 5x5 140")
    assert workout.heading == heading
    assert workout.first_fault is None
    assert blocks(text + "\nsquat 5x5 140") == [(SQUAT, 5)]


def test_the_first_line_may_be_an_exercise_already() -> None:
    for text in (
        "squat 140x5\n140x5",
        "Squat (Barbell)\n140x5\n140x5",
        "squat barb\nSet 1: 140 kg × 5 x2",
    ):
        assert read(text).heading == Heading()
        assert blocks(text) == [(SQUAT, 2)]
    assert read("run 25:00").heading == Heading()
    assert blocks("run 25:00") == [("Running", 1)]


def test_faults_stand_at_their_lines() -> None:
    workout = read("bench 100x5\n- 100x5abc\nbnech 90x5\nsquat 140x")
    found = [(n, line.fault) for n, line in enumerate(workout.lines) if line.fault]
    assert [n for n, _ in found] == [1, 2, 3]
    assert workout.first_fault == 1
    words = [workout.lines[n].text[fault.start : fault.end] for n, fault in found]
    assert words == ["abc", "bnech", "x"]
    assert not any(fault.is_open for _, fault in found)


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("2026-13-40\nbench 100x5", 0, "2026-13-40"),
        ("Legs 2026-11-20 26:00\nbench 100x5", 0, "26:00"),
        ("Legs 2026-11-20 2000min", 0, "2000min"),
        ("bench 100x5\n2026-11-21 Legs\nsquat 140x5", 1, "2026-11-21"),
        ("100x5", 0, "100x5"),
    ],
)
def test_what_no_heading_can_say(text: str, place: int, word: str) -> None:
    line = read(text).lines[place]
    assert line.fault is not None
    assert line.text[line.fault.start : line.fault.end] == word


def test_an_exercise_that_comes_again_is_another_block() -> None:
    assert blocks("bench 100x5\ndip 12\nbench 100x5") == [(BENCH, 1), (DIP, 1), (BENCH, 1)]


def test_the_session_is_over_with_every_set_ticked_at_its_end() -> None:
    local = datetime(2026, 11, 20, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    session = session_of(read(WHOLE).blocks, new_id(), "Push A", local, 75)
    end = datetime(2026, 11, 19, 23, 45, tzinfo=UTC)
    assert (session.session_date, session.utc_offset_minutes) == (DAY, 120)
    assert (session.ended_at, session.duration_minutes) == (end, 75)
    assert {one.completed_at for one in session.all_sets()} == {end}
    assert {one.completed_at for one in session.exercises} == {end}
    unknown = session_of([], new_id(), "Push A", local, None)
    assert (unknown.ended_at, unknown.duration_minutes) == (unknown.started_at, None)


@settings(max_examples=60)
@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            [
                "bench",
                "100x5",
                "- 5",
                "2026-11-20",
                "99.99.2026",
                "# x",
                "Set 1:",
                "1.",
                "25:99",
                "",
            ]
        ),
        max_size=12,
    ).map("\n".join)
)
@example("\u2028\x0b\x1c\r\r\n")
@example("1 Jan 0000")
def test_no_text_breaks_it(text: str) -> None:
    workout = read(text)
    for line in workout.lines:
        if line.fault:
            assert 0 <= line.fault.start < line.fault.end <= len(line.text)


def test_a_text_has_an_end() -> None:
    workout = read("bench 100x5\n" * 100_000)
    assert len(workout.lines) == MOST_LINES + 1
    assert workout.first_fault == MOST_LINES


def test_the_example_of_the_help_is_right() -> None:
    [text] = re.findall(r"```\n(.*?)```", HELP.read_text("utf-8"), re.DOTALL)
    workout = read(text)
    assert workout.first_fault is None
    assert workout.heading == Heading("Push A", DAY, time(18, 30), 75)
    assert blocks(text) == [(BENCH, 4), ("Bench Press, Incline (Barbell)", 2), (DIP, 3)]
