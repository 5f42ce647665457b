"""Which workouts of a file are here already, also when every time stamp has moved.

Exports carry no time zone: one made after a journey, or after the clocks
changed, has every start moved by whole, half or quarter hours. So a workout
is known by its minutes and seconds within the quarter hour and by its sets,
and only moves that many workouts of the file share are believed. A
spreadsheet that saves an export again leaves the seconds out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from typing import NamedTuple

from desktop.storage.queries.transfer import Known

Done = tuple[tuple[int | None, int | None], ...]

_DAY = timedelta(days=1)
_QUARTER = timedelta(minutes=15)
_FARTHEST_MOVE = timedelta(hours=24)
ALIKE = 0.5  # share of sets that must agree where the start alone does not tell
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
    by_day: dict[date, list[Known]] = defaultdict(list)
    for known in stored:
        by_day[known.start.date()].append(known)
    pairs = []
    for place, (start, done) in enumerate(workouts):
        day = start.date()
        near = (by_day.get(day + step, ()) for step in (-_DAY, timedelta(), _DAY))
        for known in chain.from_iterable(near):
            move = _move(start, known.start)
            if move is None or abs(move) >= _FARTHEST_MOVE:
                continue
            share = likeness(done, known.done)
            if start == known.start or share >= ALIKE:
                pairs.append(Pair(place, known, move, share))
    return pairs


def _move(start: datetime, known: datetime) -> timedelta | None:
    """How far a start has moved; None where it cannot be the same one.

    Where either has no seconds, a spreadsheet may have lost them: then minutes tell.
    """
    if not (start.second and known.second):
        start, known = start.replace(second=0), known.replace(second=0)
    move = start - known.replace(microsecond=start.microsecond)
    return None if move % _QUARTER else move


def likeness(one: Done, other: Done) -> float:
    """The share of sets that both have, 0 to 1."""
    if one == other:
        return 1.0
    common = sum((Counter(one) & Counter(other)).values())
    return common / max(len(one), len(other), 1)
