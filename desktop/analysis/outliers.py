"""Values that are too good to be true: a slip of the finger, pounds taken for kilograms.

A session's value is taken for an outlier when there are enough sessions to
judge by and next to none of the others comes near it. Strength grows by a few
percent from one session to the next; a figure that doubles and stands alone
is more often a mistake than a miracle. Who did it says so, and it counts. The
limits are plain ratios of two bests and not fitted to any log: doubling for a
weight (a pound taken for a kilogram makes 2.2), more for what varies more.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.records import RecordKind

# so many times what others reach; less help has no such limit
RATIOS: dict[RecordKind, float] = {
    RecordKind.E1RM: 2.0,
    RecordKind.HEAVIEST: 2.0,
    RecordKind.SET_VOLUME: 5.0,
    RecordKind.SESSION_VOLUME: 6.0,
    RecordKind.MOST_REPS: 5.0,
    RecordKind.LONGEST: 6.0,
    RecordKind.FARTHEST: 5.0,
    RecordKind.BEST_PACE: 3.0,
}
ENOUGH_SESSIONS = 5  # with a value, the one in question among them
COMPANY = 3  # so many sessions, itself among them, that come near make it believable


def outliers(values: Sequence[float | None], kind: RecordKind) -> list[int]:
    """The places of the values that are outliers, the highest first.

    values: each session's best of one kind for one exercise, None or 0 where
    nothing was noted. An outlier is no company for the next one.
    """
    ratio = RATIOS.get(kind)
    if ratio is None:
        return []
    ranked = sorted(
        ((value, place) for place, value in enumerate(values) if value and value > 0),
        key=lambda pair: (-pair[0], pair[1]),
    )
    found: list[int] = []
    while len(ranked) >= ENOUGH_SESSIONS:
        best, place = ranked[0]
        if ranked[COMPANY - 1][0] * ratio > best:
            break
        found.append(place)
        ranked.pop(0)
    return found
