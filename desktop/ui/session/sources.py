"""What a session can begin with: templates, and sessions to repeat."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.history import HistoryRow
from desktop.domain.templates import TemplateRow
from desktop.ui.context import Context

_MOST_EARLIER = 8
Sources = tuple[list[TemplateRow], list[HistoryRow]]


def reading(context: Context) -> Callable[[], Sources]:
    """For a worker: the templates, and the last sessions, the newest first."""
    services, user_id = context.services, context.user.id
    return lambda: (
        services.templates.rows(user_id),
        services.history.rows(user_id, limit=_MOST_EARLIER),
    )
