"""The template whose turn it is, ready to be started."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.domain.templates import TemplateRow
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.texts import ago_text

_NAMED = 4


class NextTemplateCard(Card):
    """start_chosen carries the template's id; plan_chosen: there is none yet, make one."""

    start_chosen = Signal(object)
    plan_chosen = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Next template", parent=parent)
        self._context = context
        self._template_id: UUID | None = None
        self.name = QLabel()
        self.name.setProperty("role", "heading")
        self.name.setWordWrap(True)
        self.exercises = muted_label(wraps=True)
        self.button = QPushButton()
        self.button.clicked.connect(self._on_clicked)
        self.header.addWidget(self.button)
        self.body.setSpacing(4)
        self.body.addWidget(self.name)
        self.body.addWidget(self.exercises)
        self.body.addStretch(1)

    def show_template(self, template: TemplateRow | None) -> None:
        """Show the template, or what to do when there is none."""
        self._template_id = template.id if template else None
        if template is None:
            self.note.clear()
            self.name.setText("Nothing planned yet")
            self.exercises.setText("A template keeps exercises, sets and targets for next time.")
            self.button.setText("Plan a template")
            self.button.setIcon(icon("plus", self.button))
            self.button.setAccessibleName("Plan a template")
            return
        used = template.last_used
        last = f"last done {ago_text(used, self._context.today())}" if used else "not done yet"
        self.note.setText(last)
        self.name.setText(template.name)
        names = [self._context.exercise_name(one) for one in template.exercise_ids]
        more = len(names) - _NAMED
        listed = " \u00b7 ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        self.exercises.setText(listed or "No exercises yet")
        self.button.setText("Start")
        self.button.setIcon(icon("play", self.button))
        self.button.setAccessibleName(f"Start {template.name}")

    def _on_clicked(self) -> None:
        if self._template_id is None:
            self.plan_chosen.emit()
        else:
            self.start_chosen.emit(self._template_id)
