"""One user action, kept as a whole or not at all."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from types import TracebackType
from uuid import UUID

from sqlalchemy import Connection

from desktop.storage.accounts import AccountRepository
from desktop.storage.database import Database
from desktop.storage.library import ExerciseRepository, kinds
from desktop.storage.session import RowBuilder, SessionRepository
from desktop.storage.templates import TemplateRepository


class UnitOfWork:
    """The repositories inside one transaction; rolled back unless committed.

    now: the moment that all rows of this action are stamped with.
    """

    def __init__(self, database: Database, now: datetime) -> None:
        self._scope: AbstractContextManager[Connection] = database.writing()
        self.now = now

    def __enter__(self) -> UnitOfWork:
        self.connection = self._scope.__enter__()
        self.accounts = AccountRepository(self.connection, self.now)
        self.exercises = ExerciseRepository(self.connection, self.now)
        self.templates = TemplateRepository(self.connection, self.now)
        self.sessions = SessionRepository(self.connection, self.now)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._scope.__exit__(kind, fault, trace)

    def builder(self, user_id: UUID | None) -> RowBuilder:
        """What makes rows of this user's sessions."""
        formula = self.accounts.preferences(user_id).formula
        return RowBuilder(kinds(self.connection), formula)

    def commit(self) -> None:
        """Keep everything, durably, before this returns."""
        self.connection.exec_driver_sql("COMMIT")
