"""Who may import whom, so that a run of the tests alone says it too."""

import sys
from pathlib import Path

import grimp
import pytest
from importlinter import cli

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("desktop", include_external_packages=True, cache_dir=None)


def test_the_contracts_are_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", [str(ROOT), *sys.path])
    # it would silence every logger there is, for the tests that come after too
    monkeypatch.setattr("logging.config.dictConfig", lambda _: None)
    exit_status = cli.lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert exit_status == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize(("floor", "beyond"), [("domain", set()), ("analysis", {"numpy"})])
def test_the_lowest_floors_stand_on_the_standard_library(
    imports: grimp.ImportGraph, floor: str, beyond: set[str]
) -> None:
    # A contract can name what is forbidden; this one names what is allowed.
    package = f"desktop.{floor}"
    known = {"desktop", *sys.stdlib_module_names, *beyond}
    strangers = {
        (module, imported)
        for module in {package, *imports.find_descendants(package)}
        for imported in imports.find_modules_directly_imported_by(module)
        if imported.split(".")[0] not in known
    }
    assert not strangers
