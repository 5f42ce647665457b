"""What was typed and timed and is not stored: as it was, also after a new start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop.domain.drafts import Drafts
from desktop.ui.session.controller import SessionController

_LONGEST_SECONDS = 3600  # a stopwatch that ran on for longer was forgotten


class KeptDrafts(QObject):
    """The drafts of the open session. loaded: they have been read."""

    loaded = Signal()

    def __init__(self, controller: SessionController) -> None:
        super().__init__(controller)
        self._controller, self._context = controller, controller.context
        self._now: Drafts | None = None
        controller.opened.connect(self._load)

    def typed_in(self, set_id: UUID) -> Mapping[str, str]:
        """The texts of a set's fields that the lifter said yes to."""
        return self._now.typed.get(set_id, {}) if self._now else {}

    @property
    def running(self) -> tuple[UUID, int] | None:
        """The set whose stopwatch runs, and for how many seconds it has."""
        if self._now is None or self._now.running is None:
            return None
        set_id, since = self._now.running
        seconds = int((self._context.services.clock() - since).total_seconds())
        return (set_id, seconds) if 0 <= seconds < _LONGEST_SECONDS else None

    @property
    def unsaved(self) -> Mapping[str, str] | None:
        """The texts of the fields that hold what is no value yet; None until they are read."""
        return None if self._now is None else self._now.unsaved

    def hold(self, texts: Mapping[str, str]) -> None:
        """These texts stand in fields and are no values yet."""
        if self._now is not None and texts != self._now.unsaved:
            self._keep(replace(self._now, unsaved=dict(texts)))

    def type(self, set_id: UUID, texts: Mapping[str, str]) -> None:
        """These texts of a set's fields are the lifter's."""
        if self._now is not None:
            self._keep(replace(self._now, typed={**self._now.typed, set_id: dict(texts)}))

    def run(self, set_id: UUID, is_running: bool) -> None:
        """The stopwatch of a set was started or stopped."""
        now = self._now
        if now is None:
            return
        if is_running:
            self._keep(replace(now, running=(set_id, self._context.services.clock())))
        elif now.running is not None and now.running[0] == set_id:
            self._keep(replace(now, running=None))

    def _load(self) -> None:
        session, service = self._controller.current(), self._context.services.drafts
        user_id = self._context.user.id
        self._now = None

        def read(drafts: Drafts) -> None:
            if self._controller.session is not None and self._controller.session.id == session.id:
                self._now = drafts
                self.loaded.emit()

        self._context.tasks.read(lambda: service.of(user_id, session.id), read)

    def _keep(self, drafts: Drafts) -> None:
        self._now = drafts
        service, user_id = self._context.services.drafts, self._context.user.id
        self._context.tasks.write(lambda: service.keep(user_id, drafts), lambda _: None)
