"""How much each muscle is trained: weekly sets, landmarks, the body and its balance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.domain.muscles import Muscle, MuscleGroup
from desktop.domain.training import Balance, Landmark, WeeklySets, usual_landmarks
from desktop.ui.context import Context
from desktop.ui.progress.exports import balance_table, muscles_table
from desktop.ui.progress.kept import Kept
from desktop.ui.progress.muscles_balance import BalanceCard
from desktop.ui.progress.muscles_map import MapCard
from desktop.ui.progress.muscles_table import MusclesCard
from desktop.ui.progress.muscles_weeks import Weeks, mean, of_groups, of_muscles, weeks_of
from desktop.ui.progress.tabs import Tab, everything_button, fill_tab
from desktop.ui.progress.weekly_card import WeeklyCard
from desktop.ui.shortcuts import sequence
from desktop.ui.sizes import px, scaled
from desktop.ui.tasks import Newest
from desktop.ui.widgets.chart_export import add_export
from desktop.ui.widgets.texts import count_text, day_text, week_text

if TYPE_CHECKING:
    from desktop.services import Services

_ROOMY, _SIDE = 820, 328


@dataclass(frozen=True, slots=True)
class _Muscles:
    weekly: WeeklySets
    landmarks: dict[MuscleGroup, Landmark]


class MusclesTab(Tab):
    """The bars and the table on the left, the body and its balance on the right.

    A bar that is chosen narrows the rest to its week, until it is chosen again.
    """

    title = "Muscles"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._range: tuple[date | None, date | None] = (None, None)
        self._found = _Muscles(WeeklySets((), {}, {}), usual_landmarks())
        self._week: date | None = None
        self._balances = Newest(context.tasks)
        self._kept = Kept(self, context, "progressMuscles")
        self._has_recalled = False
        self.weekly = WeeklyCard()
        self.weekly.stack_changed.connect(self._on_stack)
        self.weekly.bars.point_chosen.connect(self._choose_week)
        self.weekly.bars.span_chosen.connect(self.range_wanted)
        self.whole = QPushButton("All weeks")
        self.whole.setProperty("role", "flat")
        self.whole.setToolTip("Leave the chosen week (Esc)")
        self.whole.clicked.connect(self._leave_week)
        self.whole.hide()
        self.muscles = MusclesCard(context)
        self.muscles.header.insertWidget(3, self.whole)
        self.everything = everything_button(self)
        self.muscles.header.insertWidget(3, self.everything)
        self.body = MapCard()
        self.body.muscle_chosen.connect(self._choose_muscle)
        self.balance = BalanceCard()
        escape = QShortcut(sequence("chart", "leave"), self.weekly.bars, self._leave_week)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._lay_out()
        self._add_exports()

    def reload(self) -> None:
        if not self._has_recalled:
            self._has_recalled = True
            self.weekly.recall(self._kept.choices)
        services, user_id = self.context.services, self.context.user.id
        self.reads.read(lambda: _muscles(services, user_id), self._show)

    def show_range(self, first: date | None, last: date | None) -> None:
        if (first, last) != self._range:
            self._range = (first, last)
            self._week = None
        self.weekly.bars.show_span(first, last)
        if self._found.weekly.weeks:
            self._narrow()

    def take_focus(self) -> None:
        self.weekly.bars.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def weeks(self) -> Weeks:
        """The weeks that the table, the body and the balance are about."""
        days = self._found.weekly.weeks
        if self._week in days:
            place = days.index(self._week)
            return Weeks(days, place, place + 1)
        return weeks_of(days, *self._range, self.context.today())

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        fill_tab(self, self._grid)
        self._arrange()

    def _add_exports(self) -> None:
        weekly, body, balance = self.weekly, self.body, self.balance
        add_export(weekly, self.context, (weekly.legend, weekly.bars), weekly.chart_table)
        add_export(
            body,
            self.context,
            (body.map, body.legend),
            lambda: muscles_table(body.sets, self._words(self.weeks)),
        )
        add_export(
            balance,
            self.context,
            balance.bars,
            lambda: balance_table(balance.found, self._words(self.weeks)),
        )

    def _arrange(self) -> None:
        """The body stands beside the bars, or below the table where there is no room."""
        is_roomy = self.width() >= px(_ROOMY)
        places = ((0, 0, 1, 1), (1, 0, 1, 1), (0, 1, 1, 1), (1, 1, 1, 1))
        if not is_roomy:
            places = ((0, 0, 1, 2), (1, 0, 1, 2), (2, 0, 1, 1), (2, 1, 1, 1))
        cards: tuple[QWidget, ...] = (self.weekly, self.muscles, self.body, self.balance)
        for card, place in zip(cards, places, strict=True):
            self._grid.addWidget(card, *place)
        self._grid.setColumnMinimumWidth(1, px(_SIDE) if is_roomy else 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if is_roomy else 1)
        scaled(self.weekly.setMinimumHeight, 280)
        scaled(self.muscles.setMinimumHeight, 286)
        scaled(self.body.setMinimumHeight, 280 if is_roomy else 300)

    def _show(self, found: _Muscles) -> None:
        self._found = found
        self.weekly.show_weeks(found.weekly)
        self.weekly.bars.show_span(*self._range)
        if self._week not in found.weekly.weeks:
            self._week = None
        self._narrow()
        self.loaded.emit()

    def _on_stack(self) -> None:
        self._kept.keep_choices(self.weekly.choices)
        self.weekly.bars.show_span(*self._range)
        self._show_amounts()

    def _choose_week(self, place: int) -> None:
        week = self._found.weekly.weeks[place]
        self._week = None if week == self._week else week
        self._narrow()

    def _leave_week(self) -> None:
        self._week = None
        self._narrow()

    def _choose_muscle(self, muscle: Muscle) -> None:
        if not self.muscles.table.select_key(muscle):
            self.muscles.table.select_key(muscle.group)

    def _narrow(self) -> None:
        """Show what the chosen weeks come to."""
        days = self._found.weekly.weeks
        self.weekly.bars.mark(days.index(self._week) if self._week else None)
        self.whole.setVisible(self._week is not None)
        self._show_amounts()
        weeks = self.weeks
        means = {
            muscle: mean(values, range(weeks.start, weeks.end)) or 0.0
            for muscle, values in self._found.weekly.sets.items()
        }
        self.body.show_sets(means)
        has_range = self._week is None and self._range != (None, None)
        self.everything.setVisible(has_range and not any(means.values()))
        if not weeks.count:
            self._balances.forget()
            self.balance.show_balance(Balance(0, 0, 0, 0, 0, 0))
            return
        services, user_id = self.context.services, self.context.user.id
        first, last = weeks.first, weeks.last
        self._balances.read(
            lambda: services.progress.balance(user_id, first, last), self.balance.show_balance
        )

    def _show_amounts(self) -> None:
        weekly, landmarks, weeks = self._found.weekly, self._found.landmarks, self.weeks
        if self.weekly.by_muscle:
            amounts = of_muscles(weekly, weeks, landmarks, self.weekly.group)
        else:
            amounts = of_groups(weekly, weeks, landmarks)
        self.muscles.show_amounts(amounts, landmarks)
        self.muscles.note.setText(self._words(weeks))
        self.muscles.note.setToolTip(_change_words(weeks))

    def _words(self, weeks: Weeks) -> str:
        if not weeks.count:
            return "No training in these weeks"
        if weeks.count == 1:
            return week_text(weeks.first)
        last = "last week" if weeks.left_out else day_text(weeks.last)
        mean_of = f"mean of {count_text(weeks.count, 'week')}"
        return f"{mean_of}, {day_text(weeks.first)} to {last}"


def _change_words(weeks: Weeks) -> str:
    if not weeks.before:
        return "There are no weeks before to compare with."
    return f"Change: against {count_text(len(weeks.before), 'week')} before."


def _muscles(services: Services, user_id: UUID) -> _Muscles:
    return _Muscles(
        services.progress.weekly_sets(user_id, None, None), services.progress.landmarks(user_id)
    )
