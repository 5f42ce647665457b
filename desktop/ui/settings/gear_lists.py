"""The bars and the plates of a gym, each a list that is edited in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desktop.domain.gear import Gym, Plates
from desktop.domain.set_fields import parse_weight
from desktop.domain.weight import Unit, Weight
from desktop.ui.settings import gear_edits
from desktop.ui.settings.fields import Field
from desktop.ui.settings.line import Column, Row
from desktop.ui.settings.lines import Lines
from desktop.ui.settings.section import Group

_WEIGHT_WIDTH = 92
Keep = Callable[[str, Gym], None]


class _GymList(Group):
    """What both lists share: the gym that they are of. keep(label, gym) takes its changes."""

    def __init__(self, title: str, words: str, keep: Keep) -> None:
        super().__init__(title, words)
        self._gym = Gym("", (), ())
        self._unit = Unit.KG
        self._keep = keep
        self.lines = self._make_lines()
        self._entry = self.add_block(self.lines)
        self.body.addStretch(1)
        self.lines.add.clicked.connect(self._add)
        self.lines.removed.connect(self._remove)

    def show_gym(self, gym: Gym, unit: Unit, anew: bool) -> None:
        """Show a gym's; unit: what a plain number means; anew: another gym than before."""
        self._gym, self._unit = gym, unit
        rows = self._rows()
        self._entry.words = " ".join(row.name for row in rows)
        self.lines.show_rows(rows, anew)

    def _read_weight(self, text: str) -> Weight:
        return parse_weight(text, self._unit)

    def _weight_field(self) -> Field:
        field = Field(self._read_weight)
        field.setToolTip("Like 20, 20 kg or 45 lb")
        return field

    def _make_lines(self) -> Lines:
        raise NotImplementedError

    def _rows(self) -> list[Row]:
        raise NotImplementedError

    def _add(self) -> None:
        raise NotImplementedError

    def _remove(self, place: int) -> None:
        raise NotImplementedError


class BarList(_GymList):
    """Name and weight of each bar; the first one is the one to begin with."""

    def __init__(self, keep: Keep) -> None:
        super().__init__("Bars", "barbell handle weight", keep)
        self.note.setText("The first one is the usual one")
        self.lines.lifted.connect(self._lift)

    def _make_lines(self) -> Lines:
        columns = (
            Column("Name", lambda: Field(str)),
            Column("Weight", self._weight_field, _WEIGHT_WIDTH, True),
        )
        return Lines(columns, self._edit, "Add a bar", least=1, can_lift=True)

    def _rows(self) -> list[Row]:
        return [Row(bar.name, (bar.name, bar.weight)) for bar in self._gym.bars]

    def _edit(self, place: int, number: int, value: Any) -> None:
        before = self._gym.bars[place]
        bar = replace(before, name=value) if number == 0 else replace(before, weight=value)
        self._keep(f"change {before.name}", gear_edits.with_bar(self._gym, place, bar))

    def _add(self) -> None:
        self._keep("add a bar", gear_edits.with_new_bar(self._gym, self._unit))
        self.lines.edit(len(self._gym.bars) - 1)

    def _remove(self, place: int) -> None:
        name = self._gym.bars[place].name
        self._keep(f"remove {name}", gear_edits.without_bar(self._gym, place))

    def _lift(self, place: int) -> None:
        name = self._gym.bars[place].name
        self._keep(f"move {name}", gear_edits.with_bar_up(self._gym, place))


class PlateList(_GymList):
    """Weight and pairs of each kind of plates, heaviest first."""

    def __init__(self, keep: Keep) -> None:
        super().__init__("Plates", "discs weight pairs enough", keep)

    def _make_lines(self) -> Lines:
        columns = (
            Column("Weight", self._weight_field, _WEIGHT_WIDTH, True),
            Column("Pairs", self._pairs_field, 80, True),
        )
        return Lines(columns, self._edit, "Add plates")

    def _pairs_field(self) -> Field:
        field = Field(gear_edits.read_pairs, gear_edits.pairs_text)
        field.setToolTip("How many for each side, or enough")
        return field

    def _rows(self) -> list[Row]:
        return [Row(f"{one.weight} plates", (one.weight, one.pairs)) for one in self._gym.plates]

    def _edit(self, place: int, number: int, value: Any) -> None:
        before = self._gym.plates[place]
        field = ("weight", "pairs")[number]
        plates: Plates = replace(before, **{field: value})
        gym = gear_edits.with_plates(self._gym, place, plates)
        self._keep(f"change the plates of {before.weight}", gym)
        self.lines.follow(place, gym.plates.index(plates))

    def _add(self) -> None:
        gym, place = gear_edits.with_new_plates(self._gym, self._unit)
        self._keep("add plates", gym)
        self.lines.edit(place)

    def _remove(self, place: int) -> None:
        weight = self._gym.plates[place].weight
        self._keep(f"remove the plates of {weight}", gear_edits.without_plates(self._gym, place))
