"""Changes to sessions that are over keep their times together."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import history_edits as done
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


def test_what_is_added_is_done() -> None:
    before = session()
    after = done.add_set(before, before.exercises[0].id)
    added = after.exercises[0].sets[-1]
    assert (added.weight, added.reps, added.completed_at) == (Weight.of(100, Unit.KG), 5, END)
    more = done.add_exercise(after, LIFT)
    assert more.exercises[1].completed_at == END
    assert all(one.completed_at == END for one in more.all_sets())


def test_volume_counts_working_sets() -> None:
    assert done.volume_of(session()) == 500_000


def test_notes() -> None:
    before = session()
    after = done.noted(before, before.exercises[0].id, "Paused")
    assert after.exercises[0].notes == "Paused"
