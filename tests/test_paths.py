"""Where files lie: what is said goes before what is set, and that before the system's place."""

import errno
import os
from pathlib import Path

import pytest

from desktop import paths
from desktop.domain.errors import RepbookError


def test_the_option_goes_first(tmp_path: Path) -> None:
    assert paths.data_dir(tmp_path / "mine") == tmp_path / "mine"
    assert not (tmp_path / "mine").exists(), "it is made when it is used"


def test_the_variable_goes_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPBOOK_DATA", str(tmp_path / "set"))
    assert paths.data_dir() == tmp_path / "set"


def test_the_system_says_where_otherwise(
    private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REPBOOK_DATA")
    assert paths.data_dir().is_relative_to(private_home)
    assert paths.data_dir().name == "repbook"


def test_a_home_that_nobody_has_is_a_plain_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.data_dir("~no such lifter/log") == tmp_path / "~no such lifter" / "log"


def test_the_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    paths.make_data_dir(folder)
    paths.make_data_dir(folder)
    assert folder.is_dir()


@pytest.mark.parametrize("name", ["file", "file/data", "file/of/data"])
def test_a_file_in_the_way_of_the_folder_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(RepbookError) as told:
        paths.make_data_dir(tmp_path / name)
    assert f"{tmp_path / 'file'} is a file." in told.value.what
    assert "Errno" not in str(told.value)
    assert "--data" in told.value.advice


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "you may not write there."),
        (errno.ENOSPC, "the disk is full."),
        (errno.EROFS, "that disk can only be read."),
        (errno.EIO, "cannot be made ("),
    ],
)
def test_other_reasons_are_told_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(RepbookError) as told:
        paths.make_data_dir(tmp_path / "data")
    assert words in told.value.what
    assert "Errno" not in str(told.value)
    assert "--data" in told.value.advice


def test_the_resources_come_with_the_program() -> None:
    assert (paths.resources_dir() / "icons" / "repbook.svg").is_file()
