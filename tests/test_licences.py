"""What is shipped is named with its licence in full."""

import re
import tomllib
from pathlib import Path

from desktop import __version__, licences

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
LISTED = (Path(__file__).parents[1] / ".requirements.txt").read_text(encoding="utf-8")
# Of other platforms or other versions of Python, or only for installing.
NOT_HERE = {"pywin32-ctypes", "tzdata", "setuptools"}


def key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).casefold()


def test_the_version_is_that_of_the_project() -> None:
    assert __version__ == PROJECT["project"]["version"]


def test_the_direct_ones_are_those_of_the_project() -> None:
    asked = {re.split(r"[=;<>]", line)[0] for line in PROJECT["project"]["dependencies"]}
    assert set(licences.DIRECT) == asked


def test_every_locked_package_is_named() -> None:
    locked = {key(one) for one in re.findall(r"^([A-Za-z0-9._-]+)==", LISTED, re.MULTILINE)}
    other_python = {
        key(one) for one in re.findall(r"^([\w.-]+)==[^;\n]*; python_full", LISTED, re.M)
    }
    named = {key(one) for one in licences.packages()}
    assert locked - NOT_HERE - other_python <= named
    assert named <= locked


def test_each_has_its_licence_in_full() -> None:
    found = {one.name: one for one in licences.components()}
    assert {"Repbook", "Python", "SQLite", "PySide6_Essentials", "SQLAlchemy"} <= set(found)
    for one in found.values():
        assert one.licence, one.name
        assert len(one.text) > 140, one.name
    qt = found["PySide6_Essentials"].text
    assert "you may replace them" in qt
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt
    assert "GNU GENERAL PUBLIC LICENSE" in qt
