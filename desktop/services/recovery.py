"""What is there after an error or a crash: the file checked, and the session still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.services.store import Store
from desktop.storage.queries import history
from desktop.storage.queries import session as storage


@dataclass(frozen=True, slots=True)
class Found:
    """What a look at the data file gave.

    faults: what is wrong with it, empty when it is whole. last_saved: when a set
    was last written, on the user's clock. session: the name of the open session,
    None without one; ticked: how many of its sets are done.
    """

    faults: tuple[str, ...]
    last_saved: datetime | None
    session: str | None = None
    ticked: int = 0


class RecoveryService:
    """Looks, and changes nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def look(self, user_id: UUID | None, *, quick: bool = True) -> Found:
        """Check the file and say what it holds for a user; None: for nobody yet.

        quick: the check that SQLite calls quick, for a large log in a moment.
        """
        faults = tuple(self._store.database.check(quick=quick))
        zone = self._store.zone(user_id) if user_id is not None else ZoneInfo("UTC")
        with self._store.reading() as connection:
            last = storage.last_written(connection)
            key = history.open_session(connection, user_id) if user_id is not None else None
            found = storage.load(connection, [key])[0] if key else None
        return Found(
            faults,
            last.astimezone(zone) if last is not None else None,
            found.name or "Workout" if found is not None else None,
            sum(one.completed_at is not None for one in found.all_sets()) if found else 0,
        )
