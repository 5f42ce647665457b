"""Sets for each week, stacked by groups of muscles or by single muscles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QSizePolicy, QWidget

from desktop.domain.muscles import MUSCLES_OF, MuscleGroup
from desktop.domain.training import WeeklySets
from desktop.ui.progress.exports import weekly_table
from desktop.ui.sizes import scaled
from desktop.ui.theme import LIGHT
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chart_export import ChartTable
from desktop.ui.widgets.texts import week_text
from desktop.ui.widgets.weekly_bars import SeriesLegend, WeeklyBars

Stack = list[tuple[str, Sequence[float]]]
_GROUPS, _MUSCLES = 0, 1
_ALL = "All muscles"
_OTHER = "Other muscles"
_MOST = len(LIGHT.series)  # more could not be told apart


class WeeklyCard(Card):
    """Stacked bars over all exercises. stack_changed: other groups or muscles are wanted."""

    stack_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Weekly sets", parent=parent)
        self._weekly = WeeklySets((), {}, {})
        self.chips = QButtonGroup(self)
        for place, (text, words) in enumerate(
            (("Groups", "Show groups of muscles"), ("Muscles", "Show single muscles"))
        ):
            made = Chip(text, words)
            self.chips.addButton(made, place)
            self.header.addWidget(made)
        self.chips.button(_GROUPS).setChecked(True)
        self.chips.idClicked.connect(self._on_changed)
        self.which = QComboBox()
        self.which.setAccessibleName("Muscles of")
        self.which.addItem(_ALL, None)
        for group in MuscleGroup:
            if len(MUSCLES_OF[group]) > 1:
                self.which.addItem(group.value, group)
        self.which.activated.connect(self._on_changed)
        self.which.hide()
        self.header.insertWidget(2, self.which)
        self.header.insertStretch(2)
        self.legend = SeriesLegend()
        self.bars = WeeklyBars("Weekly sets per muscle group")
        # a plot would rather be 480 high
        self.bars.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        scaled(self.bars.setMinimumHeight, 150)
        self.body.addWidget(self.legend)
        self.body.addWidget(self.bars, 1)

    @property
    def by_muscle(self) -> bool:
        """Single muscles are shown."""
        return self.chips.checkedId() == _MUSCLES

    @property
    def group(self) -> MuscleGroup | None:
        """The group whose muscles are shown, None for all."""
        found = self.which.currentData() if self.by_muscle else None
        return MuscleGroup(found) if found else None

    @property
    def choices(self) -> dict[str, object]:
        """What the user chose, to be kept."""
        return {"by_muscle": self.by_muscle, "group": self.which.currentData()}

    def recall(self, choices: Mapping[str, object]) -> None:
        """Choose what was kept, without telling."""
        self.chips.button(_MUSCLES if choices.get("by_muscle") else _GROUPS).setChecked(True)
        self.which.setCurrentIndex(max(0, self.which.findData(choices.get("group"))))
        self.which.setVisible(self.by_muscle)

    def chart_table(self) -> ChartTable:
        """The weeks in view."""
        what = "muscle" if self.by_muscle else "muscle group"
        return weekly_table(self._weekly.weeks, self._stack(), self.bars.span.days, what)

    def show_weeks(self, weekly: WeeklySets) -> None:
        """Draw them."""
        self._weekly = weekly
        stack = self._stack()
        self.legend.set_names([name for name, _ in stack])
        what = "muscle" if self.by_muscle else "muscle group"
        self.bars.setAccessibleName(f"Weekly sets per {what}")
        self.bars.set_weeks(weekly.weeks, stack, week_text)

    def _stack(self) -> Stack:
        if not self.by_muscle:
            return [(group.value, values) for group, values in self._weekly.groups.items()]
        done = self._weekly.sets
        if self.group is not None:
            return [(one.label, done[one]) for one in MUSCLES_OF[self.group] if one in done]
        ranked = sorted(done, key=lambda one: -sum(done[one]))
        if len(ranked) <= _MOST:
            return [(one.label, done[one]) for one in ranked]
        kept, rest = ranked[: _MOST - 1], ranked[_MOST - 1 :]
        other = [sum(values) for values in zip(*(done[one] for one in rest), strict=True)]
        return [*((one.label, done[one]) for one in kept), (_OTHER, other)]

    def _on_changed(self) -> None:
        self.which.setVisible(self.by_muscle)
        self.show_weeks(self._weekly)
        self.stack_changed.emit()
