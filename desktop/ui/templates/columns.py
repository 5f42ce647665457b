"""The columns of the templates' table."""

from __future__ import annotations

from functools import partial

from desktop.domain.templates import TemplateRow
from desktop.ui.context import Context
from desktop.ui.templates.summary import minutes_of
from desktop.ui.widgets.row_model import Column
from desktop.ui.widgets.texts import NONE, ago_text, minutes_text

SHARED = 3


def columns(context: Context) -> list[Column[TemplateRow]]:
    """The columns of the templates' table."""
    return [
        Column("Name", lambda row: row.name, width=160),
        Column("Category", lambda row: row.category or NONE, muted=True, width=110, spare=1),
        Column("Exercises", partial(exercises_text, context), muted=True, stretch=True, enough=999),
        Column("Shared", _shared, muted=True, width=140, spare=2),
        Column(
            "Duration",
            lambda row: minutes_text(minutes_of(row.seconds)) if row.seconds else NONE,
            sort_key=lambda row: row.seconds or None,
            right=True,
            muted=True,
            width=100,
        ),
        Column(
            "Last used",
            partial(_last_used, context),
            sort_key=lambda row: row.last_used,
            muted=True,
            width=110,
            descending_first=True,
        ),
    ]


def exercises_text(context: Context, row: TemplateRow) -> str:
    """The names of the template's exercises in its order."""
    return " \u00b7 ".join(context.exercise_name(key) for key in row.exercise_ids) or NONE


def _shared(row: TemplateRow) -> str:
    """Who else sees it, or whose it is."""
    if not row.is_own:
        return f"by {row.owner}" if row.owner else "by another profile"
    return "with every profile" if row.is_public else NONE


def _last_used(context: Context, row: TemplateRow) -> str:
    return ago_text(row.last_used, context.today()) if row.last_used else "never"
