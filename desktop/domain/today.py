"""What the first page shows."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desktop.domain.history import HistoryRow
from desktop.domain.records import Record
from desktop.domain.templates import TemplateRow


@dataclass(frozen=True, slots=True)
class UnderWay:
    """The session being logged. local_start: on the clock of its place. done: ticked sets."""

    id: UUID
    name: str
    local_start: datetime
    done: int
    sets: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The Today page's data.

    days: how many sessions each training day of the last months had.
    week and week_before: this week's sessions (newest first) and the totals
    of the week before as (sessions, sets, grams x reps).
    next_template: the own template that has waited longest, None without any.
    this_week: the own templates not done this week, longest waiting first;
    templates: how many own ones there are. demo_sessions: how many sessions
    were generated for a look around.
    """

    days: dict[date, int]
    week: tuple[HistoryRow, ...]
    week_before: tuple[int, int, int]
    recent: tuple[HistoryRow, ...]
    next_template: TemplateRow | None
    records: tuple[Record, ...]
    this_week: tuple[TemplateRow, ...] = ()
    templates: int = 0
    under_way: UnderWay | None = None
    demo_sessions: int = 0
