"""Which of Strong's many table shapes a file has, told by its header line."""

import csv
import re
from dataclasses import dataclass

from desktop.domain.errors import InvalidInputError
from desktop.domain.weight import Unit

METERS = {"km": 1000.0, "mi": 1609.344, "mi.": 1609.344, "m": 1.0}
_WEIGHTS: dict[str, Unit | None] = {
    "weight": None,
    "kg": Unit.KG,
    "lb": Unit.LB,
    "lbs": Unit.LB,
    "weight (kg)": Unit.KG,
    "weight (lb)": Unit.LB,
    "weight (lbs)": Unit.LB,
}
_DISTANCES: dict[str, float | None] = {
    "distance": None,
    "km": 1000.0,
    "mi": 1609.344,
    "mi.": 1609.344,
    "distance (meters)": 1.0,
}
_DURATIONS = ("duration", "workout duration", "duration (sec)")
_MARKS = {"date", "workout name", "exercise name", "set order"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """Where a file keeps what.

    columns: from field to place in the row; only what the file has. unit and
    meters: of every row, None where a row says it or nothing does. exact: the
    weights are computed kilograms, which pounds can be told from. escaped:
    notes write a line break as backslash and n.
    """

    delimiter: str
    width: int
    columns: dict[str, int]
    unit: Unit | None
    meters: float | None
    exact: bool
    escaped: bool

    @property
    def decimal_comma(self) -> bool:
        """Numbers may have a comma: never where commas part the cells."""
        return self.delimiter != ","

    @property
    def has_distance_unit(self) -> bool:
        """The distances' unit is told, by the column or by the row."""
        columns = self.columns
        return self.meters is not None or "distance unit" in columns or "distance" not in columns

    @property
    def has_notes(self) -> bool:
        """The format has a place for notes."""
        return "notes" in self.columns or "workout notes" in self.columns

    @property
    def start(self) -> re.Pattern[str]:
        """How the first line of a row begins."""
        date = r'"?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T"]'
        if self.columns.get("number") == 0:
            return re.compile(rf'"?\d+"?{re.escape(self.delimiter)}{date}')
        return re.compile(date)


def header_of(head: str) -> tuple[list[str], str]:
    """The names in the first line, lower case, and the delimiter between them."""
    line = head.lstrip("\ufeff").split("\n", 1)[0].rstrip("\r")[:4000]
    delimiter = max(",;\t", key=line.count)
    try:
        names = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        names = []
    return [name.strip().casefold() for name in names], delimiter


def is_strong(names: list[str]) -> bool:
    """The columns that every Strong export has are there."""
    return set(names) >= _MARKS


def dialect_of(text: str) -> Dialect:
    """The dialect of a file; raises InvalidInputError when it is no whole Strong export."""
    names, delimiter = header_of(text)
    if not is_strong(names):
        raise InvalidInputError(
            "This is not an export from Strong; nothing was taken.",
            "In Strong, choose Settings, Export Data, and open the CSV file it makes.",
        )
    columns: dict[str, int] = {}
    for place, name in enumerate(names):
        columns.setdefault(name, place)
    weight = _one_of(columns, _WEIGHTS, "weight")
    distance = next((name for name in _DISTANCES if name in columns), None)
    duration = next((name for name in _DURATIONS if name in columns), None)
    found = {
        "number": columns.get("workout #"),
        "date": columns["date"],
        "workout": columns["workout name"],
        "exercise": columns["exercise name"],
        "order": columns["set order"],
        "weight": columns[weight],
        "reps": columns[_one_of(columns, ("reps",), "reps")],
        "distance": None if distance is None else columns[distance],
        "duration": None if duration is None else columns[duration],
    }
    same = ("weight unit", "distance unit", "seconds", "rpe", "notes", "workout notes")
    found |= {name: columns.get(name) for name in same}
    by_row = "weight unit" in columns or "workout #" in columns
    return Dialect(
        delimiter=delimiter,
        width=len(names),
        columns={name: place for name, place in found.items() if place is not None},
        unit=_WEIGHTS[weight],
        meters=None if distance is None else _DISTANCES[distance],
        exact=weight == "weight (kg)",
        escaped=not by_row and (delimiter != ";" or weight == "weight"),
    )


def _one_of(
    columns: dict[str, int], names: dict[str, Unit | None] | tuple[str, ...], what: str
) -> str:
    """The name under which the file has a column it must have."""
    for name in names:
        if name in columns:
            return name
    raise InvalidInputError(
        f"The file looks like an export from Strong, but has no column for {what}; "
        "nothing was taken.",
        "Export it from Strong again.",
    )
