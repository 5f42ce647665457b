"""What an exercise's block shows, as one value: equal values look equal and touch nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from desktop.domain import session_order as order
from desktop.domain.accounts import Effort
from desktop.domain.counting import Counting
from desktop.domain.gear import Bar
from desktop.domain.last_time import NEVER, turn_of
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.records import Record
from desktop.domain.session import ExerciseSet, SessionExercise, WorkoutSession
from desktop.domain.session_start import Footing, target_weight
from desktop.domain.set_fields import superset_letter
from desktop.domain.templates import TargetSet, TemplateExercise
from desktop.domain.weight import Unit, Weight
from desktop.ui.session.controller import SessionController
from desktop.ui.session.loading import bar_of, side_text
from desktop.ui.session.plan_line import PlanWords
from desktop.ui.session.views import Beaten, record_words

Columns = tuple[ExerciseKind, Unit, Effort]


@dataclass(frozen=True, slots=True)
class Superset:
    """Where an exercise stands in a superset; mark: 'A1'. joins: a neighbour is of the same."""

    mark: str
    names: tuple[str, ...]
    joins_above: bool
    joins_below: bool


@dataclass(frozen=True, slots=True)
class BlockView:
    """All that a block shows. is_due: the next set to do is one of its sets.

    turns: the sets of the exercise in the whole session, where it may be
    come back to; records are for all of them together.
    """

    exercise: SessionExercise
    turns: tuple[ExerciseSet, ...]
    known: Exercise | None
    name: str
    columns: Columns
    footing: Footing
    last: tuple[ExerciseSet, ...]
    line: TemplateExercise | None
    records: tuple[Record, ...]
    counting: Counting
    saving: frozenset[UUID]
    superset: Superset | None
    is_due: bool
    bar: Bar | None

    @property
    def is_finished(self) -> bool:
        """Every set is ticked, and on disk."""
        sets = self.exercise.sets
        return bool(sets) and not self.saving and all(one.completed_at for one in sets)

    @property
    def beaten(self) -> Beaten:
        """The records that fell, in words, by set; the session's are said at the last turn."""
        counted = [one for one in self.turns if self.counting.has(one)]
        words = record_words(counted, self.records, self.columns[1], self.known)
        if len(self.turns) == len(self.exercise.sets):
            return words
        own: set[UUID | None] = {one.id for one in self.exercise.sets}
        if counted and counted[-1].id in own:
            own.add(None)
        return {key: said for key, said in words.items() if key in own}

    @property
    def plan(self) -> PlanWords | None:
        """The words of what the template asks for."""
        if self.line is None:
            return None
        kind, unit, effort = self.columns
        return PlanWords(self.line, kind, effort, self._weight, unit)

    def side_text(self, set_id: UUID | None) -> str:
        """What goes on each side of the bar for a set; empty without a bar or a weight."""
        one = next((one for one in self.exercise.sets if one.id == set_id), None)
        if self.bar is None or one is None or one.weight is None or one.weight.grams <= 0:
            return ""
        return side_text(one.weight, self.bar, self.footing.gym)

    def _weight(self, target: TargetSet) -> Weight | None:
        return target_weight(target, self.exercise.exercise_id, self.footing)


def block_views(controller: SessionController) -> list[BlockView]:
    """A view for each exercise of the open session, none without one."""
    session = controller.session
    if session is None:
        return []
    due = order.due_set(session)
    return [_view(controller, session, place, due) for place in range(len(session.exercises))]


def _view(
    controller: SessionController, session: WorkoutSession, place: int, due: UUID | None
) -> BlockView:
    exercise, context = session.exercises[place], controller.context
    key, preferences, gym = exercise.exercise_id, context.preferences, controller.gear.gym
    known = context.exercises.get(key) if key else None
    e1rm = controller.e1rms.get(key) if key else None
    ids = {one.id for one in exercise.sets}
    return BlockView(
        exercise=exercise,
        turns=_turns(session.exercises, exercise),
        known=known,
        name=context.exercise_name(key),
        columns=(controller.kind_of(exercise), preferences.unit, preferences.effort),
        footing=Footing(preferences.unit, gym, e1rms={key: e1rm} if key and e1rm else {}),
        last=controller.previous.get(key, NEVER).of_turn(*turn_of(session.exercises, place))
        if key
        else (),
        line=controller.plan.get(exercise.id),
        records=tuple(one for one in controller.records if one.exercise_id == key),
        counting=Counting.of(preferences),
        saving=frozenset(controller.saving & ids),
        superset=_superset(controller, session.exercises, place),
        is_due=due in ids,
        bar=bar_of(known, controller.habits.get(key) if key else None, gym),
    )


def _turns(
    exercises: Sequence[SessionExercise], exercise: SessionExercise
) -> tuple[ExerciseSet, ...]:
    if exercise.exercise_id is None:
        return exercise.sets
    same = (one.sets for one in exercises if one.exercise_id == exercise.exercise_id)
    return tuple(chain.from_iterable(same))


def _superset(
    controller: SessionController, exercises: Sequence[SessionExercise], place: int
) -> Superset | None:
    group = exercises[place].superset_group
    if not group:
        return None
    members = [one for one in exercises if one.superset_group == group]
    number = members.index(exercises[place]) + 1
    around = (place - 1, place + 1)
    above, below = (
        0 <= at < len(exercises) and exercises[at].superset_group == group for at in around
    )
    return Superset(
        f"{superset_letter(group)}{number}",
        tuple(controller.context.exercise_name(one.exercise_id) for one in members),
        above,
        below,
    )
