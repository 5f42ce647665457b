"""The sizes of a set's row and of the titles over it, all in one place so that they line up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop.domain.set_fields import Field
from desktop.ui.sizes import scale as text_scale

LARGE = 2.2  # readable from two metres
_WIDTHS = {
    Field.WEIGHT: 62,
    Field.REPS: 44,
    Field.DISTANCE: 60,
    Field.DURATION: 82,  # with the stopwatch's button in it
    Field.RPE: 44,
    Field.RIR: 44,
}


@dataclass(frozen=True, slots=True)
class RowSizes:
    """Widths and heights in pixels at one scale; from left to right as a row has them.

    previous: the least width, the column takes what is left. gap: between any
    two columns. note: of the note's button, which takes its room from `previous`.
    """

    scale: float
    type: int
    previous: int
    note: int
    widths: Mapping[Field, int]
    tick: int
    record: int
    gap: int
    height: int


def sizes(scale: float = 1.0) -> RowSizes:
    """The sizes at that scale: 1.0 normal, LARGE to be read from two metres."""
    return _sizes(scale * text_scale())


@cache
def _sizes(scale: float) -> RowSizes:
    def scaled(length: float, still: float = 0) -> int:
        """still: the part of it that is padding, and does not grow with the text."""
        return round(still + (length - still) * scale)

    return RowSizes(
        scale=scale,
        type=scaled(26, 6),
        previous=scaled(50),
        note=scaled(20),
        widths={field: scaled(width, 12) for field, width in _WIDTHS.items()},
        tick=scaled(26, 6),
        record=scaled(34, 14),
        gap=round(6 * (1 + scale) / 2),  # room between columns is not read
        height=scaled(26),
    )
