"""What an open session has besides its values: what was typed, timed, and is being typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Drafts:
    """typed: by set, the texts of the fields that the lifter said yes to, by the field's name.

    running: the set whose stopwatch runs, and since when (UTC). unsaved: the
    texts that stand in fields and are no values yet, by the field; the one with
    the keyboard comes last.
    """

    session_id: UUID
    typed: Mapping[UUID, Mapping[str, str]] = field(default_factory=dict)
    running: tuple[UUID, datetime] | None = None
    unsaved: Mapping[str, str] = field(default_factory=dict)
