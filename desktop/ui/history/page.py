"""The history: every session that is over, the chosen one in full beside the table."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QSplitter, QStackedWidget, QWidget

from desktop.domain.changes import Changed, Kind
from desktop.domain.history import HistoryRow
from desktop.domain.records import Record
from desktop.domain.session import WorkoutSession
from desktop.domain.transfer import Selection
from desktop.ui.context import Context
from desktop.ui.history.detail import SessionDetail
from desktop.ui.history.empty import NoneFound, NoSessions
from desktop.ui.history.filters import HistoryFilters
from desktop.ui.history.model import DATE, DURATION, EXERCISES, HistoryModel
from desktop.ui.icons import icon
from desktop.ui.page import Page
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import count_text

_SETTLE_MS = 100
_ALL_COLUMNS_FROM = 600
_SIDES_FROM, _WIDE_FROM = 800, 1240
_LOW, _MIDDLE, _WIDE = range(3)


class HistoryPage(Page):
    """A table of sessions with the chosen one to read or to edit beside it."""

    name = "history"
    title = "History"
    watches = frozenset({Kind.SESSIONS, Kind.PROFILE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted: UUID | None = None
        self._to_export: Selection | None = None
        self._edits = self._unkept = 0
        self._asked = 0
        # a session is read when the choice stands still, not at every row that is passed
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._show_chosen)
        self._make_header()
        self.filters = HistoryFilters(context.today())
        self.filters.changed.connect(self._on_asked)
        self._make_table()
        self.detail = SessionDetail(context)
        self.detail.asked.connect(self._act)
        self.detail.edited.connect(self._keep)
        self.detail.exercise_opened.connect(self._open_progress)
        self._lay_out()

    def reload(self) -> None:
        self._asked += 1
        asked, now = self.filters.asked, self._asked
        history, user_id = self.context.services.history, self.context.user.id

        def work() -> tuple[list[HistoryRow], bool]:
            rows = history.rows(user_id, asked.text, asked.first, asked.last)
            is_empty = not rows and (asked.is_everything or not history.rows(user_id))
            return rows, is_empty

        def show(found: tuple[list[HistoryRow], bool]) -> None:
            if now == self._asked:
                self._show_rows(*found)

        self.context.tasks.read(work, show)

    def focus_search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def open_item(self, item_id: object) -> None:
        if not isinstance(item_id, UUID):
            return
        if not self.table.select_key(item_id):
            self._wanted = item_id
            self.filters.clear()

    def export_selection(self) -> Selection:
        """What a button here asked for, else several chosen sessions, else what the table shows."""
        chosen = self.table.selected_rows()
        several = Selection(tuple(row.id for row in chosen)) if len(chosen) > 1 else None
        return self._to_export or several or self._shown()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.table:
            hides = self.table.width() < _ALL_COLUMNS_FROM
            for column in (DURATION, EXERCISES):
                self.table.setColumnHidden(column, hides)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before, now = _room(event.oldSize().width()), _room(self.width())
        if event.oldSize().width() < 0 or before != now:
            stacked = now == _LOW
            side = Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal
            self._splitter.setOrientation(side)
            room = self.height() - 120 if stacked else self.width() - 48
            part = room // 2 if stacked else 400 if now == _MIDDLE else self.width() * 2 // 5
            self._splitter.setSizes([room - part, part])

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
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.table.activated.connect(lambda: self.detail.edit(True))
        self.table.installEventFilter(self)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        QShortcut(
            QKeySequence(QKeySequence.StandardKey.Delete),
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
        self._found.setMinimumSize(320, 160)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(12)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._found)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 1)
        self.empty = NoSessions()
        self.empty.chosen.connect(lambda: self.start_requested.emit(None))
        self.empty.other_chosen.connect(lambda: self.action_requested.emit("import"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self.filters)
        self.body.addWidget(self._stack, 1)

    def _show_rows(self, rows: list[HistoryRow], is_empty: bool) -> None:
        context = self.context
        place = self.table.currentIndex().row()
        self.model.set_unit(context.preferences.unit)
        self.model.set_rows(rows)
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
        self._stack.setCurrentWidget(self.empty if is_empty else self._splitter)
        wanted, self._wanted = self._wanted, None
        if not (wanted and self.table.select_key(wanted)) and not self.table.selected_rows():
            self.table.selectRow(min(max(0, place), len(rows) - 1))
        self._show_chosen()
        self.loaded.emit()

    def _on_asked(self) -> None:
        self.reload()

    def _on_selection(self) -> None:
        self._settle.start()

    def _show_chosen(self) -> None:
        self._settle.stop()
        rows = self.table.selected_rows()
        if len(rows) != 1:
            self.detail.show_several(rows)
            return
        if self._unkept:
            return
        session_id, edits, services = rows[0].id, self._edits, self.context.services

        def work() -> tuple[WorkoutSession, tuple[Record, ...]]:
            session = services.history.get(session_id)
            return session, services.session.records_fallen(session)

        def show(found: tuple[WorkoutSession, tuple[Record, ...]]) -> None:
            chosen = self.table.selected_rows()
            is_current = len(chosen) == 1 and chosen[0].id == session_id
            # what was read before a later change was asked for is old
            if is_current and edits == self._edits:
                self.detail.show_session(*found)

        self.context.tasks.read(work, show)

    def _keep(self, label: str, before: WorkoutSession, after: WorkoutSession) -> None:
        """Store an edited session; undo stores it as it was."""
        self._edits += 1
        self._unkept += 1
        service = self.context.services.session

        def kept(_: Changed) -> None:
            self._unkept -= 1

        def failed(fault: Exception) -> None:
            self._unkept -= 1
            self.context.tasks.faulted.emit(fault)
            self._show_chosen()

        self.context.do(
            label,
            lambda: service.save(after),
            lambda: service.save(before),
            kept,
            failed,
        )

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

    def _delete(self, ids: tuple[UUID, ...], name: str) -> None:
        history = self.context.services.history
        label = f"delete {name}" if len(ids) == 1 else f"delete {len(ids)} sessions"
        self.context.do(label, lambda: history.delete(ids), lambda: history.restore(ids))

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


def _room(width: int) -> int:
    """Whether the chosen session stands below the table, beside it, or wide beside it."""
    return _LOW if width < _SIDES_FROM else _MIDDLE if width < _WIDE_FROM else _WIDE
