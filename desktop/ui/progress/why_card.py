"""Where the best number comes from, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.domain.progress import Why
from desktop.domain.records import ExerciseRecords, Record
from desktop.ui.context import Context
from desktop.ui.progress.metrics import Metric
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.records import value_text
from desktop.ui.widgets.texts import day_text


class WhyCard(Card):
    """'Why 117 kg?' for the best that stands in the charted number."""

    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Why?", parent=parent)
        self._context = context
        self._record: Record | None = None
        self.text = muted_label(wraps=True)
        self.button = QPushButton("Open session")
        self.button.setProperty("role", "flat")
        self.button.clicked.connect(self._open)
        self.header.addWidget(self.button)
        self.body.addWidget(self.text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_best(self, records: ExerciseRecords, metric: Metric) -> None:
        """Explain the metric's best; hide when there is none."""
        found = [one for one in records.bests if one.kind in metric.shown]
        self._record = found[0] if found else None
        self.setVisible(bool(found))
        if not found:
            return
        record = found[0]
        exercise = self._context.exercises.get(record.exercise_id)
        value = value_text(record.kind, record.value, self._context.preferences.unit, exercise)
        self.heading.setText(f"Why {value}?")
        self.setAccessibleName(f"Why {value}?")
        self.text.setText("")
        services, user_id = self._context.services, self._context.user.id
        self._context.tasks.read(
            lambda: services.records.why(user_id, record),
            lambda why: self._explain(record, why),
        )

    def _explain(self, record: Record, why: Why) -> None:
        # another exercise may have been chosen meanwhile
        if record is self._record:
            self.text.setText("\n".join((*why.lines, f"Done on {day_text(record.day)}.")))

    def _open(self) -> None:
        if self._record is not None:
            self.opened.emit(self._record.session_id)
