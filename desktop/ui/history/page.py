"""The history: every session that is over, the chosen one in full beside the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QWidget

from desktop.domain.changes import Kind
from desktop.domain.history import HistoryRow
from desktop.domain.session import SetPlace
from desktop.domain.transfer import Selection
from desktop.ui.context import Context
from desktop.ui.history.chosen import ChosenSession
from desktop.ui.history.detail import SessionDetail
from desktop.ui.history.empty import NoneFound, NoSessions
from desktop.ui.history.filters import HistoryFilters
from desktop.ui.history.model import DATE, DURATION, EXERCISES, HistoryModel
from desktop.ui.history.split import HistorySplit
from desktop.ui.icons import icon
from desktop.ui.page import Page
from desktop.ui.shortcuts import sequence
from desktop.ui.sizes import px, scaled
from desktop.ui.widgets.leaving import Leaving
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import count_text

_ALL_COLUMNS_FROM = 600


class HistoryPage(Page):
    """A table of sessions with the chosen one to read or to edit beside it."""

    name = "history"
    title = "History"
    watches = frozenset({Kind.SESSIONS, Kind.PROFILE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted: UUID | SetPlace | None = None
        self._to_export: Selection | None = None
        self._leaving = Leaving()
        self._make_header()
        self.filters = HistoryFilters(context.today())
        self.filters.changed.connect(lambda _: self.reload())
        self._make_table()
        self.detail = SessionDetail(context)
        self.detail.asked.connect(self._act)
        self.detail.exercise_opened.connect(self._open_progress)
        self.chosen = ChosenSession(context, self.table, self.detail)
        self._lay_out()

    def reload(self) -> None:
        asked = self.filters.asked
        history, user_id = self.context.services.history, self.context.user.id

        def work() -> tuple[list[HistoryRow], bool]:
            rows = history.rows(user_id, asked.text, asked.first, asked.last)
            is_empty = not rows and (asked.is_everything or not history.rows(user_id))
            return rows, is_empty

        self.read_newest(work, lambda found: self._show_rows(*found))

    def focus_search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def open_item(self, item_id: object) -> None:
        """Show a session, or go to a set of it to edit it, whatever the filters hide."""
        if isinstance(item_id, (UUID, SetPlace)):
            self._wants_focus = False  # what is opened has the focus, not the table
            self._wanted = item_id
            self.reload()

    def page_commands(self) -> Mapping[str, Callable[[str], object]]:
        return {"search": self._search}

    def export_selection(self) -> Selection:
        """What a button here asked for, else several chosen sessions, else what the table shows."""
        chosen = self.table.selected_rows()
        several = Selection(tuple(row.id for row in chosen)) if len(chosen) > 1 else None
        return self._to_export or several or self._shown()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.table:
            hides = self.table.width() < px(_ALL_COLUMNS_FROM)
            for column in (DURATION, EXERCISES):
                self.table.setColumnHidden(column, hides)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._split.fit(event.size())

    def _make_header(self) -> None:
        self.export_button = QPushButton("Export")
        self.export_button.setIcon(icon("export", self.export_button))
        self.export_button.setToolTip("Export the sessions in the table")
        self.export_button.clicked.connect(lambda: self._export(self._shown()))
        self.start_button = start = QPushButton("Start session")
        start.setProperty("role", "primary")
        start.setIcon(icon("play", start))
        start.clicked.connect(lambda: self.start_requested.emit(None))
        self.header.addWidget(self.export_button)
        self.header.addWidget(start)

    def _make_table(self) -> None:
        self.model = HistoryModel(self.context.preferences.unit, self)
        self.table = Table(self.model, "Sessions")
        self.table.sort_by(DATE, Qt.SortOrder.DescendingOrder)
        self.table.activated.connect(lambda: self.detail.edit(True))
        self.table.installEventFilter(self)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        QShortcut(
            sequence("history", "delete"),
            self.table,
            lambda: self._act("delete"),
            context=Qt.ShortcutContext.WidgetShortcut,
        )

    def _lay_out(self) -> None:
        self.nothing = NoneFound()
        self.nothing.chosen.connect(self.filters.clear)
        self._found = QStackedWidget()
        self._found.addWidget(self.table)
        self._found.addWidget(self.nothing)
        scaled(self._found.setMinimumSize, 320, 160)
        self._split = HistorySplit(self._found, self.detail)
        self.empty = NoSessions()
        self.follow(self.empty)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self.filters)
        self.body.addWidget(self._stack, 1)

    def _show_rows(self, rows: list[HistoryRow], is_empty: bool) -> None:
        context = self.context
        place = self.table.currentIndex().row()
        self.model.set_unit(context.preferences.unit)
        self.model.set_rows(rows)
        self._leaving.shown(row.id for row in rows)
        if self.filters.asked.is_everything:
            first = min((row.day for row in rows), default=None)
            self.filters.show_span(first, context.today())
        sets = count_text(sum(row.sets for row in rows), "working set")
        self.subtitle.setText(f"{count_text(len(rows), 'session')} · {sets}" if rows else "")
        self.filters.setVisible(not is_empty)
        self.export_button.setVisible(not is_empty)
        self.start_button.setVisible(not is_empty)
        self.detail.setVisible(bool(rows))
        self.export_button.setEnabled(bool(rows))
        self._found.setCurrentWidget(self.table if rows else self.nothing)
        self._stack.setCurrentWidget(self.empty if is_empty else self._split)
        self._choose_wanted()
        if not self.table.selected_rows():
            self.table.selectRow(min(max(0, place), len(rows) - 1))
        self.chosen.show()
        self.loaded.emit()

    def _choose_wanted(self) -> None:
        """Choose the session that was asked for; the filters give way where they hide it."""
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        place = wanted if isinstance(wanted, SetPlace) else None
        if self.table.select_key(place.session_id if place else wanted):
            self.chosen.await_set(place)
        elif not self.filters.asked.is_everything:
            self._wanted = wanted
            self.filters.clear()
        else:
            self.context.notifier.said.emit("That session is not in the history any more")

    def _act(self, what: str) -> None:
        rows = self.table.selected_rows()
        if not rows:
            return
        ids = tuple(row.id for row in rows)
        if what == "repeat":
            self.start_requested.emit(("repeat", ids[0]))
        elif what == "export":
            self._export(Selection(ids))
        elif what == "delete":
            self._delete(ids, rows[0].name)

    def _delete(self, chosen: tuple[UUID, ...], name: str) -> None:
        ids, context = self._leaving.take(chosen), self.context
        if not ids:
            return
        history = context.services.history
        label = f"delete {name}" if len(ids) == 1 else f"delete {len(ids)} sessions"

        def failed(fault: Exception) -> None:
            self._leaving.give_back(ids)
            context.tasks.faulted.emit(fault)

        context.do(label, lambda: history.delete(ids), lambda: history.restore(ids), failed=failed)

    def _export(self, selection: Selection) -> None:
        """Open the window's export on just these."""
        self._to_export = selection
        self.action_requested.emit("export")
        self._to_export = None

    def _shown(self) -> Selection:
        asked = self.filters.asked
        if asked.text.strip():
            return Selection(tuple(row.id for row in self.model.rows))
        return Selection(None, asked.first, asked.last)

    def _search(self, words: str) -> None:
        self.filters.clear()
        self.filters.search.setText(words)
        self.go_to_search()

    def _open_progress(self, exercise_id: UUID) -> None:
        self.open_requested.emit("progress", exercise_id)

    def _show_menu(self, place: QPoint) -> None:
        rows = self.table.selected_rows()
        if not rows:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, button in self.detail.buttons.items():
            if name == "edit" and len(rows) == 1:
                menu.addAction(button.icon(), "Edit", lambda: self.detail.edit(True))
            elif name in ("export", "delete") or (name == "repeat" and len(rows) == 1):
                menu.addAction(button.icon(), button.text(), lambda what=name: self._act(what))
        menu.popup(self.table.viewport().mapToGlobal(place))
