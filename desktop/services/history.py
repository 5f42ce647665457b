"""Sessions that are over: find, read, delete, count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from desktop.domain.changes import Changed, Kind
from desktop.domain.collecting import no_collecting
from desktop.domain.errors import NotFoundError
from desktop.domain.history import HistoryRow, SessionName, Stats
from desktop.domain.session import WorkoutSession
from desktop.services.store import Store
from desktop.storage.queries import history as storage
from desktop.storage.queries import session as sessions


class HistoryService:
    """The log so far."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(
        self,
        user_id: UUID,
        text: str = "",
        first: date | None = None,
        last: date | None = None,
        limit: int | None = None,
    ) -> list[HistoryRow]:
        """Finished sessions, newest first; text is looked for in names, notes and exercises."""
        with no_collecting(), self._store.reading() as connection:
            return storage.rows(connection, user_id, text, first, last, limit)

    def names(self, user_id: UUID) -> list[SessionName]:
        """Every finished session by its name and day, newest first."""
        with self._store.reading() as connection:
            return storage.names(connection, user_id)

    def get(self, session_id: UUID) -> WorkoutSession:
        """A whole session."""
        with self._store.reading() as connection:
            found = sessions.load(connection, [session_id])
        if not found:
            raise NotFoundError("This session is not there any more.")
        return found[0]

    def delete(self, session_ids: Sequence[UUID]) -> Changed:
        """Delete sessions; they can be restored."""
        with self._store.unit_of_work() as work:
            work.sessions.delete(session_ids)
            work.commit()
        return _changed(session_ids, "deleted")

    def restore(self, session_ids: Sequence[UUID]) -> Changed:
        """Bring deleted sessions back."""
        with self._store.unit_of_work() as work:
            if session_ids:
                owner = work.sessions.get(session_ids[0], deleted=True).user_id
                work.sessions.restore(work.builder(owner), session_ids)
            work.commit()
        return _changed(session_ids, "restored")

    def stats(self, user_id: UUID) -> Stats:
        """The whole log in numbers: of the finished sessions, which `rows` lists."""
        with self._store.reading() as connection:
            return storage.stats(connection, user_id)


def _changed(session_ids: Sequence[UUID], what: str) -> Changed:
    count = len(session_ids)
    said = f"{count} session{'s' if count != 1 else ''} {what}"
    return Changed.of(Kind.SESSIONS, *session_ids, said=said)
