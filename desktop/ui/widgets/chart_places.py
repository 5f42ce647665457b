"""The points of several lines in one order of days, for walking over them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Places:
    """A place is where a point stands among the points of all lines, by day."""

    def __init__(self, lines: Sequence[Floats]) -> None:
        """lines: the days of each, ascending."""
        self._lines = tuple(lines)
        days = np.concatenate(self._lines) if self._lines else np.empty(0)
        counts = [len(one) for one in self._lines]
        of = np.repeat(np.arange(len(counts)), counts)
        order = np.argsort(days, kind="stable")
        self.days: list[float] = days[order].tolist()
        self._line = of[order]
        self._index = np.concatenate([np.arange(0), *map(np.arange, counts)])[order].astype(int)
        self._place = [np.flatnonzero(self._line == line) for line in range(len(counts))]

    def at(self, place: int) -> tuple[int, int]:
        """A place's line, and the place of its point in it."""
        return int(self._line[place]), int(self._index[place])

    def of(self, line: int, index: int) -> int:
        """The place of a line's point."""
        return int(self._place[line][index])

    def beside(self, place: int, step: int) -> int:
        """So many points on along the same line, as far as it goes."""
        line, index = self.at(place)
        return self.of(line, min(max(0, index + step), len(self._lines[line]) - 1))

    def across(self, place: int, step: int) -> int:
        """The point of another line that is nearest in time."""
        line, _ = self.at(place)
        filled = [one for one, days in enumerate(self._lines) if len(days)]
        other = filled[(filled.index(line) + step) % len(filled)]
        return self.of(other, nearest(self._lines[other], self.days[place]))

    def candidates(self, day: float) -> Iterator[int]:
        """For each line the place that is nearest to a day."""
        for line, days in enumerate(self._lines):
            if len(days):
                yield self.of(line, nearest(days, day))


def nearest(days: Sequence[float] | Floats, day: float) -> int:
    """Where the nearest of some ascending days stands; there must be one."""
    place = bisect_left(days, day)
    if place == len(days) or (place and day - days[place - 1] < days[place] - day):
        place -= 1
    return place
