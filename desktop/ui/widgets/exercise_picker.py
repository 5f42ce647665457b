"""Choosing an exercise: search as you type, what is done often and lately on top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.exercise_search import Choice, choices_of, search
from desktop.domain.library import LibraryRow
from desktop.ui.context import Context
from desktop.ui.sizes import px
from desktop.ui.theme import Colors
from desktop.ui.widgets.delegate import RowDelegate, draw_text
from desktop.ui.widgets.search_field import dress_search
from desktop.ui.widgets.texts import ago_text, count_text

_Index = QModelIndex | QPersistentModelIndex
DETAIL = int(Qt.ItemDataRole.UserRole)
_ID = DETAIL + 2
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ChoiceModel(QAbstractListModel):
    """The exercises that were found: their names, and a detail of each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []
        self._texts: list[tuple[str, str]] = []

    def show_choices(self, choices: Sequence[Choice], detail: Callable[[Choice], str]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._choices = list(choices)
        self._texts = [(choice.row.exercise.name, detail(choice)) for choice in self._choices]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.row()][0]
        if role == DETAIL:
            return self._texts[index.row()][1]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._texts[index.row()])
        if role == _ID:
            return self._choices[index.row()].row.exercise.id
        return None


class ChoiceDelegate(RowDelegate):
    """Draws the name on the left and the muted detail on the right."""

    def paint_content(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: _Index,
        shown: Colors,
    ) -> None:
        name, detail = str(index.data()), str(index.data(DETAIL))
        painter.setFont(option.font)
        room = rect.width() - painter.fontMetrics().horizontalAdvance(name) - 16
        painter.setPen(shown.text)
        draw_text(painter, rect, name, None)
        if room > px(60):
            painter.setPen(shown.muted)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            draw_text(painter, rect.adjusted(rect.width() - room, 0, 0, 0), detail, right)


class ExercisePicker(QFrame):
    """A search field over a list. picked carries the exercise's id; cancelled: Escape or Close."""

    picked = Signal(object)
    cancelled = Signal()
    loaded = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._choices: list[Choice] = []
        self.setAccessibleName("Choose an exercise")
        self.search = SearchLine(self)
        self.search.textChanged.connect(self._filter)
        self.search.list_key.connect(self._steer)
        self.search.returnPressed.connect(self._pick_current)
        self.search.escaped.connect(self.cancelled)
        self.close_button = QPushButton("Close")
        self.close_button.clicked.connect(self.cancelled)
        self.model = ChoiceModel(self)
        self.list = QListView()
        self.list.setAccessibleName("Exercises found")
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._pick)
        self.list.activated.connect(self._pick)
        self.found = QLabel()
        self.found.setProperty("role", "caption")
        self.found.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.search, 1)
        line.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.list, 1)
        column.addWidget(self.found)

    def open(self) -> None:
        """Show what there is now, with an empty search that has the focus."""
        self.search.clear()
        self.show()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        library, user_id = self.context.services.library, self.context.user.id
        today = self.context.today()
        self.context.tasks.read(lambda: choices_of(library.rows(user_id), today), self._take)

    def say_added(self, name: str) -> None:
        """Stay open for the next one, and say that this one was added."""
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.found.setText(f"{name} added")

    # what another kind of picker offers in its own way
    def offered(self, choices: list[Choice], text: str) -> list[Choice]:
        """What is shown for that search. choices: all, the most used first."""
        return search(choices, text)

    def detail(self, choice: Choice) -> str:
        """What is said of an exercise beside its name."""
        return _detail(choice.row, self.context.today())

    def words(self, count: int, text: str) -> str:
        """What is said of so many found for that search."""
        return count_text(count, "exercise") + " \u00b7 Enter adds the marked one"

    def _take(self, choices: list[Choice]) -> None:
        self._choices = choices
        self._filter()
        self.loaded.emit()

    def _filter(self) -> None:
        text = self.search.text()
        found = self.offered(self._choices, text)
        self.model.show_choices(found, self.detail)
        if found:
            self.list.setCurrentIndex(self.model.index(0))
            self.found.setText(self.words(len(found), text))
        elif self._choices:
            self.found.setText("No exercise has these words. New ones are made in the library.")

    def _steer(self, event: QKeyEvent) -> None:
        self.list.keyPressEvent(event)

    def _pick_current(self) -> None:
        self._pick(self.list.currentIndex())

    def _pick(self, index: _Index) -> None:
        if index.isValid():
            self.picked.emit(index.data(_ID))


class SearchLine(QLineEdit):
    """A search field that leaves the list's keys to the list."""

    list_key = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Search exercises")
        self.setAccessibleName("Search exercises by name")
        dress_search(self)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            # Escape leaves the search, not the page around it
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LIST_KEYS:
            self.list_key.emit(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _detail(row: LibraryRow, today: date) -> str:
    if row.last_done is not None:
        return ago_text(row.last_done, today)
    primary = row.exercise.primary
    return primary[0].label if primary else row.exercise.kind.label
