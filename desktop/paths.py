"""Where files lie: the user's data, and what comes with the program."""

import os
import sys
from pathlib import Path

DATA_VARIABLE = "REPBOOK_DATA"


def data_dir(chosen: Path | str | None = None) -> Path:
    """The folder of the user's data, made if need be; raises OSError when it cannot be.

    `chosen` (--data) goes before REPBOOK_DATA, and that before the place
    that the system wants.
    """
    named = chosen or os.environ.get(DATA_VARIABLE)
    folder = Path(named).expanduser().absolute() if named else _system_dir()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def resources_dir() -> Path:
    """What comes with the program, from its source or from a frozen build."""
    frozen = getattr(sys, "_MEIPASS", None)
    return (Path(frozen) if frozen else Path(__file__).parents[1]) / "resources"


def _system_dir() -> Path:
    from platformdirs import user_data_path

    return user_data_path("repbook", appauthor=False)
