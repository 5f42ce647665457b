"""How training is counted and noted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from desktop.domain.accounts import Effort, Formula
from desktop.domain.weight import Unit
from desktop.ui.settings.fields import Choice
from desktop.ui.settings.keeping import Settings
from desktop.ui.settings.section import Group, Section, Setting

_WIDTH = 300
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
_DAYS = tuple(enumerate("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()))


class TrainingSection(Section):
    """Unit, effort, estimated one-rep max and week."""

    name = "training"
    title = "Training"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._shown: list[tuple[Choice, str]] = []
        self.unit = self._choice(_UNITS, "unit", "change the unit of weights")
        self.effort = self._choice(_EFFORTS, "effort", "change how effort is noted")
        self.formula = self._choice(_FORMULAS, "formula", "change the e1RM formula")
        self.week = self._choice(_DAYS, "first_weekday", "change the start of the week")
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
        figures.add(Setting("Weeks &start on", self.week, words="first day calendar", width=_WIDTH))
        settings.preferences.changed.connect(self._show)
        self._show()

    def _choice(self, options: Sequence[tuple[Any, str]], field: str, label: str) -> Choice:
        made = Choice(options)
        made.take = partial(self._keep, label, field)
        self._shown.append((made, field))
        return made

    def _keep(self, label: str, field: str, value: Any) -> None:
        self._settings.prefer(label, **{field: value})

    def _show(self) -> None:
        for choice, field in self._shown:
            choice.show_value(getattr(self._settings.wanted, field))
