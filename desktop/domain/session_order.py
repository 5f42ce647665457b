"""Which set of a session comes when: exercises in order, supersets round by round."""

from uuid import UUID

from desktop.domain.session import WorkoutSession
from desktop.domain.session_edits import Place, place_of


def next_set(session: WorkoutSession, set_id: UUID) -> UUID | None:
    """The set to do after that one: of its exercise or superset, then below, then from the top."""
    here = _turn(session, place_of(session, set_id))
    order = [pair for pair in _waiting(session) if pair[1] != set_id]
    own = [pair for pair in order if pair[0][0] == here[0]]
    waiting = own or order
    after = (one for turn, one in waiting if turn > here)
    return next(after, waiting[0][1] if waiting else None)


def due_set(session: WorkoutSession) -> UUID | None:
    """The set whose turn it is: the next after what was ticked last, else the first of all."""
    done = [
        (one.completed_at, _turn(session, Place(row, number)), one.id)
        for row, exercise in enumerate(session.exercises)
        for number, one in enumerate(exercise.sets)
        if one.completed_at is not None
    ]
    if done:
        return next_set(session, max(done)[2])
    return next((one for _, one in _waiting(session)), None)


def rests_after(session: WorkoutSession, set_id: UUID) -> bool:
    """False when the next set is another exercise of the same superset, done at once."""
    following = next_set(session, set_id)
    if following is None:
        return True
    here = session.exercises[place_of(session, set_id).exercise]
    place = place_of(session, following)
    there = session.exercises[place.exercise]
    same = here.superset_group is not None and here.superset_group == there.superset_group
    return not same or here is there or place.exercise < session.exercises.index(here)


def _waiting(session: WorkoutSession) -> list[tuple[tuple[int, int, int], UUID]]:
    """The sets that are still to be done, with their turns and in their order."""
    return sorted(
        (_turn(session, Place(row, number)), one.id)
        for row, exercise in enumerate(session.exercises)
        for number, one in enumerate(exercise.sets)
        if one.completed_at is None and not exercise.is_skipped
    )


def _turn(session: WorkoutSession, place: Place) -> tuple[int, int, int]:
    """When a set's turn comes: exercises in order, those of a superset round by round."""
    group = session.exercises[place.exercise].superset_group
    if group is None:
        return (place.exercise, 0, place.set)
    first = next(r for r, e in enumerate(session.exercises) if e.superset_group == group)
    return (first, place.set, place.exercise)
