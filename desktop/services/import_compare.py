"""Which workouts of a file are here already, also when every time stamp has moved.

Exports carry no time zone: one made after a journey, or after the clocks
changed, has every start moved by whole, half or quarter hours. So a workout
is known by its minutes and seconds within the quarter hour and by its sets,
and only moves that many workouts of the file share are believed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from desktop.storage.queries.transfer import Known

Done = tuple[tuple[int | None, int | None], ...]

_FARTHEST_MOVE = timedelta(hours=24)
_ALIKE = 0.5  # share of sets that must agree when the start has moved
_SHARED = 0.1  # a move counts when a tenth as many workouts made it as made the commonest


class Pair(NamedTuple):
    """A workout of the file that may be a stored one."""

    place: int
    known: Known
    move: timedelta
    likeness: float


def find_known(
    workouts: Sequence[tuple[datetime, Done]], stored: Sequence[Known]
) -> dict[int, Known]:
    """For each workout (start on the device's clock, its sets) that is stored: which one it is."""
    pairs = _candidates(workouts, stored)
    moves = Counter(pair.move for pair in pairs)
    commonest = max(moves.values(), default=0)
    still = timedelta()
    believed = [
        pair
        for pair in pairs
        if pair.move == still or moves[pair.move] >= max(1.0, commonest * _SHARED)
    ]
    believed.sort(key=lambda pair: (pair.move != still, -moves[pair.move], -pair.likeness))
    found: dict[int, Known] = {}
    taken: set[int] = set()
    for pair in believed:
        if pair.place not in found and id(pair.known) not in taken:
            found[pair.place] = pair.known
            taken.add(id(pair.known))
    return found


def _candidates(workouts: Sequence[tuple[datetime, Done]], stored: Sequence[Known]) -> list[Pair]:
    by_second: dict[tuple[int, int], list[Known]] = defaultdict(list)
    for known in stored:
        by_second[_within_quarter(known.start)].append(known)
    pairs = []
    for place, (start, done) in enumerate(workouts):
        for known in by_second.get(_within_quarter(start), ()):
            move = start - known.start
            if abs(move) >= _FARTHEST_MOVE:
                continue
            likeness = _likeness(done, known.done)
            if not move or likeness >= _ALIKE:
                pairs.append(Pair(place, known, move, likeness))
    return pairs


def _within_quarter(start: datetime) -> tuple[int, int]:
    return start.minute % 15, start.second


def _likeness(one: Done, other: Done) -> float:
    """The share of sets that both have, 0 to 1."""
    if one == other:
        return 1.0
    common = sum((Counter(one) & Counter(other)).values())
    return common / max(len(one), len(other), 1)
