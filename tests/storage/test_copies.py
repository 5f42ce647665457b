"""Copies of the data file: one a day, checked, and the way back to one of them."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.copies import KEPT
from desktop.domain.errors import DamagedError, RepbookError
from desktop.storage.copies import copies_of, go_back, keep_copy
from desktop.storage.database import FILE_NAME, Database

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 9, 18, 30, tzinfo=UTC)


def write(database: Database, name: str) -> None:
    with database.writing() as writer:
        writer.plain.execute(f'CREATE TABLE "{name}" (x)')
        writer.commit()


def tables(database: Database) -> set[str]:
    with database.reading() as connection:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}


def keep(path: Path, number: int) -> None:
    """A copy of the day of that number, dated so: the clock of the disk is no fake."""
    target = keep_copy(path, DAY + timedelta(days=number))
    assert target is not None
    seconds = (NOW + timedelta(days=number)).timestamp()
    os.utime(target, (seconds, seconds))


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 30000] = os.urandom(30000)
    path.write_bytes(content)


def test_one_copy_a_day_and_only_of_what_is_new(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    database = Database(path)
    keep(path, 0)
    assert keep_copy(path, DAY + timedelta(days=1)) is None, "nothing is new"
    write(database, "new")  # still in the file that lies beside
    keep(path, 2)
    database.close()
    assert [one.path.name for one in copies_of(path)] == [
        "repbook-2026-03-04.sqlite3",
        "repbook-2026-03-02.sqlite3",
    ]
    assert sorted(one.name for one in (tmp_path / "copies").iterdir()) == [
        "repbook-2026-03-02.sqlite3",
        "repbook-2026-03-04.sqlite3",
    ]


def test_the_oldest_copies_make_room_and_those_before_updates_stay(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    database = Database(path)
    before = tmp_path / "repbook-before-update-from-0001.sqlite3"
    before.touch()
    for number in range(KEPT + 2):
        write(database, f"new {number}")
        keep(path, number)
    database.close()
    names = {one.path.name for one in copies_of(path)}
    assert names == {before.name} | {f"repbook-2026-03-0{day}.sqlite3" for day in range(4, 9)}


def test_a_log_goes_back_to_a_copy_and_stays_beside_it(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    database = Database(path)
    write(database, "before")
    keep(path, 0)
    write(database, "after")
    database.close()
    damage(path)
    damaged = path.read_bytes()
    aside = go_back(path, copies_of(path)[0].path, NOW)
    assert aside.name == "repbook-damaged-20260309-183000.sqlite3"
    assert aside.read_bytes() == damaged
    database = Database(path)
    assert "before" in tables(database)
    assert "after" not in tables(database)
    assert database.check() == []
    database.close()


def test_no_copy_is_kept_of_a_damaged_log_and_none_makes_room_for_it(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    database = Database(path)
    write(database, "x")
    keep(path, 0)
    database.close()
    damage(path)
    with pytest.raises(DamagedError):
        keep_copy(path, DAY + timedelta(days=1))
    assert [one.path.name for one in copies_of(path)] == ["repbook-2026-03-02.sqlite3"]
    assert len(list((tmp_path / "copies").iterdir())) == 1


def test_a_copy_that_cannot_be_put_in_place_leaves_the_log_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    Database(path).close()
    content = path.read_bytes()
    with pytest.raises(RepbookError, match="could not be put in place"):
        go_back(path, tmp_path / "gone.sqlite3", NOW)
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [FILE_NAME]
