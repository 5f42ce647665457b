"""What a user does with the log: one module for each kind of thing, no window needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desktop.services.accounts import AccountsService
from desktop.services.history import HistoryService
from desktop.services.library import LibraryService
from desktop.services.progress import ProgressService
from desktop.services.records import RecordsService
from desktop.services.session import SessionService
from desktop.services.store import Store
from desktop.services.templates import TemplatesService
from desktop.services.today import TodayService
from desktop.services.transfer import TransferService


@dataclass(frozen=True)
class Services:
    """Everything the window and the commands can ask for.

    store: for use cases that are not a service. check: what is wrong with the data file.
    """

    clock: Callable[[], datetime]
    accounts: AccountsService
    library: LibraryService
    templates: TemplatesService
    session: SessionService
    history: HistoryService
    progress: ProgressService
    records: RecordsService
    today: TodayService
    transfer: TransferService
    store: Store
    check: Callable[[], list[str]]
    close: Callable[[], None]
