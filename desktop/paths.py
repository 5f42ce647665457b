"""Where files lie: the user's data, and what comes with the program."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from desktop.domain.errors import RepbookError

DATA_VARIABLE = "REPBOOK_DATA"


def data_dir(chosen: Path | str | None = None) -> Path:
    """The folder of the user's data, which may not be there yet.

    `chosen` (--data) goes before REPBOOK_DATA, and that before the place
    that the system wants.
    """
    named = chosen or os.environ.get(DATA_VARIABLE)
    if not named:
        return _system_dir()
    folder = Path(named)
    with suppress(RuntimeError):  # ~nobody is a plain name, as it is to a shell
        folder = folder.expanduser()
    return folder.absolute()


def make_data_dir(folder: Path) -> None:
    """Make the folder if it is not there; raises RepbookError when it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise _in_plain_words(folder, fault) from fault


def resources_dir() -> Path:
    """What comes with the program, from its source or from a frozen build."""
    frozen = getattr(sys, "_MEIPASS", None)
    return (Path(frozen) if frozen else Path(__file__).parents[1]) / "resources"


def _system_dir() -> Path:
    from platformdirs import user_data_path

    return user_data_path("repbook", appauthor=False)


def _in_plain_words(folder: Path, fault: OSError) -> RepbookError:
    what = f"The data folder {folder} cannot be made"
    other = "start Repbook with another folder: --data DIR."
    if isinstance(fault, FileExistsError | NotADirectoryError):
        whole = (folder, *folder.parents)
        file = next((one for one in whole if one.exists() and not one.is_dir()), folder)
        return RepbookError(f"{what}: {file} is a file.", f"Move that file away, or {other}")
    if isinstance(fault, PermissionError):
        return RepbookError(
            f"{what}: you may not write there.", f"Give yourself write permission, or {other}"
        )
    if fault.errno == errno.ENOSPC:
        return RepbookError(f"{what}: the disk is full.", f"Free some space, or {other}")
    if fault.errno == errno.EROFS:
        return RepbookError(f"{what}: that disk can only be read.", other[0].upper() + other[1:])
    return RepbookError(f"{what} ({fault.strerror or fault}).", f"Check its name, or {other}")
