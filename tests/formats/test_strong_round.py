"""Any history, written in any dialect of Strong, reads back as it was."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import RepbookError
from desktop.domain.transfer import FileExercise, FileSet, FileWorkout, RepbookFile
from desktop.formats import strong
from desktop.formats.registry import read_bytes
from tests.formats.strong_files import DIALECTS, Written, written

_texts = st.text(
    st.characters(codec="utf-8", exclude_characters='\\"', exclude_categories=["C", "Z"])
    | st.sampled_from(" ;,'"),
    min_size=1,
    max_size=20,
).map(str.strip)
_names = _texts.filter(bool)
_notes = st.lists(_names, max_size=2, unique=True).map("\n".join)
_hundredths = st.integers(1, 50_000).map(lambda number: number / 100)
_sets = st.builds(
    FileSet,
    weight=st.none() | _hundredths,
    reps=st.none() | st.integers(1, 100),
    distance=st.none() | st.integers(1, 50).map(float),
    seconds=st.none() | st.integers(1, 7200),
    rpe=st.none() | st.integers(2, 20).map(lambda half: half / 2),
)
_blocks = st.builds(
    FileExercise, _names, st.lists(_sets, min_size=1, max_size=4).map(tuple), notes=_notes
)
_workouts = st.builds(
    FileWorkout,
    _names,
    st.datetimes(datetime(2010, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001
        lambda moment: moment.replace(microsecond=0)
    ),
    st.lists(_blocks, min_size=1, max_size=4).map(tuple),
    duration_seconds=st.none() | st.integers(1, 86_400),
    notes=_notes,
)
_histories = st.lists(_workouts, max_size=4, unique_by=lambda workout: workout.start)


def as_dialect(workout: FileWorkout, dialect: Written) -> FileWorkout:
    """The workout without what the dialect has no column for."""
    columns = set(dialect.columns)
    blocks = tuple(
        replace(
            block,
            notes=block.notes if "Notes" in columns else "",
            sets=tuple(
                replace(
                    one,
                    line=0,
                    unit=dialect.unit if one.weight else None,
                    rpe=one.rpe if "RPE" in columns else None,
                    distance=None if one.distance is None else round(one.distance, 3),
                )
                for one in block.sets
            ),
        )
        for block in workout.exercises
    )
    has_duration = any("Duration" in name for name in columns)
    return replace(
        workout,
        exercises=blocks,
        line=0,
        notes=workout.notes if "Workout Notes" in columns else "",
        duration_seconds=workout.duration_seconds if has_duration else None,
    )


@pytest.mark.parametrize("name", DIALECTS)
@settings(max_examples=15)
@given(history=_histories)
def test_reads_back(name: str, history: list[FileWorkout]) -> None:
    dialect = DIALECTS[name]
    file = strong.read(written(history, dialect))
    assert file.problems == ()
    assert [as_dialect(workout, dialect) for workout in file.workouts] == [
        as_dialect(workout, dialect)
        for workout in sorted(history, key=lambda workout: workout.start)
    ]


@given(st.binary(max_size=300))
def test_other_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(RepbookError, match=r"nothing was taken\."):
        read_bytes(data)


@pytest.mark.parametrize("name", DIALECTS)
@settings(max_examples=15)
@given(tail=st.binary(max_size=300) | st.text('";,\n0W1-: .', max_size=200).map(str.encode))
def test_no_row_breaks_the_reader(name: str, tail: bytes) -> None:
    header = DIALECTS[name].header.encode()
    try:
        found = read_bytes(header + b"\n" + tail)
    except RepbookError:
        return
    assert not isinstance(found, RepbookFile)


@given(history=_histories.filter(bool), data=st.data())
def test_damage_stays_where_it_is(history: list[FileWorkout], data: st.DataObject) -> None:
    dialect = DIALECTS["A5"]
    lines = written(history, dialect).decode().split("\n")
    place = data.draw(st.integers(1, len(lines) - 1))
    lines[place] = lines[place].split(",")[0] + ",damaged"
    file = strong.read("\n".join(lines).encode())
    assert [problem.line for problem in file.problems] == [place + 1]
    count = sum(len(block.sets) for workout in history for block in workout.exercises)
    found = sum(len(block.sets) for workout in file.workouts for block in workout.exercises)
    assert found == count - 1
