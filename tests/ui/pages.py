"""A log of real services behind a page, and the page shown with what it asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from pytestqt.qtbot import QtBot

from desktop.domain.accounts import User
from desktop.domain.changes import Changed, Kind
from desktop.domain.session import WorkoutSession
from desktop.domain.weight import Unit
from desktop.services import Services
from desktop.storage.database import FILE_NAME
from desktop.ui.context import Context
from desktop.ui.page import Page
from tests.support import (
    Lifts,
    add_session,
    fill_folder,
    kept_folder,
    make_context,
    make_services,
    make_user,
)

P = TypeVar("P", bound=Page)


@dataclass
class Log:
    """A profile's log and the context of its screens."""

    services: Services
    user: User
    context: Context

    def add(self, day: date, lifts: Lifts, name: str = "Workout") -> WorkoutSession:
        """Store a finished session without telling any view."""
        return add_session(self.services, self.user, day, lifts, name)

    def exercise(self, name: str) -> UUID:
        """The id of an exercise of the library."""
        return next(one.id for one in self.context.exercises.values() if one.name == name)

    def tell(self) -> None:
        """Say that sessions changed, as a write would."""
        self.context.notifier.tell(Changed.of(Kind.SESSIONS))


Fill = Callable[["Log"], None]


@contextmanager
def open_log(folder: Path, unit: Unit = Unit.KG, fill: Fill | None = None) -> Iterator[Log]:
    """A fresh log, closed at the end. fill: puts into it what is there; done once, then copied."""
    if fill is not None:
        fill_folder(folder / "data", _filled(fill, unit))
    services = make_services(folder)
    users = services.accounts.users()
    user = users[0] if users else make_user(services, unit=unit)
    context = make_context(services, user)
    yield Log(services, user, context)
    context.tasks.close()
    services.close()


@cache
def _filled(fill: Fill, unit: Unit) -> Path:
    """The data file of a log that was filled so."""
    folder = kept_folder()
    with open_log(folder, unit) as log:
        fill(log)
    return folder / "data" / FILE_NAME


def show(
    qtbot: QtBot, make: Callable[[Context], P], log: Log, size: tuple[int, int] = (1080, 716)
) -> P:
    """The page, shown and loaded."""
    page = make(log.context)
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitSignal(page.loaded):
        page.show()
    if log.context.tasks.is_busy:
        with qtbot.waitSignal(log.context.tasks.idle):
            pass
    return page
