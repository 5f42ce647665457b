"""What an open session has of sets that are not ticked yet, besides their values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Drafts:
    """typed: by set, the texts of the fields that the lifter said yes to, by the field's name.

    running: the set whose stopwatch runs, and since when (UTC).
    """

    session_id: UUID
    typed: Mapping[UUID, Mapping[str, str]] = field(default_factory=dict)
    running: tuple[UUID, datetime] | None = None
