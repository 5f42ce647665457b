"""The exercise library: find an exercise, read how it is done, keep one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QSplitter, QStackedWidget, QWidget

from desktop.domain.changes import Kind
from desktop.domain.library import Exercise, LibraryRow
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.library.actions import ExerciseActions
from desktop.ui.library.detail import TRAIN, ExerciseDetail
from desktop.ui.library.filters import FilterBar
from desktop.ui.library.model import Criteria, LibraryModel
from desktop.ui.library.nothing import NothingFound
from desktop.ui.page import Page
from desktop.ui.shortcuts import sequence
from desktop.ui.sizes import px, scaled
from desktop.ui.widgets.settling import settling
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import count_text

_STANDS_FROM = 1240
_SETTLE_MS = 120


class LibraryPage(Page):
    """A table of exercises with the chosen one in full below it, or beside it on wide windows."""

    name = "library"
    title = "Exercise library"
    watches = frozenset({Kind.EXERCISES, Kind.SESSIONS, Kind.PROFILE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted: UUID | None = None
        # the chart is read when the choice stands still, not at every row that is passed
        self._settle = settling(self, _SETTLE_MS, self._show_current)
        self.exercise_actions = ExerciseActions(context, self)
        self.exercise_actions.kept.connect(self._want)
        self._make_header()
        self.filters = FilterBar()
        self.filters.changed.connect(self._on_criteria)
        self.filters.search.installEventFilter(self)
        self.body.addWidget(self.filters)
        self.model = LibraryModel(self)
        self.table = Table(self.model, "Exercises")
        # several can be dragged into the session at once
        self.table.setDragEnabled(True)
        self.table.setDragDropMode(Table.DragDropMode.DragOnly)
        self.table.sort_by(0)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.activated.connect(lambda: self._act("progress"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        QShortcut(
            sequence("library", "delete"),
            self.table,
            self._delete_chosen,
            context=Qt.ShortcutContext.WidgetShortcut,
        )
        self.nothing = NothingFound()
        self.nothing.clear_asked.connect(self.filters.clear)
        self.nothing.new_asked.connect(self._add_searched)
        self.detail = ExerciseDetail(context)
        self.detail.asked.connect(self._act)
        self._lay_out()

    def reload(self) -> None:
        library, user_id = self.context.services.library, self.context.user.id
        self.read_newest(lambda: library.rows(user_id), self._show_rows)

    def focus_search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def open_item(self, item_id: object) -> None:
        if not isinstance(item_id, UUID):
            return
        self._wanted = item_id
        if self.model.total:
            self._choose_wanted()

    def page_commands(self) -> Mapping[str, Callable[[str], object]]:
        return {"new": self.exercise_actions.add}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.KeyPress and pressed in keys and self.model.rows:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stands = self.width() >= px(_STANDS_FROM)
        side = Qt.Orientation.Horizontal if stands else Qt.Orientation.Vertical
        if self._splitter.orientation() != side or event.oldSize().width() < 0:
            self._splitter.setOrientation(side)
            self.detail.set_standing(stands)
            room = self.width() if stands else self.height()
            part = px(400 if stands else 276)
            self._splitter.setSizes([room - part, part])

    def _make_header(self) -> None:
        new = QPushButton("New exercise")
        new.setIcon(icon("plus", new))
        new.clicked.connect(lambda: self.exercise_actions.add(""))
        start = QPushButton("Start session")
        start.setProperty("role", "primary")
        start.setIcon(icon("play", start))
        start.clicked.connect(lambda: self.start_requested.emit(None))
        self.header.addWidget(new)
        self.header.addWidget(start)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        scaled(self._stack.setMinimumHeight, 160)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(12)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 1)
        self.body.addWidget(self._splitter, 1)
        self.detail.show_exercise(None)

    def _show_rows(self, rows: list[LibraryRow]) -> None:
        context = self.context
        place = self.table.currentIndex().row()
        self.model.set_library(rows, context.preferences.unit, context.today())
        self.filters.equipment.set_equipment(
            row.exercise.equipment for row in rows if not row.exercise.is_deleted
        )
        self._show_count()
        self._choose_wanted()
        if self.model.rows and not self.table.selected_rows():
            # what follows one that is gone
            self.table.selectRow(min(max(0, place), len(self.model.rows) - 1))
        self._show_current()
        self.loaded.emit()

    def _add_searched(self) -> None:
        self.exercise_actions.add(self.filters.search.text())

    def _want(self, exercise_id: UUID) -> None:
        self._wanted = exercise_id

    def _choose_wanted(self) -> None:
        """Choose the exercise that was asked for, whatever the filters say."""
        wanted, self._wanted = self._wanted, None
        if wanted is None or self.table.select_key(wanted):
            return
        known = self.context.exercises.get(wanted)
        if known is not None and known.is_deleted:
            self.context.notifier.said.emit(f"{known.name} is not in the library any more")
            return
        self.filters.clear()
        self.table.select_key(wanted)

    def _on_current(self) -> None:
        self._settle.start()

    def _on_criteria(self, criteria: Criteria) -> None:
        self.model.set_criteria(criteria)
        column, order = self.model.sorted_by or (-1, Qt.SortOrder.AscendingOrder)
        header = self.table.horizontalHeader()
        with QSignalBlocker(header):
            header.setSortIndicator(column, order)
        if self.model.rows:
            self.table.selectRow(0)
            self.table.scrollToTop()
        self._show_count()
        self._settle.start()

    def _show_count(self) -> None:
        shown, total = len(self.model.rows), self.model.total
        count = count_text(total, "exercise")
        self.subtitle.setText(count if shown == total else f"{shown:,} of {count}")
        self.nothing.show_search(self.filters.criteria.text)
        self._stack.setCurrentWidget(self.table if shown or not total else self.nothing)
        self.detail.setVisible(bool(shown))

    def _show_current(self) -> None:
        entry = self.table.current_row()
        self.detail.show_exercise(entry.exercise if entry else None)
        if entry is None:
            return
        context, exercise_id = self.context, entry.id
        context.tasks.read(
            lambda: context.services.progress.chart(context.user.id, exercise_id),
            lambda chart: self.detail.show_chart(chart, context.preferences.unit, context.today()),
        )

    def _show_menu(self, place: QPoint) -> None:
        entry = self.table.current_row()
        if entry is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, button in self.detail.buttons.items():
            if entry.exercise.is_custom or name in ("progress", "duplicate"):
                menu.addAction(button.icon(), button.text(), lambda what=name: self._act(what))
        menu.addSeparator()
        menu.addAction(icon("plus", self), "Add to a session", lambda: self._act(TRAIN))
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _delete_chosen(self) -> None:
        chosen = [entry.exercise for entry in self.table.selected_rows()]
        self.exercise_actions.delete([one for one in chosen if one.is_custom])

    def _act(self, what: str) -> None:
        entry = self.table.current_row()
        if entry is None:
            return
        exercise: Exercise = entry.exercise
        if what == "progress":
            self.open_requested.emit("progress", exercise.id)
        elif what == TRAIN:
            self.start_requested.emit(("exercise", exercise.id))
        elif what == "duplicate":
            self.exercise_actions.duplicate(exercise)
        elif what == "edit" and exercise.is_custom:
            self.exercise_actions.edit(exercise)
        elif what == "delete" and exercise.is_custom:
            self.exercise_actions.delete([exercise])
