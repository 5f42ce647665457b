"""The chart of Progress: from the choice of an exercise to its paint, and moving over it."""

from __future__ import annotations

from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from desktop.domain.collecting import no_collecting
from tests.benchmarks.data import Log
from tests.benchmarks.measure import Figure, seconds
from tests.benchmarks.screen import screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.ui.context import Context
    from desktop.ui.progress.strength import StrengthTab

_CHOICES = 21
_FRAMES = 60
_CHOICE, _FRAME = 0.050, 0.016  # seconds
_EVERYTHING, _ONE_YEAR = 4, 2


def charting(log: Log) -> list[Figure]:
    """Limits in milliseconds, for the exercise that was done most."""
    with no_collecting():  # as in the program: workers may not find Qt's garbage
        return _charting(log)


def _charting(log: Log) -> list[Figure]:
    from desktop.ui.progress.page import ProgressPage

    with screen(log) as shown:
        app, context = shown.app, shown.context
        page = ProgressPage(context)
        shown.show(page, (1044, 740), page.loaded)
        _rest(app, context)
        tab: StrengthTab = page.tab  # type: ignore[assignment]
        name = "choosing an exercise, painted / limit"
        figures = [Figure(name, _choosing(app, tab), _CHOICE, 1.0)]
        page.ranges.chips.button(_EVERYTHING).click()
        _rest(app, context)
        figures.append(_figure("brushing over everything", _brushing(app, tab, 0.5)))
        page.ranges.chips.button(_ONE_YEAR).click()
        _rest(app, context)
        figures.append(_figure("brushing over a year", _brushing(app, tab, None)))
        figures.append(_figure("panning over a year", _panning(app, tab)))
        page.close()
        page.deleteLater()
    return figures


def _figure(name: str, taken: float) -> Figure:
    return Figure(f"a frame of {name} / limit", taken, _FRAME, 1.0)


def _choosing(app: QApplication, tab: StrengthTab) -> float:
    """From the choice to the painted chart with its trend; in turns with another exercise."""
    from PySide6.QtCore import QEventLoop

    services, user_id = tab.context.services, tab.context.user.id
    counts = {
        one: len(services.progress.chart(user_id, one).points)
        for one in services.progress.used(user_id)
    }
    most, other = sorted(counts, key=lambda one: counts[one])[-1:-3:-1]
    waiting = QEventLoop()
    tab.loaded.connect(waiting.quit)

    def choose(exercise: object) -> None:
        tab.open_item(exercise)
        waiting.exec()
        tab.card.repaint()
        tab.card.chart.viewport().repaint()

    times = []
    for _ in range(_CHOICES):
        choose(other)
        _rest(app, tab.context)
        times.append(seconds(partial(choose, most)))
        _rest(app, tab.context)
    assert tab.card.chart.band.is_shown
    return median(times)


def _brushing(app: QApplication, tab: StrengthTab, share: float | None) -> float:
    """Drag the first day of the strip, or its middle, a step at a time."""
    brush = tab.card.brush
    start, end = tab.card.chart.span.ends
    first, last = brush.chosen
    step = ((end - start) * share if share else min(first - start, last - first)) / _FRAMES

    def move(frame: int) -> None:
        left = first + step * frame if share else first - step * frame
        tab.card.brush.moved.emit(left, last if share else last - step * frame)
        app.processEvents()

    return median(seconds(partial(move, frame)) for frame in range(1, _FRAMES))


def _panning(app: QApplication, tab: StrengthTab) -> float:
    """Drag the plot by some pixels a frame."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    view = tab.card.chart.viewport()
    middle = QPoint(view.width() // 3, view.height() // 2)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)

    def move(frame: int) -> None:
        QTest.mouseMove(view, middle + QPoint(4 * frame, 0))
        app.processEvents()

    taken = median(seconds(partial(move, frame)) for frame in range(1, _FRAMES))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle + QPoint(4 * _FRAMES, 0))
    return taken


def _rest(app: QApplication, context: Context) -> None:
    """Until nothing is under way, and nothing is about to be."""
    from PySide6.QtCore import QEventLoop, QTimer

    waiting = QEventLoop()
    for _ in range(2):
        QTimer.singleShot(250, waiting.quit)
        waiting.exec()
        while context.tasks.is_busy:
            app.processEvents()
