"""Where real export files and worked numbers lie: beside the project, never within it."""

from pathlib import Path

import pytest


def samples_dir() -> Path:
    """The folder of real export files; skips the test where there is none."""
    return _shared("samples")


def reference_dir() -> Path:
    """The folder of worked numbers and facts; skips the test where there is none."""
    return _shared("reference")


def beside_project(name: str) -> Path | None:
    """The folder of that name beside the project; None where there is none."""
    for folder in Path(__file__).resolve().parents:
        if (found := folder / "shared" / name).is_dir():
            return found
    return None


def _shared(name: str) -> Path:
    if (found := beside_project(name)) is not None:
        return found
    pytest.skip(f"there is no folder shared/{name} beside the project")
