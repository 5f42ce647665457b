"""Changes to a session as pure functions: the session before in, the session after out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from desktop.domain.counting import Counting
from desktop.domain.errors import NotFoundError
from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet, SessionExercise, SetType, WorkoutSession

VALUES = ("weight", "reps", "duration_seconds", "distance_meters")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a set stands: its exercise's place in the session and its own in the exercise."""

    exercise: int
    set: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a session is: ticked sets of all, and grams x reps of those that count."""

    done: int
    total: int
    volume: int


def exercise_of(session: WorkoutSession, session_exercise_id: UUID) -> SessionExercise:
    """The exercise with that id; raises NotFoundError."""
    for exercise in session.exercises:
        if exercise.id == session_exercise_id:
            return exercise
    raise NotFoundError("That exercise is not in the session any more.")


def place_of(session: WorkoutSession, set_id: UUID) -> Place:
    """Where the set with that id stands; raises NotFoundError."""
    for row, exercise in enumerate(session.exercises):
        for number, one in enumerate(exercise.sets):
            if one.id == set_id:
                return Place(row, number)
    raise NotFoundError("That set is not in the session any more.")


def set_of(session: WorkoutSession, set_id: UUID) -> ExerciseSet:
    """The set with that id; raises NotFoundError."""
    place = place_of(session, set_id)
    return session.exercises[place.exercise].sets[place.set]


def with_exercise(session: WorkoutSession, changed: SessionExercise) -> WorkoutSession:
    """The session with that exercise in place of the one with its id."""
    exercise_of(session, changed.id)
    return replace(
        session,
        exercises=tuple(changed if e.id == changed.id else e for e in session.exercises),
    )


def fresh_sets(sets: Iterable[ExerciseSet]) -> tuple[ExerciseSet, ...]:
    """The same values as new sets that are still to be done; how hard it was is not copied."""
    return tuple(replace(one, id=new_id(), rpe=None, completed_at=None, notes="") for one in sets)


def add_exercise(
    session: WorkoutSession,
    exercise_id: UUID,
    last_time: Sequence[ExerciseSet] = (),
    place: int | None = None,
) -> WorkoutSession:
    """With the exercise at that place (None: the end), its sets as they were last time.

    Without a last time it begins with one empty set.
    """
    sets = fresh_sets(last_time) or (ExerciseSet(new_id()),)
    added = SessionExercise(new_id(), exercise_id, sets)
    before = session.exercises if place is None else session.exercises[:place]
    return replace(session, exercises=(*before, added, *session.exercises[len(before) :]))


def add_done(
    session: WorkoutSession, exercise_id: UUID, sets: Sequence[ExerciseSet]
) -> WorkoutSession:
    """With those sets after what is ticked of the exercise, which joins at the end if it is new.

    They take the places of sets that wait to be done: one planned set goes for each.
    """
    there = next((e for e in session.exercises if e.exercise_id == exercise_id), None)
    if there is None:
        added = SessionExercise(new_id(), exercise_id, tuple(sets))
        return replace(session, exercises=(*session.exercises, added))
    done = [one for one in there.sets if one.completed_at is not None]
    waiting = [one for one in there.sets if one.completed_at is None]
    for one in sets:
        alike = next((w for w in waiting if w.set_type is one.set_type), None)
        if alike is not None:
            waiting.remove(alike)
    return with_exercise(session, replace(there, sets=(*done, *sets, *waiting)))


def swap_exercise(
    session: WorkoutSession,
    session_exercise_id: UUID,
    exercise_id: UUID,
    sets: Sequence[ExerciseSet],
) -> WorkoutSession:
    """With another exercise in its place and those sets to do; the template stays as it is.

    What was ticked already stays, as an exercise of its own before the other.
    """
    here = exercise_of(session, session_exercise_id)
    done = tuple(one for one in here.sets if one.completed_at is not None)
    instead = SessionExercise(
        new_id(),
        exercise_id,
        fresh_sets(sets) or (ExerciseSet(new_id()),),
        superset_group=here.superset_group,
        template_exercise_id=here.template_exercise_id,
    )
    kept = (replace(here, sets=done, template_exercise_id=None),) if done else ()
    at = session.exercises.index(here)
    return replace(
        session,
        exercises=(*session.exercises[:at], *kept, instead, *session.exercises[at + 1 :]),
    )


def skip_exercise(
    session: WorkoutSession, session_exercise_id: UUID, is_skipped: bool = True
) -> WorkoutSession:
    """With that exercise left out today, or taken up again; its ticked sets count."""
    exercise = exercise_of(session, session_exercise_id)
    return with_exercise(session, replace(exercise, is_skipped=is_skipped))


def remove_exercise(session: WorkoutSession, session_exercise_id: UUID) -> WorkoutSession:
    """Without that exercise and its sets."""
    gone = exercise_of(session, session_exercise_id)
    return replace(session, exercises=tuple(e for e in session.exercises if e is not gone))


def move_exercise(session: WorkoutSession, session_exercise_id: UUID, by: int) -> WorkoutSession:
    """With that exercise `by` places further down, as far as there are places.

    Away from all others of its superset it is on its own.
    """
    moved = exercise_of(session, session_exercise_id)
    others = [e for e in session.exercises if e is not moved]
    target = max(0, min(session.exercises.index(moved) + by, len(others)))
    beside = others[max(0, target - 1) : target + 1]
    others.insert(target, moved)
    after = replace(session, exercises=tuple(others))
    group = moved.superset_group
    has_joined = group is None or any(one.superset_group == group for one in beside)
    if has_joined or after == session:
        return after
    return leave_superset(after, session_exercise_id)


def join_superset(session: WorkoutSession, session_exercise_id: UUID) -> WorkoutSession:
    """With that exercise and the one below it in one superset."""
    upper = exercise_of(session, session_exercise_id)
    below = session.exercises.index(upper) + 1
    if below >= len(session.exercises):
        return session
    lower = session.exercises[below]
    group = upper.superset_group or lower.superset_group or _free_group(session)
    session = with_exercise(session, replace(upper, superset_group=group))
    return with_exercise(session, replace(lower, superset_group=group))


def leave_superset(session: WorkoutSession, session_exercise_id: UUID) -> WorkoutSession:
    """With that exercise on its own; a superset of one is none."""
    leaving = exercise_of(session, session_exercise_id)
    group = leaving.superset_group
    session = with_exercise(session, replace(leaving, superset_group=None))
    rest = [e for e in session.exercises if e.superset_group == group]
    if group is not None and len(rest) == 1:
        session = with_exercise(session, replace(rest[0], superset_group=None))
    return session


def add_set(session: WorkoutSession, session_exercise_id: UUID) -> WorkoutSession:
    """With one more set of the exercise, valued like its last one."""
    exercise = exercise_of(session, session_exercise_id)
    added = fresh_sets(exercise.sets[-1:]) or (ExerciseSet(new_id()),)
    return with_exercise(session, replace(exercise, sets=exercise.sets + added))


def with_warm_ups(
    session: WorkoutSession, session_exercise_id: UUID, warm_ups: Sequence[ExerciseSet]
) -> WorkoutSession:
    """With those warm-ups before its working sets, in place of the warm-ups still to be done."""
    exercise = exercise_of(session, session_exercise_id)
    kept = [one for one in exercise.sets if one.set_type.is_working or one.completed_at]
    at = next((n for n, one in enumerate(kept) if one.set_type.is_working), len(kept))
    sets = (*kept[:at], *warm_ups, *kept[at:])
    return with_exercise(session, replace(exercise, sets=sets))


def remove_set(session: WorkoutSession, set_id: UUID) -> WorkoutSession:
    """Without that set; its exercise stays."""
    exercise = session.exercises[place_of(session, set_id).exercise]
    kept = tuple(one for one in exercise.sets if one.id != set_id)
    return with_exercise(session, replace(exercise, sets=kept))


def change_set(session: WorkoutSession, changed: ExerciseSet) -> WorkoutSession:
    """With that set in place of the one with its id, and nothing else touched."""
    exercise = session.exercises[place_of(session, changed.id).exercise]
    sets = tuple(changed if one.id == changed.id else one for one in exercise.sets)
    return with_exercise(session, replace(exercise, sets=sets))


def set_values(session: WorkoutSession, changed: ExerciseSet) -> WorkoutSession:
    """With that set, and what changed in it carried to the sets that still follow its lead.

    A following set takes a new value when it is of the same type, not ticked,
    and its own value is empty or was the same as this set's.
    """
    place = place_of(session, changed.id)
    exercise = session.exercises[place.exercise]
    before = exercise.sets[place.set]
    session = change_set(session, changed)
    for one in exercise.sets[place.set + 1 :]:
        if one.completed_at is None and one.set_type is changed.set_type:
            carried = _carried(before, changed, one)
            if carried != one:
                session = change_set(session, carried)
    return session


def ticked(session: WorkoutSession, set_id: UUID, at: datetime) -> WorkoutSession:
    """With that set done at that time (UTC)."""
    return change_set(session, replace(set_of(session, set_id), completed_at=at))


def set_labels(sets: Sequence[ExerciseSet]) -> tuple[str, ...]:
    """What stands before each set: W, D or F by type, else its number among the working sets."""
    letters = {SetType.WARM_UP: "W", SetType.DROP: "D", SetType.FAILURE: "F"}
    labels, number = [], 0
    for one in sets:
        number += one.set_type.is_working
        labels.append(letters.get(one.set_type, str(number)))
    return tuple(labels)


def best_set(sets: Sequence[ExerciseSet]) -> ExerciseSet | None:
    """The set that counts most: the heaviest, then the most reps, the farthest, the longest."""
    return max(sets, key=_worth, default=None)


def progress(session: WorkoutSession, counting: Counting) -> Progress:
    """How far the session is."""
    sets = list(session.all_sets())
    done = sum(one.completed_at is not None for one in sets)
    return Progress(done, len(sets), counting.volume(sets))


def _worth(one: ExerciseSet) -> tuple[float, int, float, int]:
    grams = one.weight.exact_grams if one.weight else 0.0
    return grams, one.reps or 0, one.distance_meters or 0.0, one.duration_seconds or 0


def _carried(before: ExerciseSet, changed: ExerciseSet, one: ExerciseSet) -> ExerciseSet:
    news = {
        name: getattr(changed, name)
        for name in VALUES
        if getattr(changed, name) != getattr(before, name)
        and getattr(one, name) in (None, getattr(before, name))
    }
    return replace(one, **news)


def _free_group(session: WorkoutSession) -> int:
    return max((e.superset_group or 0 for e in session.exercises), default=0) + 1
