"""What the repository holds, and what it must not name."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOP = {"LICENSE", "Makefile", "README.md", "build.spec", "desktop", "pyproject.toml"}
TOP |= {"resources", "tests"}
LISTS = sorted(ROOT.glob(".requirements*.txt"))
# Anything that says where packages come from: an address, or an option that takes one.
ADDRESS = re.compile(r"://|^\s*-|\s@\s", re.MULTILINE)


def tracked_files() -> list[str]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("this is not a git checkout, so nothing says which files are tracked")
    listed = subprocess.run(
        [git, "-c", f"safe.directory={ROOT}", "-C", str(ROOT), "ls-files", "-z"],
        capture_output=True,
        check=True,
        text=True,
    )
    return listed.stdout.split("\0")[:-1]


def test_the_top_level_is_tidy() -> None:
    names = {file.split("/")[0] for file in tracked_files()}
    assert {name for name in names if not name.startswith(".")} <= TOP


def test_there_are_requirement_lists() -> None:
    assert [file.name for file in LISTS] == [
        ".requirements-build.txt",
        ".requirements-test.txt",
        ".requirements.txt",
    ]


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.name)
def test_no_requirement_says_where_it_comes_from(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("--hash=sha256:")]
    assert not ADDRESS.search("\n".join(lines))


@pytest.mark.parametrize("file", LISTS, ids=lambda file: file.name)
def test_every_requirement_is_exact_and_hashed(file: Path) -> None:
    text = re.sub(r"\\\n", " ", file.read_text(encoding="utf-8"))
    for requirement in text.splitlines():
        if not requirement.startswith("#"):
            assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", requirement)


def test_the_lists_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        ".requirements.txt": project["dependencies"],
        ".requirements-test.txt": project["dependencies"]
        + project["optional-dependencies"]["test"],
        ".requirements-build.txt": project["dependencies"],
    }
    for file, requirements in wanted.items():
        locked = (ROOT / file).read_text(encoding="utf-8")
        # a marker stands apart in the lists
        lines = [re.escape(line.replace(";", " ;")) for line in requirements]
        missing = [line for line in lines if not re.search(rf"^{line} ", locked, re.M)]
        assert not missing, f"{file} is out of date: make lock"
