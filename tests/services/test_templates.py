"""Templates are kept with every target, shared, archived, copied, and follow a session."""

from dataclasses import replace

import pytest

from desktop.domain.accounts import User
from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.session import SetType
from desktop.domain.template_cells import LineField, Notation, typed_cell
from desktop.domain.templates import TargetReps, TemplateExercise, WorkoutTemplate
from desktop.services import Services
from tests.support import make_user

BENCH, SQUAT = "Bench Press (Barbell)", "Squat (Barbell)"


def line(services: Services, user: User, name: str, **cells: str) -> TemplateExercise:
    known = services.library.all(user.id).values()
    made = TemplateExercise(new_id(), next(one.id for one in known if one.name == name))
    for field, text in cells.items():
        made = typed_cell(made, LineField(field), text, Notation())
    return made


def keep(services: Services, user: User, *lines: TemplateExercise) -> WorkoutTemplate:
    made = WorkoutTemplate(new_id(), user.id, "Push A", "Heavy", "Push", exercises=lines)
    services.templates.save(user.id, made)
    return made


def test_every_target_of_every_set_is_kept(services: Services, user: User) -> None:
    made = keep(
        services,
        user,
        line(
            services,
            user,
            BENCH,
            sets="2w+3+1f",
            reps="5/3/1+/AMRAP",
            weight="65%/100 kg/225 lb/-",
            rpe="7/8/9/-",
            rest="180",
            superset="A",
            notes="Pause the first rep",
        ),
        line(services, user, SQUAT, reps="8-12", weight="60"),
    )
    assert services.templates.get(made.id) == made
    shorter = replace(
        made, exercises=(typed_cell(made.exercises[0], LineField.SETS, "2", Notation()),)
    )
    services.templates.save(user.id, shorter)
    assert services.templates.get(made.id) == shorter


def test_shared_with_other_profiles_and_no_longer(services: Services, user: User) -> None:
    other = make_user(services, "Second")
    made = keep(services, user, line(services, user, BENCH))
    assert services.templates.rows(other.id) == []
    change = services.templates.share(user.id, made.id)
    assert "every profile" in change.said
    (row,) = services.templates.rows(other.id)
    assert (row.is_own, row.is_public, row.owner) == (False, True, "Lifter")
    assert row.lines == made.exercises
    with pytest.raises(InvalidInputError):
        services.templates.share(other.id, made.id, is_public=False)
    services.templates.share(user.id, made.id, is_public=False)
    assert services.templates.rows(other.id) == []


def test_archived_ones_are_shown_only_when_asked_for(services: Services, user: User) -> None:
    made = keep(services, user, line(services, user, BENCH))
    services.templates.archive(user.id, made.id)
    assert services.templates.rows(user.id) == []
    (row,) = services.templates.rows(user.id, with_archived=True)
    assert row.is_archived
    other = make_user(services, "Second")
    with pytest.raises(InvalidInputError):
        services.templates.archive(other.id, made.id, is_archived=False)
    services.templates.archive(user.id, made.id, is_archived=False)
    assert services.templates.get(made.id) == made


def test_a_copy_is_one_s_own_under_a_free_name(services: Services, user: User) -> None:
    made = keep(services, user, line(services, user, BENCH, sets="2w+3", reps="5/3/1"))
    services.templates.share(user.id, made.id)
    first = services.templates.copy_of(user.id, made.id)
    services.templates.save(user.id, first)
    second = services.templates.copy_of(user.id, made.id)
    assert (first.name, second.name) == ("Push A copy", "Push A copy 2")
    assert not first.is_public
    (original,), (copied,) = made.exercises, first.exercises
    assert copied == replace(original, id=copied.id)
    assert copied.id != original.id
    assert services.templates.get(made.id).exercises == made.exercises


def test_a_template_is_brought_up_to_date_by_its_session(services: Services, user: User) -> None:
    planned = line(services, user, BENCH, sets="2", reps="8-12", weight="60")
    made = keep(services, user, planned)
    session = services.session.start(user.id, template_id=made.id)
    assert services.templates.updated_by(session) == made
    (exercise,) = session.exercises
    now = services.clock()
    done = tuple(
        replace(one, reps=9, weight=replace(one.weight, grams=62_500), completed_at=now)
        for one in exercise.sets
        if one.weight is not None
    )
    after = replace(session, exercises=(replace(exercise, sets=done),))
    updated = services.templates.updated_by(after)
    assert updated is not None
    (changed,) = updated.exercises
    assert (changed.id, changed.target_reps) == (planned.id, TargetReps(8, 12))
    assert changed.target_weight is not None
    assert changed.target_weight.grams == 62_500
    fresh = services.templates.from_session(after)
    assert fresh.id != made.id
    assert fresh.exercises[0].target_reps == TargetReps(9, 9)
    assert services.templates.updated_by(replace(after, template_id=None)) is None


def test_a_session_of_someone_else_s_template_changes_nothing(
    services: Services, user: User
) -> None:
    other = make_user(services, "Second")
    made = keep(services, user, line(services, user, BENCH, sets="1w+1", reps="5"))
    services.templates.share(user.id, made.id)
    session = services.session.start(other.id, template_id=made.id)
    types = [one.set_type for one in session.exercises[0].sets]
    assert types == [SetType.WARM_UP, SetType.NORMAL]
    assert services.templates.updated_by(session) is None
