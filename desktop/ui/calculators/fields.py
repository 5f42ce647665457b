"""Fields that are read while one types, and say beneath themselves what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import InvalidInputError
from desktop.domain.set_fields import parse_reps, parse_weight
from desktop.domain.weight import Unit, Weight
from desktop.ui.sizes import scaled
from desktop.ui.widgets.forms import add_row
from desktop.ui.widgets.styling import restyle

T = TypeVar("T")
_WIDTH, _HEIGHT = 112, 32
_MOST_GRAMS = 1_500_000  # no bar holds more, and no machine


class TypedField(QWidget, Generic[T]):
    """A line to type in. changed: its value may be another one.

    value: what is typed; None where that is nothing, or nothing usable.
    """

    changed = Signal()

    def __init__(self, parse: Callable[[str], T], name: str, text: str = "") -> None:
        super().__init__()
        self._parse = parse
        self.value: T | None = None
        self.edit = NumberEdit(name)
        scaled(self.edit.setFixedWidth, _WIDTH)
        self.message = QLabel()
        self.message.setProperty("role", "error")
        self.message.setWordWrap(True)
        self.setFocusProxy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addWidget(self.message)
        self.edit.setText(text)
        self.read()
        self.edit.textChanged.connect(self._on_typed)

    def read(self) -> None:
        """Read the text anew: the unit of plain numbers may be another one."""
        self.value, fault = read_text(self._parse, self.edit.text())
        self.edit.mark(fault)
        self.message.setText(fault)
        self.message.setVisible(bool(fault))

    def _on_typed(self) -> None:
        self.read()
        self.changed.emit()


def add_field(form: QFormLayout, words: str, field: QWidget) -> None:
    """Add a field whose name stays where it is while a fault is told beneath the field."""
    add_row(form, words, field)
    scaled(form.labelForField(field).setMaximumHeight, _HEIGHT)


class NumberEdit(QLineEdit):
    """A line for a number, as high when it is wrong as when it is right."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("role", "cell")  # wide enough for the mark of a fault
        scaled(self.setFixedHeight, _HEIGHT)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def mark(self, fault: str) -> None:
        """Mark it as wrong, for this reason; as right when there is none."""
        restyle(self, "invalid", bool(fault))
        self.setAccessibleDescription(fault)


def read_text(parse: Callable[[str], T], text: str) -> tuple[T | None, str]:
    """What is typed, and what is wrong with it; nothing typed is nothing wrong."""
    if not text.strip():
        return None, ""
    try:
        return parse(text.strip()), ""
    except InvalidInputError as fault:
        return None, str(fault)


def typed_weight(text: str, unit: Unit) -> Weight:
    """A weight that some bar holds. Raises InvalidInputError."""
    weight = parse_weight(text, unit)
    if weight.grams > _MOST_GRAMS:
        raise InvalidInputError(f"No bar holds {weight}.", "Check the decimal point.")
    return weight


def typed_reps(text: str) -> int:
    """One rep or more. Raises InvalidInputError."""
    reps = parse_reps(text)
    if not reps:
        raise InvalidInputError("A set has one rep or more.")
    return reps


def weight_in(weight: Weight | None, unit: Unit) -> str:
    """A weight as it is typed where plain numbers are of that unit."""
    if weight is None:
        return ""
    return weight.text() if weight.unit is unit else weight.typed
