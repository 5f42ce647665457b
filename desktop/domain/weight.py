"""Weights, exact to the gram, with the unit they were typed in."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, InvalidOperation
from enum import StrEnum

from desktop.domain.errors import InvalidInputError

GRAMS_PER_LB = Decimal("453.59237")  # the international pound of 1959
_LIMIT = 10_000_000  # ten tonnes: anything above is a typing error that would break charts
_SHOWN_DIGITS = 12
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")
_CENT = Decimal("0.01")
_GRAMS_PER_CENT_LB = float(GRAMS_PER_LB) / 100
_GRAM = Decimal(1)


class Unit(StrEnum):
    """A unit of weight."""

    KG = "kg"
    LB = "lb"

    @property
    def grams(self) -> Decimal:
        """Grams in one of this unit."""
        return Decimal(1000) if self is Unit.KG else GRAMS_PER_LB


def decimal_of(text: str) -> Decimal:
    """The number in `text`, with a decimal point or comma whatever the locale.

    Raises InvalidInputError when there is no plain number.
    """
    plain = text.strip()
    if not _NUMBER.fullmatch(plain):
        raise InvalidInputError(f"'{text}' is not a number.", "Type digits, like 102.5.")
    try:
        return Decimal(plain.replace(",", "."))
    except InvalidOperation as error:  # pragma: no cover - the pattern lets none through
        raise InvalidInputError(f"'{text}' is not a number.") from error


def plain_number(value: Decimal) -> str:
    """`value` without exponent and without trailing zeros: 100, 102.5, -15."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def shown_number(value: Decimal) -> str:
    """`value` as it is read, without trailing zeros: 100, 1,102.5, -15.

    Fields and files have plain numbers: a comma that is typed is a decimal one.
    """
    return f"{Decimal(plain_number(value)):,f}"


def _short(value: Decimal) -> str:
    """As typed, but no longer than a sentence bears."""
    text = plain_number(value)
    return text if len(text) <= _SHOWN_DIGITS else f"{text[:_SHOWN_DIGITS]}\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight in whole grams and the unit it was typed in.

    Negative for the help of an assisted exercise. 180 lb typed is 180 lb
    shown: a gram is finer than the hundredth of a pound that is shown.
    """

    grams: int
    unit: Unit

    @classmethod
    def of(cls, amount: Decimal | int | float | str, unit: Unit) -> "Weight":
        """`amount` of `unit`, rounded to 0.01 of the unit and then to the gram."""
        value = decimal_of(amount) if isinstance(amount, str) else Decimal(str(amount))
        if abs(value) * unit.grams > _LIMIT:  # also what is too long to be rounded
            raise InvalidInputError(
                f"{_short(value)} {unit} is heavier than anything anyone lifts.",
                "Check the decimal point.",
            )
        shown = value.quantize(_CENT, ROUND_HALF_EVEN)
        return cls(int((shown * unit.grams).quantize(_GRAM, ROUND_HALF_EVEN)), unit)

    def amount(self, unit: Unit | None = None) -> Decimal:
        """The number to show, to 0.01, in `unit` (its own when None)."""
        return (Decimal(self.grams) / (unit or self.unit).grams).quantize(_CENT, ROUND_HALF_UP)

    @property
    def exact_grams(self) -> float:
        """The grams of the number that was typed, before they were rounded to whole ones.

        Sums and products of pounds are made of these: 100 lb x 36 is no more
        than 120 lb x 30.
        """
        if self.unit is Unit.KG:
            return float(self.grams)
        return round(self.grams / _GRAMS_PER_CENT_LB) * _GRAMS_PER_CENT_LB

    def text(self, unit: Unit | None = None) -> str:
        """The number as a field takes it and files have it, without the unit: '1102.5'."""
        return plain_number(self.amount(unit))

    @property
    def typed(self) -> str:
        """As a field takes it, with the unit: '1102.5 lb'."""
        return f"{self.text()} {self.unit}"

    def __str__(self) -> str:
        """As it is shown: '1,102.5 lb'."""
        return f"{shown_number(self.amount())} {self.unit}"


def grams_text(grams: float, unit: Unit, digits: int = 1) -> str:
    """Computed grams (a volume, an e1RM) as shown in `unit` with at most `digits` decimals.

    Halves go up, as people round: 92.25 is 92.3.
    """
    step = Decimal(1).scaleb(-digits)
    return shown_number((Decimal(str(grams)) / unit.grams).quantize(step, ROUND_HALF_UP))
