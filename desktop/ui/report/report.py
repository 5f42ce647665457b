"""What stands on a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from desktop.domain.weight import Unit

MOST_LIFTS = 4


@dataclass(frozen=True, slots=True)
class Period:
    """The days of a report, both included.

    first: None for the whole log. before: the first day of the period that it
    is compared with, which ends the day before `first`; None for none.
    """

    first: date | None
    last: date
    before: date | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be reported. exercises: None for those that were done most."""

    period: Period
    unit: Unit
    exercises: tuple[UUID, ...] | None = None


class Figure(NamedTuple):
    """A number of the period. before: the same of the period before, empty for none."""

    label: str
    value: str
    before: str = ""


class Spot(NamedTuple):
    """A value of a day (its ordinal), on the scale of the axis."""

    day: int
    value: float
    is_record: bool = False
    is_outlier: bool = False


class TrendSpot(NamedTuple):
    """The trend's level and its 80 % band on a day."""

    day: float
    level: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Lift:
    """An exercise over the period. measure: what is charted and in which unit.

    words: the best of the period and what changed. write: a value of the axis.
    ticks: where the axis is labelled, if not at round values; see clock_ticks.
    """

    name: str
    measure: str = ""
    words: str = ""
    spots: tuple[Spot, ...] = ()
    trend: tuple[TrendSpot, ...] = ()
    write: Callable[[float], str] = "{:,.10g}".format
    ticks: Callable[[float, float, int], list[float]] | None = None


class Bin(NamedTuple):
    """How much was done from a day on, up to the next bin."""

    first: date
    value: float


class MuscleLine(NamedTuple):
    """A group of muscles: its sets in each week, their mean, and that of the period before."""

    name: str
    weeks: tuple[float, ...]
    mean: float
    before: float | None


class RecordLine(NamedTuple):
    """A record that fell, in words."""

    day: str
    exercise: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on the page.

    first, last: the days that the charts span. compared: the period before in
    words, empty for none. volume_title: what a column stands for. records:
    the last one of each exercise and kind, newest first; fallen: all of them.
    footer: how the figures were reckoned.
    """

    title: str
    profile: str
    first: date
    last: date
    compared: str
    figures: tuple[Figure, ...]
    lifts: tuple[Lift, ...]
    volume_title: str
    volume: tuple[Bin, ...]
    muscles: tuple[MuscleLine, ...]
    records: tuple[RecordLine, ...]
    fallen: int
    footer: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Nothing was done in the period."""
        return not self.figures
