"""Builds everything once and hands it over; no Qt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.keychain import Keychain
from desktop.paths import resources_dir
from desktop.services import Services
from desktop.services.store import Clock, Store, utc_now
from desktop.storage.database import FILE_NAME, Database

if TYPE_CHECKING:
    from desktop.services.accounts import SecretStore


def build(data_dir: Path, clock: Clock = utc_now, keychain: SecretStore | None = None) -> Services:
    """The services over the data in that folder, which is made when it is not there.

    Raises RepbookError when the data cannot be used.
    """
    store = Store(Database(data_dir / FILE_NAME), clock)
    services = Services(store, keychain or Keychain())
    services.library.fill(resources_dir() / "exercises.json")
    return services
