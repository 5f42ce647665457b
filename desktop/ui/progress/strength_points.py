"""The sets behind the points of a chart, asked for when the user stays with a point."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.progress import SeriesPoint, SetRow, Subject
from desktop.ui.context import Context
from desktop.ui.progress.strength_data import Drawn
from desktop.ui.progress.strength_words import sets_text
from desktop.ui.widgets.chart import TimeChart

_REST_MS = 150


class PointSets(QObject):
    """noted: the place of a line and its point that the user stays with."""

    noted = Signal(int, object)

    def __init__(self, context: Context, chart: TimeChart) -> None:
        super().__init__(chart)
        self._context = context
        self._chart = chart
        self._drawn: Drawn | None = None
        self._texts: dict[tuple[Subject, SeriesPoint], str] = {}
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._on_rest)
        chart.pointed.connect(self._on_pointed)

    def forget(self, drawn: Drawn) -> None:
        """Something else is drawn now."""
        self._drawn = drawn
        self._texts.clear()

    def text(self, subject: Subject, point: SeriesPoint) -> str:
        """The sets of a point, one a line; empty as long as they are not known."""
        return self._texts.get((subject, point), "")

    def at(self, place: int) -> tuple[int, SeriesPoint]:
        """The line and the point at a place of the chart."""
        assert self._drawn is not None
        line, index = self._chart.places.at(place)
        return line, self._drawn.series[line].points[index]

    def _on_pointed(self, place: int | None) -> None:
        if place is None:
            self._rest.stop()
        else:
            self._rest.start()

    def _on_rest(self) -> None:
        place, drawn = self._chart.hovered, self._drawn
        if place is None or drawn is None:
            return
        line, point = self.at(place)
        self.noted.emit(line, point)
        subject, measure = drawn.wish.subjects[line], drawn.wish.measure
        if (subject, point) in self._texts:
            return
        services, user_id = self._context.services, self._context.user.id

        def show(rows: tuple[SetRow, ...]) -> None:
            if self._drawn is drawn:
                self._texts[subject, point] = sets_text(rows, self._context)
                if self._chart.hovered == place:
                    self._chart.hover(place)

        self._context.tasks.read(
            lambda: services.progress.behind(user_id, subject, point, measure), show
        )
