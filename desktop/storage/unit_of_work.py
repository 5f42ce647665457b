"""One user action, kept as a whole or not at all."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from types import TracebackType
from uuid import UUID

from desktop.domain.counting import Counting
from desktop.storage.accounts import AccountRepository
from desktop.storage.database import Database
from desktop.storage.engine import Writer
from desktop.storage.library import ExerciseRepository
from desktop.storage.queries import accounts
from desktop.storage.queries.library import kinds
from desktop.storage.session import SessionRepository
from desktop.storage.session_rows import RowBuilder
from desktop.storage.templates import TemplateRepository


class UnitOfWork:
    """The repositories inside one transaction; rolled back unless committed.

    now: the moment that all rows of this action are stamped with.
    """

    def __init__(self, database: Database, now: datetime) -> None:
        self._database = database
        self._scope: AbstractContextManager[Writer] = database.writing()
        self.now = now

    def __enter__(self) -> UnitOfWork:
        self._writer = self._scope.__enter__()
        self.connection = self._writer.plain  # for queries
        core = self._writer.core
        self.accounts = AccountRepository(core, self.now)
        self.exercises = ExerciseRepository(core, self.now)
        self.templates = TemplateRepository(core, self.now)
        self.sessions = SessionRepository(core, self.now)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.exercises.has_changed or self.accounts.has_changed:
            self._database.remembered.forget()  # before the next writer can come in
        self._scope.__exit__(kind, fault, trace)

    def builder(self, user_id: UUID | None) -> RowBuilder:
        """What makes rows of this user's sessions."""
        known = self._database.remembered
        if (
            self.exercises.has_changed
            or self.accounts.has_changed
            or known.is_stale(self.connection)
        ):
            known.forget()
        if user_id not in known.counting:
            preferences = accounts.preferences(self.connection, user_id)
            known.counting[user_id] = Counting.of(preferences)
        if known.kinds is None:
            known.kinds = kinds(self.connection)
        return RowBuilder(known.kinds, known.counting[user_id])

    def commit(self) -> None:
        """Keep everything, durably, before this returns."""
        self._writer.commit()
