"""How a session comes and goes: started, finished, discarded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.session import WorkoutSession
from desktop.domain.summary import Summary
from desktop.ui.context import Context
from desktop.ui.session.store import SessionStore
from desktop.ui.undo import Step

T = TypeVar("T")


class SessionLife(SessionStore):
    """finished: (summary, sets left out).

    While one of these is under way nothing else of the kind begins: the second
    click of a double click is no second wish.
    """

    finished = Signal(object, int)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self._is_turning = False

    def start(
        self,
        request: object,
        local_start: datetime | None = None,
        minutes: int | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Store and open a session: None empty, ('template', id) or ('repeat', session id).

        local_start (on the user's clock), minutes: of one typed in after the fact.
        then: done when it is open.
        """
        if self._is_turning:
            return
        if self.session is not None:
            self.refused.emit(None, None, "This session is still open: finish or discard it first.")
            return
        how, what = request if isinstance(request, tuple) else ("", None)
        service, user_id = self.service, self.context.user.id
        template_id = what if how == "template" else None
        repeat_of = what if how == "repeat" else None

        def work() -> tuple[WorkoutSession, Changed]:
            session = service.start(
                user_id, template_id, repeat_of, local_start=local_start, minutes=minutes
            )
            return session, Changed.of(Kind.SESSIONS, session.id, said="Session started")

        def kept(result: tuple[WorkoutSession, Changed]) -> None:
            self._open(result[0])
            self._tell(None, result[1])
            if then is not None:
                then()

        self._turn(work, kept)

    def finish(self) -> None:
        """Close the session with what was ticked; `finished` brings its summary."""
        if self._is_turning:
            return
        before, service = self.current(), self.service
        if not any(one.completed_at for one in before.all_sets()):
            words = "Nothing is ticked yet: tick a set first, or discard the session."
            self.refused.emit(None, None, words)
            return
        left_out = sum(one.completed_at is None for one in before.all_sets())

        at = self.context.services.clock()  # the same when it is done again

        def close() -> Changed:
            return service.finish(before, at)

        def work() -> tuple[Summary, Changed]:
            change = close()
            return service.summary(before), change

        def kept(result: tuple[Summary, Changed]) -> None:
            summary, change = result
            self._close("finished")
            self._tell(Step("finish session", lambda: service.reopen(before), close), change)
            self.finished.emit(summary, left_out)

        self._turn(work, kept)

    def discard(self) -> None:
        """Throw the session away; undo brings it back."""
        if self._is_turning:
            return
        session_id, service = self.current().id, self.service

        def work() -> Changed:
            return service.discard(session_id)

        def kept(change: Changed) -> None:
            self._close("discarded")
            self._tell(Step("discard session", lambda: service.restore(session_id), work), change)

        self._turn(work, kept)

    def _turn(self, work: Callable[[], T], kept: Callable[[T], None]) -> None:
        """Open or close the session, once."""
        self._is_turning = True

        def done(result: T) -> None:
            self._is_turning = False
            kept(result)

        def failed(fault: Exception) -> None:
            self._is_turning = False
            self._complain(fault)

        self._submit(work, done, failed)
