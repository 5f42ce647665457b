"""The warm-up sets before a working weight, with what goes on the bar for each."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.analysis.plates import load_bar
from desktop.analysis.warm_up import warm_up_sets
from desktop.domain.gear import Bar, Gym
from desktop.domain.session import ExerciseSet
from desktop.domain.weight import Weight
from desktop.ui.calculators.fields import TypedField, add_field, typed_weight, weight_in
from desktop.ui.calculators.gear_line import GearLine
from desktop.ui.calculators.ramp import RampEditor
from desktop.ui.context import Context
from desktop.ui.sizes import scaled
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.forms import make_form
from desktop.ui.widgets.plate_bar import PlateBar, load_text, plates_text
from desktop.ui.widgets.texts import set_text

_ASK = "Type the weight of your working sets to see what leads up to it."
_LIGHT = "Light enough to begin with: no warm-up sets."


class WarmUpPage(QWidget):
    """A working weight, the sets before it, and the steps that they follow."""

    def __init__(self, context: Context, gear: GearLine, weight: Weight | None) -> None:
        super().__init__()
        self._context, self._gear = context, gear
        self.weight: TypedField[Weight] = TypedField(
            lambda text: typed_weight(text, context.preferences.unit),
            "Working weight",
            weight_in(weight, context.preferences.unit),
        )
        self.ramp = RampEditor(context, self.weight.edit)
        self.lines: list[WarmUpLine] = []
        self.words = muted_label(wraps=True)
        self.sets = Card("Warm-up sets")
        self.sets.note.setText("plates for each side")
        self.sets.body.addWidget(self.words)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.sets.body.addLayout(self._column)
        self.sets.body.addStretch(1)
        form = make_form()
        add_field(form, "&Working weight", self.weight)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.sets, 1)
        scaled(self.ramp.setFixedWidth, 260)
        row.addWidget(self.ramp)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(form)
        column.addLayout(row, 1)
        self.weight.changed.connect(self._show)
        self.ramp.changed.connect(self._show)
        gear.changed.connect(self._show)
        context.profile_changed.connect(self._on_profile)
        self._on_profile()

    def _on_profile(self) -> None:
        self.weight.edit.setPlaceholderText(f"in {self._context.preferences.unit}")
        self.weight.read()
        self._show()

    def _show(self) -> None:
        gym, bar, work = self._gear.gym, self._gear.bar, self.weight.value
        sets: tuple[ExerciseSet, ...] = ()
        if gym is not None and work is not None:
            sets = warm_up_sets(work, self.ramp.ramp, bar, gym)
        while len(self.lines) < len(sets):
            self.lines.append(WarmUpLine())
            self._column.addWidget(self.lines[-1])
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(sets))
            if gym is not None and place < len(sets):
                line.show_set(place + 1, sets[place], bar, gym)
        self.words.setText(_ASK if work is None else _LIGHT)
        self.words.setVisible(not sets)


class WarmUpLine(QWidget):
    """One set: weight and reps, the plates in words, the bar."""

    def __init__(self) -> None:
        super().__init__()
        self.number = muted_label()
        scaled(self.number.setFixedWidth, 16)
        self.what = QLabel()
        self.plates = QLabel()
        self.plates.setProperty("role", "caption")
        self.plates.setWordWrap(True)
        self.drawing = PlateBar(is_half=True)
        scaled(self.drawing.setFixedHeight, 44)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.what)
        words.addWidget(self.plates)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.number)
        row.addLayout(words, 4)
        row.addWidget(self.drawing, 7)

    def show_set(self, place: int, one: ExerciseSet, bar: Bar | None, gym: Gym) -> None:
        """Show the set of that place, and how to load it."""
        assert one.weight is not None
        self.number.setText(str(place))
        self.what.setText(set_text(one, one.weight.unit))
        self.plates.setVisible(bar is not None)
        self.drawing.setVisible(bar is not None)
        if bar is not None:
            load = load_bar(one.weight, bar.weight, gym.plates)
            self.plates.setText(plates_text(load.per_side) or load_text(load, bar.weight))
            self.drawing.show_load(load, bar.weight, one.weight.unit)
