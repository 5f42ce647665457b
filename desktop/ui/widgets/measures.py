"""How the measures of a chart are written and drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.domain.distance import METERS, distance_text, distance_unit, long_unit, pace_unit
from desktop.domain.library import Exercise
from desktop.domain.progress import Measure, Subject
from desktop.domain.weight import Unit, plain_number
from desktop.ui.widgets.clock_ticks import duration_ticks, pace_ticks
from desktop.ui.widgets.texts import (
    count_text,
    duration_text,
    pace_text,
    volume_text,
    weight_text,
)

if TYPE_CHECKING:
    from desktop.ui.widgets.time_axis import Ticks

_WEIGHTS = (Measure.E1RM, Measure.HEAVIEST, Measure.BEST_AT_REPS, Measure.HELP)
_PER_UNIT = (*_WEIGHTS, Measure.VOLUME)
_BARS = (Measure.VOLUME, Measure.SETS, Measure.REPS, Measure.DURATION, Measure.DISTANCE)
_TABLES = {Measure.DURATION: "minutes", Measure.INTENSITY: "%"}
_EFFORTS = (Measure.AVERAGE_RPE, Measure.TOP_RPE)
# what a step of the axis is of: a round number of these
_SCALES = {Measure.DURATION: 60.0, Measure.INTENSITY: 0.01}


def length_of(subjects: Sequence[Subject], exercises: Mapping[UUID, Exercise], unit: Unit) -> str:
    """What the distances of a chart are in: metres where there are only carries."""
    known = [exercises.get(one.exercise_id) for one in subjects if one.exercise_id]
    units = {distance_unit(one.kind, unit) for one in known if one}
    return units.pop() if len(units) == 1 else long_unit(unit)


def scale_of(measure: Measure, unit: Unit, length: str) -> float:
    """What a value of a series is divided by for the axis. length: see length_of."""
    if measure is Measure.DISTANCE:
        return float(METERS[length])
    return float(unit.grams) if measure in _PER_UNIT else _SCALES.get(measure, 1.0)


def note_of(measure: Measure, unit: Unit) -> str:
    """What the numbers of the axis are in, where they do not say so themselves."""
    return f"in {unit}" if measure in _PER_UNIT else ""


def numbers_of(measure: Measure, unit: Unit, length: str) -> tuple[str, Callable[[float], float]]:
    """What a table's numbers are in, empty for counts, and a value of a series as one of them."""
    if measure is Measure.PACE:
        name, meters = pace_unit(unit)
        return f"seconds per {name}", lambda value: meters / value
    scale = scale_of(measure, unit, length)
    name = str(unit) if measure in _PER_UNIT else _TABLES.get(measure, "")
    return length if measure is Measure.DISTANCE else name, lambda value: value / scale


def ticks_of(measure: Measure, unit: Unit) -> Ticks | None:
    """Where the axis is labelled, if not at round values."""
    if measure is Measure.DURATION:
        return duration_ticks
    return partial(pace_ticks, pace_unit(unit)[1]) if measure is Measure.PACE else None


def is_sum(measure: Measure) -> bool:
    """Whether it is drawn as bars."""
    return measure in _BARS


def title_of(measure: Measure, reps: int | None) -> str:
    """The measure in full, for names and tables: 'Best weight for 5 reps'."""
    if measure is Measure.BEST_AT_REPS and reps:
        return f"Best weight for {count_text(reps, 'rep')}"
    return measure.label


def value_text(measure: Measure, value: float, unit: Unit, of: float = 0) -> str:
    """A value of a series in words: '117 kg', '4,180 kg', '12 sets', '5:02 /km'.

    of: the value that it is the difference of two of.
    """
    if measure in _WEIGHTS:
        text = weight_text(value, unit, 1 if measure is Measure.E1RM else 2)
        return f"{text} help" if measure is Measure.HELP else text
    if measure in _EFFORTS:
        return f"RPE {plain_number(Decimal(str(round(value, 1))))}"
    if measure is Measure.SETS:
        return f"{value:,g} {'set' if value == 1 else 'sets'}"
    if measure is Measure.PACE:
        return pace_text(value, 1, unit)
    if measure is Measure.DISTANCE:
        return distance_text(value, unit, of)
    return _plain(measure, value, unit)


def axis_text(measure: Measure, value: float, unit: Unit, length: str) -> str:
    """A value of the axis; see scale_of."""
    if measure is Measure.INTENSITY:
        return f"{value:g} %"
    if measure is Measure.DISTANCE:
        return f"{value:,.10g} {length}"
    if measure in (Measure.DURATION, Measure.PACE):
        return value_text(measure, value * scale_of(measure, unit, length), unit)
    return f"{value:,.10g}"


def _plain(measure: Measure, value: float, unit: Unit) -> str:
    if measure is Measure.VOLUME:
        return volume_text(value, unit)
    if measure is Measure.REPS:
        return count_text(round(value), "rep")
    if measure is Measure.INTENSITY:
        return f"{100 * value:.0f} % of e1RM"
    return duration_text(round(value))
