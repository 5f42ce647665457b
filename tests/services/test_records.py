"""Records agree with a plain reading of the sets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.one_rep_max import estimate
from desktop.domain.accounts import Formula, User
from desktop.domain.ids import new_id
from desktop.domain.records import Record, RecordKind
from desktop.domain.session import Verdict
from desktop.domain.session_edits import remove_set
from desktop.domain.weight import Unit, Weight
from desktop.services import Services
from tests.support import add_session, make_services, make_user, session_of

BENCH = "Bench Press (Barbell)"
DAY = date(2026, 1, 1)
lift = st.tuples(st.integers(20, 60).map(lambda n: n * 2.5), st.integers(1, 14))
workout = st.lists(lift, min_size=1, max_size=4)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("records")


@settings(max_examples=15)
@given(st.lists(workout, min_size=1, max_size=6))
def test_the_book_is_what_reading_every_set_gives(
    folder: Path, workouts: list[list[tuple[float, int]]]
) -> None:
    services = make_services(folder)
    user = make_user(services, new_id().hex)
    for place, sets in enumerate(workouts):
        add_session(services, user, DAY + timedelta(days=place), [(BENCH, sets)])
    (records,) = services.records.book(user.id).exercises.values()
    flat = [(kg, reps, place) for place, sets in enumerate(workouts) for kg, reps in sets]
    bests = {best.kind: best.value for best in records.bests}
    assert bests[RecordKind.HEAVIEST] == max(kg for kg, _, _ in flat) * 1000
    assert bests[RecordKind.SET_VOLUME] == max(kg * reps for kg, reps, _ in flat) * 1000
    assert bests[RecordKind.SESSION_VOLUME] == 1000 * max(
        sum(kg * reps for kg, reps in sets) for sets in workouts
    )
    estimates = [e for kg, reps, _ in flat if (e := estimate(kg * 1000, reps)) is not None]
    if estimates:
        assert bests[RecordKind.E1RM] == round(max(estimates))
    for row in records.rep_maxes:
        able = [(kg * 1000, reps) for kg, reps, _ in flat if reps >= row.reps]
        assert (row.weight, row.done_reps) == max(able)
    assert len(records.rep_maxes) == min(12, max(reps for _, reps, _ in flat))
    services.close()


NAMES = (BENCH, "Back Extension", "Dip, Assisted (Machine)")
entry = st.tuples(st.sampled_from(NAMES), workout)


@settings(max_examples=15)
@given(st.lists(st.lists(entry, min_size=1, unique_by=lambda one: one[0]), max_size=5))
def test_what_fell_in_a_session_is_what_the_book_says_of_it(
    folder: Path, workouts: list[list[tuple[str, list[tuple[float, int]]]]]
) -> None:
    services = make_services(folder)
    user = make_user(services, new_id().hex)
    ids = [one.id for one in services.library.all(user.id).values()]
    sessions = [
        add_session(services, user, DAY + timedelta(days=place), exercises)
        for place, exercises in enumerate(workouts)
    ]
    book = services.records.book(user.id).events
    for session in sessions:
        fallen = services.records.fallen_in(user.id, session.id, ids)
        assert set(fallen) == {record for record in book if record.session_id == session.id}
    services.close()


def test_the_first_time_is_a_baseline_and_only_more_is_a_record(
    services: Services, user: User
) -> None:
    for place, kg in enumerate((100, 100, 105, 102.5, 107.5)):
        add_session(services, user, DAY + timedelta(days=place), [(BENCH, [(kg, 5)])])
    heaviest = [
        (record.value, record.previous, record.day.day)
        for record in services.records.book(user.id).events
        if record.kind is RecordKind.HEAVIEST
    ]
    assert heaviest == [(107_500, 105_000, 5), (105_000, 100_000, 3)]


def test_equal_volumes_in_pounds_are_no_record(services: Services, user: User) -> None:
    for place, (pounds, reps) in enumerate(((100, 36), (120, 30), (150, 24))):
        session = session_of(services, user, DAY + timedelta(days=place), [(BENCH, [(1.0, reps)])])
        (one,) = session.all_sets()
        one = replace(one, weight=Weight.of(pounds, Unit.LB))
        exercises = (replace(session.exercises[0], sets=(one,)),)
        services.session.save(replace(session, exercises=exercises))
    kinds = {record.kind for record in services.records.book(user.id).events}
    assert kinds == {RecordKind.HEAVIEST}


def test_kinds_have_their_own_records(services: Services, user: User) -> None:
    for place, (kg, reps) in enumerate(((0, 8), (10, 5), (0, 11))):
        add_session(services, user, DAY + timedelta(days=place), [("Pull-Up", [(kg, reps)])])
    events = services.records.book(user.id).events
    assert [(one.kind, one.value) for one in events] == [(RecordKind.MOST_REPS, 11)]


def test_a_deletion_takes_its_records_with_it(services: Services, user: User) -> None:
    add_session(services, user, DAY, [(BENCH, [(100, 5)])])
    better = add_session(services, user, DAY + timedelta(days=1), [(BENCH, [(110, 5)])])
    assert services.records.latest(user.id, 5)
    services.history.delete([better.id])
    assert services.records.latest(user.id, 5) == []
    services.history.restore([better.id])
    assert len(services.records.latest(user.id, 5)) == 4


def test_another_formula_changes_every_e1rm(services: Services, user: User) -> None:
    add_session(services, user, DAY, [(BENCH, [(100, 5)])])
    bench = services.progress.used(user.id)[0]
    preferences = services.accounts.preferences(user.id)
    for formula in Formula:
        services.accounts.save_preferences(user.id, replace(preferences, formula=formula))
        (point,) = services.progress.chart(user.id, bench).points
        assert point.e1rm == round(estimate(100_000, 5, None, formula) or 0)


@pytest.mark.parametrize(
    ("sets", "formula", "words"),
    [
        ([(97.5, 6, 9)], Formula.AUTO, "7 effective reps. Brzycki: 97.5 × 36 ÷ (37 − 7) = 117 kg"),
        ([(100, 1)], Formula.AUTO, "100 kg × 1. One rep is its own maximum: 100 kg."),
        ([(100, 11)], Formula.AUTO, "Epley: 100 × (1 + 11 ÷ 30) = 136.7 kg."),
        ([(100, 5)], Formula.OCONNER, "O'Conner: 100 × (1 + 0.025 × 5) = 112.5 kg."),
    ],
)
def test_a_number_can_say_why(
    services: Services,
    user: User,
    sets: list[tuple[float, ...]],
    formula: Formula,
    words: str,
) -> None:
    preferences = services.accounts.preferences(user.id)
    services.accounts.save_preferences(user.id, replace(preferences, formula=formula))
    add_session(services, user, DAY, [(BENCH, sets)])
    why = services.records.why(user.id, best(services, user, RecordKind.E1RM))
    assert words in " ".join(why.lines)


def test_a_volume_is_explained_set_by_set_in_the_users_unit(services: Services, user: User) -> None:
    add_session(services, user, DAY, [(BENCH, [(100, 5), (90, 8)])])
    volume = best(services, user, RecordKind.SESSION_VOLUME)
    assert services.records.why(user.id, volume).lines[0] == "100 × 5 + 90 × 8 = 1,220 kg."
    preferences = services.accounts.preferences(user.id)
    services.accounts.save_preferences(user.id, replace(preferences, unit=Unit.LB))
    why = services.records.why(user.id, volume)
    assert (why.title, why.lines[0]) == (
        "Why 2,690 lb?",
        "220.46 × 5 + 198.42 × 8 = 2,690 lb.",
    )


def best(services: Services, user: User, kind: RecordKind) -> Record:
    bench = services.progress.used(user.id)[0]
    return next(one for one in services.records.of(user.id, bench).bests if one.kind is kind)


def test_an_absurd_value_is_no_record_until_it_is_called_right(
    services: Services, user: User
) -> None:
    for place in range(6):
        add_session(services, user, DAY + timedelta(days=place), [(BENCH, [(100 + place, 5)])])
    typo = add_session(
        services, user, DAY + timedelta(days=7), [(BENCH, [(105, 5), (1050, 5), (100, 8)])]
    )
    after = add_session(services, user, DAY + timedelta(days=9), [(BENCH, [(107.5, 5)])])
    bench = next(iter(services.records.book(user.id).exercises))
    wrong = list(typo.all_sets())[1].id

    def state() -> tuple[float, set[UUID], int]:
        book = services.records.book(user.id)
        heaviest = next(
            one.value for one in book.exercises[bench].bests if one.kind is RecordKind.HEAVIEST
        )
        fallen = services.records.fallen_in(user.id, after.id, [bench])
        count = sum(record.kind is RecordKind.HEAVIEST for record in fallen)
        assert services.records.of(user.id, bench) == book.exercises[bench]
        rep_max = book.exercises[bench].rep_maxes[0].weight
        assert rep_max == heaviest
        latest = services.records.latest(user.id, 50)
        assert set(latest) == set(book.events)
        return heaviest, {key for one in book.outliers for key in one.set_ids}, count

    assert state() == (107_500, {wrong}, 1)
    outlier = services.records.book(user.id).outliers[0]
    assert (outlier.session_id, outlier.exercise_id) == (typo.id, bench)
    services.records.judge(typo.id, [wrong], Verdict.RIGHT)
    assert state() == (1_050_000, set(), 0)
    services.records.judge(typo.id, [wrong], Verdict.LEFT_OUT)
    assert state() == (107_500, set(), 1)
    (left_out,) = services.records.book(user.id).left_out
    assert (left_out.one.id, left_out.session_id) == (wrong, typo.id)
    services.records.judge(typo.id, [wrong], None)
    assert state() == (107_500, {wrong}, 1)


def test_a_rise_that_goes_on_is_believed(services: Services, user: User) -> None:
    for place, kg in enumerate((40, 40, 42.5, 45, 45, 100, 102.5, 105)):
        add_session(services, user, DAY + timedelta(days=place), [(BENCH, [(kg, 5)])])
    book = services.records.book(user.id)
    assert book.outliers == ()
    (records,) = book.exercises.values()
    assert max(one.weight for one in records.rep_maxes) == 105_000


def test_a_set_that_is_gone_calls_nothing_right_any_more(services: Services, user: User) -> None:
    for place in range(6):
        add_session(services, user, DAY + timedelta(days=place), [(BENCH, [(100 + place, 5)])])
    typo = add_session(services, user, DAY + timedelta(days=7), [(BENCH, [(1050, 5), (1040, 5)])])
    first, second = typo.all_sets()
    services.records.judge(typo.id, [first.id], Verdict.RIGHT)
    assert services.records.book(user.id).outliers == ()
    services.session.save(remove_set(services.history.get(typo.id), first.id))
    assert services.records.book(user.id).outliers[0].set_ids == (second.id,)
