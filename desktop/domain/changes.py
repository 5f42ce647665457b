"""What a write changed, so that views refresh just that."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """A kind of data that views show."""

    EXERCISES = "exercises"
    TEMPLATES = "templates"
    SESSIONS = "sessions"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class Changed:
    """The kinds of data and the ids that a write touched, with words for the status bar."""

    kinds: frozenset[Kind]
    ids: frozenset[UUID] = frozenset()
    said: str = ""

    @classmethod
    def of(cls, kind: Kind, *ids: UUID, said: str = "") -> "Changed":
        """One kind and some ids."""
        return cls(frozenset({kind}), frozenset(ids), said)

    def __or__(self, other: "Changed") -> "Changed":
        return Changed(self.kinds | other.kinds, self.ids | other.ids, self.said or other.said)
