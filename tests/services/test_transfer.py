"""Bringing history in, again and again, and taking it out again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.domain.accounts import User
from desktop.domain.errors import CancelledError, RepbookError
from desktop.domain.transfer import (
    ExportFormat,
    ImportAnswers,
    ImportFile,
    ImportPreview,
    ImportResult,
    MatchHow,
    Selection,
)
from desktop.domain.weight import GRAMS_PER_LB, Unit
from desktop.services import Services
from tests.samples import samples_dir
from tests.support import NOW, FakeClock, add_session, make_user

HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE\n"
)
STRONG = (
    "a1-kg-km-2015 a2-lb-mi-crlf-2016 a3-no-unit-2017 a5-escaped-newlines-2023 "
    "a5-one-account-first-export a6-one-account-second-export-moved-1h "
    "b3-semicolon-lbs-2018 b4-decimal-comma-2018 c-quoted-spanish-rest-timer-2023"
).split()


def strong_file(folder: Path, *rows: str, name: str = "strong.csv") -> Path:
    file = folder / name
    file.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return file


def rows_of(day: str, exercise: str = "Bench Press (Barbell)", weight: float = 100) -> list[str]:
    return [
        f"{day},Push,45m,{exercise},1,{weight},8,0,0,a note,,",
        f"{day},Push,45m,{exercise},2,{weight},6,0,0,,,",
    ]


def bring_in(
    services: Services, user: User, file: Path, answers: ImportAnswers | None = None
) -> tuple[ImportPreview, ImportResult]:
    preview = services.transfer.read(user.id, file, answers)
    result, _ = services.transfer.run(user.id, preview, lambda done, total: None)
    return preview, result


@pytest.mark.parametrize("name", STRONG)
def test_a_real_export_is_what_it_says(services: Services, user: User, name: str) -> None:
    file = samples_dir() / "strong" / f"{name}.csv"
    entries = json.loads((samples_dir() / "expected.json").read_text(encoding="utf-8"))["files"]
    expected = next(one for one in entries if one["file"] == file.name)
    preview, _ = bring_in(services, user, file)
    stats = services.history.stats(user.id)
    assert (stats.workouts, stats.sets, stats.reps) == (
        expected["workouts"],
        expected["sets"],
        expected["reps"],
    )
    assert isinstance(preview.file, ImportFile)
    units = {s.unit for w in preview.file.workouts for e in w.exercises for s in e.sets}
    grams = GRAMS_PER_LB if Unit.LB in units else 1000
    assert stats.volume == pytest.approx(float(expected["volume"]) * float(grams), abs=stats.reps)
    again, _ = bring_in(services, user, file)
    assert (again.new, again.updated, again.known) == (0, 0, expected["workouts"])
    assert services.history.stats(user.id) == stats


@pytest.mark.parametrize("newest_first", [False, True])
def test_two_exports_of_one_account_are_one_history(
    services: Services, user: User, newest_first: bool
) -> None:
    folder = samples_dir() / "strong"
    files = [
        folder / "a5-one-account-first-export.csv",
        folder / "a6-one-account-second-export-moved-1h.csv",
    ]
    other = make_user(services, "Other")
    bring_in(services, other, files[1])
    for file in reversed(files) if newest_first else files:
        bring_in(services, user, file)
    mine, whole = services.history.stats(user.id), services.history.stats(other.id)
    assert (mine.workouts, mine.sets, mine.reps, mine.volume) == (
        whole.workouts,
        whole.sets,
        whole.reps,
        whole.volume,
    )


@pytest.mark.parametrize("hours", [0, 1, -7, 5.5, 8])
def test_a_grown_export_adds_only_what_is_new(
    services: Services, user: User, tmp_path: Path, hours: float
) -> None:
    def moved(day: int) -> str:
        start = FakeClock().now.replace(day=day, hour=12, minute=7, second=day, tzinfo=None)
        return (start + timedelta(hours=hours)).isoformat(" ")

    old = [r for d in range(1, 8) for r in rows_of(f"2026-11-{d:02} 12:07:{d:02}", weight=90 + d)]
    bring_in(services, user, strong_file(tmp_path, *old))
    grown = [row for day in range(1, 11) for row in rows_of(moved(day), weight=90 + day)]
    preview, result = bring_in(services, user, strong_file(tmp_path, *grown))
    assert (preview.known, preview.new, result.added) == (7, 3, 3)
    assert services.history.stats(user.id).workouts == 10


@pytest.mark.parametrize("spreadsheet_first", [False, True])
@pytest.mark.parametrize("hours", [0, -1])
def test_an_export_that_lost_its_seconds_in_a_spreadsheet_is_the_same_history(
    services: Services, user: User, tmp_path: Path, spreadsheet_first: bool, hours: int
) -> None:
    days = range(1, 8)
    starts = [NOW.replace(day=day, hour=12, minute=7, second=3 * day) for day in days]
    plain = [row for one in starts for row in rows_of(f"{one:%Y-%m-%d %H:%M:%S}")]
    resaved = [
        row
        for one in starts
        for row in rows_of(f"11/{one.day}/2026 {one.hour + hours}:{one.minute:02}")
    ]
    first, second = (resaved, plain) if spreadsheet_first else (plain, resaved)
    bring_in(services, user, strong_file(tmp_path, *first))
    preview, _ = bring_in(services, user, strong_file(tmp_path, *second))
    assert (preview.known, preview.new) == (7, 0)
    assert services.history.stats(user.id).workouts == 7


def test_another_workout_of_the_minute_is_not_taken_for_one_without_seconds(
    services: Services, user: User, tmp_path: Path
) -> None:
    bring_in(services, user, strong_file(tmp_path, *rows_of("2026-11-02 18:00:05")))
    other = ["11/2/2026 18:00,Run,20m,Running,1,0,0,5,1500,,,"]
    preview, _ = bring_in(services, user, strong_file(tmp_path, *other))
    assert (preview.known, preview.new) == (0, 1)


def test_the_same_workout_next_day_is_another_workout(
    services: Services, user: User, tmp_path: Path
) -> None:
    bring_in(services, user, strong_file(tmp_path, *rows_of("2026-11-02 18:00:00")))
    both = [*rows_of("2026-11-02 18:00:00"), *rows_of("2026-11-03 18:00:00")]
    preview, _ = bring_in(services, user, strong_file(tmp_path, *both))
    assert (preview.known, preview.new) == (1, 1)


def test_a_newer_export_brings_changes_but_not_over_what_was_edited_here(
    services: Services, user: User, tmp_path: Path, clock: FakeClock
) -> None:
    days = [f"2026-11-{day:02} 18:03:0{day}" for day in (1, 2, 3)]
    old = [row for day in days for row in rows_of(day)]
    bring_in(services, user, strong_file(tmp_path, *old))
    edited = services.history.get(services.history.rows(user.id, first=date(2026, 11, 3))[0].id)
    clock.move(minutes=1)
    services.session.save(replace(edited, notes="felt strong"))
    new = [row for day in days for row in rows_of(day, weight=102.5)]
    preview, result = bring_in(services, user, strong_file(tmp_path, *new))
    assert (preview.updated, preview.known, preview.new) == (2, 1, 0)
    weights = [
        {str(s.weight) for s in services.history.get(row.id).all_sets()}
        for row in services.history.rows(user.id)
    ]
    assert weights == [{"100 kg"}, {"102.5 kg"}, {"102.5 kg"}]
    services.transfer.undo(result)
    assert services.history.stats(user.id).volume == 3 * 14 * 100_000


def test_what_was_deleted_here_stays_away_unless_it_is_asked_for(
    services: Services, user: User, tmp_path: Path
) -> None:
    file = strong_file(tmp_path, *rows_of("2026-11-02 18:00:05"))
    _, result = bring_in(services, user, file)
    services.history.delete(result.session_ids)
    preview, _ = bring_in(services, user, file)
    assert (preview.deleted, preview.new) == (1, 0)
    assert services.history.stats(user.id).workouts == 0
    bring_in(services, user, file, ImportAnswers(restore_deleted=True))
    assert services.history.stats(user.id).sets == 2


def test_an_import_can_be_taken_back_done_again_and_made_anew(
    services: Services, user: User, tmp_path: Path
) -> None:
    file = strong_file(tmp_path, *rows_of("2026-11-02 18:00:05", "Moon Press"), name="first.csv")
    _, result = bring_in(services, user, file)
    whole = services.history.stats(user.id)
    services.transfer.undo(result)
    assert services.history.stats(user.id).sets == 0
    assert all(row.exercise.name != "Moon Press" for row in services.library.rows(user.id))
    services.transfer.redo(user.id, result)
    assert services.history.stats(user.id) == whole
    newer = strong_file(tmp_path, *rows_of("2026-11-02 18:00:05", "Moon Press", 102.5))
    assert services.transfer.read(user.id, newer).updated == 1  # nothing was edited here
    services.transfer.undo(result)
    preview, _ = bring_in(services, user, file)
    assert preview.new == 1


def test_a_cancelled_import_leaves_nothing(services: Services, user: User, tmp_path: Path) -> None:
    file = strong_file(tmp_path, *rows_of("2026-11-02 18:00:05", "Moon Press"))
    preview = services.transfer.read(user.id, file)

    def stop(done: int, total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        services.transfer.run(user.id, preview, stop)
    assert services.history.stats(user.id).workouts == 0
    assert all(row.exercise.name != "Moon Press" for row in services.library.rows(user.id))


def test_names_go_to_the_exercise_they_mean(services: Services, user: User, tmp_path: Path) -> None:
    rows = [
        *rows_of("2026-11-02 18:00:00", "Bench Press (Barbell)"),
        *rows_of("2026-11-02 18:00:00", "Flat Barbell Bench Press"),
        *rows_of("2026-11-02 18:00:00", "Moon Press (Cable)"),
    ]
    preview, _ = bring_in(services, user, strong_file(tmp_path, *rows))
    how = {match.name: match.how for match in preview.names}
    assert how == {
        "Bench Press (Barbell)": MatchHow.NAME,
        "Flat Barbell Bench Press": MatchHow.ALIAS,
        "Moon Press (Cable)": MatchHow.NEW,
    }
    made = next(e for e in services.library.all(user.id).values() if e.name.startswith("Moon"))
    assert (made.equipment, made.is_custom, made.kind) == ("Cable", True, "weight_reps")


def test_a_name_matched_by_hand_is_known_the_next_time(
    services: Services, user: User, tmp_path: Path
) -> None:
    squat = next(e for e in services.library.all(user.id).values() if e.name == "Squat (Barbell)")
    file = strong_file(tmp_path, *rows_of("2026-11-02 18:00:00", "Kniebeuge"))
    bring_in(services, user, file, ImportAnswers(matches={"Kniebeuge": squat.id}))
    assert services.progress.used(user.id) == [squat.id]
    (match,) = services.transfer.read(user.id, file).names
    assert (match.how, match.exercise_id) == (MatchHow.ALIAS, squat.id)
    bring_in(services, user, file, ImportAnswers(matches={"Kniebeuge": squat.id}))
    assert services.library.all(user.id)[squat.id].aliases == (*squat.aliases, "Kniebeuge")


def test_the_unit_is_asked_for_the_file_and_for_each_exercise(
    services: Services, user: User, tmp_path: Path
) -> None:
    rows = [*rows_of("2026-11-02 18:00:00"), *rows_of("2026-11-02 18:00:00", "Squat (Barbell)")]
    answers = ImportAnswers(unit=Unit.LB, units={"Squat (Barbell)": Unit.KG})
    _, result = bring_in(services, user, strong_file(tmp_path, *rows), answers)
    session = services.history.get(result.session_ids[0])
    assert [str(e.sets[0].weight) for e in session.exercises] == ["100 lb", "100 kg"]


def test_the_answers_of_last_time_are_suggested(
    services: Services, user: User, tmp_path: Path
) -> None:
    rows = [
        *rows_of("2026-11-02 18:00:00"),
        *rows_of("2026-11-02 18:00:00", "Deadlift (Barbell)"),
        *rows_of("2026-11-02 18:00:00", "Squat (Barbell)"),
    ]
    file = strong_file(tmp_path, *rows)
    bring_in(services, user, file, ImportAnswers(Unit.LB, {"Squat (Barbell)": Unit.KG}))
    again = services.transfer.read(user.id, file)
    assert again.answers == ImportAnswers(Unit.LB, {"Squat (Barbell)": Unit.KG})
    assert (again.known, again.updated) == (1, 0)


def test_help_is_stored_as_negative_weight(services: Services, user: User, tmp_path: Path) -> None:
    file = strong_file(tmp_path, *rows_of("2026-11-02 18:00:00", "Pull Up (Assisted)", 20))
    _, result = bring_in(services, user, file)
    sets = list(services.history.get(result.session_ids[0]).all_sets())
    assert [one.weight.grams for one in sets if one.weight] == [-20_000, -20_000]


def test_days_are_the_users_days(services: Services, tmp_path: Path) -> None:
    user = services.accounts.add("Away", "away@localhost", "Pacific/Auckland", Unit.KG)
    file = strong_file(tmp_path, *rows_of("2026-11-02 05:30:00"))
    _, result = bring_in(services, user, file)
    session = services.history.get(result.session_ids[0])
    assert session.session_date == date(2026, 11, 2)
    assert session.started_at.isoformat() == "2026-11-01T16:30:00+00:00"
    assert session.utc_offset_minutes == 13 * 60


def test_a_file_that_is_no_export_changes_nothing(
    services: Services, user: User, tmp_path: Path
) -> None:
    file = tmp_path / "letter.csv"
    file.write_text("Dear reader,\nthis is no export.\n", encoding="utf-8")
    with pytest.raises(RepbookError, match="nothing was taken"):
        services.transfer.read(user.id, file)


def test_an_export_is_whole_or_not_there(services: Services, user: User, tmp_path: Path) -> None:
    add_session(services, user, date(2026, 11, 1), [("Bench Press (Barbell)", [(100, 5)])])
    out = tmp_path / "log.csv"
    out.write_text("before", encoding="utf-8")

    def stop(done: int, total: int) -> None:
        raise CancelledError

    for file_format in ExportFormat:
        with pytest.raises(CancelledError):
            services.transfer.export(user.id, out, file_format, Selection(), stop)
    assert out.read_text(encoding="utf-8") == "before"
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["log.csv"]
    with pytest.raises(RepbookError, match="could not be written"):
        services.transfer.export(
            user.id, tmp_path / "no" / "log.csv", ExportFormat.CSV, Selection(), lambda a, b: None
        )


def test_a_selection_is_what_is_exported(services: Services, user: User, tmp_path: Path) -> None:
    lifts = [("Bench Press (Barbell)", [(100.0, 5.0), (100.0, 5.0)])]
    days = [add_session(services, user, date(2026, 11, day), lifts) for day in (1, 2, 3)]
    out = tmp_path / "log.csv"

    def lines(selection: Selection) -> int:
        services.transfer.export(user.id, out, ExportFormat.CSV, selection, lambda a, b: None)
        return len(out.read_text(encoding="utf-8-sig").splitlines()) - 1

    assert lines(Selection()) == 6
    assert lines(Selection(first=date(2026, 11, 2))) == 4
    assert lines(Selection(session_ids=(days[1].id,))) == 2
