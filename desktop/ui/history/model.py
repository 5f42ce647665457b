"""The history table's columns."""

from __future__ import annotations

from typing import Any

from desktop.domain.history import HistoryRow
from desktop.domain.weight import Unit
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.texts import NONE, day_text, minutes_text, volume_text

DATE, NAME, DURATION, EXERCISES, SETS, VOLUME = range(6)


class HistoryModel(RowModel[HistoryRow]):
    """Sessions that are over; volumes in the user's unit."""

    def __init__(self, unit: Unit, parent: Any = None) -> None:
        self._unit = unit
        super().__init__(self._described(), lambda row: row.id, parent)

    def set_unit(self, unit: Unit) -> None:
        """Write volumes in that unit from the next rows on."""
        self._unit = unit

    def _described(self) -> tuple[Column[HistoryRow], ...]:
        return (
            Column(
                "Date",
                lambda row: day_text(row.day),
                lambda row: row.local_start,
                width=112,
                descending_first=True,
            ),
            Column("Name", lambda row: row.name, stretch=True),
            Column(
                "Duration",
                lambda row: minutes_text(row.duration_minutes),
                lambda row: row.duration_minutes,
                right=True,
                muted=True,
                width=100,
                descending_first=True,
            ),
            self._count("Exercises", lambda row: row.exercises, 92),
            self._count("Sets", lambda row: row.sets, 62),
            Column(
                "Volume",
                lambda row: volume_text(row.volume, self._unit) if row.volume else NONE,
                lambda row: row.volume,
                right=True,
                width=104,
                descending_first=True,
            ),
        )

    @staticmethod
    def _count(title: str, value: Any, width: int) -> Column[HistoryRow]:
        return Column(
            title,
            lambda row: f"{value(row):,}",
            value,
            right=True,
            muted=True,
            width=width,
            descending_first=True,
        )
