"""The session that is chosen in the table: read into the pane beside it, and kept when edited."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.domain.changes import Changed
from desktop.domain.errors import NotFoundError
from desktop.domain.records import Record
from desktop.domain.session import SetPlace, WorkoutSession
from desktop.ui.context import Context
from desktop.ui.history.detail import SessionDetail
from desktop.ui.widgets.settling import settling
from desktop.ui.widgets.table import Table

_SETTLE_MS = 100


class ChosenSession(QObject):
    """Brings the detail up to date with the table's choice, and stores the detail's edits."""

    def __init__(self, context: Context, table: Table, detail: SessionDetail) -> None:
        super().__init__(detail)
        self._context = context
        self._table = table
        self._detail = detail
        self._reads = self._unkept = 0
        self._awaited: SetPlace | None = None
        # a session is read when the choice stands still, not at every row that is passed
        self._settle = settling(self, _SETTLE_MS, self.show)
        table.selectionModel().selectionChanged.connect(self._on_selection)
        detail.edited.connect(self._keep)

    def await_set(self, place: SetPlace | None) -> None:
        """Go to that set as soon as its session is shown; None: to none."""
        self._awaited = place

    def show(self) -> None:
        """Show what is chosen now."""
        self._settle.stop()
        rows = self._table.selected_rows()
        if len(rows) != 1:
            self._awaited = None
            self._detail.show_several(rows)
            return
        if self._awaited is not None and self._awaited.session_id != rows[0].id:
            self._awaited = None  # another session was chosen meanwhile
        if self._unkept:
            self._meet_awaited()
            return
        self._reads += 1
        session_id, number, services = rows[0].id, self._reads, self._context.services

        def work() -> tuple[WorkoutSession, tuple[Record, ...]]:
            session = services.history.get(session_id)
            return session, services.session.records_fallen(session)

        def show(found: tuple[WorkoutSession, tuple[Record, ...]]) -> None:
            chosen = self._table.selected_rows()
            is_current = len(chosen) == 1 and chosen[0].id == session_id
            # what was read before a later change or another read was asked for is old
            if is_current and number == self._reads:
                self._detail.show_session(*found)
                self._meet_awaited()

        def failed(fault: Exception) -> None:
            # one that has just been deleted goes from the table too
            if not isinstance(fault, NotFoundError):
                self._context.tasks.faulted.emit(fault)

        self._context.tasks.read(work, show, failed)

    def _meet_awaited(self) -> None:
        """Go to the set that was asked for, if its session is what is shown."""
        awaited, shown = self._awaited, self._detail.session
        if awaited is None or shown is None or shown.id != awaited.session_id:
            return
        self._awaited = None
        if not self._detail.go_to_set(awaited.set_id):
            words = "That set has been removed since: this is the session it was in"
            self._context.notifier.said.emit(words)

    def _on_selection(self) -> None:
        self._settle.start()

    def _keep(self, label: str, before: WorkoutSession, after: WorkoutSession) -> None:
        """Store an edited session; undo stores it as it was."""
        self._reads += 1
        self._unkept += 1
        service = self._context.services.session

        def kept(_: Changed) -> None:
            self._unkept -= 1

        def failed(fault: Exception) -> None:
            self._unkept -= 1
            self._context.tasks.faulted.emit(fault)
            self.show()

        self._context.do(
            label, lambda: service.save(after), lambda: service.save(before), kept, failed
        )
