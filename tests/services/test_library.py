"""Exercises of one's own, beside those that come with the program."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.accounts import User
from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.muscles import Muscle
from desktop.paths import resources_dir
from desktop.services import Services
from tests.support import add_session, make_user

MOON = Exercise(
    new_id(),
    "Moon Press",
    ExerciseKind.WEIGHT_REPS,
    (Muscle.CHEST,),
    (Muscle.TRICEPS,),
    "Cable",
    ("Push.", "Pull."),
    ("Lunar Press",),
)


def names(services: Services, user: User) -> set[str]:
    return {row.exercise.name for row in services.library.rows(user.id)}


def test_an_own_exercise_is_kept_whole_and_seen_by_its_owner_alone(
    services: Services, user: User
) -> None:
    services.library.save(user.id, MOON)
    kept = services.library.all(user.id)[MOON.id]
    assert kept == replace(MOON, is_custom=True, created_by_user_id=user.id)
    other = make_user(services, "other")
    assert "Moon Press" not in names(services, other)
    services.library.save(other.id, replace(MOON, id=new_id()))


def test_a_name_is_free_or_it_is_refused(services: Services, user: User) -> None:
    with pytest.raises(InvalidInputError, match="already"):
        services.library.save(user.id, replace(MOON, name="barbell bench press"))


def test_what_comes_with_the_program_is_copied_not_changed(services: Services, user: User) -> None:
    bench = next(e for e in services.library.all(user.id).values() if e.name.startswith("Bench"))
    with pytest.raises(InvalidInputError, match="Duplicate"):
        services.library.save(user.id, replace(bench, name="Mine"))
    with pytest.raises(InvalidInputError):
        services.library.delete(user.id, bench.id)
    copy = services.library.copy_of(user.id, bench.id)
    services.library.save(user.id, copy)
    assert services.library.copy_of(user.id, bench.id).name == f"{bench.name} copy 2"


def test_a_deleted_exercise_leaves_choice_but_not_history(services: Services, user: User) -> None:
    services.library.save(user.id, MOON)
    session = add_session(services, user, date(2026, 11, 1), [("Moon Press", [(50, 10)])])
    services.library.delete(user.id, MOON.id)
    assert "Moon Press" not in names(services, user)
    assert services.library.all(user.id)[MOON.id].is_deleted
    assert services.history.get(session.id).exercises[0].exercise_id == MOON.id
    services.library.restore(user.id, MOON.id)
    assert "Moon Press" in names(services, user)


def test_another_kind_means_other_numbers(services: Services, user: User) -> None:
    services.library.save(user.id, MOON)
    add_session(services, user, date(2026, 11, 1), [("Moon Press", [(50, 10)])])
    assert services.progress.chart(user.id, MOON.id).points[0].e1rm
    services.library.save(user.id, replace(MOON, kind=ExerciseKind.BODYWEIGHT_REPS))
    assert services.progress.chart(user.id, MOON.id).points[0].e1rm is None


def test_rows_say_what_was_done(services: Services, user: User) -> None:
    add_session(services, user, date(2026, 11, 1), [("Bench Press (Barbell)", [(100, 5)] * 2)])
    add_session(services, user, date(2026, 11, 8), [("Bench Press (Barbell)", [(90, 5)])])
    row = next(
        r for r in services.library.rows(user.id) if r.exercise.name == "Bench Press (Barbell)"
    )
    assert (row.last_done, row.best_e1rm, row.sets) == (date(2026, 11, 8), 112_500, 3)


def test_a_newer_library_is_taken_over_without_losing_ids(
    services: Services, user: User, tmp_path: Path
) -> None:
    entries = json.loads((resources_dir() / "exercises.json").read_text(encoding="utf-8"))
    before = {e.name: e for e in services.library.all(user.id).values()}
    entries[0]["aliases"].append("An Alias Of Tomorrow")
    entries.append({**entries[1], "name": "A Lift Of Tomorrow (Cable)", "aliases": []})
    with services.store.unit_of_work() as work:  # as an import does for a match by hand
        work.exercises.add_alias(before[entries[0]["name"]].id, "A Name By Hand")
        work.commit()
    newer = tmp_path / "exercises.json"
    newer.write_text(json.dumps(entries), encoding="utf-8")
    services.library.fill(newer)
    after = {e.name: e for e in services.library.all(user.id).values()}
    assert set(after) - set(before) == {"A Lift Of Tomorrow (Cable)"}
    changed = after[entries[0]["name"]]
    assert changed.id == before[changed.name].id
    assert {"An Alias Of Tomorrow", "A Name By Hand"} <= set(changed.aliases)


def test_a_newer_library_may_rename_and_correct_exercises(
    services: Services, user: User, tmp_path: Path
) -> None:
    entries = json.loads((resources_dir() / "exercises.json").read_text(encoding="utf-8"))
    by_name = {entry["name"]: entry for entry in entries}
    bench, pull_up = by_name["Bench Press (Barbell)"], by_name["Pull-Up"]
    before = {e.name: e.id for e in services.library.all(user.id).values()}
    add_session(services, user, date(2026, 11, 1), [(bench["name"], [(100, 5)])])
    moved = bench["aliases"].pop()
    pull_up["aliases"].append(moved)
    bench |= {
        "name": "Flat Press (Barbell)",
        "kind": ExerciseKind.BODYWEIGHT_REPS,
        "aliases": [*bench["aliases"], bench["name"]],
    }
    newer = tmp_path / "exercises.json"
    newer.write_text(json.dumps(entries), encoding="utf-8")
    services.library.fill(newer)
    after = {e.name: e for e in services.library.all(user.id).values()}
    renamed = after["Flat Press (Barbell)"]
    assert "Bench Press (Barbell)" not in after
    assert renamed.id == before["Bench Press (Barbell)"]
    assert moved not in renamed.aliases
    assert moved in after["Pull-Up"].aliases
    [row] = [one for one in services.library.rows(user.id) if one.sets]
    assert (row.exercise.id, row.best_e1rm) == (renamed.id, None)
