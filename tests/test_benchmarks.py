"""What the speed is measured against does the same work."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tests.benchmarks import files
from tests.benchmarks.data import Log, make_log, write_strong

_FOUND = """
SELECT count(*), sum(t.reps), sum(t.reps * abs(t.weight))
FROM session_exercises e JOIN exercise_sets t ON t.session_exercise_id = e.id
JOIN workout_sessions s ON s.id = e.session_id
"""


def found(log: Log) -> tuple[float, ...]:
    with closing(log.raw()) as connection:
        return tuple(connection.execute(_FOUND).fetchone())


def test_the_floor_of_the_import_writes_what_ours_does(tmp_path: Path) -> None:
    made = make_log(tmp_path / "log", 300)
    source = tmp_path / "strong.csv"
    write_strong(made, source)
    blank = make_log(tmp_path / "blank", 0)
    ours, floor = blank.copy("ours"), blank.copy("floor")
    files.import_ours(ours, source)
    files.import_raw(floor, source)
    assert found(floor) == found(ours)
    assert found(floor)[0] > 200
