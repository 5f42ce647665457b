"""The stopwatch in a cell of time: it runs while the set is done, and writes the seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.set_fields import Field, clock_text
from desktop.ui.session.cells import Cell
from desktop.ui.session.countdown import monotonic
from desktop.ui.session.picture_button import PictureButton
from desktop.ui.session.row_sizes import RowSizes, sizes

_REPAINT_MS = 100


class Stopwatch:
    """Seconds since a start. Never counts ticks: it reads the clock each time it is asked."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._start: float | None = None

    @property
    def is_running(self) -> bool:
        """It was started and not stopped."""
        return self._start is not None

    @property
    def seconds(self) -> int:
        """Whole seconds since the start; 0 when it does not run."""
        return 0 if self._start is None else max(0, int(self._clock() - self._start))

    def start(self, ran: int = 0) -> None:
        """Run from zero, or on from the seconds that it ran already."""
        self._start = self._clock() - ran

    def stop(self) -> int:
        """Run no more; the whole seconds it ran."""
        seconds = self.seconds
        self._start = None
        return seconds


class StopwatchCell(Cell):
    """A cell of time with a button that starts a stopwatch in it, and stops it.

    pressed: the button was clicked; what is done about it is the row's matter.
    ran: it was started, or stopped.
    """

    pressed = Signal(object)
    ran = Signal(bool)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.stopwatch = Stopwatch()
        self._name = ""
        self.button = PictureButton("play", self)
        self.button.clicked.connect(lambda: self.pressed.emit(self))
        self._timer = QTimer(self)
        self._timer.setInterval(_REPAINT_MS)
        self._timer.timeout.connect(self._show_time)
        self.textEdited.connect(self.cancel)
        self.set_sizes(sizes())

    def set_sizes(self, given: RowSizes) -> None:
        side = round(18 * given.scale)
        self.button.setFixedSize(side, side)
        self.setTextMargins(side - 4, 0, 0, 0)
        super().set_sizes(given)
        self._place_button()

    @property
    def is_busy(self) -> bool:
        return super().is_busy or self.stopwatch.is_running

    def show_button(self, name: str, is_possible: bool) -> None:
        """Offer the stopwatch for the set of that name, or not: a set that is done has none."""
        self._name = name
        self.button.setVisible(is_possible)
        if not is_possible:
            self.cancel()
        self._dress()

    def start(self, ran: int = 0) -> None:
        """Run from zero, or from those seconds; what was being typed is forgotten."""
        self.settle(self.text())
        self.stopwatch.start(ran)
        self._dress()
        self._show_time()
        self._timer.start()
        self.ran.emit(True)

    def stop(self) -> None:
        """Write the seconds into the cell as if they were typed; under one second, none."""
        seconds = self.stopwatch.stop()
        self._timer.stop()
        if seconds:
            self.setText(clock_text(seconds))
            self.setModified(True)
        self._dress()
        self.ran.emit(False)

    def cancel(self) -> None:
        """Run no more, and write nothing."""
        if self.stopwatch.is_running:
            self.stopwatch.stop()
            self._timer.stop()
            self._dress()
            self.ran.emit(False)

    def _dress(self) -> None:
        super()._dress()
        words = "Stop" if self.stopwatch.is_running else "Start"
        picture = "stop" if self.stopwatch.is_running else "play"
        tip = f"{words} the stopwatch (Ctrl+Space)"
        self.button.show_picture(picture, f"{words} the stopwatch, {self._name}", tip)

    def _show_time(self) -> None:
        text = clock_text(self.stopwatch.seconds)
        if self.text() != text:
            self.setText(text)
            if self.hasFocus():
                self.selectAll()  # what is typed takes the place of the time

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        self.button.move(round(3 * self._sizes.scale), (self.height() - self.button.height()) // 2)
