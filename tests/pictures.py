"""Makes the pictures of the help and of the README: python -m tests.pictures [NAME...].

Those of the help in light and dark, the demo's history, a clock that stands
still: a picture changes when what it shows does, and only then is its file
written.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

os.environ["LANG"] = os.environ["LC_ALL"] = "en_GB.UTF-8"
os.environ["TZ"] = "UTC"

import numpy as np
from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar

from desktop.domain.weight import Unit, Weight
from desktop.ui.icons import app_icon
from desktop.ui.session import countdown
from desktop.ui.side import PAGES
from tests.screens import history_detail, importing, library_detail
from tests.session_screens import rest_running, workout
from tests.stage import Stage

RESOURCES = Path(__file__).parents[1] / "resources"
NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
# A page beside its navigation, so that the page itself is about 900 pixels wide.
_HELP, _README = QSize(1092, 720), QSize(1280, 800)
_COLORS, _RARE = 255, 24
_LATER_MS = 600


class Picture(NamedTuple):
    """A picture's file below resources, and what brings up what it shows.

    is_in_both: taken in the dark theme too, into a folder beside it.
    """

    path: str
    show: Callable[[Stage], object]
    take: Callable[[Stage], QPixmap]
    size: QSize = _HELP
    is_in_both: bool = True


def page(stage: Stage) -> QPixmap:
    assert stage.window.page is not None
    return stage.window.page.grab()


def dialog(stage: Stage) -> QPixmap:
    found = stage.dialog()
    assert found is not None
    return found.grab()


def dock(stage: Stage) -> QPixmap:
    return stage.dock.grab()


def window(stage: Stage) -> QPixmap:
    return stage.window.grab()


def go(name: str, tab: int = 0) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        assert name in dict(PAGES)
        stage.window.go(name)
        stage.settle()
        shown = stage.window.page
        assert shown is not None
        bars = [bar for bar in shown.findChildren(QTabBar) if bar.isVisible()]
        if bars:
            bars[0].setCurrentIndex(tab)

    return show


def action(name: str) -> Callable[[Stage], None]:
    return lambda stage: stage.window.commands.run(name)


def plates(stage: Stage) -> None:
    stage.window.dialogs.calculators(Weight.of(102.5, Unit.KG))


def template(stage: Stage) -> None:
    rows = {row.name: row.id for row in stage.services.templates.rows(stage.context.user.id)}
    stage.window.open_item("template", rows["Push A"])


def readme_session(stage: Stage) -> None:
    library_detail(stage)
    rest_running(stage)
    library_detail(stage)


PICTURES = (
    Picture("help/pictures/today.png", go("today"), page),
    Picture("help/pictures/import.png", importing, dialog),
    Picture("help/pictures/library.png", library_detail, page),
    Picture("help/pictures/template.png", template, page),
    Picture("help/pictures/session.png", workout, dock, QSize(1280, 760)),
    Picture("help/pictures/rest.png", rest_running, dock, QSize(1280, 760)),
    Picture("help/pictures/calculators.png", plates, dialog),
    Picture("help/pictures/history.png", history_detail, page),
    Picture("help/pictures/strength.png", go("progress", 0), page),
    Picture("help/pictures/muscles.png", go("progress", 1), page, _README),
    Picture("help/pictures/records.png", go("records"), page),
    Picture("help/pictures/settings.png", action("settings"), dialog),
    Picture("pictures/today.png", go("today"), window, _README, is_in_both=False),
    Picture("pictures/session.png", readme_session, window, QSize(1440, 860), is_in_both=False),
    Picture("pictures/progress.png", go("progress", 0), window, _README, is_in_both=False),
)


def place(path: str, theme: str) -> str:
    """Where a picture lies: dark ones in a folder beside the light ones."""
    folder, name = path.rsplit("/", 1)
    return path if theme == "light" else f"{folder}/dark/{name}"


def flat(image: QImage) -> QImage:
    """The same in its commonest colours: a third of the size, and no eye sees it."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    count: Counter[int] = Counter(memoryview(plain.constBits()).cast("I"))
    table = _table([color for color, _ in count.most_common()])
    return plain.convertToFormat(
        QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither
    )


def _table(colors: list[int]) -> list[int]:
    """The first of them, and of the rare ones those that are like no other: a tick's green."""
    table = colors[: _COLORS - _RARE]
    parts = np.array([[color >> shift & 255 for shift in (16, 8, 0)] for color in colors])
    apart = np.full(len(colors), np.inf)
    for part in parts[: len(table)]:
        apart = np.minimum(apart, ((parts - part) ** 2).sum(axis=1))
    while len(table) < _COLORS and apart.any():
        next_one = int(apart.argmax())
        table.append(colors[next_one])
        apart = np.minimum(apart, ((parts - parts[next_one]) ** 2).sum(axis=1))
    return table


def write(image: QImage, path: Path) -> bool:
    """Write it unless the file shows the same already; whether it was written."""
    made = flat(image)
    before = QImage(str(path))
    shape = QImage.Format.Format_RGB32
    if before.convertToFormat(shape) == made.convertToFormat(shape):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)
    assert writer.write(made), writer.errorString()
    return True


def main(names: list[str]) -> int:
    QLocale.setDefault(QLocale("en_GB"))
    setattr(countdown, "time", SimpleNamespace(monotonic=lambda: 0.0))  # noqa: B010 - a module
    app = QApplication(sys.argv[:1])
    app.setCursorFlashTime(0)  # a cursor that blinks would now be there and now not
    gc.disable()  # found on a worker's thread, garbage would take Qt objects with it
    app.setWindowIcon(app_icon())
    changed = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        stage = Stage(app, Path(folder), has_history=True, clock=lambda: NOW)
        for one in PICTURES:
            if names and not any(name in one.path for name in names):
                continue
            stage.window.resize(one.size)
            one.show(stage)
            stage.settle()
            # lists beside a chart ask for their rows a moment after it
            QTest.qWait(_LATER_MS)
            stage.settle()
            for theme in ("light", "dark") if one.is_in_both else ("light",):
                stage.theme.set_choice(theme)
                stage.settle()
                stage.window.status.say("")  # what was said of the picture before
                if write(one.take(stage).toImage(), RESOURCES / place(one.path, theme)):
                    changed.append(place(one.path, theme))
            stage.theme.set_choice("light")
            stage.reset()
        stage.close()
    print("\n".join(changed) or "no picture has changed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
