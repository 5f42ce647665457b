"""The cells of a Strong row as values, and what is wrong with them."""

import re
from collections.abc import Callable, Sequence
from enum import IntEnum
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from desktop.domain.session import SetType
from desktop.domain.weight import Unit
from desktop.formats.strong_dialect import METERS, Dialect

_Value = TypeVar("_Value")
_NUMBER = re.compile(r"[+-]?(?:\d{1,20}(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_ORDINAL = re.compile(r"(\d{1,9})(?:\.0*)?", re.ASCII)
_TYPES = {
    "W": SetType.WARM_UP,
    "WARM_UP": SetType.WARM_UP,
    "WARMUP": SetType.WARM_UP,
    "D": SetType.DROP,
    "DROP": SetType.DROP,
    "DROP_SET": SetType.DROP,
    "DROPSET": SetType.DROP,
    "F": SetType.FAILURE,
    "FAILURE": SetType.FAILURE,
}
_UNITS = {"kg": Unit.KG, "kgs": Unit.KG, "lb": Unit.LB, "lbs": Unit.LB}
_RPES = {half / 2 for half in range(2, 21)}
_MOST_WEIGHT = 10_000  # ten tonnes, the most that a Weight takes
_MOST_REPS = 1_000_000
_MOST_METERS = 10_000_000
_MOST_SECONDS = 1_000_000


class RowKind(IntEnum):
    """What a row of the file is."""

    SET = 0
    REST = 1
    NOTE = 2


_OTHER_ROWS = {"REST_TIMER": RowKind.REST, "NOTE": RowKind.NOTE}


class Fault(NamedTuple):
    """What is wrong with a cell: its row is left out, or goes on without the cell."""

    text: str
    left_out: bool


class Order(NamedTuple):
    """The set order. ordinal is -1 where a tag stands instead of a number."""

    kind: RowKind
    ordinal: int = -1
    set_type: SetType = SetType.NORMAL
    fault: Fault | None = None


class Load(NamedTuple):
    """The weight and its unit, if the row or the column names one."""

    weight: float | None = None
    unit: Unit | None = None
    fault: Fault | None = None


class Effort(NamedTuple):
    """What was done with the weight. distance: metres where the file has a unit."""

    reps: int | None = None
    distance: float | None = None
    seconds: int | None = None
    rpe: float | None = None
    fault: Fault | None = None


class _BadCellError(Exception):
    """A cell holds no usable value; carries the words for the user."""


class Remembered(dict[Any, _Value]):
    """Reads cells once: a history of years repeats a few hundred combinations."""

    def __init__(self, read: Callable[[Any], _Value]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, key: Any) -> _Value:
        value = self[key] = self._read(key)
        return value


class Readers:
    """For each part of a row a way to get its cells and a dictionary from cells to values."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        columns = dialect.columns
        load: list[str] = [n for n in ("weight", "weight unit") if n in columns]
        effort: list[str] = [
            n for n in ("reps", "distance", "distance unit", "seconds", "rpe") if n in columns
        ]
        self.load_cells = itemgetter(*(columns[name] for name in load))
        self.effort_cells = itemgetter(*(columns[name] for name in effort))
        self.orders = Remembered(_order)
        self.loads = Remembered(lambda cells: self._load(_named(load, cells)))
        self.efforts = Remembered(lambda cells: self._effort(_named(effort, cells)))

    def _load(self, row: dict[str, str]) -> Load:
        """The weight; its unit may stand in the row or in the column's name."""
        dialect = self._dialect
        try:
            weight = self._number("Weight", row["weight"], -_MOST_WEIGHT, _MOST_WEIGHT)
            if weight is None:
                return Load()
            # Kilograms computed from pounds must keep what tells the pounds.
            rounded = round(weight, 6 if dialect.exact else 2) or None
            return Load(rounded, dialect.unit or _unit(row.get("weight unit", "")))
        except _BadCellError as error:
            return Load(fault=Fault(str(error), left_out=True))

    def _effort(self, row: dict[str, str]) -> Effort:
        """Reps, distance, time and RPE."""
        try:
            reps = self._number("Reps", row["reps"], 0, _MOST_REPS)
            if reps is not None and reps % 1:
                raise _BadCellError(f"'{row['reps']}' is no whole number of reps.")
            seconds = self._number("Seconds", row.get("seconds", ""), 0, _MOST_SECONDS)
            distance, distance_said = self._distance(row)
        except _BadCellError as error:
            return Effort(fault=Fault(str(error), left_out=True))
        rpe, rpe_said = self._rpe(row.get("rpe", ""))
        said = f"{distance_said} {rpe_said}".strip()
        return Effort(
            None if reps is None else int(reps),
            distance,
            None if seconds is None else round(seconds) or None,
            rpe,
            Fault(said, left_out=False) if said else None,
        )

    def _number(self, what: str, cell: str, low: float, high: float) -> float | None:
        """The number in a cell; None where it is empty or 0, which both mean 'unused'."""
        plain = cell.strip()
        if not plain:
            return None
        if self._dialect.decimal_comma:
            plain = plain.replace(",", ".")
        if not _NUMBER.fullmatch(plain):
            raise _BadCellError(f"{what}: '{cell}' is not a number.")
        value = float(plain)
        if not low <= value <= high:
            raise _BadCellError(f"{what}: {cell} cannot be right.")
        return value or None

    def _distance(self, row: dict[str, str]) -> tuple[float | None, str]:
        """Metres (or the bare number where the file has no unit), and what was wrong."""
        dialect = self._dialect
        value = self._number("Distance", row.get("distance", ""), 0, _MOST_METERS)
        if value is None:
            return None, ""
        unit = row.get("distance unit", "").strip().casefold()
        meters = METERS.get(unit) if dialect.meters is None else dialect.meters
        if meters is None and dialect.has_distance_unit:
            return None, f"The distance {row['distance']} has no unit that is known: dropped."
        return round(value * (meters or 1), 3) or None, ""

    def _rpe(self, cell: str) -> tuple[float | None, str]:
        """The RPE, and what was wrong with it; 0 is how some versions write none."""
        plain = cell.strip()
        if self._dialect.decimal_comma:
            plain = plain.replace(",", ".")
        value = float(plain) if _NUMBER.fullmatch(plain) else None
        if value in _RPES:
            return value, ""
        if value == 0 or not plain:
            return None, ""
        return None, f"'{cell}' is no RPE from 1 to 10 in halves: dropped."


def _named(names: Sequence[str], cells: str | tuple[str, ...]) -> dict[str, str]:
    """Cells by the names of their columns; itemgetter gives a single one bare."""
    return dict(zip(names, (cells,) if isinstance(cells, str) else cells, strict=True))


def _order(cell: str) -> Order:
    """What kind of row a set order stands for."""
    plain = cell.strip()
    if match := _ORDINAL.fullmatch(plain):
        return Order(RowKind.SET, int(match[1]))
    tag = plain.upper().replace(" ", "_")
    if tag in _TYPES:
        return Order(RowKind.SET, -1, _TYPES[tag])
    if tag in _OTHER_ROWS:
        return Order(_OTHER_ROWS[tag])
    if not tag:
        return Order(RowKind.SET, fault=Fault("The set has no place (Set Order).", left_out=True))
    said = f"The set order '{plain}' is not known: taken as a normal set."
    return Order(RowKind.SET, fault=Fault(said, left_out=False))


def _unit(cell: str) -> Unit | None:
    """The unit that a row names, if any."""
    plain = cell.strip()
    if plain and plain.casefold() not in _UNITS:
        raise _BadCellError(f"'{plain}' is no unit of weight that is known.")
    return _UNITS.get(plain.casefold())
