"""What the page shows while there is no template."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.icons import icon
from desktop.ui.widgets.empty import EmptyState


class NoTemplates(EmptyState):
    """Says what templates are for. chosen: write the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "templates",
            "No templates yet",
            "Plan a workout once, then start it here with one click.",
            "New template",
            parent=parent,
        )
        self.button.setIcon(icon("plus", self.button))
