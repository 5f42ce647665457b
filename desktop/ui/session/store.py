"""The open session as one frozen value, written on the writer's thread and read back from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop.domain.accounts import ExercisePreferences
from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import NotFoundError
from desktop.domain.gear import default_gear
from desktop.domain.last_time import LastTime
from desktop.domain.records import Record
from desktop.domain.session import ExerciseSet, WorkoutSession
from desktop.domain.surroundings import Surroundings
from desktop.domain.templates import TemplateExercise
from desktop.ui.context import Context
from desktop.ui.tasks import Newest, words_for
from desktop.ui.undo import Step, Work

if TYPE_CHECKING:
    from desktop.services.session import SessionService

T = TypeVar("T")


class SessionStore(QObject):
    """Holds the open session; every change of it is stored in the order it was made.

    opened, closed: a session came or went (closed says 'finished' or
    'discarded', empty when something else took it away). edited: the session
    is another value. looked_up: previous values, targets or records arrived.
    previous, e1rms (grams) and habits are by exercise, plan by session exercise.
    refused: (set id or None, field or None, words) for what could not be done.
    """

    opened = Signal()
    closed = Signal(str)
    edited = Signal()
    looked_up = Signal()
    refused = Signal(object, object, str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.session: WorkoutSession | None = None
        self.previous: Mapping[UUID, LastTime] = {}
        self.e1rms: Mapping[UUID, int] = {}
        self.plan: Mapping[UUID, TemplateExercise] = {}
        self.habits: Mapping[UUID, ExercisePreferences] = {}
        self.gear = default_gear(context.preferences.unit)
        self.records: tuple[Record, ...] = ()
        self._writes = 0
        self._reads = 0
        self._newest = Newest(context.tasks)
        self._version = 0
        self._is_telling = False
        self._must_reload = False
        self._judged: dict[UUID, tuple[ExerciseSet, ...]] = {}
        context.notifier.changed.connect(self._on_changed)

    def resume(self) -> None:
        """Open the session that was open when the program ended, if there is one."""
        if self._writes:
            self._must_reload = True
            return
        self._reads += 1
        number, version = self._reads, self._version
        service, user_id = self.service, self.context.user.id

        def read(stored: WorkoutSession | None) -> None:
            if number != self._reads:
                return
            if self._writes or version != self._version:
                self.resume()  # it changed meanwhile: what was read is old
            else:
                self._adopt(stored)

        self.context.tasks.read(lambda: service.open_session(user_id), read)

    @property
    def service(self) -> SessionService:
        """What stores and reads sessions."""
        return self.context.services.session

    def current(self) -> WorkoutSession:
        """The open session; raises NotFoundError when there is none."""
        if self.session is None:
            raise NotFoundError("There is no open session.")
        return self.session

    # writing
    def _keep(
        self,
        label: str,
        after: WorkoutSession,
        work: Work,
        kept: Callable[[], None] | None,
        failed: Callable[[Exception], None],
    ) -> None:
        """Hold `after`, store it by `work`, and remember how to take it back."""
        before, service = self.current(), self.service
        step = Step(label, lambda: service.save(before), lambda: service.save(after))

        def done(change: Changed) -> None:
            self._tell(step, change)
            if self.session is not None:
                if kept is not None:
                    kept()
                self._judge()

        self._submit(work, done, failed)
        self._set(after)  # the disk is at work while this is shown

    def _submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._writes += 1

        def ended(result: T) -> None:
            self._writes -= 1
            done(result)
            self._catch_up()

        def fell(fault: Exception) -> None:
            self._writes -= 1
            failed(fault)
            self._catch_up()

        self.context.tasks.write(work, ended, fell)

    def _tell(self, step: Step | None, change: Changed) -> None:
        if step is not None:
            self.context.undo.push(step)
        self._is_telling = True
        self.context.notifier.tell(change)
        self._is_telling = False

    def _complain(self, fault: Exception) -> None:
        self.refused.emit(None, None, " ".join(words_for(fault)).strip())

    # the value
    def _set(self, session: WorkoutSession) -> None:
        before, self.session = self.session, session
        self._version += 1
        self.edited.emit()
        if before is None or _exercise_ids(before) != _exercise_ids(session):
            self._look_up()

    def _open(self, session: WorkoutSession) -> None:
        self.previous, self.e1rms, self.plan, self.records, self._judged = {}, {}, {}, (), {}
        self.session = session
        self._version += 1
        self.opened.emit()
        self._look_up()
        self._judge()

    def _close(self, how: str) -> None:
        self.session = None
        self._version += 1
        self.closed.emit(how)

    def _adopt(self, stored: WorkoutSession | None) -> None:
        if stored is None:
            if self.session is not None:
                self._close("")
        elif self.session is None or self.session.id != stored.id:
            self._open(stored)
        elif stored != self.session:
            self._set(stored)
            self._judge()

    def _catch_up(self) -> None:
        if self._must_reload and not self._writes:
            self._must_reload = False
            self.resume()

    def _on_changed(self, change: Changed) -> None:
        if Kind.SESSIONS in change.kinds and not self._is_telling:
            self.resume()
        if change.kinds & {Kind.PROFILE, Kind.TEMPLATES} and self.session is not None:
            self._look_up()

    # what is shown beside it
    def _look_up(self) -> None:
        """Read last time's sets and the template's targets for the exercises there are."""
        session, service = self.current(), self.service
        self._newest.read(lambda: service.surroundings(session), self._surround)

    def _surround(self, found: Surroundings) -> None:
        if self.session is None:
            return
        self.previous, self.e1rms = found.footing.last, found.footing.e1rms
        self.plan, self.habits, self.gear = found.plan, found.habits, found.gear
        self.looked_up.emit()

    def _judge(self) -> None:
        """Read which records the ticked sets hold, of the exercises whose ticks are others now."""
        session, service = self.current(), self.service
        # a tick that is still being stored is judged by the write that ends last
        if self._writes:
            return
        ticked = _ticked(session)
        before, self._judged = self._judged, ticked
        changed = [key for key in {*before, *ticked} if before.get(key) != ticked.get(key)]
        if not changed:
            return

        def read(records: tuple[Record, ...]) -> None:
            if self._judged is ticked and self.session is not None:
                others = (one for one in self.records if one.exercise_id not in changed)
                self.records = (*others, *records)
                self.looked_up.emit()
            else:  # ticked on meanwhile: judge these together with what came after
                for key in changed:
                    self._judged.pop(key, None)
                if self.session is not None:
                    self._judge()

        self.context.tasks.read(lambda: service.records_fallen(session, changed), read)


def _ticked(session: WorkoutSession) -> dict[UUID, tuple[ExerciseSet, ...]]:
    """The ticked sets of each exercise."""
    found: dict[UUID, tuple[ExerciseSet, ...]] = {}
    for exercise in session.exercises:
        if exercise.exercise_id is not None:
            done = tuple(one for one in exercise.sets if one.completed_at is not None)
            found[exercise.exercise_id] = found.get(exercise.exercise_id, ()) + done
    return found


def _exercise_ids(session: WorkoutSession) -> tuple[UUID | None, ...]:
    return tuple(exercise.exercise_id for exercise in session.exercises)
