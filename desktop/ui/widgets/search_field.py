"""How every field that searches is dressed."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QToolButton

from desktop.ui.icons import icon


def dress_search(field: QLineEdit, can_clear: bool = True) -> None:
    """A glass in front of the words, a button behind them that takes them away."""
    field.addAction(icon("search", field), QLineEdit.ActionPosition.LeadingPosition)
    for glass in field.findChildren(QToolButton):
        glass.setAccessibleName("Search")
    field.setClearButtonEnabled(can_clear)
    for button in field.findChildren(QToolButton):
        if not button.accessibleName():
            button.setAccessibleName("Clear the search")
