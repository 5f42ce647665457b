"""What a lifter does to the open session, each step durable and undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop.domain import session_edits as edits
from desktop.domain import session_order as order
from desktop.domain.changes import Changed
from desktop.domain.last_time import NEVER, LastTime
from desktop.domain.library import ExerciseKind
from desktop.domain.rest import rest_seconds
from desktop.domain.session import ExerciseSet, SessionExercise, WorkoutSession
from desktop.domain.session_start import Footing, planned_sets
from desktop.domain.set_fields import missing
from desktop.ui.context import Context
from desktop.ui.session.life import SessionLife
from desktop.ui.tasks import words_for

Edit = Callable[[WorkoutSession], WorkoutSession]


class SessionController(SessionLife):
    """The actions of the dock.

    set_changed: a set's tick is under way, kept or given up. tick_kept: a
    tick is on disk.
    """

    set_changed = Signal(object)
    tick_kept = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.saving: set[UUID] = set()
        self.closed.connect(lambda _: self.saving.clear())

    def edit(self, label: str, change: Edit) -> None:
        """Any change of structure or text: stored whole, taken back when storing fails."""
        before, service = self.current(), self.service
        after = change(before)
        if after == before:
            return

        def failed(fault: Exception) -> None:
            if self.session is after:
                self._set(before)
            self._complain(fault)

        self._keep(label, after, lambda: service.save(after), None, failed)

    def add_exercise(self, exercise_id: UUID, place: int | None = None) -> None:
        """Add it at that place (None: the end), with the sets it had last time."""
        session, service, user_id = self.current(), self.service, self.context.user.id

        def found(previous: dict[UUID, LastTime]) -> None:
            if self.session is None:
                return
            last = previous.get(exercise_id, NEVER).of_next(exercise_id, self.session.exercises)
            label = f"add {self.context.exercise_name(exercise_id)}"
            self.edit(label, lambda now: edits.add_exercise(now, exercise_id, last, place))

        self.context.tasks.read(
            lambda: service.previous(user_id, [exercise_id], session.started_at), found
        )

    def log_sets(
        self,
        exercise_id: UUID,
        sets: Sequence[ExerciseSet],
        lost: Callable[[], None] | None = None,
    ) -> None:
        """Store these sets as done, after what is ticked of the exercise; at least one.

        lost: done when they could not be stored.
        """
        before, service = self.current(), self.service
        at = self.moment_of_tick()
        done = tuple(replace(one, completed_at=at) for one in sets)
        after = edits.add_done(before, exercise_id, done)

        def kept() -> None:
            for one in done:
                self._saved(one.id)
            if self._has(done[-1].id):
                self.tick_kept.emit(done[-1].id)

        def failed(fault: Exception) -> None:
            if self.session is after:
                self._set(before)
            self.saving.difference_update(one.id for one in done)
            self.refused.emit(None, None, _not_saved(fault))
            if lost is not None:
                lost()

        self.saving.update(one.id for one in done)
        label = f"log {self.context.exercise_name(exercise_id)}"
        self._keep(label, after, lambda: service.save(after), kept, failed)

    def swap(self, session_exercise_id: UUID, exercise_id: UUID) -> None:
        """Do another exercise in its place, today only; what was ticked of it stays."""
        session, service = self.current(), self.service
        line = self.plan.get(session_exercise_id)
        label = f"swap for {self.context.exercise_name(exercise_id)}"

        def found(footing: Footing) -> None:
            if self.session is None:
                return
            last = footing.last.get(exercise_id, NEVER)
            sets = planned_sets(line, exercise_id, footing) if line else last.sets
            self.edit(
                label,
                lambda now: edits.swap_exercise(now, session_exercise_id, exercise_id, sets),
            )

        self.context.tasks.read(lambda: service.footing(session, [exercise_id]), found)

    def set_values(self, changed: ExerciseSet) -> None:
        """Store what was typed into a set, and what it carries to the sets below."""
        before, service = self.current(), self.service
        after = edits.set_values(before, changed)
        if after == before:
            return
        is_alone = after == edits.change_set(before, changed)
        exercise = self._exercise_with(after, changed.id)

        def work() -> Changed:
            if is_alone:
                return service.save_set(after, exercise.id, changed)
            return service.save(after)

        def failed(fault: Exception) -> None:
            # what was typed stays in the session: the next write takes it along
            self.refused.emit(changed.id, None, _not_saved(fault))

        label = f"edit {self.context.exercise_name(exercise.exercise_id)}"
        self._keep(label, after, work, None, failed)

    def toggle(self, set_id: UUID) -> bool:
        """Tick or untick a set; False when it cannot be ticked as it stands."""
        before, service = self.current(), self.service
        exercise, one = self._exercise_with(before, set_id), edits.set_of(before, set_id)
        ticks = one.completed_at is None
        if set_id in self.saving:
            return False
        if ticks and (field := missing(one, self.kind_of(exercise))):
            self.refused.emit(set_id, field, f"{field.lack}.")
            return False
        at = self.moment_of_tick() if ticks else None
        changed = replace(one, completed_at=at)
        after = edits.change_set(before, changed)

        def kept() -> None:
            self._saved(set_id)
            if ticks and self._has(set_id):
                self.tick_kept.emit(set_id)

        def failed(fault: Exception) -> None:
            if self.session is not None and self._has(set_id):
                now = edits.set_of(self.session, set_id)
                as_before = replace(now, completed_at=one.completed_at)
                self._set(edits.change_set(self.session, as_before))
            self._saved(set_id)
            self.refused.emit(set_id, None, _not_saved(fault))

        self.saving.add(set_id)
        name = self.context.exercise_name(exercise.exercise_id)
        self._keep(
            f"tick {name}" if ticks else f"untick {name}",
            after,
            lambda: service.save_set(after, exercise.id, changed),
            kept,
            failed,
        )
        return True

    # what the widgets ask
    def moment_of_tick(self) -> datetime:
        """When a set that is ticked now was done (UTC): the end of a session of the past."""
        session = self.current()
        if session.duration_minutes is not None:
            return session.started_at + timedelta(minutes=session.duration_minutes)
        return self.context.services.clock()

    def kind_of(self, exercise: SessionExercise) -> ExerciseKind:
        """The kind that decides the columns; a lost exercise counts as weight and reps."""
        known = self.context.exercises.get(exercise.exercise_id) if exercise.exercise_id else None
        return known.kind if known else ExerciseKind.WEIGHT_REPS

    def rest_after(self, set_id: UUID) -> int:
        """Seconds of rest that a set's tick starts; 0 within a superset's round."""
        session = self.current()
        if session.is_after_the_fact or not order.rests_after(session, set_id):
            return 0
        place = edits.place_of(session, set_id)
        exercise = session.exercises[place.exercise]
        following = exercise.sets[place.set + 1 : place.set + 2]
        line, habit = self.plan.get(exercise.id), None
        if exercise.exercise_id is not None:
            habit = self.habits.get(exercise.exercise_id)
        return rest_seconds(
            exercise.sets[place.set].set_type,
            following[0].set_type if following else None,
            self.context.preferences,
            habit,
            line.rest_seconds if line else None,
        )

    def _exercise_with(self, session: WorkoutSession, set_id: UUID) -> SessionExercise:
        return session.exercises[edits.place_of(session, set_id).exercise]

    def _has(self, set_id: UUID) -> bool:
        return self.session is not None and any(o.id == set_id for o in self.session.all_sets())

    def _saved(self, set_id: UUID) -> None:
        self.saving.discard(set_id)
        self.set_changed.emit(set_id)


def _not_saved(fault: Exception) -> str:
    what, advice = words_for(fault)
    return f"Not saved. {what} {advice}".strip()
