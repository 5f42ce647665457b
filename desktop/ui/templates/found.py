"""The table of templates under its search and its categories."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.templates import TemplateRow
from desktop.ui.context import Context
from desktop.ui.sizes import scaled
from desktop.ui.templates.columns import SHARED, columns, exercises_text
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.row_model import RowModel
from desktop.ui.widgets.search_field import dress_search
from desktop.ui.widgets.table import Table

_SEARCH_WIDTH = 320
_CATEGORY_WIDTH = 170
# what the combo box holds besides names of categories
_ANY, _ARCHIVED = "any", "archived"


class FoundTemplates(QWidget):
    """Every template with the searched words in its name, category or exercises.

    changed: other ones are shown.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: tuple[TemplateRow, ...] = ()
        self.model: RowModel[TemplateRow] = RowModel(columns(context), lambda row: row.id, self)
        self.table = Table(self.model, "Templates")
        self.table.sort_by(0)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search templates")
        self.search.setAccessibleName("Search templates by name, category or exercise")
        dress_search(self.search)
        scaled(self.search.setMaximumWidth, _SEARCH_WIDTH)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._go_to_table)
        self.category = QComboBox()
        self.category.setAccessibleName("Only templates of a category")
        scaled(self.category.setMinimumWidth, _CATEGORY_WIDTH)
        self._offer(())
        self.category.currentIndexChanged.connect(self._filter)
        self.all = QPushButton("Show all templates")
        self.all.clicked.connect(self.show_all)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._make_nothing())
        self._lay_out()

    @property
    def chosen(self) -> TemplateRow | None:
        """The template that is chosen, when it is just one."""
        rows: list[TemplateRow] = self.table.selected_rows()
        return rows[0] if len(rows) == 1 else None

    @property
    def total(self) -> int:
        """How many templates there are, without the archived ones unless they are shown."""
        is_archive = self.category.currentData() == (_ARCHIVED, "")
        return sum(row.is_archived is is_archive for row in self._rows)

    def show_rows(self, rows: Sequence[TemplateRow]) -> None:
        """Show these, searched as before; what follows one that is gone is chosen for it."""
        place = self.table.currentIndex().row()
        self._rows = tuple(rows)
        self.table.show_column(SHARED, any(row.is_public or not row.is_own for row in rows))
        self.model.set_rows(rows)
        self._offer(rows)
        self._show_filtered()
        if self.model.rows and not self.table.selected_rows():
            self._choose_at(min(max(place, 0), len(self.model.rows) - 1))
        self.changed.emit()

    def show_all(self) -> None:
        """Search for nothing, in no category."""
        self.search.clear()
        self.category.setCurrentIndex(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, key: object) -> bool:
        """Choose a template, also where the search would not show it."""
        if self.model.place_of(key) < 0 and any(row.id == key for row in self._rows):
            self.show_all()
        return self.table.select_key(key)

    # building
    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.search, 2)
        line.addWidget(self.category)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(line)
        column.addWidget(self._stack, 1)

    def _make_nothing(self) -> QWidget:
        self._words = muted_label()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return page

    # filtering
    def _offer(self, rows: Sequence[TemplateRow]) -> None:
        """The categories there are, with the chosen one still chosen."""
        names = sorted({row.category for row in rows if row.category}, key=str.casefold)
        chosen = self.category.currentData() or (_ANY, "")
        with QSignalBlocker(self.category):
            self.category.clear()
            self.category.addItem("All categories", (_ANY, ""))
            for name in names:
                self.category.addItem(name, ("", name))
            self.category.insertSeparator(self.category.count())
            self.category.addItem("Archived", (_ARCHIVED, ""))
            places = range(self.category.count())
            place = next((n for n in places if self.category.itemData(n) == chosen), 0)
            self.category.setCurrentIndex(place)

    def _filter(self) -> None:
        self._show_filtered()
        if self.model.rows and not self.table.selected_rows():
            self._choose_at(0)
        self.changed.emit()

    def _show_filtered(self) -> None:
        words = self.search.text().casefold().split()
        what, category = self.category.currentData() or (_ANY, "")

        def accepts(row: TemplateRow) -> bool:
            hay = f"{row.name} {row.category} {exercises_text(self._context, row)}".casefold()
            return (
                row.is_archived is (what == _ARCHIVED)
                and (not category or row.category == category)
                and all(word in hay for word in words)
            )

        self.model.set_filter(accepts)
        is_archive = what == _ARCHIVED and not words
        self._words.setText(
            "No template is archived." if is_archive else "No template fits the search."
        )
        self._stack.setCurrentIndex(0 if self.model.rows else 1)

    def _go_to_table(self) -> None:
        if self.model.rows:
            self._choose_at(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_at(self, place: int) -> None:
        self.table.select_key(self.model.row(place).id)
