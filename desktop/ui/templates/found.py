"""The table of templates under its search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.templates import TemplateRow
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.templates.columns import columns, exercises_text
from desktop.ui.widgets.row_model import RowModel
from desktop.ui.widgets.table import Table


class FoundTemplates(QWidget):
    """Every template with the searched words in its name, category or exercises."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model: RowModel[TemplateRow] = RowModel(columns(context), lambda row: row.id, self)
        self.table = Table(self.model, "Templates")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search templates")
        self.search.setAccessibleName("Search templates by name, category or exercise")
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(320)
        self.search.addAction(icon("search", self), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._go_to_table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)

    @property
    def chosen(self) -> TemplateRow | None:
        """The template that is chosen, when it is just one."""
        rows: list[TemplateRow] = self.table.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def show_rows(self, rows: Sequence[TemplateRow]) -> None:
        """Show these, searched as before."""
        self.model.set_rows(rows)

    def choose_first(self) -> None:
        """Choose the first row, unless something is chosen."""
        if self.model.rows and not self.table.selected_rows():
            self.table.selectRow(0)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()

        def accepts(row: TemplateRow) -> bool:
            hay = f"{row.name} {row.category} {exercises_text(self._context, row)}".casefold()
            return all(word in hay for word in words)

        self.model.set_filter(accepts if words else None)
        self.choose_first()

    def _go_to_table(self) -> None:
        if self.model.rows:
            self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
