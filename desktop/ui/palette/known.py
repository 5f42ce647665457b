"""The log as the palette searches it: exercises, templates and sessions, read on a worker."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.domain.exercise_search import Choice, choices_of, plainness
from desktop.domain.history import SessionName
from desktop.domain.palette import Index, Item, PaletteKind
from desktop.domain.templates import TemplateRow
from desktop.ui.widgets.texts import DAYS, ago_text, count_text, day_text

if TYPE_CHECKING:
    from desktop.services import Services

_REMOVE_DEMO = "Remove demo data"
_MUCH_USE = 40  # sets lately
_RECENT_DAYS = 45


def read_known(services: Services, user_id: UUID, today: date) -> Index:
    """Everything of the log that can be found by its name."""
    choices = choices_of(services.library.rows(user_id), today)
    templates = services.templates.rows(user_id, with_archived=True)
    sessions = services.history.names(user_id)
    return Index(
        [
            *(_exercise(one, today) for one in choices),
            *(_template(one, today) for one in templates),
            *_sessions(sessions, today),
            *([_remove_demo()] if services.demo.find(user_id) else ()),
        ]
    )


def _remove_demo() -> Item:
    words = "sample example made-up"
    # after the button of the Today page, which does it at once
    return Item("setting demo", PaletteKind.SETTING, _REMOVE_DEMO, words=words, prior=0.3)


def _exercise(choice: Choice, today: date) -> Item:
    exercise, done = choice.row.exercise, choice.row.last_done
    words, common = plainness(choice)
    plain = max(0.0, 0.3 - 0.04 * words - 0.02 * common)
    prior = 1 - 0.6 * 0.5 ** (choice.weight / _MUCH_USE) if choice.weight else plain
    muscles = exercise.primary[0].label if exercise.primary else exercise.kind.label
    return Item(
        f"exercise {exercise.id.hex}",
        PaletteKind.EXERCISE,
        exercise.name,
        exercise.id,
        exercise.aliases,
        detail=ago_text(done, today) if done is not None else muscles,
        prior=prior,
    )


def _template(row: TemplateRow, today: date) -> Item:
    parts = [count_text(len(row.exercise_ids), "exercise")]
    if row.last_used is not None:
        parts.append(ago_text(row.last_used, today))
    if row.is_archived:
        parts.append("archived")
    if not row.is_own and row.owner:
        parts.append(f"of {row.owner}")
    return Item(
        f"template {row.id.hex}",
        PaletteKind.TEMPLATE,
        row.name,
        row.id,
        words=row.category,
        detail=" \N{MIDDLE DOT} ".join(parts),
        prior=0.2 if row.is_archived else 0.9,
    )


def _sessions(names: Iterable[SessionName], today: date) -> Iterable[Item]:
    texts: dict[date, str] = {}
    for one in names:
        if one.day not in texts:
            texts[one.day] = f"{DAYS[one.day.weekday()]} {day_text(one.day)}"
        age = max(0, (today - one.day).days)
        prior: float = 0.6 * 0.5 ** (age / _RECENT_DAYS)
        yield Item(
            f"session {one.id.hex}",
            PaletteKind.SESSION,
            one.name,
            one.id,
            detail=texts[one.day],
            prior=prior,
            day=one.day,
        )
