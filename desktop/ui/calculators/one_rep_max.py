"""What a set says of a one-rep max, and of every other rep max."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.analysis.one_rep_max import MOST_REPS, effective_reps, estimate
from desktop.domain.accounts import Effort, Formula
from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet
from desktop.domain.set_fields import Field, field_text, typed
from desktop.domain.weight import Unit, Weight, grams_text
from desktop.services.explain import working
from desktop.ui.calculators.fields import (
    TypedField,
    add_field,
    typed_reps,
    typed_weight,
    weight_in,
)
from desktop.ui.calculators.gear_line import GearLine
from desktop.ui.calculators.rep_max_table import RepMaxTable, rep_max_lines
from desktop.ui.context import Context
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.forms import make_form
from desktop.ui.widgets.texts import weight_text

_NAMES = {
    Formula.AUTO: "Automatic",
    Formula.OCONNER: "O\N{RIGHT SINGLE QUOTATION MARK}Conner",
}
_KEYED = {Field.RPE: "RP&E", Field.RIR: "R&IR"}
_KIND = ExerciseKind.WEIGHT_REPS
_ASK = "Type a weight and its reps to see what they say of one rep."


class OneRepMaxPage(QWidget):
    """A set, the one-rep max that it makes likely, and the rep maxes that follow."""

    def __init__(self, context: Context, gear: GearLine, begun: ExerciseSet) -> None:
        super().__init__()
        self._context, self._gear = context, gear
        unit = context.preferences.unit
        rir = context.preferences.effort is Effort.RIR
        self._asked = Field.RIR if rir else Field.RPE
        self.weight: TypedField[Weight] = TypedField(
            lambda text: typed_weight(text, context.preferences.unit),
            "Weight",
            weight_in(begun.weight, unit),
        )
        self.reps: TypedField[int] = TypedField(
            typed_reps, "Reps", field_text(Field.REPS, begun, _KIND, unit)
        )
        self.effort: TypedField[float] = TypedField(
            self._read_effort, self._asked.label, field_text(self._asked, begun, _KIND, unit)
        )
        self.effort.edit.setPlaceholderText("optional")
        self.formula = QComboBox()
        self.formula.addItems([_NAMES.get(one, one.value.capitalize()) for one in Formula])
        self.formula.setCurrentIndex(list(Formula).index(context.preferences.formula))
        self.title = muted_label("Estimated one-rep max")
        self.result = QLabel()
        self.result.setProperty("role", "big")
        self.working = muted_label(wraps=True)
        self.table = RepMaxTable()
        self.footnote = QLabel()
        self.footnote.setProperty("role", "caption")
        self.footnote.setWordWrap(True)
        self._lay_out()
        for field in (self.weight, self.reps, self.effort):
            field.changed.connect(self._show)
        self.formula.currentIndexChanged.connect(self._show)
        gear.changed.connect(self._show)
        context.profile_changed.connect(self._on_profile)
        self._on_profile()

    def _lay_out(self) -> None:
        form = make_form()
        add_field(form, "&Weight", self.weight)
        add_field(form, "&Reps", self.reps)
        add_field(form, _KEYED[self._asked], self.effort)
        add_field(form, "&Formula", self.formula)
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addLayout(form)
        side.addSpacing(16)
        side.addWidget(self.title)
        side.addWidget(self.result)
        side.addWidget(self.working)
        side.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.table)
        right.addWidget(self.footnote)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(side, 2)
        row.addLayout(right, 3)

    def _read_effort(self, text: str) -> float:
        one = typed(ExerciseSet(new_id()), self._asked, text, _KIND, Unit.KG)
        assert one.rpe is not None  # an empty field is not read
        return one.rpe

    def _on_profile(self) -> None:
        self.weight.edit.setPlaceholderText(f"in {self._context.preferences.unit}")
        self.weight.read()
        self._show()

    def _show(self) -> None:
        gym, bar, unit = self._gear.gym, self._gear.bar, self._context.preferences.unit
        formula = list(Formula)[self.formula.currentIndex()]
        e1rm = self._e1rm(formula)
        self.result.setText(weight_text(e1rm, unit))
        for label in (self.title, self.result):
            label.setVisible(e1rm is not None)
        self.working.setText(self._words(e1rm, formula))
        self.table.show_lines(rep_max_lines(e1rm, formula, unit, gym, bar), self.reps.value)
        if gym is not None:
            how = (
                f"on a bar of {bar.weight} with" if bar else "in steps of a pair of the lightest of"
            )
            self.footnote.setText(f"Loadable: the nearest {how} the plates of {gym.name}.")

    def _e1rm(self, formula: Formula) -> float | None:
        """The estimate in grams; None where the fields say nothing."""
        weight, reps = self.weight.value, self.reps.value
        if weight is None or reps is None or self.effort.message.text():
            return None
        return estimate(weight.exact_grams, reps, self.effort.value, formula)

    def _words(self, e1rm: float | None, formula: Formula) -> str:
        """How the estimate comes about, or what is missing for one."""
        weight, reps, rpe = self.weight.value, self.reps.value, self.effort.value
        if weight is None or reps is None:
            return _ASK
        effective = effective_reps(reps, rpe)
        if e1rm is None:
            if effective > MOST_REPS:
                return f"Above {MOST_REPS:g} reps, those in reserve counted, no formula says much."
            return _ASK
        unit = self._context.preferences.unit
        reserve = f"{reps} reps and {effective - reps:g} in reserve count as {effective:g}. "
        if effective <= 1:
            return "One rep is its own maximum."
        filled = working(grams_text(weight.exact_grams, unit, 2), effective, formula)
        return f"{reserve if rpe is not None else ''}{filled} = {weight_text(e1rm, unit)}"
