"""Personal records: what fell when, and what stands for each exercise."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
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
from desktop.domain.records import RecordsBook
from desktop.ui.context import Context
from desktop.ui.page import Page
from desktop.ui.records.model import (
    CHIPS,
    DATE_COLUMN,
    SET_COLUMN,
    Event,
    EventModel,
    event_columns,
    event_of,
)
from desktop.ui.records.side import SidePanel
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.empty import EmptyState
from desktop.ui.widgets.filter_line import FilterLine, chip
from desktop.ui.widgets.records import RecordDelegate
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import count_text

_SOME, _ROOMY, _WIDE = 800, 1000, 1200


class RecordsPage(Page):
    """A list of events beside the table of one exercise."""

    name = "records"
    title = "Records"
    watches = frozenset({Kind.SESSIONS, Kind.PROFILE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.open_button = QPushButton("Open session")
        self.open_button.setProperty("role", "primary")
        self.open_button.setEnabled(False)
        self.open_button.clicked.connect(self._open_current)
        self.filters = self._make_filters()
        self.search = self.filters.search
        self.header.addWidget(self.open_button)
        self.events = EventModel(event_columns(), _key, self)
        self.table = Table(self.events, "Records, newest first")
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.setItemDelegateForColumn(0, RecordDelegate(self.table))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.sort_by(DATE_COLUMN, Qt.SortOrder.DescendingOrder)
        self.table.activated.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.nothing = muted_label(wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.side = SidePanel(context)
        self.side.opened.connect(self._open_session)
        self.empty = EmptyState(
            "records",
            "No records yet",
            "Log a workout, or bring your history from another app: every best is found by itself.",
            "Start session",
            "Import history",
        )
        self.follow(self.empty)
        self._lay_out()

    def reload(self) -> None:
        """Ask for the whole book: it is worked out in one go."""
        context = self.context
        services, user_id = context.services, context.user.id

        def work() -> tuple[RecordsBook, list[Event]]:
            book = services.records.book(user_id)
            return book, [event_of(record, context) for record in book.events]

        context.tasks.read(work, self._show)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def open_item(self, item_id: object) -> None:
        """Show an exercise's records."""
        self.side.show_exercise(item_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_flat = self.width() < _ROOMY
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if is_flat else across)
        self.side.set_flat(is_flat)
        # the row's tip says what there is no room for
        has_room = self.width() >= _WIDE or _SOME <= self.width() < _ROOMY
        self.table.setColumnHidden(SET_COLUMN, not has_room)

    def _make_filters(self) -> FilterLine:
        filters = FilterLine("Search exercises", "Search records by exercise")
        filters.search.textChanged.connect(self._filter)
        self.chips = QButtonGroup(self)
        for number, text in enumerate(["All", *(name for name, _ in CHIPS)]):
            made = chip(text, f"Show records of kind: {text}")
            self.chips.addButton(made, number)
            filters.chip_line.addWidget(made)
        self.chips.button(0).setChecked(True)
        self.chips.idClicked.connect(self._filter)
        return filters

    def _lay_out(self) -> None:
        lists = QVBoxLayout()
        lists.addWidget(self.table, 1)
        lists.addWidget(self.nothing)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        self._row.addLayout(lists, 1)
        self._row.addWidget(self.side)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.filters)
        column.addLayout(self._row, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())  # nothing is claimed until the data is there
        self._stack.addWidget(content)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self._stack, 1)

    def _show(self, found: tuple[RecordsBook, list[Event]]) -> None:
        book, events = found
        self.events.set_rows(events)
        names = {one: self.context.exercise_name(one) for one in book.exercises}
        choices = sorted(names.items(), key=lambda choice: choice[1].casefold())
        self.side.set_book(book.exercises, choices)
        kinds = {record.kind for record in book.events}
        for number, (_, group) in enumerate(CHIPS, 1):
            self.chips.button(number).setVisible(bool(group & kinds))
        self._stack.setCurrentIndex(1 if book.exercises else 2)
        self.open_button.setVisible(bool(book.exercises))
        self._filter()
        if not self.table.currentIndex().isValid() and self.events.rows:
            self.table.selectRow(0)
        self.loaded.emit()

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        number = self.chips.checkedId()
        kinds = CHIPS[number - 1][1] if number > 0 else None

        def accepts(event: Event) -> bool:
            return (kinds is None or event.record.kind in kinds) and all(
                word in event.haystack for word in words
            )

        self.events.set_filter(accepts if words or kinds else None)
        shown, total = len(self.events.rows), self.events.total
        narrowed = f"{shown:,} of " if shown != total else ""
        self.subtitle.setText(narrowed + count_text(total, "record") if total else "")
        self.table.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.nothing.setText(
            "No record matches."
            if total
            else "The first time sets the baseline. Beat it, and the record is listed here."
        )
        self._on_current()

    def _on_current(self) -> None:
        event = self.table.current_row()
        self.open_button.setEnabled(event is not None)
        if event is not None:
            self.side.show_exercise(event.record.exercise_id)

    def _open(self, index: QModelIndex) -> None:
        self._open_session(self.events.row(index.row()).record.session_id)

    def _open_current(self) -> None:
        if event := self.table.current_row():
            self._open_session(event.record.session_id)

    def _open_session(self, session_id: object) -> None:
        self.open_requested.emit("session", session_id)


def _key(event: Event) -> object:
    record = event.record
    return record.kind, record.exercise_id, record.session_id
