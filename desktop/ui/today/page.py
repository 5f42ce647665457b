"""The first page: this week, the last months, what comes next."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Kind
from desktop.domain.history import HistoryRow
from desktop.domain.today import Overview
from desktop.ui.context import Context
from desktop.ui.demo import remove_demo
from desktop.ui.icons import icon
from desktop.ui.page import Page
from desktop.ui.sizes import px
from desktop.ui.today.calendar import TrainingCalendar
from desktop.ui.today.legend import Legend
from desktop.ui.today.lists import latest_records, recent_sessions
from desktop.ui.today.up_next import UpNextCard
from desktop.ui.today.week import WeekCard
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.texts import WEEKDAYS, day_text, short_day_text

if TYPE_CHECKING:
    from desktop.ui.today.demo_strip import DemoStrip
    from desktop.ui.today.first_steps import FirstSteps

_TWO, _WIDE = 800, 1200
# where the week, the next template, the calendar, the sessions and the records go:
# (row, column, rows, columns), by the width that it takes
_PLACES: dict[int, tuple[tuple[int, int, int, int], ...]] = {
    0: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1), (3, 0, 1, 1), (4, 0, 1, 1)),
    _TWO: ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2), (2, 0, 1, 1), (2, 1, 1, 1)),
    _WIDE: ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1), (1, 1, 2, 1)),
}
_MARGIN, _BAR = 16, 12


class TodayPage(Page):
    """What was done, what comes next, and the way to start.

    is_asked: the first overview is on its way already, see `show_overview`.
    """

    name = "today"
    title = "Today"
    watches = frozenset({Kind.SESSIONS, Kind.TEMPLATES, Kind.PROFILE})

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, is_asked: bool = False
    ) -> None:
        super().__init__(context, parent)
        self._stale = not is_asked
        self._overview: Overview | None = None
        self._has_strip = False
        self._room: int | None = None
        self.start_button = QPushButton("Start session")
        self.start_button.setIcon(icon("play", self.start_button))
        self.start_menu = QMenu(self.start_button)
        self.start_button.setMenu(self.start_menu)
        self.header.addWidget(self.start_button)
        self.week = WeekCard()
        self.up_next = UpNextCard(context)
        self.calendar = TrainingCalendar()
        self.calendar_card = Card("Training days")
        self.legend = Legend()
        self.calendar_card.header.addWidget(self.legend)
        self.export_menu = QMenu(self.calendar_card)
        self.calendar_card.add_menu(self.export_menu, "Export this chart")
        self.calendar_card.body.addWidget(self.calendar)
        self.calendar_card.body.addStretch(1)
        self.recent = recent_sessions(context)
        self.records = latest_records(context)
        self._cards: tuple[QWidget, ...] = (
            self.week,
            self.up_next,
            self.calendar_card,
            self.recent,
            self.records,
        )
        self._above = QVBoxLayout()
        self._grid = QGridLayout()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @cached_property
    def first_steps(self) -> FirstSteps:
        """What a new user sees; few are new, so it is made when it is shown."""
        from desktop.ui.today.first_steps import FirstSteps

        steps = FirstSteps()
        steps.setContentsMargins(0, 0, _MARGIN, 0)
        steps.start_chosen.connect(self._start_first)
        steps.import_chosen.connect(lambda: self.action_requested.emit("import"))
        steps.plan_chosen.connect(self._plan)
        self._stack.addWidget(steps)
        return steps

    @cached_property
    def demo(self) -> DemoStrip:
        """Says that there is demo data; most profiles have none."""
        from desktop.ui.today.demo_strip import DemoStrip

        strip = DemoStrip()
        strip.remove_chosen.connect(lambda: remove_demo(self.context))
        self._above.addWidget(strip)
        self.setTabOrder(self.start_button, strip.remove)
        return strip

    def reload(self) -> None:
        """Ask for the overview."""
        user_id = self.context.user.id
        self.read_newest(lambda: self.context.services.today.overview(user_id), self.show_overview)

    def take_focus(self) -> None:
        """Go to the list; with nothing to list, to the first of the ways to begin."""
        if self._stack.currentIndex() > 1:
            self.first_steps.start.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width()
        self._arrange(_WIDE if width >= px(_WIDE) else _TWO if width >= px(_TWO) else 0)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(24, 16, 24 - _MARGIN, 16)
        self.header.setContentsMargins(0, 0, _MARGIN, 0)
        content = QWidget()
        content.setLayout(self._grid)
        self._keep_edge(0, 0)
        self._grid.setSpacing(12)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.verticalScrollBar().rangeChanged.connect(self._keep_edge)
        self._stack.addWidget(QWidget())  # nothing is claimed until the data is there
        self._stack.addWidget(scroll)
        self._above.setContentsMargins(0, 0, _MARGIN, 0)
        self.body.addLayout(self._above)
        self.body.addWidget(self._stack, 1)
        self._arrange(0)

    def _keep_edge(self, _: int, last: int) -> None:
        """Let the scroll bar stand in the page's margin, so that the cards keep their edge."""
        self._grid.setContentsMargins(0, 0, _MARGIN - (_BAR if last else 0), 0)

    def _arrange(self, room: int) -> None:
        """One column, or two, or two all the way down, as there is room."""
        if room == self._room:
            return
        self._room = room
        for card, place in zip(self._cards, _PLACES[room], strict=True):
            self._grid.addWidget(card, *place)
        for card in (self.recent, self.records):
            self._grid.setAlignment(card, Qt.AlignmentFlag.AlignTop)
        for column, stretch in enumerate({0: (1, 0), _TWO: (1, 1), _WIDE: (2, 1)}[room]):
            self._grid.setColumnStretch(column, stretch)
            self._grid.setColumnMinimumWidth(column, 1 if stretch else 0)
        for row in range(5):
            self._grid.setRowStretch(row, 1 if row == (4 if not room else 2) else 0)

    def _connect(self) -> None:
        self.up_next.start_chosen.connect(self._start_template)
        self.up_next.plan_chosen.connect(self._plan)
        self.up_next.go_on_chosen.connect(self._go_on)
        self.calendar.day_chosen.connect(self._open_day)
        self.recent.opened.connect(self._open_session)
        self.records.opened.connect(self._open_session)
        self.start_menu.aboutToShow.connect(self._fill_menu)
        self.export_menu.aboutToShow.connect(
            self._fill_export, Qt.ConnectionType.SingleShotConnection
        )

    def show_overview(self, overview: Overview) -> None:
        """Fill the page."""
        self._overview = overview
        today, unit = self.context.today(), self.context.preferences.unit
        self.subtitle.setText(f"{WEEKDAYS[today.weekday()]}, {day_text(today)}")
        is_new = not overview.days and not overview.recent
        # where a session is open it is the one to go on with
        self.start_button.setVisible(not is_new and overview.under_way is None)
        self._show_demo(overview)
        if is_new:
            self.first_steps.show_for(self.context.user.name, overview)
            self._stack.setCurrentWidget(self.first_steps)
        else:
            self.week.show_week(overview, unit)
            self.up_next.show_next(overview)
            self.calendar.set_days(overview.days, today, self.context.preferences.first_weekday)
            self.recent.show_rows(overview.recent)
            self.records.show_rows(overview.records)
            self._stack.setCurrentIndex(1)
        self.loaded.emit()

    def _fill_menu(self) -> None:
        """Ways to start, as they are now."""
        self.start_menu.clear()
        empty = self.start_menu.addAction("Empty session")
        empty.triggered.connect(lambda: self.start_requested.emit(None))
        overview = self._overview
        if overview and (template := overview.next_template):
            action = self.start_menu.addAction(f"{template.name} (next template)")
            action.triggered.connect(lambda: self._start_template(template.id))
        if overview and overview.recent:
            last = overview.recent[0]
            day = short_day_text(last.day, self.context.today())
            action = self.start_menu.addAction(f"Repeat {last.name} of {day}")
            action.triggered.connect(lambda: self.start_requested.emit(("repeat", last.id)))

    def _show_demo(self, overview: Overview) -> None:
        if overview.demo_sessions or self._has_strip:
            self._has_strip = True
            self.demo.show_count(overview.demo_sessions)

    def _fill_export(self) -> None:
        """Filled when it is first wanted: what it needs takes long to import."""
        from desktop.ui.today.export import fill_export

        fill_export(self.export_menu, self.context, self.calendar, self.legend)

    def _start_first(self) -> None:
        if self._overview and self._overview.under_way:
            self._go_on()
            return
        template = self._overview.next_template if self._overview else None
        self.start_requested.emit(("template", template.id) if template else None)

    def _go_on(self) -> None:
        self.action_requested.emit("dock")

    def _start_template(self, template_id: object) -> None:
        self.start_requested.emit(("template", template_id))

    def _plan(self) -> None:
        self.open_requested.emit("page", "templates")

    def _open_session(self, session_id: object) -> None:
        self.open_requested.emit("session", session_id)

    def _open_day(self, day: date) -> None:
        user_id = self.context.user.id
        self.context.tasks.read(
            lambda: self.context.services.history.rows(user_id, "", day, day), self._open_first
        )

    def _open_first(self, rows: list[HistoryRow]) -> None:
        if rows:
            self._open_session(rows[-1].id)
