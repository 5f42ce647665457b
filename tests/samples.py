"""Where real export files and worked numbers lie: beside the project, never within it."""

from pathlib import Path

import pytest


def samples_dir() -> Path:
    """The folder of real export files; skips the test where there is none."""
    return _shared("samples")


def reference_dir() -> Path:
    """The folder of worked numbers and facts; skips the test where there is none."""
    return _shared("reference")


def _shared(name: str) -> Path:
    for folder in Path(__file__).resolve().parents:
        if (found := folder / "shared" / name).is_dir():
            return found
    pytest.skip(f"there is no folder shared/{name} beside the project")
