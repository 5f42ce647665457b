"""Personal records: what fell when, what stands, where it began, and what to check."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Kind
from desktop.domain.records import RecordsBook
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.page import Page
from desktop.ui.records.doubts import Decision, Doubt, decisions_of, doubts_of
from desktop.ui.records.filters import Asked, RecordFilters
from desktop.ui.records.listed import LISTS, RecordList
from desktop.ui.records.model import Event, Exercises
from desktop.ui.records.side import SidePanel
from desktop.ui.records.to_check import ToCheck
from desktop.ui.shortcuts import sequences
from desktop.ui.sizes import px
from desktop.ui.widgets.empty import EmptyState
from desktop.ui.widgets.texts import count_text

_ROOMY, _TWO_COLUMNS, _TWO_BELOW = 1000, 1500, 760
_BASELINES, _TO_CHECK = len(LISTS) - 1, len(LISTS)
_TURNS = (("next_tab", 1), ("previous_tab", -1))


@dataclass(frozen=True, slots=True)
class _Found:
    book: RecordsBook
    lists: tuple[Sequence[Event], ...]
    doubts: Sequence[Doubt]
    decisions: Sequence[Decision]
    names: Exercises


class RecordsPage(Page):
    """Views of the book of records beside the record that is looked at; one filter for all."""

    name = "records"
    title = "Records"
    watches = frozenset({Kind.SESSIONS, Kind.PROFILE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._found: _Found | None = None
        self.progress_button = QPushButton("See progress")
        self.progress_button.clicked.connect(self._see_progress)
        self.open_button = QPushButton("Open session")
        self.open_button.setProperty("role", "primary")
        self.open_button.clicked.connect(self._open_current)
        for button in (self.progress_button, self.open_button):
            button.setEnabled(False)
            self.header.addWidget(button)
        self.views = QTabBar()
        self.views.setDrawBase(False)
        self.views.setExpanding(False)
        self.views.setAccessibleName("Views of the records")
        for listed in LISTS:
            self.views.addTab(listed.name)
        self.views.addTab("To check")
        self.views.currentChanged.connect(self._on_view)
        self.notice = QPushButton()
        self.notice.setProperty("role", "flat")
        self.notice.setIcon(icon("warning", self.notice))
        self.notice.clicked.connect(lambda: self.views.setCurrentIndex(_TO_CHECK))
        self.notice.hide()
        self.filters = RecordFilters(context.today)
        self.search = self.filters.search
        self.filters.changed.connect(self._narrow)
        self.list = RecordList(context)
        self.list.chosen.connect(self._on_current)
        self.list.opened.connect(self.open_in_log)
        self.list.clear_wanted.connect(self.filters.clear)
        self.list.baselines_wanted.connect(lambda: self.views.setCurrentIndex(_BASELINES))
        self.side = SidePanel(context)
        self.side.opened.connect(self.open_in_log)
        self.side.record_changed.connect(self._mark_buttons)
        self.to_check = ToCheck(context)
        self.to_check.opened.connect(self.open_in_log)
        self.to_check.clear_wanted.connect(self.filters.clear)
        self.to_check.emptied.connect(self.views.setFocus)
        self.empty = EmptyState(
            "records",
            "No records yet",
            "Log a workout, or bring your history from Strong: every best is found by itself.",
            "Start session",
            "Import history",
        )
        self.follow(self.empty)
        self._lay_out()
        for name, step in _TURNS:
            for keys in sequences("records", name):
                QShortcut(
                    keys,
                    self,
                    lambda step=step: self._turn(step),
                    context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
                )

    def reload(self) -> None:
        """Ask for the whole book: it is worked out in one go."""
        context = self.context
        services, user_id = context.services, context.user.id

        def work() -> _Found:
            book = services.records.book(user_id)
            known = Exercises(context)
            return _Found(
                book,
                tuple(known.events(listed.records(book)) for listed in LISTS),
                doubts_of(book, context, known),
                decisions_of(book, context, known),
                known,
            )

        self.read_newest(work, self._show)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def take_focus(self) -> None:
        if self.views.currentIndex() == _TO_CHECK and self.to_check.lines:
            self.to_check.take_focus()
        elif self.views.currentIndex() == _TO_CHECK:
            self.views.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().take_focus()

    def page_commands(self) -> Mapping[str, Callable[[str], object]]:
        names = [*(listed.name for listed in LISTS), "To check"]
        return {
            name.casefold().replace(" ", "_"): partial(self._go_to, place)
            for place, name in enumerate(names)
        }

    def open_item(self, item_id: object) -> None:
        """Show an exercise's records."""
        self.views.setCurrentIndex(min(self.views.currentIndex(), _TO_CHECK - 1))
        self.side.show_exercise(item_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_below = self.width() < px(_ROOMY)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if is_below else across)
        is_wide = self.width() >= px(_TWO_BELOW if is_below else _TWO_COLUMNS)
        self.side.set_columns(2 if is_wide else 1, is_below)
        self._mark_notice()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.views)
        line.addStretch(1)
        line.addWidget(self.notice)
        beside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, beside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.list, 1)
        self._row.addWidget(self.side)
        self._view = QStackedWidget()
        self._view.addWidget(beside)
        self._view.addWidget(self.to_check)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(line)
        column.addWidget(self.filters)
        column.addWidget(self._view, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())  # nothing is claimed until the data is there
        self._stack.addWidget(content)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self._stack, 1)

    def _show(self, found: _Found) -> None:
        self._found = found
        book = found.book
        names = {one: found.names[one].name for one in book.exercises}
        choices = sorted(names.items(), key=lambda choice: choice[1].casefold())
        self.side.set_book(book, choices)
        self.filters.offer(record.kind for record in (*book.events, *book.baselines))
        is_empty = not (book.exercises or book.outliers or book.left_out or book.called_right)
        self._stack.setCurrentIndex(2 if is_empty else 1)
        count = len(book.outliers)
        self.views.setTabText(_TO_CHECK, f"To check ({count:,})" if count else "To check")
        self.notice.setText(f"{count_text(count, 'value')} to check")
        self._on_view(self.views.currentIndex())
        self.loaded.emit()

    def _go_to(self, place: int, _: str) -> None:
        self.views.setCurrentIndex(place)
        self.visit()

    def _turn(self, step: int) -> None:
        self.views.setCurrentIndex((self.views.currentIndex() + step) % self.views.count())
        self.take_focus()

    def _on_view(self, place: int) -> None:
        found = self._found
        if found is None:
            return
        is_list = place < _TO_CHECK
        self._view.setCurrentIndex(0 if is_list else 1)
        self._mark_notice()
        if is_list:
            self.list.show_list(LISTS[place], found.lists[place])
        self._narrow(self.filters.asked)

    def _mark_notice(self) -> None:
        """Where there is no room for it beside the views, the name of the last of them does."""
        is_list = self.views.currentIndex() < _TO_CHECK
        has_doubts = self._found is not None and bool(self._found.doubts)
        margins = self.body.contentsMargins()
        needed = self.views.sizeHint().width() + self.notice.sizeHint().width()
        has_room = needed <= self.width() - margins.left() - margins.right()
        self.notice.setVisible(is_list and has_doubts and has_room)

    def _narrow(self, asked: Asked) -> None:
        found, place = self._found, self.views.currentIndex()
        if found is None:
            return
        if place < _TO_CHECK:
            self.list.narrow(asked)
            self.subtitle.setText(self.list.counted)
            self._on_current()
            return
        self.to_check.show_lines(found.doubts, found.decisions, asked)
        self.subtitle.setText(self.to_check.counted if found.doubts else "")
        self._mark_buttons()

    def _on_current(self) -> None:
        event = self.list.current
        if event is not None:
            self.side.show_record(event.record)
        self._mark_buttons()

    def _mark_buttons(self) -> None:
        is_list = self.views.currentIndex() < _TO_CHECK
        is_known = bool(self.list.model.rows) and self.side.record is not None
        for button in (self.progress_button, self.open_button):
            button.setVisible(is_list and self._stack.currentIndex() == 1)
            button.setEnabled(is_known)

    def _open_current(self) -> None:
        if self.side.record is not None:
            self.open_in_log(self.side.record.session_id)

    def _see_progress(self) -> None:
        if self.side.record is not None:
            self.open_requested.emit("progress", self.side.record.exercise_id)
