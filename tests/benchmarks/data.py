"""The logs that are measured: made by the demo, in a file made by our own migration."""

from __future__ import annotations

import csv
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from desktop.bootstrap import build
from desktop.domain.weight import Unit
from desktop.services import Services, demo
from desktop.storage.database import FILE_NAME

_STRONG = """
SELECT s.name, s.started_at, s.duration_minutes, s.notes, x.name, e.notes, t.set_number,
    t.set_type, t.weight, t.reps, t.distance_meters, t.duration_seconds, t.rpe
FROM workout_sessions s
JOIN session_exercises e ON e.session_id = s.id
JOIN exercise_sets t ON t.session_exercise_id = e.id
JOIN exercises x ON x.id = e.exercise_id
ORDER BY s.started_at, s.id, e.order_index, t.set_number
"""
_MARKS = {"warmup": "W", "drop": "D", "failure": "F"}
COLUMNS = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE"
).split(",")


@dataclass(frozen=True)
class Log:
    """A folder with a log of about that many sets."""

    folder: Path
    sets: int
    user_id: UUID

    @property
    def file(self) -> Path:
        return self.folder / FILE_NAME

    def open(self) -> Services:
        return build(self.folder)

    def copy(self, name: str) -> Log:
        """The same log in another folder, to be written to."""
        target = self.folder.with_name(name)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.folder, target)
        os.sync()  # or the disk is still busy with it when a write is measured
        return Log(target, self.sets, self.user_id)

    def raw(self) -> sqlite3.Connection:
        """The file through the standard library alone, as durable as ours."""
        connection = sqlite3.connect(self.file, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA cache_size = -16000")
        return connection


def make_log(folder: Path, sets: int) -> Log:
    """A profile with a history of about that many sets; none for 0."""
    services = build(folder)
    user = services.accounts.add("Lifter", "lifter@localhost", "Europe/Berlin", Unit.KG)
    services.accounts.opened(user.id)
    if sets:
        demo.fill(services, user.id, sets=sets)
    services.close()
    return Log(folder, sets, user.id)


def write_strong(log: Log, path: Path) -> None:
    """The log as Strong would export it."""
    with closing(log.raw()) as connection, path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in connection.execute(_STRONG):
            name, start, minutes, notes, exercise, remark, number, kind, grams, *rest = row
            reps, meters, seconds, rpe = rest
            writer.writerow(
                (
                    start[:19].replace("T", " "),
                    name,
                    f"{minutes}m",
                    exercise,
                    _MARKS.get(kind, number),
                    abs(grams or 0) / 1000,
                    reps or 0,
                    (meters or 0) / 1000,
                    seconds or 0,
                    remark,
                    notes,
                    rpe or "",
                )
            )
