"""What of the chosen exercise is charted, and how: the line above the chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from desktop.domain.progress import Grain, Measure
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.flow import FlowLayout

_MOST_REPS = 20
_USUAL_REPS = 5


class StrengthControls(QWidget):
    """The measure with its reps, the grain, and whether the trend is drawn.

    changed: another thing is to be charted; trend_changed: the trend comes or goes.
    """

    changed = Signal()
    trend_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[Measure, ...] = (Measure.E1RM,)
        self._wanted: Measure | None = None
        self.measures = QComboBox()
        self.measures.setAccessibleName("Measure")
        self.measures.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.measures.activated.connect(self._on_measure)
        self.reps = QSpinBox()
        self.reps.setRange(1, _MOST_REPS)
        self.reps.setValue(_USUAL_REPS)
        self.reps.setSuffix(" reps")
        self.reps.setAccessibleName("Reps")
        self.reps.valueChanged.connect(self.changed)
        self.grains = QComboBox()
        self.grains.setAccessibleName("One point for each")
        for grain in Grain:
            self.grains.addItem(f"By {grain.value}")
        self.grains.activated.connect(self.changed)
        self.trend = Chip("Trend", "Show the trend")
        self.trend.setChecked(True)
        self.trend.setToolTip("Show the trend, its band and the weeks ahead")
        self.trend.toggled.connect(self.trend_changed)
        self.note = muted_label()
        flow = FlowLayout(self, 8, 6)
        for control in (self.measures, self.reps, self.note, self.grains, self.trend):
            flow.addWidget(control)
        self.offer(self._offered)

    @property
    def measure(self) -> Measure:
        """The chosen measure."""
        return self._offered[max(0, self.measures.currentIndex())]

    @property
    def grain(self) -> Grain:
        """The chosen grain."""
        return tuple(Grain)[max(0, self.grains.currentIndex())]

    def offer(self, measures: Sequence[Measure]) -> None:
        """Offer these, and show the one that the user chose, or else the first."""
        if tuple(measures) != self._offered or not self.measures.count():
            self._offered = tuple(measures)
            self.measures.clear()
            self.measures.addItems([one.label for one in measures])
        wanted = self._wanted
        self.measures.setCurrentIndex(self._offered.index(wanted) if wanted in self._offered else 0)
        self.reps.setVisible(self.measure is Measure.BEST_AT_REPS)

    @property
    def choices(self) -> dict[str, object]:
        """What the user chose, to be kept."""
        return {
            "measure": self._wanted,
            "reps": self.reps.value(),
            "grain": self.grain,
            "trend": self.trend.isChecked(),
        }

    def recall(self, choices: Mapping[str, object]) -> None:
        """Choose what was kept, without telling; what is missing stays as it is."""
        blocked = [QSignalBlocker(one) for one in (self.reps, self.trend)]
        measures = {one.value: one for one in Measure}
        self._wanted = measures.get(str(choices.get("measure")), self._wanted)
        if isinstance(reps := choices.get("reps"), int):
            self.reps.setValue(reps)
        grains = [one.value for one in Grain]
        if (grain := choices.get("grain")) in grains:
            self.grains.setCurrentIndex(grains.index(str(grain)))
        self.trend.setChecked(bool(choices.get("trend", True)))
        del blocked

    def choose(self, measure: Measure) -> None:
        """Have one charted, wherever it is offered."""
        self._wanted = measure
        self.offer(self._offered)
        self.changed.emit()

    def _on_measure(self) -> None:
        self._wanted = self.measure
        self.reps.setVisible(self.measure is Measure.BEST_AT_REPS)
        self.changed.emit()
