"""What a profile is asked: name, unit, time zone, e-mail."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from desktop.domain.weight import Unit
from desktop.ui.widgets.forms import add_row, make_form
from desktop.ui.widgets.zones import zones_with

_UNITS = {Unit.KG: "Kilograms (kg)", Unit.LB: "Pounds (lb)"}


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new profile starts with. zones: the names of time zones to choose from."""

    name: str
    email: str
    timezone: str
    unit: Unit
    zones: tuple[str, ...] = field(default=(), compare=False)


def with_zones(name: str, email: str, timezone: str, unit: Unit) -> Answers:
    """The answers with the time zones that this computer knows; reads files."""
    return Answers(name, email, timezone, unit, tuple(zones_with(timezone)))


class ProfileFields(QWidget):
    """The fields, filled with defaults so that they can be left alone; not laid out yet."""

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._email = answers.email
        self.name = QLineEdit(answers.name)
        self.zone = zone_box(answers.timezone, answers.zones)
        self.units = QButtonGroup(self)
        for place, (unit, words) in enumerate(_UNITS.items()):
            button = QRadioButton(words)
            button.setChecked(unit == answers.unit)
            self.units.addButton(button, place)

    def answers(self) -> Answers:
        """What the fields say now."""
        unit = Unit.KG if self.units.checkedId() == 0 else Unit.LB
        return Answers(self.name.text().strip(), self.email(), self.zone.currentText(), unit)

    def email(self) -> str:
        """A label of its own for each profile, after the name where one was typed."""
        if self.name.isModified():
            return f"{'.'.join(self.name.text().split()).lower()}@localhost"
        return self._email

    def unit_row(self) -> QHBoxLayout:
        """The two units side by side."""
        row = QHBoxLayout()
        row.setSpacing(16)
        row.setContentsMargins(0, 4, 0, 4)  # as high as the other fields
        for button in self.units.buttons():
            row.addWidget(button)
        row.addStretch(1)
        return row


class ProfileForm(ProfileFields):
    """The fields below each other, the e-mail among them."""

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(answers, parent)
        self.address = QLineEdit(answers.email)
        form = make_form(self)
        add_row(form, "&Name", self.name)
        add_row(form, "Weights in", self.unit_row())
        add_row(form, "&Time zone", self.zone)
        add_row(form, "&E-mail", self.address)
        hint = QLabel("Only a label for the profile. Nothing is ever sent.")
        hint.setProperty("role", "muted")
        form.addRow("", hint)
        self.name.textEdited.connect(self._suggest_email)

    def email(self) -> str:
        """The label that stands in its field."""
        return self.address.text().strip()

    def _suggest_email(self) -> None:
        """The name's own label, as long as nobody typed one."""
        if not self.address.isModified():
            self.address.setText(super().email())


def zone_box(timezone: str, zones: tuple[str, ...]) -> QComboBox:
    """A choice of time zones in which one can type a part of the name."""
    box = QComboBox()
    box.addItems(list(zones) or [timezone])
    box.setCurrentText(timezone)
    box.setMaxVisibleItems(16)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
