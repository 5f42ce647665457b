"""How training is counted and noted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from desktop.domain.accounts import Effort, Formula
from desktop.domain.errors import InvalidInputError
from desktop.domain.set_fields import parse_reps
from desktop.domain.weight import Unit
from desktop.ui.settings.fields import Choice, Field
from desktop.ui.settings.keeping import Settings
from desktop.ui.settings.section import Group, Section, Setting
from desktop.ui.widgets.texts import WEEKDAYS

_WIDTH = 300
_NUMBER_WIDTH = 120
_MOST_REPS = 30
_UNITS = ((Unit.KG, "Kilograms (kg)"), (Unit.LB, "Pounds (lb)"))
_FORMULAS = (
    (Formula.AUTO, "Automatic: Brzycki, from 10 reps Epley"),
    (Formula.EPLEY, "Epley"),
    (Formula.BRZYCKI, "Brzycki"),
    (Formula.LOMBARDI, "Lombardi"),
    (Formula.MAYHEW, "Mayhew"),
    (Formula.OCONNER, "O\N{RIGHT SINGLE QUOTATION MARK}Conner"),
    (Formula.WATHAN, "Wathan"),
    (Formula.LANDER, "Lander"),
)
_EFFORTS = (
    (Effort.OFF, "Not noted"),
    (Effort.RPE, "RPE (rate of perceived exertion)"),
    (Effort.RIR, "RIR (reps in reserve)"),
)
_DAYS = tuple(enumerate(WEEKDAYS))


class TrainingSection(Section):
    """Unit, effort, estimated one-rep max and week."""

    name = "training"
    title = "Training"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._shown: list[tuple[Choice, str]] = []
        self._checks: list[tuple[QCheckBox, str]] = []
        self.unit = self._choice(_UNITS, "unit", "change the unit of weights")
        self.effort = self._choice(_EFFORTS, "effort", "change how effort is noted")
        self.formula = self._choice(_FORMULAS, "formula", "change the e1RM formula")
        self.week = self._choice(_DAYS, "first_weekday", "change the start of the week")
        self.most_reps = Field(_read_most_reps, lambda reps: f"{reps} reps")
        self.most_reps.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.most_reps.take = partial(
            self._keep, "change the most reps of an estimate", "most_reps"
        )
        self.rpe = self._check("Count reps in &reserve into an estimate", "uses_rpe", "RPE counts")
        self.warm_ups = self._check("&Count warm-up sets", "counts_warm_ups", "warm-up sets count")
        sets = self.add_group(Group("Sets"))
        sets.add(
            Setting(
                "&Weights in",
                self.unit,
                "What a plain number means. Weights stay in the unit they were typed in.",
                width=_WIDTH,
            )
        )
        sets.add(
            Setting(
                "&Effort of a set",
                self.effort,
                "A column for how hard each set was. Both are kept as RPE; RIR is 10 minus RPE.",
                width=_WIDTH,
            )
        )
        self._add_figures()
        settings.preferences.changed.connect(self._show)
        self._show()

    def _add_figures(self) -> None:
        figures = self.add_group(Group("Figures"))
        figures.add(
            Setting(
                "Estimated &1RM by",
                self.formula,
                "Every estimate and its records are worked out anew.",
                "e1rm one-rep max formula",
                _WIDTH,
            )
        )
        figures.add(
            Setting(
                "Estimates up to",
                self.most_reps,
                "Sets with more reps give no estimate.",
                "most reps cut-off e1rm one-rep max",
                _NUMBER_WIDTH,
            )
        )
        figures.add(Setting("Weeks &start on", self.week, words="first day calendar", width=_WIDTH))
        for check, words in ((self.rpe, "rir e1rm estimate"), (self.warm_ups, "warm-up records")):
            figures.add(Setting("", check, words=f"{check.accessibleName()} {words}"))

    def _choice(self, options: Sequence[tuple[Any, str]], field: str, label: str) -> Choice:
        made = Choice(options)
        made.take = partial(self._keep, label, field)
        self._shown.append((made, field))
        return made

    def _check(self, words: str, field: str, what: str) -> QCheckBox:
        made = QCheckBox(words)
        made.setAccessibleName(words.replace("&", ""))
        made.toggled.connect(partial(self._keep, f"change how {what}", field))
        self._checks.append((made, field))
        return made

    def _keep(self, label: str, field: str, value: Any) -> None:
        self._settings.prefer(label, **{field: value})

    def _show(self) -> None:
        wanted = self._settings.wanted
        for choice, field in self._shown:
            choice.show_value(getattr(wanted, field))
        self.most_reps.show_value(wanted.most_reps)
        for check, field in self._checks:
            check.blockSignals(True)
            check.setChecked(getattr(wanted, field))
            check.blockSignals(False)


def _read_most_reps(text: str) -> int:
    reps = parse_reps(text.casefold().removesuffix("reps").strip())
    if not 1 <= reps <= _MOST_REPS:
        raise InvalidInputError(f"'{text}' is no number of reps.", f"Type 1 to {_MOST_REPS}.")
    return reps
