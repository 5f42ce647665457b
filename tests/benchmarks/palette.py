"""The command palette: opened, and typed in, over a log of thousands of sessions."""

from __future__ import annotations

import os
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
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from desktop.ui.main_window import MainWindow
    from desktop.ui.palette.known import read_known
    from desktop.ui.palette.palette import Palette
    from desktop.ui.theme import Theme
    from tests.support import make_context

    services = log.copy("palette").open()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    user = next(one for one in services.accounts.users() if one.id == log.user_id)
    context = make_context(services, user)
    texts = [text for run in _TYPED.split(" | ") for text in _typed(run)]
    index = read_known(services, user.id, context.today())
    found = _found(index, texts, context.today())
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(settings, Theme(app), Path(folder))
        window.resize(1280, 800)
        window.show()
        window.open_profile(context)

        def settle() -> None:
            for _ in range(3):
                while context.tasks.is_busy:
                    app.processEvents()
                app.processEvents()

        def toggle() -> None:
            window.toggle_palette()
            app.processEvents()

        settle()
        first = seconds(toggle)
        settle()
        opened = window.findChild(Palette)
        assert opened is not None
        line = opened.line

        def press(text: str) -> None:
            line.setText(text)
            app.processEvents()

        painted = [seconds(partial(press, text)) for _ in range(5) for text in texts]
        toggle()
        # opened and closed in turns
        turns = [seconds(toggle) for _ in range(18)]
        settle()
        window.close()
        window.deleteLater()
        app.processEvents()
    context.tasks.close()
    services.close()
    count = f"{len(index.sessions):,} sessions"
    return [
        Figure(f"found for a key, {count} / a frame", median(found), _FRAME, 1.0),
        Figure("the slowest of them / a frame", max(found), _FRAME, 1.0),
        Figure("a key in the palette, painted / limit", median(painted), 0.030, 1.0),
        Figure("the palette opened, painted / limit", median(turns[::2]), 0.100, 1.0),
        Figure("the palette opened the first time / limit", first, 0.300, 1.0),
    ]


def _found(index: Index, texts: list[str], today: date) -> list[float]:
    asked = [Asked(text, today) for text in texts]
    return [alone(partial(search, (index,), one, Usage()), 5) for one in asked]


def _typed(run: str) -> list[str]:
    """'b be ben' is typed letter by letter; other runs are one text each."""
    words = run.split()
    is_growing = len(words) > 1 and words[1].startswith(words[0])
    return words if is_growing else [run]
