"""Small files as other programs write them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

BENCH, SQUAT, STONE = "Bench Press (Barbell)", "Squat (Barbell)", "Backyard Stone Carry"
_HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE"
)
_WITH_UNIT = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes"
Row = tuple[str, str, float, int]


def strong(path: Path, rows: Sequence[Row]) -> Path:
    """A file of Strong that does not say its unit: (start, exercise, weight, reps) a set."""
    lines = [
        f"{start},Push,1h,{exercise},1,{weight},{reps},0,0,,,"
        for start, exercise, weight, reps in rows
    ]
    return _written(path, [_HEADER, *lines])


def strong_kg(path: Path, rows: Sequence[Row]) -> Path:
    """A file of Strong in kilograms."""
    lines = [
        f"{start},Push,{exercise},1,{weight},{reps},0,0," for start, exercise, weight, reps in rows
    ]
    return _written(path, [_WITH_UNIT, *lines])


def strong_metric(path: Path, rows: Sequence[Row]) -> Path:
    """A file of Strong's newest kind, where pounds were stored as exact kilograms."""
    header = (
        '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";'
        '"Weight (kg)";"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"'
    )
    lines = [
        f'"{n}";"{start}";"Push";"3600";"{exercise}";"1";"{weight}";"{reps}";"";"";"";"";""'
        for n, (start, exercise, weight, reps) in enumerate(rows, 1)
    ]
    return _written(path, [header, *lines])


def _written(path: Path, lines: Sequence[str]) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


TWO_DAYS: Sequence[Row] = (
    ("2024-03-04 18:05:00", BENCH, 100, 5),
    ("2024-03-04 18:05:00", STONE, 60, 8),
    ("2024-03-07 18:10:00", SQUAT, 140, 3),
)
