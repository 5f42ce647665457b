"""The gyms, and the bars and plates of the one that is shown."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.domain.gear import Gear, Gym
from desktop.ui.icons import icon
from desktop.ui.settings import gear_edits
from desktop.ui.settings.fields import Choice, Field
from desktop.ui.settings.gear_lists import BarList, PlateList
from desktop.ui.settings.keeping import Settings
from desktop.ui.settings.section import Group, Section, Setting
from desktop.ui.settings.side_by_side import SideBySide

_WIDTH = 300


class GearSection(Section):
    """One gym at a time, by default the one where the lifter trains."""

    name = "gear"
    title = "Bars and plates"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._place: int | None = None
        self._count = 0
        self.gym = Choice(())
        self.gym.take = self._go_to
        self.gym_name = Field(str)
        self.gym_name.take = self._rename
        self.add = QPushButton("Add a gym")
        self.here = QPushButton("Train here")
        self.remove = QPushButton("Remove")
        self.add.setIcon(icon("plus", self.add))
        self.remove.setIcon(icon("trash", self.remove))
        self.bars = BarList(self._keep_gym)
        self.plates = PlateList(self._keep_gym)
        self._lay_out()
        self.add.clicked.connect(self._add)
        self.here.clicked.connect(self._train_here)
        self.remove.clicked.connect(self._remove)
        settings.gear.changed.connect(self._show)
        settings.preferences.changed.connect(self._show)
        self._show()
        settings.gear.load()

    def _lay_out(self) -> None:
        gyms = self.add_group(Group("Gym", "place location"))
        gyms.header.addWidget(self.add)
        self._chooser = Setting("&Gym shown", self.gym, words="home add remove", width=_WIDTH)
        gyms.add(self._chooser)
        gyms.add(Setting("Na&me", self.gym_name, words="rename", width=_WIDTH))
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.here)
        row.addWidget(self.remove)
        gyms.add_block(buttons, "train here current remove")
        both = SideBySide()
        for group, share in ((self.bars, 4), (self.plates, 3)):
            both.add(group, share)
            self.add_group(group, is_placed=True)
        self.column.addWidget(both)

    def _show(self, anew: bool = False) -> None:
        gear = self._settings.gear.value
        self.setEnabled(gear is not None)
        if gear is None:
            return
        # after an undo another gym may stand in this place
        anew = anew or len(gear.gyms) != self._count
        self._count = len(gear.gyms)
        if self._place is None:
            self._place = gear.gyms.index(gear.gym)
        self._place = min(self._place, self._count - 1)
        gym = gear.gyms[self._place]
        names = [one.name + " (you train here)" * (one is gear.gym) for one in gear.gyms]
        self.gym.offer(list(enumerate(names)))
        self.gym.show_value(self._place)
        self._chooser.words = f"gym shown home add remove {' '.join(names)}"
        self.gym_name.show_value(gym.name, anew)
        self._say_actions(gym, is_here=gym is gear.gym)
        unit = self._settings.wanted.unit
        self.bars.show_gym(gym, unit, anew)
        self.plates.show_gym(gym, unit, anew)

    def _say_actions(self, gym: Gym, is_here: bool) -> None:
        self.here.setEnabled(not is_here)
        self.here.setText("You train here" if is_here else "Train here")
        self.here.setAccessibleName(f"{self.here.text()}: {gym.name}")
        can_go = self._count > 1
        self.remove.setEnabled(can_go)
        self.remove.setAccessibleName(f"Remove {gym.name}")
        self.remove.setToolTip(
            f"Remove {gym.name} with its bars and plates" if can_go else "The last gym stays"
        )

    def _go_to(self, place: int) -> None:
        self._place = place
        self._show(anew=True)

    def _now(self) -> tuple[Gear, int]:
        """The gear and the place of the shown gym; before there is one, no control is enabled."""
        gear = self._settings.gear.value
        assert gear is not None
        assert self._place is not None
        return gear, self._place

    def _rename(self, name: str) -> None:
        gear, place = self._now()
        before = gear.gyms[place]
        after = gear_edits.with_gym(gear, place, replace(before, name=name))
        self._settings.equip(f"rename {before.name}", gear, after)

    def _keep_gym(self, label: str, gym: Gym) -> None:
        gear, place = self._now()
        self._settings.equip(label, gear, gear_edits.with_gym(gear, place, gym))

    def _add(self) -> None:
        gear, _ = self._now()
        self._place = len(gear.gyms)
        unit = self._settings.wanted.unit
        self._settings.equip("add a gym", gear, gear_edits.with_new_gym(gear, unit))
        self.gym_name.edit()

    def _train_here(self) -> None:
        gear, place = self._now()
        name = gear.gyms[place].name
        self._settings.equip(f"train at {name}", gear, gear.at(name))
        self.gym.setFocus()  # the button has nothing more to do

    def _remove(self) -> None:
        gear, place = self._now()
        label = f"remove {gear.gyms[place].name}"
        self._settings.equip(label, gear, gear_edits.without_gym(gear, place))
        self.gym.setFocus()
