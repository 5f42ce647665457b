"""What was done the last time, for each turn in which an exercise is come back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from desktop.domain.session import ExerciseSet, SessionExercise


@dataclass(frozen=True, slots=True)
class LastTime:
    """The ticked sets of an exercise in one session, by turn; mostly there is one turn."""

    turns: tuple[tuple[ExerciseSet, ...], ...] = ()

    @property
    def sets(self) -> tuple[ExerciseSet, ...]:
        """All of them, in the order of the session."""
        return self.of_turn(0, 1)

    def of_turn(self, place: int, count: int) -> tuple[ExerciseSet, ...]:
        """What the turn at that place follows, out of so many of another session.

        Each the one at its place, the last one also all that are left; where
        there were fewer turns, the last.
        """
        start = max(min(place, len(self.turns) - 1), 0)
        end = None if place == count - 1 else start + 1
        return tuple(chain.from_iterable(self.turns[start:end]))

    def of_next(
        self, exercise_id: UUID, exercises: Sequence[SessionExercise]
    ) -> tuple[ExerciseSet, ...]:
        """What one more turn of the exercise follows in a session with these exercises."""
        before = sum(one.exercise_id == exercise_id for one in exercises)
        return self.of_turn(before, before + 1)


NEVER = LastTime()


def turn_of(exercises: Sequence[SessionExercise], place: int) -> tuple[int, int]:
    """Which turn of its exercise the one at that place is, and out of how many."""
    key = exercises[place].exercise_id
    same = [at for at, one in enumerate(exercises) if one.exercise_id == key]
    return same.index(place), len(same)
