"""What the commands share: what is asked for, and how to speak to whoever asked."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.domain.accounts import User
    from desktop.services import Services

FAULT = 1


class Call(NamedTuple):
    """A command about to be done: on what, for whom, how."""

    services: Services
    user: User
    arguments: argparse.Namespace


def progress(path: Path) -> Callable[[int, int], None]:
    """Says how far the work on a file is, where somebody is looking."""
    if not sys.stderr.isatty():
        return lambda *_: None

    def show(done: int, total: int) -> None:
        text = f"{path}: {100 * done // total} %" if total and done < total else ""
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()

    return show


def count_text(number: int, word: str) -> str:
    """'1 row', '1,204 rows'."""
    return f"{number:,} {word}{'s' if number != 1 else ''}"


def open_closed_streams() -> None:
    """Have what is said go nowhere where the shell has closed a stream (`>&-`)."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
            setattr(sys, name, nowhere)


def drop_output() -> None:
    """Have what is still to be written to standard output go nowhere: nothing can take it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def warn(text: str) -> None:
    """Say something that is not the output: standard error."""
    print(text, file=sys.stderr)
