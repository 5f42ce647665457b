"""The program that is driven: installed somewhere, or as a command of this machine."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Protocol

from tests.package.places import Place

ENTRY = "/usr/share/applications/org.repbook.Repbook.desktop"


class Program(Protocol):
    """A Repbook that someone uses, with a home to keep files in."""

    home: Path

    def open_window(self, *files: str) -> None:
        """Start it as a desktop does: by its menu entry, or by a double-click on files."""

    def command(self, *words: str) -> str:
        """What a command without a window says."""

    def give(self, file: Path) -> str:
        """Put a file where the user finds it; its path as the program has it."""


def stats(program: Program) -> dict[str, int]:
    """The log in numbers, as the program's own command tells them."""
    found: dict[str, int] = json.loads(program.command("stats", "--json"))
    return found


class Installed:
    """The program of a package, in the place where it was installed."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.home = place.home

    def open_window(self, *files: str) -> None:
        if files:
            self.place.run("gio", "open", *files)
        else:
            self.place.run("gio", "launch", ENTRY)

    def command(self, *words: str) -> str:
        return self.place.run("repbook", *words)

    def give(self, file: Path) -> str:
        return self.place.give(file)


class Command:
    """A program of this machine, over data of its own."""

    def __init__(self, words: list[str], home: Path) -> None:
        self.home = home
        self._words = words
        self._running: list[subprocess.Popen[bytes]] = []
        self._environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "xcb",
            "REPBOOK_DATA": str(home / "log"),
            "HOME": str(home),
        }

    def open_window(self, *files: str) -> None:
        command = [*self._words, *files]
        self._running.append(subprocess.Popen(command, env=self._environment))

    def command(self, *words: str) -> str:
        done = subprocess.run(
            [*self._words, *words],
            env=self._environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout

    def give(self, file: Path) -> str:
        target = self.home / file.name
        target.write_bytes(file.read_bytes())
        return str(target)
