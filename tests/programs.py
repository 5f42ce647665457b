"""The whole program inside a test: started as the command does it, and ended."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from desktop.app import Program
from desktop.ui.instance import Instance


def make_program(app: QApplication, folder: Path, *, demo: bool = False) -> Program:
    """The program over a folder, its window not yet shown."""
    instance = Instance(folder)
    assert instance.claim()
    return Program(app, folder, instance, demo=demo)


def end(program: Program) -> None:
    """Close it, and delete it here: a collector on another thread must not."""
    program.window.close()
    program.close()
    delete(program.window)
    delete(program)
