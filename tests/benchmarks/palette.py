"""The command palette: opened, and typed in, over a log of thousands of sessions."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from desktop.domain.collecting import no_collecting
from desktop.domain.palette import Asked, Index, search
from desktop.domain.palette_use import Usage
from tests.benchmarks.data import Log
from tests.benchmarks.measure import Figure, alone, seconds
from tests.benchmarks.screen import Screen, screen

_TYPED = (
    "b be ben bench|s se ses|push|push a|e|ex exp|r rd rdl|bnch|1 12|12 mar|march 2024|last friday|"
    "squt|press dumb|sessions push|bp|a|zqx"
).replace("|", " | ")
_FRAME = 0.016


def palette(log: Log) -> list[Figure]:
    """Every key within a frame: found alone, and painted."""
    with no_collecting():  # as in the program: workers may not find Qt's garbage
        return _palette(log)


def _palette(log: Log) -> list[Figure]:
    from desktop.ui.palette.known import read_known

    texts = [text for run in _TYPED.split(" | ") for text in _typed(run)]
    with screen(log.copy("palette")) as shown:
        context = shown.context
        index = read_known(context.services, log.user_id, context.today())
        found = _found(index, texts, context.today())
        with tempfile.TemporaryDirectory() as folder:
            first, painted, opened = _in_window(shown, Path(folder), texts)
    count = f"{len(index.sessions):,} sessions"
    return [
        Figure(f"found for a key, {count} / a frame", median(found), _FRAME, 1.0),
        Figure("the slowest of them / a frame", max(found), _FRAME, 1.0),
        Figure("a key in the palette, painted / limit", median(painted), 0.030, 1.0),
        Figure("the palette opened, painted / limit", median(opened), 0.100, 1.0),
        Figure("the palette opened the first time / limit", first, 0.300, 1.0),
    ]


def _in_window(
    shown: Screen, folder: Path, texts: list[str]
) -> tuple[float, list[float], list[float]]:
    """Opened the first time; each key; opened again. In seconds, all painted."""
    from PySide6.QtCore import QSettings

    from desktop.ui.main_window import MainWindow
    from desktop.ui.palette.palette import Palette

    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings, shown.theme, folder)
    window.resize(1280, 800)
    window.show()
    window.open_profile(shown.context)

    def toggle() -> None:
        window.toggle_palette()
        shown.app.processEvents()

    def press(text: str) -> None:
        line.setText(text)
        shown.app.processEvents()

    shown.settle()
    first = seconds(toggle)
    shown.settle()
    palette = window.findChild(Palette)
    assert palette is not None
    line = palette.line
    painted = [seconds(partial(press, text)) for _ in range(5) for text in texts]
    toggle()
    # opened and closed in turns
    turns = [seconds(toggle) for _ in range(18)]
    shown.settle()
    window.close()
    window.deleteLater()
    shown.app.processEvents()
    return first, painted, turns[::2]


def _found(index: Index, texts: list[str], today: date) -> list[float]:
    asked = [Asked(text, today) for text in texts]
    return [alone(partial(search, (index,), one, Usage()), 5) for one in asked]


def _typed(run: str) -> list[str]:
    """'b be ben' is typed letter by letter; other runs are one text each."""
    words = run.split()
    is_growing = len(words) > 1 and words[1].startswith(words[0])
    return words if is_growing else [run]
