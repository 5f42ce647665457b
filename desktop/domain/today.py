"""What the first page shows."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.history import HistoryRow
from desktop.domain.records import Record
from desktop.domain.templates import TemplateRow


@dataclass(frozen=True, slots=True)
class Overview:
    """The Today page's data.

    days: how many sessions each training day of the last months had.
    week and week_before: this week's sessions (newest first) and the totals
    of the week before as (sessions, sets, grams x reps).
    next_template: the own template that has waited longest, None without any.
    """

    days: dict[date, int]
    week: tuple[HistoryRow, ...]
    week_before: tuple[int, int, int]
    recent: tuple[HistoryRow, ...]
    next_template: TemplateRow | None
    records: tuple[Record, ...]
