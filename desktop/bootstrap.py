"""Builds everything once and hands it over; no Qt."""

from __future__ import annotations

from pathlib import Path

from desktop.keychain import Keychain
from desktop.paths import resources_dir
from desktop.services import Services
from desktop.services.accounts import AccountsService, SecretStore
from desktop.services.history import HistoryService
from desktop.services.library import LibraryService
from desktop.services.progress import ProgressService
from desktop.services.records import RecordsService
from desktop.services.session import SessionService
from desktop.services.store import Clock, Store, utc_now
from desktop.services.templates import TemplatesService
from desktop.services.today import TodayService
from desktop.services.transfer import TransferService
from desktop.storage.database import FILE_NAME, Database


def build(
    data_dir: Path, clock: Clock = utc_now, keychain: SecretStore | None = None
) -> Services:
    """The services over the data in that folder, which is made when it is not there.

    Raises RepbookError when the data cannot be used.
    """
    store = Store(Database(data_dir / FILE_NAME), clock)
    library = LibraryService(store)
    library.fill(resources_dir() / "exercises.json")
    records = RecordsService(store)
    return Services(
        clock=clock,
        accounts=AccountsService(store, keychain or Keychain()),
        library=library,
        templates=TemplatesService(store),
        session=SessionService(store, records),
        history=HistoryService(store),
        progress=ProgressService(store),
        records=records,
        today=TodayService(store, records),
        transfer=TransferService(store),
        store=store,
        check=store.database.check,
        close=store.database.close,
    )
