"""Writing sessions to a file, whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO
from uuid import UUID

from desktop.domain.session import WorkoutSession
from desktop.domain.transfer import ExportFormat, Selection, Step
from desktop.formats import csv_export, repbook_json
from desktop.services.store import Store
from desktop.services.whole_file import whole_file
from desktop.storage.queries import history, library, templates
from desktop.storage.queries import session as sessions

_BATCH = 200


def export(
    store: Store,
    user_id: UUID,
    path: Path,
    file_format: ExportFormat,
    selection: Selection,
    step: Step,
    *,
    mark: bool = True,
) -> int:
    """Write the selection beside `path` and put it in its place when it is complete."""
    with (
        store.reading() as connection,
        whole_file(path) as handle,
        os.fdopen(handle, "w", encoding="utf-8", newline="") as out,
    ):
        return write(connection, user_id, out, file_format, selection, step, mark=mark)


def write(
    connection: sqlite3.Connection,
    user_id: UUID,
    out: TextIO,
    file_format: ExportFormat,
    selection: Selection,
    step: Step,
    *,
    mark: bool = True,
) -> int:
    """Write the selection to an open text file; how many sessions it has."""
    if file_format is ExportFormat.CSV:
        rows = history.set_rows(connection, user_id, selection)
        csv_export.write(out, rows, lambda done: step(done, 0), mark=mark)
        return history.count(connection, user_id, selection)
    keys = history.selected(connection, user_id, selection)
    whole = list(_sessions(connection, keys, step))
    template_ids = {one.template_id for one in whole if one.template_id}
    found = templates.load(connection, sorted(template_ids))
    known = library.visible(connection, user_id)
    for owner in {one.user_id for one in found.values()} - {user_id}:
        known |= library.visible(connection, owner)  # a shared template brings its exercises
    wanted = {e.exercise_id for one in whole for e in one.exercises}
    wanted |= {line.exercise_id for one in found.values() for line in one.exercises}
    text = repbook_json.dump(
        [one for one in known.values() if one.id in wanted], list(found.values()), whole
    )
    out.writelines(text)
    return len(whole)


def _sessions(
    connection: sqlite3.Connection, keys: list[UUID], step: Step
) -> Iterator[WorkoutSession]:
    for start in range(0, len(keys), _BATCH):
        step(start, len(keys))
        yield from sessions.load(connection, keys[start : start + _BATCH])
