"""What Repbook writes it reads back, to the byte."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.accounts import User
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.session import (
    ExerciseSet,
    SessionExercise,
    SetType,
    Side,
    Verdict,
    WorkoutSession,
)
from desktop.domain.templates import TargetReps, TargetSet, TemplateExercise, WorkoutTemplate
from desktop.domain.transfer import ExportFormat, Selection
from desktop.domain.weight import Unit, Weight
from desktop.services import Services
from tests.support import NOW, add_session, make_services, make_user, session_of

NAMES = ("Bench Press (Barbell)", "Pull-Up", "Running (Treadmill)", "Plank")
text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
moment = st.integers(0, 10**9).map(lambda ms: NOW - timedelta(milliseconds=ms))
weight = st.builds(Weight, st.integers(-(10**6), 10**6), st.sampled_from(Unit))
a_set = st.builds(
    ExerciseSet,
    id=st.builds(new_id),
    set_type=st.sampled_from(SetType),
    reps=st.none() | st.integers(0, 10**6),
    weight=st.none() | weight,
    duration_seconds=st.none() | st.integers(0, 10**6),
    distance_meters=st.none() | st.integers(0, 10**8).map(lambda mm: mm / 1000),
    rpe=st.none() | st.integers(2, 20).map(lambda half: half / 2),
    completed_at=st.none() | moment,
    side=st.none() | st.sampled_from(Side),
    notes=text,
    verdict=st.none() | st.sampled_from(Verdict),
)
block = st.tuples(
    st.none() | st.sampled_from((*NAMES, "Moon Press")),
    st.lists(a_set, max_size=3).map(tuple),
    text,
    st.none() | moment,
    st.none() | st.integers(0, 3),
    st.booleans(),
)
workout = st.tuples(
    text,
    text,
    text,
    moment,
    st.sampled_from([-210, 0, 60, 345]),
    st.none() | st.integers(0, 999),
    st.booleans(),
    st.lists(block, max_size=3),
    st.booleans(),
)
target = st.sampled_from(["", "5", "8-12", "5+", "AMRAP"]).map(TargetReps.parse)
line = st.builds(
    TemplateExercise,
    id=st.builds(new_id),
    exercise_id=st.none(),
    target_sets=st.none() | st.integers(1, 9),
    target_reps=target,
    target_weight=st.none() | weight,
    rest_seconds=st.none() | st.integers(0, 600),
    superset_group=st.none() | st.integers(0, 3),
    target_percent=st.none() | st.sampled_from([75.0, 82.5]),
    target_rpe=st.none() | st.sampled_from([7.0, 8.5]),
    target_seconds=st.none() | st.integers(0, 600),
    target_meters=st.none() | st.sampled_from([40.0, 1609.344]),
    notes=text,
    sets=st.lists(
        st.builds(TargetSet, st.sampled_from(SetType), target, st.none() | weight), max_size=3
    ).map(tuple),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("round")


@settings(max_examples=15)
@given(st.lists(workout, max_size=4), st.lists(line, max_size=3).map(tuple), text, st.booleans())
def test_a_json_export_brought_into_an_empty_profile_is_the_same_again(
    folder: Path,
    workouts: list[tuple[Any, ...]],
    lines: tuple[TemplateExercise, ...],
    name: str,
    is_hidden: bool,
) -> None:
    services = make_services(folder)
    user = make_user(services, new_id().hex)
    moon = Exercise(new_id(), "Moon Press", ExerciseKind.WEIGHT_REPS, aliases=("Lunar Press",))
    services.library.save(user.id, moon)
    known = {one.name: one.id for one in services.library.all(user.id).values()}
    template = WorkoutTemplate(new_id(), user.id, name.strip() or "A", exercises=lines)
    services.templates.save(user.id, template)
    for values in workouts:
        services.session.save(_session(user, values, known, template))
    if is_hidden:
        services.library.delete(user.id, moon.id)
    first = _export(services, user, folder / "first.json")
    other = make_user(services, new_id().hex)
    preview = services.transfer.read(other.id, folder / "first.json")
    services.transfer.run(other.id, preview, lambda done, total: None)
    second = _export(services, other, folder / "second.json")
    assert second == first
    again = services.transfer.read(other.id, folder / "first.json")
    assert again.new == 0
    services.close()


def test_a_session_that_was_edited_here_is_no_other_one(
    services: Services, user: User, tmp_path: Path
) -> None:
    sets = [(100, 5)] * 3
    add_session(services, user, date(2026, 11, 1), [(NAMES[0], sets)])  # typed: no seconds
    noted = session_of(services, user, date(2026, 11, 2), [(NAMES[0], sets)])
    noted = replace(noted, started_at=noted.started_at + timedelta(seconds=7))
    services.session.save(noted)
    _export(services, user, tmp_path / "log.json")
    for row in services.history.rows(user.id):
        session = services.history.get(row.id)
        first, *others = session.exercises[0].sets
        changed = replace(session.exercises[0], sets=(replace(first, reps=3), *others))
        services.session.save(replace(session, name="Heavy day", exercises=(changed,)))
    preview = services.transfer.read(user.id, tmp_path / "log.json")
    assert (preview.known, preview.new) == (2, 0)
    typed = next(row.id for row in services.history.rows(user.id) if not row.local_start.second)
    run = services.history.get(typed)
    services.session.save(replace(run, exercises=(replace(run.exercises[0], sets=()),)))
    preview = services.transfer.read(user.id, tmp_path / "log.json")
    assert (preview.known, preview.new) == (1, 1)


def _session(
    user: User, values: tuple[Any, ...], known: dict[str, UUID], template: WorkoutTemplate
) -> WorkoutSession:
    name, location, notes, start, offset, minutes, is_open, blocks, planned = values
    return WorkoutSession(
        id=new_id(),
        user_id=user.id,
        name=name,
        session_date=date(2026, 1, 1) + timedelta(days=start.minute),
        started_at=start,
        ended_at=None if is_open else start + timedelta(minutes=minutes or 0),
        utc_offset_minutes=offset,
        duration_minutes=minutes,
        template_id=template.id if planned else None,
        location=location,
        notes=notes,
        exercises=tuple(
            SessionExercise(
                id=new_id(),
                exercise_id=known[exercise] if exercise else None,
                sets=tuple(replace(one, id=new_id()) for one in sets),
                notes=remark,
                completed_at=done,
                superset_group=group,
                is_skipped=is_skipped,
            )
            for exercise, sets, remark, done, group, is_skipped in blocks
        ),
    )


def _export(services: Services, user: User, out: Path) -> bytes:
    services.transfer.export(user.id, out, ExportFormat.JSON, Selection(), lambda a, b: None)
    return out.read_bytes()
