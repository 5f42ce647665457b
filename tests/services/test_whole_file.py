"""Files that are written whole or not at all, and tables in them."""

import csv
import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import RepbookError
from desktop.services import whole_file as module
from desktop.services.whole_file import csv_bytes, whole_file, write_bytes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "folder"
    made.mkdir()
    return made


def test_a_file_is_made_and_replaced(folder: Path) -> None:
    path = folder / "out.bin"
    write_bytes(path, b"first")
    write_bytes(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(folder.iterdir()) == [path]


def test_what_was_there_stays_when_the_writing_breaks_off(folder: Path) -> None:
    path = folder / "out.bin"
    path.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError):
        break_off(path)
    assert path.read_bytes() == b"before"
    assert list(folder.iterdir()) == [path]


def break_off(path: Path) -> None:
    with whole_file(path) as handle, os.fdopen(handle, "w") as out:
        out.write(str(1 / 0))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither of them")
def test_a_link_stays_a_link_and_a_pipe_a_pipe(folder: Path) -> None:
    real, link, pipe = folder / "real.csv", folder / "link.csv", folder / "pipe"
    real.write_bytes(b"before")
    link.symlink_to(real)
    write_bytes(link, b"after")
    assert link.is_symlink()
    assert real.read_bytes() == b"after"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_bytes(pipe, b"through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert sorted(one.name for one in folder.iterdir()) == ["link.csv", "pipe", "real.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_a_file_is_no_more_open_to_others_than_it_was(folder: Path) -> None:
    path = folder / ("x" * 250 + ".csv")
    before = os.umask(0o077)
    try:
        write_bytes(path, b"first")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
    write_bytes(path, b"second")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_must_not_be_written_is_left_as_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "kept.csv"
    path.write_bytes(b"before")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything
    with pytest.raises(RepbookError, match="Permission denied"):
        write_bytes(path, b"after")
    assert path.read_bytes() == b"before"


def test_a_full_disk_is_told_in_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "_keep", full)
    with pytest.raises(RepbookError, match=r"No space left on device.*free some space"):
        write_bytes(folder / "out.bin", b"much")
    assert not list(folder.iterdir())


def test_a_folder_that_is_not_there(folder: Path) -> None:
    with pytest.raises(RepbookError, match="could not be written"):
        write_bytes(folder / "gone" / "out.bin", b"")


def test_a_table_runs_no_formula() -> None:
    data = csv_bytes(["Day", "=1+1"], [["2026-11-20", -15], ["@SUM(A1)", "-15.5"], [None, 1.5]])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == (
        "Day,'=1+1\r\n2026-11-20,-15\r\n'@SUM(A1),-15.5\r\n,1.5\r\n"
    )


@settings(max_examples=50)
@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), min_size=1))
def test_any_text_comes_back(texts: list[str]) -> None:
    read = list(csv.reader(io.StringIO(csv_bytes(texts, []).decode("utf-8-sig"), newline="")))
    assert [one.removeprefix("'") for one in read[0]] == [one.removeprefix("'") for one in texts]
