"""Keeps what is typed and timed in the open session and not stored yet, for the next start."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.domain.drafts import Drafts
from desktop.services.store import Store
from desktop.storage.queries import accounts
from desktop.storage.values import moment, stamp

_NAME = "drafts"


class DraftsService:
    """One set of drafts for each profile: those of its open session."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, user_id: UUID, session_id: UUID) -> Drafts:
        """The drafts of that session; those of an earlier one count for nothing."""
        with self._store.reading() as connection:
            value = accounts.values(connection, user_id).get(_NAME)
        if not value or value["session"] != session_id.hex:
            return Drafts(session_id)
        typed = {UUID(hex=key): texts for key, texts in value["typed"].items()}
        running = value["running"]
        return Drafts(
            session_id,
            typed,
            running and (UUID(hex=running["set"]), moment(running["since"])),
            value.get("unsaved", {}),
        )

    def keep(self, user_id: UUID, drafts: Drafts) -> None:
        """Remember these in place of those before."""
        value: dict[str, Any] = {
            "session": drafts.session_id.hex,
            "typed": {key.hex: dict(texts) for key, texts in drafts.typed.items()},
            "running": drafts.running
            and {"set": drafts.running[0].hex, "since": stamp(drafts.running[1])},
            "unsaved": dict(drafts.unsaved),
        }
        with self._store.unit_of_work() as work:
            work.accounts.set_value(user_id, _NAME, value)
            work.commit()
