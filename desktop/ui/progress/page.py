"""Progress: one exercise over time, and the weekly sets of every muscle group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Kind
from desktop.domain.progress import ExerciseChart, WeeklySets
from desktop.domain.records import ExerciseRecords
from desktop.ui.context import Context
from desktop.ui.page import Page
from desktop.ui.progress.exercise_card import ExerciseCard
from desktop.ui.progress.weekly_card import WeeklyCard
from desktop.ui.progress.why_card import WhyCard
from desktop.ui.widgets.empty import EmptyState
from desktop.ui.widgets.exercise_chooser import ExerciseChooser
from desktop.ui.widgets.rep_max_card import RepMaxCard
from desktop.ui.widgets.styling import NO_LIMIT

if TYPE_CHECKING:
    from desktop.services import Services

RANGES: tuple[tuple[str, int | None, str], ...] = (
    ("3 m", 3, "3 months"),
    ("6 m", 6, "6 months"),
    ("1 y", 12, "1 year"),
    ("5 y", 60, "5 years"),
    ("All", None, "everything"),
)
_ONE_YEAR = 2
_ROOMY = 820
_SIDE = 320  # wide beside the charts
_FLAT = 156  # high below them


@dataclass(frozen=True, slots=True)
class _Exercise:
    chart: ExerciseChart
    records: ExerciseRecords


@dataclass(frozen=True, slots=True)
class _Everything:
    used: Sequence[UUID]
    exercise: _Exercise | None
    weekly: WeeklySets


class ProgressPage(Page):
    """Charts on the left, what stands for the exercise on the right."""

    name = "progress"
    title = "Progress"
    watches = frozenset({Kind.SESSIONS, Kind.PROFILE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted: UUID | None = None
        self._records: ExerciseRecords | None = None
        self.chooser = ExerciseChooser()
        self.chooser.setMinimumWidth(150)
        self.chooser.setMinimumContentsLength(26)
        self.chooser.picked.connect(self.open_item)
        self.header.insertWidget(2, self.chooser)
        self.ranges = self._range_chips()
        self.exercise = ExerciseCard(context)
        self.exercise.metric_changed.connect(self._explain)
        self.exercise.session_chosen.connect(self._open_session)
        self.weekly = WeeklyCard()
        self.rep_maxes = RepMaxCard(context)
        self.rep_maxes.opened.connect(self._open_session)
        self.why = WhyCard(context)
        self.why.opened.connect(self._open_session)
        self.empty = EmptyState(
            "progress",
            "Nothing to draw yet",
            "Charts grow out of logged sets: log a workout, or bring your history with you.",
            "Start session",
            "Import history",
        )
        self.follow(self.empty)
        self._lay_out()

    def reload(self) -> None:
        """Ask for the list of exercises, the chosen one's history and the weekly sets."""
        services, user_id, wanted = self.context.services, self.context.user.id, self._wanted
        self.context.tasks.read(lambda: _everything(services, user_id, wanted), self._show)

    def focus_search(self) -> None:
        self.chooser.start_search()

    def take_focus(self) -> None:
        self.chooser.start_search()

    def open_item(self, item_id: object) -> None:
        """Chart an exercise."""
        if not isinstance(item_id, UUID):
            return
        self._wanted = item_id
        self.chooser.choose(item_id)
        services, user_id = self.context.services, self.context.user.id
        self.context.tasks.read(lambda: _exercise(services, user_id, item_id), self._show_exercise)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width() < _ROOMY)

    def _range_chips(self) -> QButtonGroup:
        group = QButtonGroup(self)
        for place, (text, _, words) in enumerate(RANGES):
            chip = QPushButton(text)
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(f"Show {words}")
            group.addButton(chip, place)
            self.header.addWidget(chip)
        group.button(_ONE_YEAR).setChecked(True)
        group.idClicked.connect(self._show_range)
        return group

    def _lay_out(self) -> None:
        charts = QVBoxLayout()
        charts.setSpacing(12)
        charts.addWidget(self.exercise, 3)
        charts.addWidget(self.weekly, 2)
        self.side = QWidget()
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(12)
        self._side.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        self._side.addWidget(self.rep_maxes, 0)
        self._side.addStretch(1)
        content = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, content)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addLayout(charts, 1)
        self._row.addWidget(self.side)
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())  # nothing is claimed until the data is there
        self._stack.addWidget(content)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self._stack, 1)
        self._arrange(is_narrow=True)

    def _arrange(self, is_narrow: bool) -> None:
        """What stands for the exercise goes beside the charts, or below where there is no room."""
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
        names = [(one, self.context.exercise_name(one)) for one in found.used]
        self.chooser.set_choices(names)
        for control in (self.chooser, *self.ranges.buttons()):
            control.setVisible(bool(names))
        self._stack.setCurrentIndex(1 if names else 2)
        self.weekly.show_weeks(found.weekly)
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
        self.rep_maxes.show_lines(found.records.rep_maxes)
        self._explain()
        self._show_range()
        self.loaded.emit()

    def _show_range(self) -> None:
        months = RANGES[self.ranges.checkedId()][1]
        self.exercise.show_months(months)
        self.weekly.show_months(months)

    def _explain(self) -> None:
        if self._records is not None:
            self.why.show_best(self._records, self.exercise.charted)

    def _open_session(self, session_id: object) -> None:
        self.open_requested.emit("session", session_id)


def _everything(services: Services, user_id: UUID, wanted: UUID | None) -> _Everything:
    used = services.progress.used(user_id)
    chosen = wanted if wanted in used else used[0] if used else None
    exercise = _exercise(services, user_id, chosen) if chosen else None
    return _Everything(used, exercise, services.progress.weekly_sets(user_id, None, None))


def _exercise(services: Services, user_id: UUID, exercise_id: UUID) -> _Exercise:
    return _Exercise(
        services.progress.chart(user_id, exercise_id), services.records.of(user_id, exercise_id)
    )
