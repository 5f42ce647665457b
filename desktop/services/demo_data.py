"""The generated history in a profile of its own: put there for a look around, taken out again."""

from __future__ import annotations

from uuid import UUID

from desktop.domain.accounts import User
from desktop.domain.changes import Changed, Kind
from desktop.domain.collecting import no_collecting
from desktop.domain.demo import DemoData
from desktop.domain.transfer import Step
from desktop.domain.weight import Unit
from desktop.services.store import Store
from desktop.storage.queries import accounts
from desktop.storage.queries import demo as queries
from desktop.storage.values import stamp

_ALL = frozenset({Kind.SESSIONS, Kind.TEMPLATES, Kind.PROFILE})


class DemoService:
    """Begin a profile with demo data, and remove just that later.

    Sessions know by their source that they were generated; the profile keeps
    the list of the templates.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, name: str, email: str, timezone: str, unit: Unit, step: Step) -> User:
        """Make a profile with a history of three years, all of it or nothing.

        step(done, total) may raise CancelledError to stop it.
        """
        from desktop.services.accounts import add_profile
        from desktop.services.demo import write

        with no_collecting(), self._store.unit_of_work() as work:
            user = add_profile(work, name, email, timezone, unit)
            templates = write(work, user, unit, source=queries.SOURCE, step=step)
            value = queries.value_of(templates, stamp(work.now))
            work.accounts.set_value(user.id, queries.NAME, value)
            step(1, 1)
            work.commit()
        return user

    def find(self, user_id: UUID) -> DemoData:
        """What would be removed."""
        with self._store.reading() as connection:
            value = accounts.values(connection, user_id).get(queries.NAME)
            if not value:
                return DemoData()
            return DemoData(
                queries.session_ids(connection, user_id),
                queries.template_ids(connection, value),
            )

    def remove(self, user_id: UUID, found: DemoData) -> Changed:
        """Take the demo data out; what the user logged, planned or imported stays."""
        with self._store.unit_of_work() as work:
            work.sessions.take_back(found.session_ids)
            for template_id in found.template_ids:
                work.templates.delete(template_id)
            work.accounts.set_value(user_id, queries.NAME, None)
            work.commit()
        return Changed(_ALL, frozenset(found.session_ids), "Demo data removed")

    def bring_back(self, user_id: UUID, found: DemoData) -> Changed:
        """Undo a removal."""
        with self._store.unit_of_work() as work:
            for template_id in found.template_ids:
                work.templates.restore(template_id)
            work.sessions.restore(work.builder(user_id), found.session_ids)
            value = queries.value_of(found.template_ids, stamp(work.now))
            work.accounts.set_value(user_id, queries.NAME, value)
            work.commit()
        return Changed(_ALL, frozenset(found.session_ids), "Demo data is back")
