"""Where files lie: what is said goes before what is set, and that before the system's place."""

from pathlib import Path

import pytest

from desktop import paths


def test_the_option_goes_first(tmp_path: Path) -> None:
    assert paths.data_dir(tmp_path / "mine") == tmp_path / "mine"
    assert (tmp_path / "mine").is_dir()


def test_the_variable_goes_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPBOOK_DATA", str(tmp_path / "set"))
    assert paths.data_dir() == tmp_path / "set"


def test_the_system_says_where_otherwise(
    private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REPBOOK_DATA")
    assert paths.data_dir().is_relative_to(private_home)
    assert paths.data_dir().name == "repbook"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError, match="file"):
        paths.data_dir(tmp_path / "file" / "data")


def test_the_resources_come_with_the_program() -> None:
    assert (paths.resources_dir() / "icons" / "repbook.svg").is_file()
