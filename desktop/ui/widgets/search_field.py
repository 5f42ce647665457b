"""How every field that searches is dressed."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QToolButton

from desktop.ui.icons import icon


def dress_search(field: QLineEdit) -> None:
    """A glass in front of the words, a button behind them that takes them away."""
    field.setClearButtonEnabled(True)
    (clear,) = field.findChildren(QToolButton)
    clear.setAccessibleName("Clear the search")
    field.addAction(icon("search", field), QLineEdit.ActionPosition.LeadingPosition)
    for glass in set(field.findChildren(QToolButton)) - {clear}:
        glass.setAccessibleName("Search")
