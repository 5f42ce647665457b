"""What is being deleted: a key that is held down must not delete it twice."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID


class Leaving:
    """The ids whose deletion was asked for, until a list is shown without them."""

    def __init__(self) -> None:
        self._ids: set[UUID] = set()

    def take(self, ids: Iterable[UUID]) -> tuple[UUID, ...]:
        """Those of the ids that are not on their way out already; they are from now on."""
        fresh = tuple(one for one in ids if one not in self._ids)
        self._ids.update(fresh)
        return fresh

    def give_back(self, ids: Iterable[UUID]) -> None:
        """They stay: they could not be deleted."""
        self._ids.difference_update(ids)

    def shown(self, ids: Iterable[UUID]) -> None:
        """These are listed now; what is not has gone."""
        self._ids.intersection_update(ids)
