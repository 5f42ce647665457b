"""How the measures of a chart are written and drawn."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.progress import Measure
from desktop.domain.weight import Unit, plain_number
from desktop.ui.widgets.pace_ticks import pace_ticks
from desktop.ui.widgets.texts import (
    count_text,
    distance_text,
    duration_text,
    pace_text,
    pace_unit,
    volume_text,
    weight_text,
)

if TYPE_CHECKING:
    from desktop.ui.widgets.time_axis import Ticks

_WEIGHTS = (Measure.E1RM, Measure.HEAVIEST, Measure.BEST_AT_REPS, Measure.HELP)
_PER_UNIT = (*_WEIGHTS, Measure.VOLUME)
_BARS = (Measure.VOLUME, Measure.SETS, Measure.REPS, Measure.DURATION, Measure.DISTANCE)
_EFFORTS = (Measure.AVERAGE_RPE, Measure.TOP_RPE)
# what a step of the axis is of: a round number of these
_SCALES = {Measure.DURATION: 60.0, Measure.DISTANCE: 1000.0, Measure.INTENSITY: 0.01}


def scale_of(measure: Measure, unit: Unit) -> float:
    """What a value of a series is divided by for the axis."""
    return float(unit.grams) if measure in _PER_UNIT else _SCALES.get(measure, 1.0)


def note_of(measure: Measure, unit: Unit) -> str:
    """What the numbers of the axis are in, where they do not say so themselves."""
    return f"in {unit}" if measure in _PER_UNIT else ""


def ticks_of(measure: Measure, unit: Unit) -> Ticks | None:
    """Where the axis is labelled, if not at round values."""
    return partial(pace_ticks, pace_unit(unit)[1]) if measure is Measure.PACE else None


def is_sum(measure: Measure) -> bool:
    """Whether it is drawn as bars."""
    return measure in _BARS


def title_of(measure: Measure, reps: int | None) -> str:
    """The measure in full, for names and tables: 'Best weight for 5 reps'."""
    if measure is Measure.BEST_AT_REPS and reps:
        return f"Best weight for {count_text(reps, 'rep')}"
    return measure.label


def value_text(measure: Measure, value: float, unit: Unit) -> str:
    """A value of a series in words: '117 kg', '4,180 kg', '12 sets', '5:02 /km'."""
    if measure in _WEIGHTS:
        text = weight_text(value, unit, 1 if measure is Measure.E1RM else 2)
        return f"{text} help" if measure is Measure.HELP else text
    if measure in _EFFORTS:
        return f"RPE {plain_number(Decimal(str(round(value, 1))))}"
    if measure is Measure.SETS:
        return f"{value:,g} {'set' if value == 1 else 'sets'}"
    if measure is Measure.PACE:
        return pace_text(value, 1, unit)
    return _plain(measure, value, unit)


def axis_text(measure: Measure, value: float, unit: Unit) -> str:
    """A value of the axis; see scale_of."""
    if measure is Measure.INTENSITY:
        return f"{value:g} %"
    if measure in (Measure.DURATION, Measure.DISTANCE, Measure.PACE):
        return value_text(measure, value * scale_of(measure, unit), unit)
    return f"{value:,.6g}"


def _plain(measure: Measure, value: float, unit: Unit) -> str:
    if measure is Measure.VOLUME:
        return volume_text(value, unit)
    if measure is Measure.REPS:
        return count_text(round(value), "rep")
    if measure is Measure.INTENSITY:
        return f"{100 * value:.0f} % of e1RM"
    if measure is Measure.DURATION:
        return duration_text(round(value))
    return distance_text(value)
