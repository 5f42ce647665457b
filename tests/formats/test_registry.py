"""Files are told apart by what is in them."""

from pathlib import Path

import pytest

from desktop.domain.errors import InvalidInputError, RepbookError
from desktop.domain.transfer import ImportFile, RepbookFile
from desktop.formats.registry import read_file
from desktop.formats.repbook_json import dump
from tests.formats.strong_files import DIALECTS


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "export.pdf"
    path.write_text(DIALECTS["B4"].header, encoding="utf-8")
    assert isinstance(read_file(path), ImportFile)
    path.write_text("".join(dump((), (), ())), encoding="utf-8")
    assert isinstance(read_file(path), RepbookFile)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'"title","start_time","end_time","description","exercise_title"\n', "an export of Hevy"),
        (b"Date,Exercise,Category,Weight,Weight Unit,Reps\n", "an export of FitNotes"),
        (b"Date,Exercise,Category,Weight (lbs),Reps\n", "an export of FitNotes"),
        (b"SQLite format 3\0", "a backup of FitNotes"),
    ],
)
def test_what_other_apps_export_is_called_by_its_name(
    tmp_path: Path, head: bytes, name: str
) -> None:
    path = tmp_path / "export"
    path.write_bytes(head)
    with pytest.raises(InvalidInputError, match=f"{name}, which Repbook cannot read; nothing was"):
        read_file(path)


def test_faults_in_words(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    with pytest.raises(RepbookError, match=r"'log\.csv' cannot be read: No such file"):
        read_file(path)
    path.write_bytes(b" \n")
    with pytest.raises(InvalidInputError, match="The file is empty"):
        read_file(path)
    path.write_bytes(b"\x89PNG\r\n")
    with pytest.raises(InvalidInputError, match="not a file that Repbook can read"):
        read_file(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a file without an end")
def test_no_more_is_read_than_it_takes_to_tell() -> None:
    with pytest.raises(InvalidInputError, match="not a file that Repbook can read"):
        read_file(Path("/dev/zero"))
