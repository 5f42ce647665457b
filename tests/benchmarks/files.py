"""Files in and out."""

from __future__ import annotations

import csv
from contextlib import closing
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from desktop.domain.ids import new_id
from desktop.domain.transfer import ExportFormat, ImportAnswers, Selection
from desktop.storage.values import stamp
from tests.benchmarks.data import Log, make_log, write_strong
from tests.benchmarks.measure import Figure, in_turns, seconds

_ROUNDS = 3
_JOIN = """
SELECT s.session_date, s.started_at, s.utc_offset_minutes, s.duration_minutes, s.name,
    s.location, s.notes, x.name, e.order_index, e.notes, e.superset_group, t.set_number,
    t.set_type, t.reps, t.weight, t.weight_unit, t.duration_seconds, t.distance_meters, t.rpe
FROM workout_sessions s
CROSS JOIN session_exercises e ON e.session_id = s.id
CROSS JOIN exercise_sets t ON t.session_exercise_id = e.id
LEFT JOIN exercises x ON x.id = e.exercise_id
WHERE s.user_id = ? AND s.deleted_at IS NULL AND e.deleted_at IS NULL
    AND t.deleted_at IS NULL AND t.completed_at IS NOT NULL
ORDER BY s.session_date, s.started_at, s.id, e.order_index, t.set_number
"""


def export_csv(log: Log) -> list[Figure]:
    """A CSV file of everything, against reading the ordered rows and dropping them."""
    services, out = log.open(), log.folder.with_name("out.csv")

    def ours() -> None:
        services.transfer.export(log.user_id, out, ExportFormat.CSV, Selection(), lambda *_: None)

    def floor() -> None:
        with closing(log.raw()) as connection:
            for _ in connection.execute(_JOIN, (log.user_id.bytes,)):
                pass

    times = in_turns(ours, floor, _ROUNDS)
    services.close()
    return [Figure("CSV export / streaming the ordered join", *times, 1.5)]


def import_strong(log: Log) -> list[Figure]:
    """A Strong export into an empty log, against csv and executemany into the same tables."""
    source = log.folder.with_name("strong.csv")
    write_strong(log, source)
    blank = make_log(log.folder.with_name("blank"), 0)
    mine, theirs = [], []
    for _ in range(_ROUNDS):
        mine.append(import_ours(blank.copy("import-ours"), source))
        theirs.append(import_raw(blank.copy("import-floor"), source))
    middle = _ROUNDS // 2
    times = sorted(mine)[middle], sorted(theirs)[middle]
    return [Figure("Strong import / csv + executemany", *times, 2.0)]


def import_ours(log: Log, source: Path) -> float:
    """Seconds that our import takes."""
    services = log.open()
    transfer = services.transfer

    def work() -> None:
        preview = transfer.read(log.user_id, source, ImportAnswers())
        transfer.run(log.user_id, preview, lambda *_: None)

    taken = seconds(work)
    services.close()
    return taken


def import_raw(log: Log, source: Path) -> float:
    """Seconds that csv and executemany take."""
    with closing(log.raw()) as connection:
        exercises = dict(connection.execute("SELECT name, id FROM exercises"))

        def work() -> None:
            rows = _rows(source, log.user_id.bytes, exercises)
            connection.execute("BEGIN IMMEDIATE")
            for (table, names), batch in zip(_COLUMNS.items(), rows, strict=True):
                columns = [*names.split(), "created_at", "updated_at"]
                marks = ", ".join("?" * len(columns))
                sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"
                connection.executemany(sql, batch)
            connection.execute("COMMIT")

        return seconds(work)


# What a Strong file fills, in the order of `_rows`; created_at and updated_at follow.
_COLUMNS = {
    "workout_sessions": (
        "id user_id template_id name session_date started_at ended_at utc_offset_minutes "
        "duration_minutes location notes import_source imported_at"
    ),
    "session_exercises": (
        "id session_id exercise_id order_index notes completed_at superset_group user_id "
        "session_date started_at counted set_count rep_count volume seconds meters best_e1rm "
        "best_weight best_set_volume best_reps best_seconds best_meters best_pace e1rm_weight "
        "e1rm_reps e1rm_rpe heaviest_reps volume_weight volume_reps"
    ),
    "exercise_sets": (
        "id session_exercise_id set_number set_type reps weight weight_unit duration_seconds "
        "distance_meters rpe completed_at user_id exercise_id session_date started_at counted e1rm"
    ),
}


def _rows(
    source: Path, user: bytes, exercises: dict[str, bytes]
) -> tuple[list[Any], list[Any], list[Any]]:
    """The file's rows as rows of the three tables, with no question asked."""
    sessions, blocks, sets = [], [], []
    now = stamp(datetime.now(UTC))
    with source.open(newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        next(reader)
        for (when, name), whole in groupby(reader, itemgetter(0, 1)):
            key, day, start = new_id().bytes, when[:10], f"{when[:10]}T{when[11:]}.000Z"
            last: list[str] = []
            for place, (exercise, lines) in enumerate(groupby(whole, itemgetter(3))):
                block, target = new_id().bytes, exercises.get(exercise)
                done = []
                for number, last in enumerate(lines, 1):
                    grams, reps = round(float(last[5]) * 1000), int(last[6])
                    seconds_done, meters = int(last[8]), float(last[7]) * 1000
                    e1rm = round(grams * 36 / (37 - reps)) if reps < 13 else None
                    kind = "warmup" if last[4] == "W" else "normal"
                    rpe = float(last[11]) if last[11] else None
                    noted = (reps, grams, "kg", seconds_done, meters, rpe, start)
                    copies = (user, target, day, start, 1, e1rm)
                    done.append((new_id().bytes, block, number, kind, *noted, *copies, now, now))
                sets += done
                best = max(done, key=itemgetter(5))
                volume = sum(one[4] * one[5] for one in done)
                reps = sum(one[4] for one in done)
                sums = (1, len(done), reps, volume, 0, 0.0)
                bests = (best[16], best[5], best[4] * best[5], best[4], None, None, None)
                top = (best[5], best[4], None, best[4], best[5], best[4])
                head = (block, key, target, place, last[9], start, None, user, day, start)
                blocks.append((*head, *sums, *bests, *top, now, now))
            times = (day, start, start, 0, int(last[2][:-1]))
            sessions.append((key, user, None, name, *times, "", last[10], "strong", now, now, now))
    return sessions, blocks, sets
