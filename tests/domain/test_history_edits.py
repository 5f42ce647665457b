"""Changes to sessions that are over keep their times together."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import history_edits as done
from desktop.domain import session_edits as edits
from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet, SessionExercise, SetType, WorkoutSession
from desktop.domain.weight import Unit, Weight

START = datetime(2026, 11, 18, 17, 30, tzinfo=UTC)
END = START + timedelta(hours=1)
LIFT = UUID(int=7)


def session(offset: int = 60) -> WorkoutSession:
    sets = (
        ExerciseSet(new_id(), SetType.WARM_UP, 5, Weight.of(60, Unit.KG), completed_at=END),
        ExerciseSet(new_id(), SetType.NORMAL, 5, Weight.of(100, Unit.KG), completed_at=END),
    )
    exercise = SessionExercise(new_id(), LIFT, sets, completed_at=END)
    return WorkoutSession(
        id=new_id(),
        user_id=None,
        name="Push",
        session_date=(START + timedelta(minutes=offset)).date(),
        started_at=START,
        utc_offset_minutes=offset,
        ended_at=END,
        duration_minutes=60,
        exercises=(exercise,),
    )


@given(
    st.integers(-720, 840),
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001
)
def test_moving_keeps_the_clock_and_every_distance(offset: int, start: datetime) -> None:
    before = session(offset)
    after = done.moved_to(before, start)
    assert after.local_start == start
    assert after.session_date == start.date()
    assert done.end_of(after) - after.started_at == END - START
    assert after.exercises[0].completed_at == done.end_of(after)
    assert done.moved_to(after, before.local_start) == before


def test_duration_decides_the_end() -> None:
    after = done.lasting(session(), 45)
    assert after.ended_at == START + timedelta(minutes=45)
    unknown = done.lasting(after, None)
    assert unknown.duration_minutes is None
    assert not unknown.is_open


def ticked_at(before: WorkoutSession, tick: datetime) -> WorkoutSession:
    """With its first set done at that time."""
    return edits.ticked(before, before.exercises[0].sets[0].id, tick)


def ticks(of: WorkoutSession) -> list[datetime | None]:
    return [one.completed_at for one in of.all_sets()]


def local(moment: datetime, offset: int = 60) -> datetime:
    return (moment + timedelta(minutes=offset)).replace(tzinfo=None)


def test_a_corrected_start_leaves_the_end_and_what_was_ticked() -> None:
    tick = START + timedelta(minutes=20)
    before = ticked_at(session(), tick)
    after = done.timed(before, local(START - timedelta(minutes=15)), 75)
    assert (after.started_at, after.ended_at) == (START - timedelta(minutes=15), END)
    assert ticks(after) == [tick, END]
    assert done.timed(after, local(START), 60) == before


def test_a_tick_stays_within_the_session() -> None:
    before = ticked_at(session(), START + timedelta(minutes=5))
    after = done.timed(before, local(START + timedelta(minutes=10)), 30)
    assert ticks(after) == [START + timedelta(minutes=10), START + timedelta(minutes=40)]


@given(st.integers(-100_000, 100_000))
def test_a_session_that_only_moves_takes_its_ticks_along(minutes: int) -> None:
    by = timedelta(minutes=minutes)
    before = ticked_at(session(), START + timedelta(minutes=20))
    after = done.timed(before, local(START + by), 60)
    assert after == done.moved_to(before, local(START + by))


def test_one_that_runs_moves_without_its_ticks() -> None:
    tick = START + timedelta(minutes=20)
    running = replace(ticked_at(session(), tick), ended_at=None, duration_minutes=None)
    after = done.timed(running, local(START - timedelta(days=1)), None)
    assert after.is_open
    assert after.started_at == START - timedelta(days=1)
    assert str(after.session_date) == "2026-11-17"
    assert ticks(after) == ticks(running)


def test_one_of_the_past_is_ticked_at_its_end() -> None:
    past = replace(session(), ended_at=None)
    after = done.timed(past, local(START), 90)
    assert after.is_after_the_fact
    assert ticks(after) == [START + timedelta(minutes=90)] * 2


def test_what_is_added_is_done() -> None:
    before = session()
    after = done.add_set(before, before.exercises[0].id)
    added = after.exercises[0].sets[-1]
    assert (added.weight, added.reps, added.completed_at) == (Weight.of(100, Unit.KG), 5, END)
    more = done.add_exercise(after, LIFT)
    assert more.exercises[1].completed_at == END
    assert all(one.completed_at == END for one in more.all_sets())


def test_notes() -> None:
    before = session()
    after = done.noted(before, before.exercises[0].id, "Paused")
    assert after.exercises[0].notes == "Paused"
