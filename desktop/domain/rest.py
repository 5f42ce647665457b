"""Rests between sets: how long they are, and one as it outlives the program."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.accounts import ExercisePreferences, Preferences
from desktop.domain.session import SetType


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest that runs or is over and not yet left.

    ends_at: UTC. seconds: the whole rest. following: what comes after it, in
    words for the user.
    """

    ends_at: datetime
    seconds: int
    following: str = ""


def rest_seconds(
    done: SetType,
    following: SetType | None,
    preferences: Preferences,
    habit: ExercisePreferences | None = None,
    planned: int | None = None,
) -> int:
    """Seconds of rest after a set; 0 is none.

    following: the type of the exercise's next set, None after its last.
    planned, habit: what the template and the profile say for this exercise,
    in that order; both are about working sets.
    """
    if following is SetType.DROP:
        return preferences.drop_rest_seconds
    if done is SetType.WARM_UP:
        return preferences.warm_up_rest_seconds
    if planned is not None:
        return planned
    if habit is not None and habit.rest_seconds is not None:
        return habit.rest_seconds
    if done is SetType.FAILURE:
        return preferences.failure_rest_seconds
    return preferences.rest_seconds
