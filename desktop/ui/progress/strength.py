"""Strength over time: the chart, why its figures are what they are, its sets and records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.domain.progress import SeriesPoint, Subject
from desktop.ui.context import Context
from desktop.ui.progress.kept import STRENGTH, Kept, read_subjects, written_subjects
from desktop.ui.progress.strength_card import StrengthCard
from desktop.ui.progress.strength_data import Drawn, Wish, measures_for, read
from desktop.ui.progress.strength_listing import Listed, best_of, listed_of
from desktop.ui.progress.strength_lists import StrengthLists
from desktop.ui.progress.strength_subject import SubjectLine
from desktop.ui.progress.strength_why import WhyRoom
from desktop.ui.progress.tabs import Tab
from desktop.ui.sizes import NO_LIMIT, px, scaled
from desktop.ui.tasks import Newest
from desktop.ui.widgets.exercise_chooser import ExerciseChooser
from desktop.ui.widgets.measures import length_of
from desktop.ui.widgets.styling import restyle
from desktop.ui.widgets.tab_order import put_in_order
from desktop.ui.widgets.why import WhyPanel

_ROOMY = 860
_SIDE, _SIDE_SHARE, _SIDE_MOST = 416, 0.3, 520  # wide beside the chart
_FLAT = 204  # high below it
_LISTS_MS = 60  # moving on quickly, one need not wait for lists


class StrengthTab(Tab):
    """The chart on the left, what stands behind it on the right; below it where it is narrow.

    What is charted and how is kept for each profile in the window's settings.
    """

    title = "Strength"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._range: tuple[date | None, date | None] = (None, None)
        self._is_narrow: bool | None = None
        self.line = SubjectLine(context)
        self._kept = Kept(self, context, STRENGTH)
        self._has_recalled = False
        self._uses = Newest(context.tasks)
        self.line.changed.connect(self._on_choice)
        self.card = StrengthCard(context)
        self.card.controls.changed.connect(self._on_choice)
        self.card.controls.trend_changed.connect(self._on_trend)
        self.card.trend_asked.connect(self._explain_trend)
        self.card.session_wanted.connect(self.wanted_in_log)
        self.card.range_chosen.connect(self._on_range)
        self.card.removed.connect(self.line.remove)
        self.card.noted.connect(self._on_noted)
        self.why = WhyPanel(context)
        self.reason = WhyRoom(self.why)
        self.why.set_wanted.connect(self.wanted_in_log)
        self.lists = StrengthLists(context)
        self.lists.wanted_in_log.connect(self.wanted_in_log)
        self.lists.row_pointed.connect(lambda row: self.card.point_to(row.day, row.exercise_id))
        self.card.days_chosen.connect(self.lists.choose_days)
        self.listing = QTimer(self, singleShot=True, interval=_LISTS_MS)
        self.listing.timeout.connect(self._list)
        self._lay_out()

    @property
    def chooser(self) -> ExerciseChooser:
        """Where an exercise is chosen."""
        return self.line.chooser

    def reload(self) -> None:
        self._recall()
        services, user_id = self.context.services, self.context.user.id
        self._uses.read(lambda: services.progress.used(user_id), self._offer)

    def show_range(self, first: date | None, last: date | None) -> None:
        if (first, last) == self._range:
            return  # where the user has moved to, or where it was
        self._range = (first, last)
        self.card.show_range(first, last)
        self.listing.start()

    def take_focus(self) -> None:
        self.line.chooser.start_search()

    def open_item(self, item: object) -> None:
        """Chart an exercise."""
        if isinstance(item, UUID):
            self.line.show_subject(Subject(item))

    def hasHeightForWidth(self) -> bool:
        # the legend goes on in the next line at the cost of the chart, not of the page
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # what is kept
    def _recall(self) -> None:
        """Go on where the user left off, unless something is asked for already."""
        if self._has_recalled:
            return
        self._has_recalled = True
        kept = self._kept.choices
        self.line.subjects = self.line.subjects or read_subjects(kept.get("subjects"))
        self.card.controls.recall(kept)

    def _keep(self) -> None:
        subjects = written_subjects(self.line.subjects)
        self._kept.keep_choices({"subjects": subjects, **self.card.controls.choices})

    def _on_choice(self) -> None:
        self._recall()
        self._keep()
        self._chart()

    # what is shown
    def _offer(self, used: Sequence[UUID]) -> None:
        before = self.line.subjects
        self.line.offer(used)
        if self.line.subjects and not before:
            self._keep()  # the other tabs begin with what is charted here
        self._chart()

    def _chart(self) -> None:
        subjects = self.line.subjects
        if not subjects:
            self.loaded.emit()
            return
        controls, unit = self.card.controls, self.context.preferences.unit
        controls.offer(measures_for(subjects, self.context.exercises))
        wish = self._wish
        services, user_id = self.context.services, self.context.user.id
        self.reads.read(lambda: read(services, user_id, unit, wish), self._show)

    @property
    def _wish(self) -> Wish:
        controls, subjects = self.card.controls, self.line.subjects
        length = length_of(subjects, self.context.exercises, self.context.preferences.unit)
        return Wish(subjects, controls.measure, controls.grain, controls.reps.value(), length)

    def _show(self, drawn: Drawn) -> None:
        self.card.show_drawn(drawn, self.log_ends, self._range, self.line.is_done)
        self.listing.start()
        self.loaded.emit()

    def _list(self) -> None:
        """Ask for the lists and the reason; only after the chart, which is waited for."""
        drawn = self.card.drawn
        if drawn is None:
            return
        services, user_id, chosen = self.context.services, self.context.user.id, self._range
        exercises = self.context.exercises
        self.card.tell_level(*chosen)

        def show(listed: Listed) -> None:
            if self.card.drawn is drawn and self._range == chosen:
                self.lists.show_lists(listed)

        self.context.tasks.read(
            lambda: listed_of(services, user_id, exercises, drawn, *chosen), show
        )
        if self.card.chart.hovered is None:
            self._explain_best(drawn)

    # why
    def _explain_best(self, drawn: Drawn) -> None:
        best = best_of(drawn, *self._range)
        if best is None:
            self.why.clear()
        else:
            self._explain(drawn, 0, best)

    def _explain(self, drawn: Drawn, line: int, point: SeriesPoint) -> None:
        services, user_id, wish = self.context.services, self.context.user.id, drawn.wish
        self.why.ask(
            lambda: services.progress.explain(
                user_id, wish.subjects[line], wish.measure, point, wish.reps
            )
        )

    def _explain_trend(self) -> None:
        drawn = self.card.drawn
        exercise_id = drawn.wish.subjects[0].exercise_id if drawn else None
        if exercise_id is None:
            return
        services, user_id = self.context.services, self.context.user.id
        self.why.ask(lambda: services.progress.explain_trend(user_id, exercise_id))
        self.lists.show_why()

    def _on_trend(self, is_on: bool) -> None:
        self._keep()
        drawn = self.card.drawn
        if drawn is None:
            return
        if is_on:
            self._explain_trend()
        else:
            self._explain_best(drawn)

    def _on_noted(self, line: int, point: SeriesPoint) -> None:
        if self.card.drawn is not None:
            self._explain(self.card.drawn, line, point)

    def _on_range(self, first: date | None, last: date | None) -> None:
        self._range = (first, last)
        self.listing.start()
        self.range_wanted.emit(first, last)

    # where it stands
    def _lay_out(self) -> None:
        self.side = QWidget()
        self._side = QVBoxLayout(self.side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(12)
        self._side.addWidget(self.lists, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(12)
        self._row.addWidget(self.card, 1)
        self._row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.line)
        column.addLayout(self._row, 1)
        self._arrange()

    def _arrange(self) -> None:
        """Lists and reasons stand beside the chart, or below it where there is no room."""
        is_narrow = self.width() < px(_ROOMY)
        if not is_narrow:
            wide = max(px(_SIDE), int(self.width() * _SIDE_SHARE))
            self.side.setFixedWidth(min(wide, px(_SIDE_MOST)))
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if is_narrow else across)
        restyle(self.why, "role", "" if is_narrow else "card")  # no card within a card
        if is_narrow:
            scaled(self.side.setMinimumWidth, 0)
            scaled(self.side.setMaximumWidth, NO_LIMIT)
            scaled(self.side.setFixedHeight, _FLAT)
            self.lists.take_why(self.reason)
        else:
            scaled(self.side.setMinimumHeight, 0)
            scaled(self.side.setMaximumHeight, NO_LIMIT)
            self.lists.take_why(None)
            self._side.insertWidget(0, self.reason)
            self.reason.setVisible(not self.why.isHidden())
            put_in_order([self.reason, self.lists])
