"""One exercise over time, and what stands for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.progress import ExerciseChart
from desktop.domain.records import ExerciseRecords
from desktop.ui.context import Context
from desktop.ui.progress.exercise_card import ExerciseCard
from desktop.ui.progress.tabs import Tab
from desktop.ui.progress.why_card import WhyCard
from desktop.ui.widgets.exercise_chooser import ExerciseChooser
from desktop.ui.widgets.rep_max_card import RepMaxCard
from desktop.ui.widgets.styling import NO_LIMIT

if TYPE_CHECKING:
    from desktop.services import Services

_ROOMY = 772
_SIDE = 320  # wide beside the chart
_FLAT = 156  # high below it


@dataclass(frozen=True, slots=True)
class _Exercise:
    chart: ExerciseChart
    records: ExerciseRecords


@dataclass(frozen=True, slots=True)
class _Everything:
    used: Sequence[UUID]
    exercise: _Exercise | None


class StrengthTab(Tab):
    """The chart on the left, what stands for the exercise on the right."""

    title = "Strength"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted: UUID | None = None
        self._records: ExerciseRecords | None = None
        self._first: date | None = None
        self.chooser = ExerciseChooser()
        self.chooser.setMinimumWidth(150)
        self.chooser.setMinimumContentsLength(26)
        self.chooser.picked.connect(self.open_item)
        self.exercise = ExerciseCard(context)
        self.exercise.metric_changed.connect(self._explain)
        self.exercise.session_chosen.connect(self.session_wanted)
        self.rep_maxes = RepMaxCard(context)
        self.rep_maxes.opened.connect(self.session_wanted)
        self.why = WhyCard(context)
        self.why.opened.connect(self.session_wanted)
        self._lay_out()

    def reload(self) -> None:
        services, user_id, wanted = self.context.services, self.context.user.id, self._wanted
        self.context.tasks.read(lambda: _everything(services, user_id, wanted), self._show)

    def show_range(self, first: date | None, last: date | None) -> None:
        self._first = first
        self.exercise.chart.show_span(first)

    def take_focus(self) -> None:
        self.chooser.start_search()

    def open_item(self, item: object) -> None:
        """Chart an exercise."""
        if not isinstance(item, UUID):
            return
        self._wanted = item
        self.chooser.choose(item)
        services, user_id = self.context.services, self.context.user.id
        self.context.tasks.read(lambda: _exercise(services, user_id, item), self._show_exercise)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width() < _ROOMY)

    def _lay_out(self) -> None:
        self.side = QWidget()
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(12)
        self._side.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        self._side.addWidget(self.rep_maxes, 0)
        self._side.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(self.chooser)
        line.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(12)
        self._row.addWidget(self.exercise, 1)
        self._row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(line)
        column.addLayout(self._row, 1)
        self._arrange(is_narrow=True)

    def _arrange(self, is_narrow: bool) -> None:
        """What stands for the exercise goes beside the chart, or below where there is no room."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if is_narrow else across)
        self._side.setDirection(across if is_narrow else down)
        for card, stretch in ((self.why, 0), (self.rep_maxes, 100)):
            self._side.setStretchFactor(card, 1 if is_narrow else stretch)
        self._side.setStretch(2, 0 if is_narrow else 1)
        if is_narrow:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(NO_LIMIT)
            self.side.setFixedHeight(_FLAT)
        else:
            self.side.setMinimumHeight(0)
            self.side.setMaximumHeight(NO_LIMIT)
            self.side.setFixedWidth(_SIDE)

    def _show(self, found: _Everything) -> None:
        self.chooser.set_choices([(one, self.context.exercise_name(one)) for one in found.used])
        if found.exercise is not None:
            if self._wanted is None:
                self._wanted = found.exercise.chart.exercise_id
            self._show_exercise(found.exercise)
        else:
            self.loaded.emit()

    def _show_exercise(self, found: _Exercise) -> None:
        # answers to an earlier choice come too late
        if found.chart.exercise_id != self._wanted:
            return
        self._records = found.records
        self.chooser.choose(self._wanted)
        self.exercise.show_chart(found.chart)
        self.exercise.chart.show_span(self._first)
        self.rep_maxes.show_lines(found.records.rep_maxes)
        self._explain()
        self.loaded.emit()

    def _explain(self) -> None:
        self.exercise.chart.show_span(self._first)
        if self._records is not None:
            self.why.show_best(self._records, self.exercise.charted)


def _everything(services: Services, user_id: UUID, wanted: UUID | None) -> _Everything:
    used = services.progress.used(user_id)
    chosen = wanted if wanted in used else used[0] if used else None
    return _Everything(used, _exercise(services, user_id, chosen) if chosen else None)


def _exercise(services: Services, user_id: UUID, exercise_id: UUID) -> _Exercise:
    return _Exercise(
        services.progress.chart(user_id, exercise_id), services.records.of(user_id, exercise_id)
    )
