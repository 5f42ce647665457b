"""The ramp that warm-up sets are made by."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QPushButton

from desktop.domain.accounts import DEFAULT_RAMP, WarmUpStep
from desktop.domain.errors import InvalidInputError
from desktop.domain.set_fields import parse_reps
from desktop.domain.weight import Unit, decimal_of, plain_number
from desktop.ui.icons import icon
from desktop.ui.settings.fields import Field
from desktop.ui.settings.keeping import Settings
from desktop.ui.settings.line import Column, Row
from desktop.ui.settings.lines import Lines
from desktop.ui.settings.section import Group, Section
from desktop.ui.widgets.card import muted_label

_BAR = "empty bar"
_EXAMPLE = {Unit.KG: 100, Unit.LB: 225}
_CHANGE = "change the warm-up"
Ramp = tuple[WarmUpStep, ...]


class WarmUpSection(Section):
    """Steps of percent and reps, lightest first."""

    name = "warm_up"
    title = "Warm-up"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.lines = Lines(
            (
                Column("Of the working weight", lambda: Field(read_percent, percent_text), 150),
                Column("Reps", lambda: Field(_read_reps), 64, True),
            ),
            self._edit,
            "Add a step",
        )
        self.reset = QPushButton("Back to the usual")
        self.reset.setIcon(icon("undo", self.reset))
        self.example = muted_label(wraps=True)
        group = self.add_group(Group("Warm-up sets", "ramp steps percent reps empty bar"))
        group.header.addWidget(self.reset)
        told = "The steps before the first working set. Weights are rounded to what can be loaded."
        group.add_block(muted_label(told, wraps=True))
        group.add_block(self.lines)
        group.add_block(self.example)
        self.lines.add.clicked.connect(self._add)
        self.lines.removed.connect(self._remove)
        self.reset.clicked.connect(
            lambda: self._keep(DEFAULT_RAMP, "set the warm-up back to the usual")
        )
        settings.preferences.changed.connect(self._show)
        self._show()

    @property
    def _ramp(self) -> Ramp:
        return self._settings.wanted.warm_up_ramp

    def _edit(self, place: int, number: int, value: Any) -> None:
        ramp = list(self._ramp)
        field = ("percent", "reps")[number]
        step = ramp[place] = replace(ramp[place], **{field: value})
        fresh = _in_order(ramp)
        self._keep(fresh)
        self.lines.follow(place, _place(fresh, step))

    def _add(self) -> None:
        last = self._ramp[-1].percent if self._ramp else 30
        step = WarmUpStep(min(last + 10, 90.0) if last < 90 else last, 1)
        fresh = _in_order([*self._ramp, step])
        self._keep(fresh, "add a warm-up step")
        self.lines.edit(len(fresh) - 1)

    def _remove(self, place: int) -> None:
        self._keep((*self._ramp[:place], *self._ramp[place + 1 :]), "remove a warm-up step")

    def _keep(self, ramp: Ramp, label: str = _CHANGE) -> None:
        self._settings.prefer(label, warm_up_ramp=ramp)

    def _show(self) -> None:
        unit = self._settings.wanted.unit
        weight = _EXAMPLE[unit]
        rows = []
        for number, step in enumerate(self._ramp, 1):
            rows.append(Row(f"step {number}", (step.percent, step.reps)))
        self.lines.show_rows(rows)
        self.reset.setEnabled(self._ramp != DEFAULT_RAMP)
        self.example.setText(example_text(self._ramp, weight, unit))


def example_text(ramp: Ramp, weight: int, unit: Unit) -> str:
    """'For 100 kg: bar × 10, 40 × 5, 60 × 3, 80 × 2'."""
    if not ramp:
        return "Without steps there are no warm-up sets."
    steps = []
    for step in ramp:
        share = Decimal(str(step.percent)) * weight / 100
        load = plain_number(share.quantize(Decimal("0.1"))) if step.percent else "bar"
        steps.append(f"{load} \N{MULTIPLICATION SIGN} {step.reps}")
    return f"For {weight} {unit}: {', '.join(steps)}"


def read_percent(text: str) -> float:
    """A share in '40', '40 %' or 'bar' (0). Raises InvalidInputError."""
    plain = text.casefold().removesuffix("%").strip()
    if plain in ("bar", _BAR):
        return 0.0
    percent = decimal_of(plain)
    if not 0 <= percent <= 100:
        raise InvalidInputError(f"'{text}' is no share.", "Type 0 (the empty bar) to 100 percent.")
    return float(percent)


def percent_text(percent: float) -> str:
    """'40 %', 'empty bar' for none."""
    return f"{plain_number(Decimal(str(percent)))} %" if percent else _BAR


def _read_reps(text: str) -> int:
    reps = parse_reps(text)
    if not 1 <= reps <= 100:
        raise InvalidInputError(f"'{text}' is no number of reps.", "Type 1 to 100.")
    return reps


def _in_order(steps: list[WarmUpStep]) -> Ramp:
    return tuple(sorted(steps, key=lambda step: step.percent))


def _place(ramp: Ramp, step: WarmUpStep) -> int:
    return next(place for place, one in enumerate(ramp) if one is step)
