"""The card with the table of muscles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.muscles import MuscleGroup
from desktop.domain.training import Landmark, usual_landmarks
from desktop.ui.context import Context
from desktop.ui.progress.muscles_model import (
    BAND,
    LOW,
    AmountDelegate,
    AmountModel,
    amount_columns,
)
from desktop.ui.progress.muscles_weeks import Amount
from desktop.ui.sizes import scaled
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.table import Table

Landmarks = Mapping[MuscleGroup, Landmark]


class MusclesCard(Card):
    """Sets a week of each group or muscle beside its landmarks, which are typed in place."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Sets a week", flush=True, parent=parent)
        self._context = context
        self._landmarks: Landmarks = usual_landmarks()
        self.rows = AmountModel(amount_columns(), lambda one: one.key, self)
        self.rows.typed.connect(self._save_one)
        self.table = AmountTable(self.rows, "Weekly sets of each muscle beside its landmarks")
        self.reset = QPushButton("Usual landmarks")
        self.reset.setProperty("role", "flat")
        self.reset.setToolTip("Back to 10 and 20 weekly sets for every group")
        self.reset.clicked.connect(self._reset)
        self.header.addWidget(self.reset)
        self.body.addWidget(self.table, 1)

    def show_amounts(self, amounts: Sequence[Amount], landmarks: Landmarks) -> None:
        """Show these; landmarks: of all groups, as they are kept."""
        self._landmarks = dict(landmarks)
        self.reset.setVisible(self._landmarks != usual_landmarks())
        self.rows.set_rows(amounts)

    def _save_one(self, group: MuscleGroup, landmark: Landmark) -> None:
        self._save(f"change the landmarks of {group}", {**self._landmarks, group: landmark})

    def _reset(self) -> None:
        self._save("go back to the usual landmarks", usual_landmarks())

    def _save(self, label: str, wanted: Landmarks) -> None:
        services, user_id, before = self._context.services, self._context.user.id, self._landmarks
        self._context.do(
            label,
            lambda: services.progress.save_landmarks(user_id, wanted),
            lambda: services.progress.save_landmarks(user_id, before),
        )


class AmountTable(Table):
    """F2 types the landmarks of the current row, wherever the cursor is in it."""

    def __init__(self, model: AmountModel, name: str) -> None:
        super().__init__(model, name)
        triggers = Table.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(AmountDelegate(self))
        scaled(self.setMinimumHeight, 150)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_F2 and current.isValid() and current.column() <= BAND:
            self.setCurrentIndex(current.siblingAtColumn(LOW))
        super().keyPressEvent(event)
