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
