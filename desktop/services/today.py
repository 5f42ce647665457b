"""What the first page shows."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from desktop.analysis.volume import week_start
from desktop.domain.history import HistoryRow
from desktop.domain.templates import TemplateRow
from desktop.domain.today import Overview
from desktop.services.records import RecordsService
from desktop.services.store import Store
from desktop.storage.queries import accounts, demo, history, templates

_RECENT = 8
_RECORDS = 8


class TodayService:
    """The week, the months behind it, and what comes next."""

    def __init__(self, store: Store, records: RecordsService) -> None:
        self._store = store
        self._records = records

    def overview(self, user_id: UUID, months: int = 6) -> Overview:
        """Everything of the Today page."""
        today = self._store.today(user_id)
        with self._store.reading() as connection:
            preferences = accounts.preferences(connection, user_id)
            start = week_start(today, preferences.first_weekday)
            before = start - timedelta(days=7)
            week = history.rows(connection, user_id, first=start)
            last_week = history.rows(
                connection, user_id, first=before, last=start - timedelta(days=1)
            )
            recent = history.rows(connection, user_id, limit=_RECENT)
            days = history.training_days(connection, user_id, _months_back(today, months))
            mine = [row for row in templates.rows(connection, user_id) if row.is_own]
            under_way = history.under_way(connection, user_id)
            has_demo = demo.NAME in accounts.values(connection, user_id)
            demo_sessions = demo.count(connection, user_id) if has_demo else 0
        mine.sort(key=lambda row: (_waiting(row), row.id))  # new ones as they were made
        return Overview(
            days=days,
            week=tuple(week),
            week_before=_totals(last_week),
            recent=tuple(recent),
            next_template=mine[0] if mine else None,
            records=tuple(self._records.latest(user_id, _RECORDS)),
            this_week=tuple(row for row in mine if _waiting(row) < start),
            templates=len(mine),
            under_way=under_way,
            demo_sessions=demo_sessions,
        )


def _waiting(template: TemplateRow) -> date:
    return template.last_used or date.min


def _totals(rows: list[HistoryRow]) -> tuple[int, int, int]:
    return len(rows), sum(row.sets for row in rows), sum(row.volume for row in rows)


def _months_back(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)
