"""Edits of a session are pure: values in, values out, nothing lost."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.domain import session_edits as edits
from desktop.domain import session_order as order
from desktop.domain.counting import Counting
from desktop.domain.errors import NotFoundError
from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet, SessionExercise, SetType, WorkoutSession
from desktop.domain.weight import Unit, Weight

NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)


def kg(amount: float) -> Weight:
    return Weight.of(amount, Unit.KG)


def one_set(weight: float | None = None, reps: int | None = None, **more: object) -> ExerciseSet:
    made = ExerciseSet(new_id(), weight=kg(weight) if weight is not None else None, reps=reps)
    return replace(made, **more)  # type: ignore[arg-type]


def session_with(*sets: ExerciseSet) -> WorkoutSession:
    exercise = SessionExercise(new_id(), new_id(), sets)
    return WorkoutSession(new_id(), None, "Push", date(2026, 11, 20), NOW, exercises=(exercise,))


def supersets() -> WorkoutSession:
    """Two exercises of two sets in one superset, and one of one set behind."""
    return WorkoutSession(
        new_id(),
        None,
        "Push",
        date(2026, 11, 20),
        NOW,
        exercises=(
            SessionExercise(new_id(), new_id(), (one_set(1), one_set(2)), superset_group=1),
            SessionExercise(new_id(), new_id(), (one_set(3), one_set(4)), superset_group=1),
            SessionExercise(new_id(), new_id(), (one_set(5),)),
        ),
    )


def test_an_exercise_is_added_with_the_sets_of_last_time() -> None:
    done = one_set(100, 5, rpe=9.0, completed_at=NOW)
    exercise_id = new_id()
    after = edits.add_exercise(session_with(), exercise_id, (done,))
    added = after.exercises[-1]
    assert added.exercise_id == exercise_id
    (copy,) = added.sets
    assert (copy.weight, copy.reps) == (done.weight, done.reps)
    assert copy.id != done.id
    assert copy.rpe is None
    assert copy.completed_at is None


def test_an_exercise_never_done_gets_one_empty_set() -> None:
    (one,) = edits.add_exercise(session_with(), new_id()).exercises[-1].sets
    assert one == ExerciseSet(one.id)


def test_exercises_move_and_stop_at_the_ends() -> None:
    session = supersets()
    first, second, third = (exercise.id for exercise in session.exercises)
    down = edits.move_exercise(session, first, 1)
    assert [e.id for e in down.exercises] == [second, first, third]
    assert edits.move_exercise(session, first, -1) == session
    assert edits.move_exercise(session, third, 5) == session


def test_moved_away_from_its_superset_an_exercise_leaves_it() -> None:
    lone = [SessionExercise(new_id(), new_id(), (one_set(100, 5),)) for _ in range(4)]
    a1, a2, a3 = (replace(one, superset_group=1) for one in lone[:3])
    session = replace(session_with(), exercises=(a1, a2, a3, lone[3]))

    def letters(after: WorkoutSession) -> list[int | None]:
        return [one.superset_group for one in after.exercises]

    assert letters(edits.move_exercise(session, a1.id, 2)) == [1, 1, 1, None]
    assert letters(edits.move_exercise(session, a1.id, 3)) == [1, 1, None, None]
    pair = replace(session, exercises=(a1, a2, lone[3]))
    assert letters(edits.move_exercise(pair, a1.id, 2)) == [None, None, None]
    # what is not moved keeps what it has
    apart = replace(session, exercises=(a1, lone[3], a2))
    assert edits.move_exercise(apart, a1.id, -1) == apart


def test_an_exercise_is_removed_alone() -> None:
    session = supersets()
    after = edits.remove_exercise(session, session.exercises[1].id)
    assert after.exercises == (session.exercises[0], session.exercises[2])
    with pytest.raises(NotFoundError):
        edits.remove_exercise(after, session.exercises[1].id)


def test_a_set_is_added_like_the_last_and_removed_again() -> None:
    session = session_with(one_set(60, 5), one_set(100, 3, completed_at=NOW))
    exercise = session.exercises[0]
    after = edits.add_set(session, exercise.id)
    added = after.exercises[0].sets[-1]
    assert (added.weight, added.reps, added.completed_at) == (kg(100), 3, None)
    assert edits.remove_set(after, added.id) == session


def test_values_are_carried_to_the_open_sets_that_follow() -> None:
    session = session_with(
        one_set(40, 8, set_type=SetType.WARM_UP),
        one_set(100, 5),
        one_set(100, 5),
        one_set(None, None),
        one_set(110, 5),
        one_set(100, 5, completed_at=NOW),
    )
    lead = session.exercises[0].sets[1]
    after = edits.set_values(session, replace(lead, weight=kg(102.5)))
    assert [one.weight for one in after.all_sets()] == [
        kg(40),
        kg(102.5),
        kg(102.5),
        kg(102.5),
        kg(110),
        kg(100),
    ]
    assert [one.reps for one in after.all_sets()] == [8, 5, 5, None, 5, 5]


def test_an_rpe_is_never_carried() -> None:
    session = session_with(one_set(100, 5), one_set(100, 5))
    after = edits.set_values(session, replace(session.exercises[0].sets[0], rpe=8.0))
    assert [one.rpe for one in after.all_sets()] == [8.0, None]


def test_a_tick_touches_one_set_only() -> None:
    session = session_with(one_set(100, 5), one_set(100, 5))
    first = session.exercises[0].sets[0]
    after = edits.ticked(session, first.id, NOW)
    assert [one.completed_at for one in after.all_sets()] == [NOW, None]


def test_labels_number_the_working_sets() -> None:
    types = (SetType.WARM_UP, SetType.NORMAL, SetType.DROP, SetType.NORMAL, SetType.FAILURE)
    assert edits.set_labels([one_set(set_type=t) for t in types]) == ("W", "1", "D", "3", "F")


def test_the_next_set_goes_round_a_superset() -> None:
    session = supersets()
    a1, a2, b1, b2, c1 = (one.id for one in session.all_sets())
    turns = [a1]
    while (following := order.next_set(session, turns[-1])) is not None:
        session = edits.ticked(session, turns[-1], NOW)
        following = order.next_set(session, turns[-1])
        if following is None:
            break
        turns.append(following)
    assert turns == [a1, b1, a2, b2, c1]


def test_the_due_set_follows_what_was_ticked_last() -> None:
    session = supersets()
    a1, _, b1, b2, _ = (one.id for one in session.all_sets())
    assert order.due_set(session) == a1
    assert order.due_set(edits.ticked(session, a1, NOW)) == b1
    # done out of turn: on from there, and back to what was left out
    first = edits.ticked(session, b1, NOW)
    later = edits.ticked(first, a1, NOW + timedelta(minutes=2))
    assert order.due_set(later) != b1
    for one in session.all_sets():
        session = session if one.id == b2 else edits.ticked(session, one.id, NOW)
    assert order.due_set(session) == b2
    assert order.due_set(edits.ticked(session, b2, NOW)) is None


def test_a_skipped_exercise_is_never_due() -> None:
    session = supersets()
    first, second, third = session.exercises
    assert order.due_set(edits.skip_exercise(session, first.id)) == second.sets[0].id
    neither = edits.skip_exercise(edits.skip_exercise(session, first.id), second.id)
    assert order.due_set(neither) == third.sets[0].id


def test_warm_ups_come_before_the_working_sets() -> None:
    warm, work = SetType.WARM_UP, SetType.NORMAL
    session = session_with(
        one_set(20, 10, set_type=warm, completed_at=NOW),
        one_set(50, 5, set_type=warm),
        one_set(100, 5),
        one_set(60, 8, set_type=warm),
    )
    made = (one_set(40, 5, set_type=warm), one_set(80, 2, set_type=warm))
    after = edits.with_warm_ups(session, session.exercises[0].id, made)
    sets = after.exercises[0].sets
    assert [one.weight for one in sets] == [kg(20), kg(40), kg(80), kg(100)]
    assert [one.set_type for one in sets] == [warm, warm, warm, work]
    assert sets[0].completed_at == NOW


def test_no_rest_within_a_round_of_a_superset() -> None:
    session = supersets()
    a1, _, b1, b2, c1 = (one.id for one in session.all_sets())
    assert not order.rests_after(edits.ticked(session, a1, NOW), a1)
    both = edits.ticked(edits.ticked(session, a1, NOW), b1, NOW)
    assert order.rests_after(both, b1)
    assert order.rests_after(both, b2)
    assert order.rests_after(both, c1)


def test_supersets_are_joined_and_left() -> None:
    session = replace(
        supersets(),
        exercises=tuple(replace(e, superset_group=None) for e in supersets().exercises),
    )
    first = session.exercises[0]
    joined = edits.join_superset(session, first.id)
    assert [e.superset_group for e in joined.exercises] == [1, 1, None]
    assert edits.leave_superset(joined, first.id) == session


def test_progress_counts_ticks_and_the_volume_of_working_sets() -> None:
    session = session_with(
        one_set(40, 10, set_type=SetType.WARM_UP, completed_at=NOW),
        one_set(100, 5, completed_at=NOW),
        one_set(-20, 8, completed_at=NOW),
        one_set(100, 5),
    )
    assert edits.progress(session, Counting()) == edits.Progress(3, 4, volume=500_000)
    with_warm_ups = Counting(counts_warm_ups=True)
    assert edits.progress(session, with_warm_ups) == edits.Progress(3, 4, volume=900_000)
    pounds = replace(one_set(0, 36, completed_at=NOW), weight=Weight.of(100, Unit.LB))
    assert Counting().volume([pounds]) == 1_632_933  # 100 lb are 45,359.237 g


def test_what_was_passed_over_in_an_exercise_comes_before_the_next_exercise() -> None:
    session = session_with(one_set(100, 5), one_set(100, 5), one_set(100, 5))
    other = SessionExercise(new_id(), new_id(), (one_set(50, 8),))
    session = replace(session, exercises=(*session.exercises, other))
    first, second, third = session.exercises[0].sets
    session = edits.ticked(session, third.id, NOW)
    assert order.next_set(session, third.id) == first.id
    session = edits.ticked(session, first.id, NOW)
    assert order.next_set(session, first.id) == second.id
    session = edits.ticked(session, second.id, NOW)
    assert order.next_set(session, second.id) == other.sets[0].id
    assert order.next_set(session, other.sets[0].id) is None
