"""The data file: what it promises, and what it says when something is wrong."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from desktop.domain.accounts import Effort
from desktop.domain.counting import Counting
from desktop.domain.errors import RepbookError
from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.storage import migrate
from desktop.storage.columns import metadata
from desktop.storage.database import FILE_NAME, Database
from desktop.storage.derived import Bests, Estimates, bests
from desktop.storage.queries import accounts
from desktop.storage.session_tables import workout_sessions
from desktop.storage.tables import users
from tests.support import make_services, make_user, session_of

DAY = date(2026, 1, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / FILE_NAME


def test_every_connection_is_durable_and_keeps_its_references(path: Path) -> None:
    database = Database(path)
    with database.reading() as reader, database.writing() as writer:
        for plain in (reader, writer.plain):
            asked = {
                name: plain.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("journal_mode", "synchronous", "foreign_keys")
            }
            assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    database.close()


ADDED_KEY = "template_exercise_id"


@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression")
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_the_migrations_make_the_tables_of_today(path: Path) -> None:
    assert users.metadata is workout_sessions.metadata is metadata
    database = Database(path)
    with database.writing() as writer:
        context = MigrationContext.configure(
            writer.core, opts={"include_object": lambda _o, _n, kind, _r, _c: kind != "index"}
        )
        differences = compare_metadata(context, metadata)
        stored = writer.core.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).scalars()
        names = set(stored)
        added = writer.core.exec_driver_sql("PRAGMA foreign_key_list(session_exercises)").all()
    database.close()
    # what Alembic cannot read back of a column that was added later
    assert [one for one in differences if ADDED_KEY not in str(one)] == []
    assert ("template_exercises", ADDED_KEY, "id", "NO ACTION", "SET NULL") in {
        tuple(row[2:7]) for row in added
    }
    assert names == {str(i.name) for t in metadata.tables.values() for i in t.indexes}


def test_the_head_that_start_up_checks_is_the_newest_step() -> None:
    scripts = ScriptDirectory(str(Path(migrate.__file__).parent / "migrations"))
    assert scripts.get_current_head() == migrate.HEAD


def test_a_transaction_is_rolled_back_unless_it_is_committed(path: Path) -> None:
    database = Database(path)
    insert = (
        "INSERT INTO user_preferences (id, name, value, created_at, updated_at) "
        "VALUES (x'01', 'a', '1', '', '')"
    )
    with database.writing() as writer:
        writer.core.exec_driver_sql(insert)

    def stumble() -> None:
        with database.writing() as writer:
            writer.core.exec_driver_sql(insert)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stumble()
    with database.writing() as writer:
        writer.core.exec_driver_sql(insert)
        writer.commit()
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM user_preferences").fetchone()[0] == 1
    database.close()


def test_a_reader_sees_one_state_while_something_is_written(tmp_path: Path) -> None:
    services = make_services(tmp_path)
    database = Database(tmp_path / "data" / FILE_NAME)
    count = "SELECT count(*) FROM users"
    with database.reading() as connection:
        before = connection.execute(count).fetchone()[0]
        make_user(services)
        assert connection.execute(count).fetchone()[0] == before
    with database.reading() as connection:
        assert connection.execute(count).fetchone()[0] == before + 1
    database.close()
    services.close()


def test_many_threads_read_at_once(path: Path) -> None:
    database = Database(path)

    def read(_: int) -> int:
        with database.reading() as connection:
            ((count,),) = connection.execute("SELECT count(*) FROM users")
            return int(count)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(read, range(2000))) == {0}
    database.close()


def test_data_of_a_newer_program_is_refused_and_left_alone(path: Path) -> None:
    Database(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    before = path.read_bytes()
    with pytest.raises(RepbookError, match="newer Repbook"):
        Database(path)
    assert path.read_bytes() == before


def test_an_older_file_is_copied_before_it_is_stepped_up(
    path: Path,
) -> None:
    first = ScriptDirectory(str(Path(migrate.__file__).parent / "migrations")).get_revision("0001")
    with closing(sqlite3.connect(path)) as raw:
        for statement in first.module._STATEMENTS:
            raw.execute(statement)
        raw.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        raw.execute("INSERT INTO alembic_version VALUES ('0001')")
        raw.execute(
            "INSERT INTO user_preferences (id, name, value, created_at, updated_at) "
            "VALUES (x'01', 'shows_rpe', 'true', '', '')"
        )
        raw.commit()
    database = Database(path)
    with database.reading() as connection:
        assert accounts.preferences(connection, None).effort is Effort.RPE
        version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    assert version == (migrate.HEAD,)
    database.close()
    copy = path.with_name("repbook-before-update-from-0001.sqlite3")
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def test_turns_of_an_exercise_are_brought_together(tmp_path: Path) -> None:
    """A file in which each turn stands for itself says after the step what is written today."""
    services = make_services(tmp_path)
    user = make_user(services)
    kg = [(100, 5), (110, 1)], [(110, 3), (60, 12), (100, 5)], [(20, 8)]
    lifts = [("Bench Press (Barbell)", sets) for sets in kg]
    session = session_of(services, user, DAY, lifts)
    left = replace(session.exercises[0], id=new_id(), sets=())
    session = replace(session, exercises=(left, *session.exercises))
    services.session.save(session)
    services.close()
    database = Database(tmp_path / "data" / FILE_NAME)
    with database.reading() as connection:
        wanted = connection.execute(_SUMS).fetchall()
    with database.writing() as writer:
        for exercise in session.exercises:
            e1rms = [Estimates(Counting()).of(one, WEIGHT_REPS) for one in exercise.sets]
            sums = bests(exercise.sets, e1rms, Counting())
            names = ", ".join(f"{name} = ?" for name in sums._fields)
            writer.plain.execute(
                f"UPDATE session_exercises SET {names} WHERE id = ?", (*sums, exercise.id.bytes)
            )
        writer.plain.execute("UPDATE alembic_version SET version_num = '0002'")
        writer.commit()
    with database.reading() as connection:
        assert connection.execute(_SUMS).fetchall() != wanted
    database.close()
    database = Database(tmp_path / "data" / FILE_NAME)
    with database.reading() as connection:
        assert connection.execute(_SUMS).fetchall() == wanted
    database.close()


WEIGHT_REPS = ExerciseKind.WEIGHT_REPS
_SUMS = f"SELECT id, {', '.join(Bests._fields)} FROM session_exercises ORDER BY id"


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"just some text that is longer than a header" * 40, "not a Repbook database")],
)
def test_a_file_that_is_no_database_is_refused(path: Path, content: bytes, word: str) -> None:
    path.write_bytes(content)
    with pytest.raises(RepbookError, match=word):
        Database(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE songs (title TEXT)")
    with pytest.raises(RepbookError, match="another program"):
        Database(path)


def test_a_locked_file_is_told_in_plain_words(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.storage.database.PRAGMAS", ("PRAGMA busy_timeout = 1",))
    database = Database(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RepbookError, match="Another program is writing"):
            database.writing().__enter__()
    database.close()


def test_a_full_disk_keeps_what_was_there(path: Path) -> None:
    database = Database(path)

    def write_too_much() -> None:
        with database.writing() as writer:
            ((pages,),) = writer.plain.execute("PRAGMA page_count")
            writer.plain.execute(f"PRAGMA max_page_count = {pages}")
            writer.core.exec_driver_sql(
                "INSERT INTO user_preferences (id, name, value, created_at, updated_at) "
                "VALUES (x'02', 'a', ?, '', '')",
                ("x" * 1_000_000,),
            )

    with pytest.raises(RepbookError, match="disk is full"):
        write_too_much()
    assert database.check() == []
    with database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM user_preferences").fetchone()[0] == 0
    database.close()


def test_check_finds_a_reference_to_nothing(path: Path) -> None:
    database = Database(path)
    assert database.check() == []
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(
            "INSERT INTO exercise_aliases (id, exercise_id, name, created_at, updated_at) "
            "VALUES (x'01', x'99', 'a', '', '')"
        )
        raw.commit()
    assert len(database.check()) == 1
    database.close()
