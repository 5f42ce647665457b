"""What a user does with the log: one module for each kind of thing, no window needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.accounts import AccountsService, SecretStore
    from desktop.services.demo_data import DemoService
    from desktop.services.drafts import DraftsService
    from desktop.services.history import HistoryService
    from desktop.services.library import LibraryService
    from desktop.services.progress import ProgressService
    from desktop.services.records import RecordsService
    from desktop.services.recovery import RecoveryService
    from desktop.services.session import SessionService
    from desktop.services.store import Store
    from desktop.services.templates import TemplatesService
    from desktop.services.today import TodayService
    from desktop.services.transfer import TransferService


class Services:
    """Everything the window and the commands can ask for.

    A service is imported and made when it is first asked for: the first page
    needs three of them, and the start should not wait for the others.
    store: for use cases that are not a service.
    """

    def __init__(self, store: Store, keychain: SecretStore) -> None:
        self.store = store
        self._keychain = keychain

    @property
    def clock(self) -> Callable[[], datetime]:
        """What tells the time: aware, in UTC, to the millisecond."""
        return self.store.clock

    @cached_property
    def accounts(self) -> AccountsService:
        """Profiles and what each prefers."""
        from desktop.services.accounts import AccountsService

        return AccountsService(self.store, self._keychain)

    @cached_property
    def library(self) -> LibraryService:
        """Exercises."""
        from desktop.services.library import LibraryService

        return LibraryService(self.store)

    @cached_property
    def templates(self) -> TemplatesService:
        """Plans for sessions."""
        from desktop.services.templates import TemplatesService

        return TemplatesService(self.store)

    @cached_property
    def session(self) -> SessionService:
        """The session under way."""
        from desktop.services.session import SessionService

        return SessionService(self.store, self.records)

    @cached_property
    def history(self) -> HistoryService:
        """Finished sessions."""
        from desktop.services.history import HistoryService

        return HistoryService(self.store)

    @cached_property
    def progress(self) -> ProgressService:
        """What charts show."""
        from desktop.services.progress import ProgressService

        return ProgressService(self.store)

    @cached_property
    def records(self) -> RecordsService:
        """Personal records."""
        from desktop.services.records import RecordsService

        return RecordsService(self.store)

    @cached_property
    def today(self) -> TodayService:
        """The first page."""
        from desktop.services.today import TodayService

        return TodayService(self.store, self.records)

    @cached_property
    def transfer(self) -> TransferService:
        """Files in and out."""
        from desktop.services.transfer import TransferService

        return TransferService(self.store)

    @cached_property
    def demo(self) -> DemoService:
        """The generated history in a profile of its own."""
        from desktop.services.demo_data import DemoService

        return DemoService(self.store)

    @cached_property
    def drafts(self) -> DraftsService:
        """What is typed in sets that are not ticked yet."""
        from desktop.services.drafts import DraftsService

        return DraftsService(self.store)

    def prepare_to_write(self) -> None:
        """Import what writes need before the first one is wanted."""
        self.store.prepare_to_write()

    def keep_copy(self) -> None:
        """Copy the log as it is today, unless nothing is new in it."""
        from desktop.services.copies import keep_copy

        keep_copy(self.store)

    def check(self, *, quick: bool = False) -> list[str]:
        """What is wrong with the data file; empty when nothing is."""
        return self.store.database.check(quick=quick)

    @cached_property
    def recovery(self) -> RecoveryService:
        """What is there after an error or a crash."""
        from desktop.services.recovery import RecoveryService

        return RecoveryService(self.store)

    def close(self) -> None:
        """Let go of the data file."""
        self.store.database.close()
