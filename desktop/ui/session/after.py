"""What is done with a session that has just been finished, each step undoable."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed
from desktop.domain.history_edits import timed
from desktop.domain.session import WorkoutSession
from desktop.domain.summary import Summary
from desktop.domain.templates import WorkoutTemplate
from desktop.ui.context import Context
from desktop.ui.session.template_change import change_text
from desktop.ui.tasks import words_for

FINISH = "finish session"
_Found = tuple[WorkoutSession, WorkoutTemplate | None, WorkoutTemplate | None]


class AfterSession(QObject):
    """The session as it was before it was finished, and as it is stored.

    read: the stored session is known, and what it would change in its
    template. summed: (summary) after its times were corrected. done: words
    for what was kept. refused: words for what was not. left: it is open again.
    """

    read = Signal()
    summed = Signal(object)
    done = Signal(str)
    refused = Signal(str)
    left = Signal()

    def __init__(self, context: Context, before: WorkoutSession, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.session: WorkoutSession | None = None
        self.change = ""
        self._before = before
        self._template: WorkoutTemplate | None = None
        self._updated: WorkoutTemplate | None = None
        services = context.services

        def look() -> _Found:
            session = services.history.get(before.id)
            updated = services.templates.updated_by(session)
            stored = services.templates.get(updated.id) if updated else None
            return session, stored, updated

        context.tasks.read(look, self._take, self._complain)

    def save_template(self, name: str) -> None:
        """Keep what was done as a new template of that name."""
        if self.session is None:
            return
        templates, user_id = self.context.services.templates, self.context.user.id
        made = replace(templates.from_session(self.session), name=name)
        self.context.do(
            f"save template {name}",
            lambda: templates.save(user_id, made),
            lambda: templates.delete(user_id, made.id),
            lambda _: self.done.emit(f"Saved as template {name}"),
            self._complain,
        )

    def update_template(self) -> None:
        """Bring the session's template up to date with what was done."""
        before, after = self._template, self._updated
        if before is None or after is None:
            return
        templates, user_id = self.context.services.templates, self.context.user.id
        self.context.do(
            f"update template {after.name}",
            lambda: templates.save(user_id, after),
            lambda: templates.save(user_id, before),
            lambda _: self.done.emit(f"{after.name} updated: {self.change}"),
            self._complain,
        )

    def correct(self, local_start: datetime, minutes: int) -> None:
        """Keep other times of the session, and sum it up again."""
        before = self.session
        if before is None or (after := timed(before, local_start, minutes)) == before:
            return
        service = self.context.services.session

        def kept(_: Changed) -> None:
            self.session = after
            self.context.tasks.read(lambda: service.summary(after), self._sum)

        self.context.do(
            "correct times",
            lambda: service.save(after),
            lambda: service.save(before),
            kept,
            self._complain,
        )

    def reopen(self) -> None:
        """Take the end back: the session is open again, with the start it has now."""
        stored = self.session
        if self.context.undo.undo_label == FINISH or stored is None:
            self.context.undo_last()
            self.left.emit()
            return
        service = self.context.services.session
        before = replace(
            self._before, session_date=stored.session_date, started_at=stored.started_at
        )
        self.context.do(
            "reopen session",
            lambda: service.reopen(before),
            lambda: service.save(stored),
            lambda _: self.left.emit(),
            self._complain,
        )

    def _take(self, found: _Found) -> None:
        self.session, self._template, self._updated = found
        if self._template is not None and self._updated is not None:
            self.change = change_text(self._template, self._updated)
        self.read.emit()

    def _sum(self, summary: Summary) -> None:
        self.summed.emit(summary)

    def _complain(self, fault: Exception) -> None:
        self.refused.emit(" ".join(words_for(fault)).strip())
