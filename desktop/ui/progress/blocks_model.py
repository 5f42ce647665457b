"""Blocks of training: ranges of days that are laid over each other from their first week."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from desktop.domain.progress import Measure, SeriesPoint
from desktop.domain.weight import Unit
from desktop.ui.widgets.measures import is_sum, value_text

MOST = 4
WEEKS = 12
_BLOCK = timedelta(weeks=WEEKS)
_YEAR = timedelta(weeks=52)  # so that weekdays fall on weekdays
_DAY = timedelta(days=1)
_EFFORTS = (Measure.AVERAGE_RPE, Measure.TOP_RPE)


class Preset(StrEnum):
    """Blocks that move along with the log. The value is what is kept."""

    LAST = "last"
    BEFORE = "before"
    YEAR_AGO = "year_ago"

    @property
    def label(self) -> str:
        """The name of such a block."""
        return _LABELS[self]


_LABELS = {
    Preset.LAST: f"Last {WEEKS} weeks",
    Preset.BEFORE: f"The {WEEKS} weeks before",
    Preset.YEAR_AGO: "The same weeks a year ago",
}
USUAL = (Preset.LAST, Preset.BEFORE)


@dataclass(frozen=True, slots=True)
class Block:
    """A range of days, both included. preset: its days are reckoned anew with every log."""

    name: str
    first: date
    last: date
    preset: Preset | None = None

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


class BlockPoint(NamedTuple):
    """A value of a block. offset: days since its start. session_id: if a single one is behind."""

    offset: float
    value: float
    day: date
    is_record: bool
    is_outlier: bool
    session_id: UUID | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What a block comes to; start, end and best are None where nothing was noted."""

    start: float | None
    end: float | None
    best: float | None
    sessions: int
    sets: float


def preset_block(preset: Preset, end: date) -> Block:
    """The block as it is when the log ends on that day."""
    last = end - {Preset.LAST: 0, Preset.BEFORE: 1, Preset.YEAR_AGO: 0}[preset] * _BLOCK
    if preset is Preset.YEAR_AGO:
        last -= _YEAR
    return Block(preset.label, last - _BLOCK + _DAY, last, preset)


def renewed(blocks: Iterable[Block], end: date) -> tuple[Block, ...]:
    """The blocks with the days of presets reckoned anew; their names stay."""
    return tuple(
        replace(preset_block(one.preset, end), name=one.name) if one.preset else one
        for one in blocks
    )


def points_in(
    block: Block, points: Iterable[SeriesPoint], measure: Measure
) -> tuple[BlockPoint, ...]:
    """A block's points of a series by sessions.

    What is summed (volume, sets and the like) is summed over the block's
    weeks, in the middle of which it stands; anything else stands at its day.
    """
    within = [one for one in points if block.first <= one.day <= block.last]
    made = [
        BlockPoint(
            float((one.day - block.first).days),
            one.value,
            one.day,
            bool(one.records),
            one.is_outlier,
            one.session_id,
        )
        for one in within
    ]
    if not is_sum(measure):
        return tuple(made)
    weeks = groupby(made, lambda one: int(one.offset // 7))
    return tuple(_week(block, place, list(found)) for place, found in weeks)


def _week(block: Block, place: int, found: Sequence[BlockPoint]) -> BlockPoint:
    return BlockPoint(
        place * 7 + 3.0,
        sum(one.value for one in found),
        block.first + timedelta(weeks=place),
        any(one.is_record for one in found),
        any(one.is_outlier for one in found),
        found[0].session_id if len(found) == 1 else None,
    )


def figures_of(
    block: Block, points: Sequence[BlockPoint], measure: Measure, sets: Iterable[SeriesPoint]
) -> Figures:
    """What a block comes to, outliers left out. sets: the subject's sets by sessions."""
    values = [one.value for one in points if not one.is_outlier]
    done = [one.value for one in sets if block.first <= one.day <= block.last]
    pick = min if measure is Measure.HELP else max
    return Figures(
        values[0] if values else None,
        values[-1] if values else None,
        pick(values, default=None),
        len(done),
        sum(done),
    )


def change_text(measure: Measure, start: float, end: float, unit: Unit) -> str:
    """'+5 kg (+4 %)'; of a pace the share alone, for a difference of paces says little."""
    difference = end - start
    sign = "+" if difference > 0 else "\N{MINUS SIGN}" if difference < 0 else ""
    share = f"{sign}{abs(difference) / start:.0%}".replace("%", " %") if start else ""
    if measure is Measure.PACE:
        return share
    if measure in _EFFORTS:
        return f"{sign}{abs(difference):.1f}".replace(".0", "")
    if measure is Measure.INTENSITY:
        return f"{sign}{100 * abs(difference):.0f} points"
    apart = value_text(measure, abs(difference), unit, of=max(start, end))
    text = f"{sign}{apart}"
    return f"{text} ({share})" if share else text


def written(blocks: Iterable[Block]) -> str:
    """The blocks as text, to be kept."""
    return json.dumps(
        [
            {
                "name": one.name,
                "first": one.first.isoformat(),
                "last": one.last.isoformat(),
                "preset": one.preset,
            }
            for one in blocks
        ]
    )


def read(text: str) -> tuple[Block, ...]:
    """What `written` wrote; nothing of a text that is none of its."""
    try:
        return tuple(
            Block(
                str(one["name"]),
                date.fromisoformat(one["first"]),
                date.fromisoformat(one["last"]),
                Preset(one["preset"]) if one["preset"] else None,
            )
            for one in json.loads(text)[:MOST]
        )
    except (ValueError, TypeError, KeyError):
        return ()
