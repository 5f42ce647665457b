"""Progress: strength, muscles and more, each on a tab, over one range of days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.domain.changes import Kind
from desktop.ui.context import Context
from desktop.ui.page import Page
from desktop.ui.progress.kept import Kept
from desktop.ui.progress.range_bar import RangeBar
from desktop.ui.progress.tabs import TABS, Tab
from desktop.ui.shortcuts import sequences
from desktop.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from desktop.services import Services

_KEY = "progressTab"
_LATELY = 90  # days in which one has most probably trained
_TURNS = (("next_tab", 1), ("previous_tab", -1))


@dataclass(frozen=True, slots=True)
class _Log:
    is_empty: bool
    last_day: date | None


class ProgressPage(Page):
    """Holds the tabs, each made when it is first visited, and the range that they share."""

    name = "progress"
    title = "Progress"
    watches = frozenset({Kind.SESSIONS, Kind.PROFILE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._kept_range = Kept(self, context, "progressRange")
        self._has_recalled = False
        self._made: dict[int, Tab] = {}
        self._fresh: set[int] = set()
        self._is_known = False
        self._last_day: date | None = None
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Ways to look at the log")
        for name, _ in TABS:
            self.tabs.addTab(name)
        self.tabs.currentChanged.connect(self._on_tab)
        self.ranges = RangeBar(context.today())
        self.ranges.chosen.connect(self._share_range)
        self.header.insertWidget(2, self.tabs, 0, Qt.AlignmentFlag.AlignVCenter)
        self.header.addWidget(self.ranges)
        self.empty = EmptyState(
            "progress",
            "Nothing to draw yet",
            "Charts grow out of logged sets: log a workout, or bring your history with you.",
            "Start session",
            "Import history",
        )
        self.follow(self.empty)
        self._content = QStackedWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())  # nothing is claimed until the data is there
        self._stack.addWidget(self._content)
        self._stack.addWidget(self.empty)
        self._below = QVBoxLayout()
        self.body.addLayout(self._below)
        self.body.addWidget(self._stack, 1)
        for name, step in _TURNS:
            for keys in sequences("progress", name):
                QShortcut(
                    keys,
                    self,
                    lambda step=step: self._turn(step),
                    context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
                )

    @property
    def tab(self) -> Tab:
        """The tab that is shown."""
        place = max(0, self.tabs.currentIndex())
        made = self._made.get(place)
        if made is None:
            made = self._made[place] = TABS[place][1](self.context, self._content)
            made.loaded.connect(self._on_tab_loaded)
            made.wanted_in_log.connect(self.open_in_log)
            made.range_wanted.connect(self.ranges.pick)
            self._content.addWidget(made)
        return made

    def go(self, name: str) -> Tab:
        """Show a tab by its name."""
        self.tabs.setCurrentIndex([one for one, _ in TABS].index(name))
        return self.tab

    def reload(self) -> None:
        """Look whether there is anything, and where the log ends; then the tab asks for its own."""
        self._fresh.clear()
        services, user_id, today = self.context.services, self.context.user.id, self.context.today()
        self.read_newest(lambda: _log(services, user_id, today), self._show)

    def focus_search(self) -> None:
        self.tab.focus_search()

    def take_focus(self) -> None:
        if self._stack.currentIndex() == 1:
            self.tab.take_focus()
        else:
            self.empty.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def page_commands(self) -> Mapping[str, Callable[[str], object]]:
        return {
            name.casefold(): partial(self._go_to, place) for place, (name, _) in enumerate(TABS)
        }

    def open_item(self, item_id: object) -> None:
        """Chart an exercise."""
        self.go("Strength").open_item(item_id)

    def showEvent(self, event: QShowEvent) -> None:
        if not self._has_recalled:
            self._has_recalled = True
            self.ranges.recall(self._kept_range.text or "")
        settings = self._settings()
        if not self._made and settings is not None:
            names = [name for name, _ in TABS]
            kept = str(settings.value(_KEY, names[0]))
            self.tabs.setCurrentIndex(names.index(kept) if kept in names else 0)
        super().showEvent(event)

    def _go_to(self, place: int, _: str) -> None:
        self.tabs.setCurrentIndex(place)
        self.visit()

    def fit_header(self) -> None:
        """The range goes below the tabs where there is no room beside them."""
        margins = self.body.contentsMargins()
        needed = (
            sum(one.sizeHint().width() for one in (self.heading, self.tabs, self.ranges))
            + 8 * self.header.spacing()
        )
        is_narrow = self.width() - margins.left() - margins.right() < needed
        if is_narrow is (self._below.count() > 0):
            return
        if is_narrow:
            self.header.removeWidget(self.ranges)
            self._below.addWidget(self.ranges, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._below.removeWidget(self.ranges)
            self.header.addWidget(self.ranges)

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
        if self._stack.currentIndex() == 1:
            self.tab.take_focus()

    def _on_tab(self, place: int) -> None:
        if (settings := self._settings()) is not None:
            settings.setValue(_KEY, TABS[place][0])
        if self._is_known:
            self._show_tab()

    def _show(self, found: _Log) -> None:
        self._is_known = True
        for control in (self.tabs, self.ranges):
            control.setVisible(not found.is_empty)
        if found.is_empty:
            self._stack.setCurrentWidget(self.empty)
            self.loaded.emit()
            return
        self._last_day = found.last_day
        if found.last_day is not None:
            self.ranges.set_last_day(found.last_day)
        self._stack.setCurrentWidget(self._content)
        self._show_tab()

    def _show_tab(self) -> None:
        tab, place = self.tab, self.tabs.currentIndex()
        self._content.setCurrentWidget(tab)
        tab.log_ends = self._last_day
        tab.show_range(*self.ranges.range)
        if place not in self._fresh:
            self._fresh.add(place)
            tab.reload()

    def _share_range(self) -> None:
        self._kept_range.keep(self.ranges.kept)
        self.fit_header()
        self.tab.show_range(*self.ranges.range)

    def _on_tab_loaded(self) -> None:
        if self._is_known:
            self.loaded.emit()

    def _settings(self) -> QSettings | None:
        return self.window().findChild(QSettings)


def _log(services: Services, user_id: UUID, today: date) -> _Log:
    if not services.progress.used(user_id):
        return _Log(True, None)
    lately = services.history.rows(user_id, first=today - timedelta(_LATELY))
    # newest first; the whole log is only counted for those who have not trained lately
    last = lately[0].day if lately else services.history.stats(user_id).last_day
    return _Log(False, last)
