"""Files in and out: what other programs wrote, and what the user takes along."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from desktop.domain.changes import Changed, Kind
from desktop.domain.collecting import no_collecting
from desktop.domain.transfer import (
    ExportFormat,
    ImportAnswers,
    ImportFile,
    ImportPreview,
    ImportResult,
    RepbookFile,
    Selection,
    Step,
)
from desktop.formats.registry import read_file
from desktop.services.export_file import export
from desktop.services.import_repbook import RepbookImport
from desktop.services.import_workouts import WorkoutsImport
from desktop.services.store import Store
from desktop.storage.queries import accounts, history

_ALL = frozenset({Kind.SESSIONS, Kind.EXERCISES, Kind.TEMPLATES})


class TransferService:
    """Import with a preview, export as a whole."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(
        self, user_id: UUID, path: Path, answers: ImportAnswers | None = None
    ) -> ImportPreview:
        """Read a file and say what importing it would do; nothing is changed.

        Raises RepbookError when the file cannot be read or is no such export.
        """
        importer = self._importer(user_id, read_file(path))
        if answers is None:
            with self._store.reading() as connection:
                unit = accounts.preferences(connection, user_id).unit
            answers = importer.suggested(unit)
        return importer.preview(answers)

    def again(self, user_id: UUID, preview: ImportPreview, answers: ImportAnswers) -> ImportPreview:
        """The same file under other answers."""
        return self._importer(user_id, preview.file).preview(answers)

    def run(
        self, user_id: UUID, preview: ImportPreview, step: Step
    ) -> tuple[ImportResult, Changed]:
        """Import in one transaction; step(done, total) may raise CancelledError to stop it."""
        with no_collecting():
            result = self._importer(user_id, preview.file).run(preview.answers, step)
        return result, Changed(_ALL, frozenset(result.session_ids), _said(result))

    def undo(self, result: ImportResult) -> Changed:
        """Take an import back: what it added goes, what it changed is as before."""
        with self._store.unit_of_work() as work:
            work.sessions.take_back(result.session_ids)
            work.sessions.delete(result.restored_ids)
            for before, _ in result.replaced:
                work.sessions.save(work.builder(before.user_id), before)
            work.exercises.delete(result.exercise_ids)
            for template_id in result.template_ids:
                work.templates.delete(template_id)
            work.commit()
        return Changed(_ALL, frozenset(result.session_ids), "Import taken back")

    def redo(self, user_id: UUID, result: ImportResult) -> Changed:
        """Do an import that was taken back again."""
        with self._store.unit_of_work() as work:
            builder = work.builder(user_id)
            work.exercises.undelete(result.exercise_ids)
            for template_id in result.template_ids:
                work.templates.restore(template_id)
            for _, after in result.replaced:
                work.sessions.save(builder, after)
            work.sessions.restore(builder, (*result.session_ids, *result.restored_ids))
            work.commit()
        return Changed(_ALL, frozenset(result.session_ids), _said(result))

    def count(self, user_id: UUID, selection: Selection) -> int:
        """How many sessions an export of the selection would hold."""
        with self._store.reading() as connection:
            return history.count(connection, user_id, selection)

    def export(
        self,
        user_id: UUID,
        path: Path,
        file_format: ExportFormat,
        selection: Selection,
        step: Step,
        *,
        mark: bool = True,
    ) -> int:
        """Write sessions to a file, whole or not at all; how many there were.

        mark: a table begins with the byte order mark that Excel needs.
        """
        with no_collecting():
            return export(self._store, user_id, path, file_format, selection, step, mark=mark)

    def _importer(
        self, user_id: UUID, file: ImportFile | RepbookFile
    ) -> WorkoutsImport | RepbookImport:
        if isinstance(file, ImportFile):
            return WorkoutsImport(self._store, user_id, file)
        return RepbookImport(self._store, user_id, file)


def _said(result: ImportResult) -> str:
    parts = [f"{result.added:,} workouts added"]
    if result.updated:
        parts.append(f"{result.updated:,} brought up to date")
    if result.known:
        parts.append(f"{result.known:,} were here already")
    return ", ".join(parts)
