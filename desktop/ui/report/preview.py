"""The page as it will be, in the size that there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPageSize, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.report.paper import picture, points_of
from desktop.ui.report.report import Report
from desktop.ui.tasks import Tasks
from desktop.ui.theme import colors

_EDGE = 16
_SETTLE_MS = 60  # while the window's edge is dragged, the last picture is stretched


class Preview(QWidget):
    """Shows a report; its picture is painted on a worker."""

    def __init__(self, tasks: Tasks, paper: QPageSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._paper = paper
        self._report: Report | None = None
        self._image: QImage | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self.setAccessibleName("Preview of the report")
        self.setMinimumSize(320, 420)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def show_report(self, report: Report) -> None:
        """Show this one."""
        self._report = report
        told = [f"{one.label}: {one.value}" for one in report.figures]
        self.setAccessibleDescription(". ".join([report.title, *told]))
        self._ask()

    def sizeHint(self) -> QSize:
        return QSize(560, 760)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, shown = QPainter(self), colors(self)
        painter.fillRect(self.rect(), shown.window)
        place = self._page()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is None:
            painter.fillRect(place, Qt.GlobalColor.white)
        else:
            painter.drawImage(place, self._image)
        painter.setPen(QPen(shown.line, 1))
        painter.drawRect(place)
        painter.end()

    def _page(self) -> QRectF:
        size = points_of(self._paper)
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        scale = min(room.width() / size.width(), room.height() / size.height())
        place = QRectF(0, 0, round(size.width() * scale), round(size.height() * scale))
        place.moveCenter(room.center())
        place.moveTopLeft(place.topLeft().toPoint())
        return place

    def _ask(self) -> None:
        report, paper = self._report, self._paper
        width = round(self._page().width() * self.devicePixelRatioF())
        if report is None or width <= 0:
            return

        def show(image: QImage) -> None:
            if report is self._report:
                self._image = image
                self.update()

        self._tasks.read(lambda: picture(report, paper, width), show)
