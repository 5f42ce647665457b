"""What the menu, keys and buttons of an exercise's block do to the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.analysis.warm_up import warm_up_sets
from desktop.domain import session_edits as edits
from desktop.domain.last_time import NEVER, LastTime
from desktop.domain.session import ExerciseSet, SessionExercise, WorkoutSession
from desktop.domain.set_fields import Field
from desktop.ui.session.block import ExerciseBlock
from desktop.ui.session.controller import Edit, SessionController

Action = Callable[[ExerciseBlock], None]
Named = tuple[str, Edit]


class BlockActions(QObject):
    """Each step is one that Undo names.

    plates_wanted: (weight, exercise id). library_wanted: the exercise's id.
    coming: the id of the exercise that is about to come into the session.
    """

    plates_wanted = Signal(object, object)
    library_wanted = Signal(object)
    coming = Signal(object)

    def __init__(self, controller: SessionController, window: QWidget) -> None:
        super().__init__(window)
        self._controller = controller
        self._window = window
        self.dialog: QDialog | None = None
        self._actions: dict[str, Action] = {
            "menu": lambda block: block.open_menu(controller.current().exercises),
            "notes": ExerciseBlock.write_notes,
            "warm_up": self._warm_up,
            "plates": self._plates,
            "rest": self._rest,
            "library": self._library,
            "swap": self._swap,
        }

    def act(self, block: ExerciseBlock, what: str) -> None:
        """Do with the block's exercise what was asked for; what is being typed is kept first."""
        if what != "remove" and not all(row.commit_all() for row in block.rows):
            return
        action = self._actions.get(what)
        if action is not None:
            action(block)
        else:
            self._controller.edit(*self._edit_of(block.exercise, what))

    def move(self, block: ExerciseBlock, by: int) -> None:
        """Bring the exercise so many places further down."""
        key, name = block.exercise.id, self._name(block)
        self._controller.edit(f"move {name}", lambda now: edits.move_exercise(now, key, by))

    def keep_notes(self, exercise: SessionExercise) -> None:
        """Store other notes on an exercise."""
        name = self._controller.context.exercise_name(exercise.exercise_id)
        self._controller.edit(
            f"notes on {name}", lambda now: edits.with_exercise(now, _noted(now, exercise))
        )

    def add(self, exercise_ids: Sequence[UUID], place: int) -> None:
        """Add these exercises at that place, as one step, with the sets they had last time."""
        controller, context = self._controller, self._controller.context
        known = context.exercises
        ids = [key for key in exercise_ids if key in known and not known[key].is_deleted]
        if not ids or controller.session is None:
            return
        self.coming.emit(ids[0])
        if len(ids) == 1:
            controller.add_exercise(ids[0], place)
            return
        session, service, user_id = controller.current(), controller.service, context.user.id

        def found(previous: dict[UUID, LastTime]) -> None:
            if controller.session is not None:
                change = partial(_with_exercises, ids=ids, previous=previous, place=place)
                controller.edit(f"add {len(ids)} exercises", change)

        context.tasks.read(lambda: service.previous(user_id, ids, session.started_at), found)

    # what the menu offers
    def _edit_of(self, exercise: SessionExercise, what: str) -> Named:
        key = exercise.id
        name = self._controller.context.exercise_name(exercise.exercise_id)
        named: dict[str, Named] = {
            "add_set": ("add set", lambda now: edits.add_set(now, key)),
            "up": (f"move {name}", lambda now: edits.move_exercise(now, key, -1)),
            "down": (f"move {name}", lambda now: edits.move_exercise(now, key, 1)),
            "join": ("make superset", lambda now: edits.join_superset(now, key)),
            "leave": ("leave superset", lambda now: edits.leave_superset(now, key)),
            "skip": (f"skip {name}", lambda now: edits.skip_exercise(now, key)),
            "take_up": (f"take up {name}", lambda now: edits.skip_exercise(now, key, False)),
            "remove": (f"remove {name}", lambda now: edits.remove_exercise(now, key)),
        }
        return named[what]

    def _warm_up(self, block: ExerciseBlock) -> None:
        view, controller = block.view, self._controller
        if view is None:
            return
        working = [one for one in block.exercise.sets if one.set_type.is_working]
        lead = next((one for one in working if one.completed_at is None), None) or next(
            iter(working), None
        )
        if lead is None or lead.weight is None or lead.weight.grams <= 0:
            self._refuse(lead, "Type the working weight first: the warm-up leads up to it.")
            return
        ramp = controller.context.preferences.warm_up_ramp
        made = warm_up_sets(lead.weight, ramp, view.bar, controller.gear.gym)
        if not made:
            self._refuse(lead, f"No step of the warm-up is lighter than {lead.weight} here.")
            return
        key = block.exercise.id
        controller.edit(
            f"add warm-up sets of {view.name}", lambda now: edits.with_warm_ups(now, key, made)
        )

    def _plates(self, block: ExerciseBlock) -> None:
        row = block.body.this_row()
        one = row.one if row is not None else None
        self.plates_wanted.emit(one.weight if one else None, block.exercise.exercise_id)

    def _library(self, block: ExerciseBlock) -> None:
        self.library_wanted.emit(block.exercise.exercise_id)

    def _rest(self, block: ExerciseBlock) -> None:
        from desktop.ui.session.rest_field import RestDialog

        if block.exercise.exercise_id is not None:
            self._open(RestDialog(self._controller, block.exercise.exercise_id, self._window))

    def _swap(self, block: ExerciseBlock) -> None:
        from desktop.ui.session.swap import SwapDialog

        view, key = block.view, block.exercise.id
        if view is None or view.known is None:
            return

        def chosen(exercise_id: UUID) -> None:
            self.coming.emit(exercise_id)
            self._controller.swap(key, exercise_id)

        dialog = SwapDialog(self._controller.context, view.known, self._window)
        dialog.chosen.connect(chosen)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _refuse(self, one: ExerciseSet | None, words: str) -> None:
        self._controller.refused.emit(one.id if one else None, Field.WEIGHT, words)

    def _name(self, block: ExerciseBlock) -> str:
        return self._controller.context.exercise_name(block.exercise.exercise_id)


def _noted(session: WorkoutSession, exercise: SessionExercise) -> SessionExercise:
    """The exercise as it is now, with those notes."""
    return replace(edits.exercise_of(session, exercise.id), notes=exercise.notes)


def _with_exercises(
    session: WorkoutSession,
    ids: Sequence[UUID],
    previous: dict[UUID, LastTime],
    place: int,
) -> WorkoutSession:
    for number, key in enumerate(ids):
        last = previous.get(key, NEVER).of_next(key, session.exercises)
        session = edits.add_exercise(session, key, last, place + number)
    return session
