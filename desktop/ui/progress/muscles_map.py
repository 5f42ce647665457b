"""The body, coloured by the weekly sets of each muscle."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.domain.muscles import Muscle
from desktop.ui.progress.muscles_model import number
from desktop.ui.sizes import scaled
from desktop.ui.widgets.body_map import BodyMap, Swatch
from desktop.ui.widgets.card import Card, muted_label

_STEPS = 4  # of the legend, above nothing
_LEAST = 8.0  # sets that are the strongest colour, when there are few
_DRAWN = tuple(one for one in Muscle if one is not Muscle.CARDIO)
_STEP_KEYS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_HINT = "Point at a muscle, or walk with the arrow keys"


class MapCard(Card):
    """Front and back with a legend. muscle_chosen: one was clicked, or Enter pressed on it."""

    muscle_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Body map", parent=parent)
        self.note.setText("sets a week")
        self.sets: dict[Muscle, float] = {}
        self.map = MuscleMap()
        self.map.chosen.connect(self.muscle_chosen)
        self.map.pointed.connect(self._name)
        self.named = QLabel()
        self.named.setAlignment(Qt.AlignmentFlag.AlignCenter)
        scaled(self.named.setMinimumHeight, 20)
        self.legend = _Legend()
        self.body.addWidget(self.map, 1)
        self.body.addWidget(self.named)
        self.body.addWidget(self.legend)
        self._name(None)

    def show_sets(self, sets: Mapping[Muscle, float]) -> None:
        """Colour the muscles by their weekly sets."""
        self.sets = dict(sets)
        top = _top(max(sets.values(), default=0.0))
        self.legend.show_top(top)
        self.map.set_levels(
            {one: value / top for one, value in sets.items()},
            {one: f"{number(sets.get(one, 0.0))} sets a week" for one in _DRAWN},
        )
        self._name(self.map.pointed_at)

    def _name(self, muscle: Muscle | None) -> None:
        self.named.setText(self.map.text_of(muscle) if muscle else _HINT)
        self.named.setProperty("role", "" if muscle else "muted")
        self.named.style().polish(self.named)


class MuscleMap(BodyMap):
    """A body map that the arrow keys walk over, muscle by muscle."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scaled(self.setMinimumHeight, 150)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, step = self.pointed_at, _STEP_KEYS.get(Qt.Key(event.key()))
        if step is not None:
            place = _DRAWN.index(at) + step if at else 0
            self._walk_to(_DRAWN[place % len(_DRAWN)])
        elif at and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(at)
        elif at and event.key() == Qt.Key.Key_Escape:
            self.point_at(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        muscle = self.muscle_at(event.position())
        if muscle and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(muscle)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        tabbed = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in tabbed and self.pointed_at is None:
            self._walk_to(_DRAWN[0])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.point_at(None)

    def _walk_to(self, muscle: Muscle) -> None:
        self.point_at(muscle)
        self.setAccessibleDescription(self.text_of(muscle))
        told = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(told)


class _Legend(QWidget):
    """From nothing to the most, and how sets are counted."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addStretch(1)
        self._labels: list[QLabel] = []
        for step in range(_STEPS + 1):
            row.addWidget(Swatch(step / _STEPS))
            self._labels.append(muted_label())
            row.addWidget(self._labels[-1])
            row.addSpacing(5)
        row.addStretch(1)
        counted = "A set counts 1 for its primary muscles and 0.5 for its secondary ones."
        self.setToolTip(counted)
        self.setAccessibleName("Legend")
        self.setAccessibleDescription(counted)

    def show_top(self, top: float) -> None:
        for step, label in enumerate(self._labels):
            label.setText(number(top * step / _STEPS))


def _top(most: float) -> float:
    """What is drawn strongest: a number that the legend's steps divide."""
    return max(_LEAST, _STEPS * ceil(most / _STEPS))
