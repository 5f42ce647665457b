"""What tests of several floors need: services over a fresh data file, sessions to look at."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.bootstrap import build
from desktop.domain.accounts import User
from desktop.domain.errors import RepbookError
from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet, SessionExercise, WorkoutSession
from desktop.domain.weight import Unit, Weight
from desktop.services import Services
from desktop.storage.database import FILE_NAME

if TYPE_CHECKING:
    from desktop.ui.context import Context

NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
Lifts = Sequence[tuple[str, Sequence[tuple[float, ...]]]]


class FakeClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **spans: float) -> None:
        self.now += timedelta(**spans)


class FakeKeychain:
    """A keychain in memory; `missing` makes it one that is not there."""

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}
        self.missing = False

    def get(self, name: str) -> str | None:
        self._require()
        return self.secrets.get(name)

    def set(self, name: str, secret: str) -> None:
        self._require()
        self.secrets[name] = secret

    def delete(self, name: str) -> None:
        self._require()
        self.secrets.pop(name, None)

    def _require(self) -> None:
        if self.missing:
            raise RepbookError("There is no keychain on this computer.")


def kept_folder() -> Path:
    """A folder that stays until all tests are done."""
    folder = Path(tempfile.mkdtemp(prefix="repbook-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _filled() -> Path:
    folder = kept_folder()
    build(folder, FakeClock(), FakeKeychain()).close()
    return folder / FILE_NAME


def fill_folder(folder: Path, source: Path | None = None) -> Path:
    """Put a data file there, where none is: a copy of the source, or of one with the library.

    Filling one takes longer than most tests.
    """
    file = folder / FILE_NAME
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source or _filled(), file)
    return folder


def make_services(
    folder: Path,
    clock: Callable[[], datetime] | None = None,
    keychain: FakeKeychain | None = None,
) -> Services:
    """Services over the data in a folder, with the library filled."""
    data = fill_folder(folder / "data")
    return build(data, clock or FakeClock(), keychain or FakeKeychain())


def make_user(services: Services, name: str = "Lifter", unit: Unit = Unit.KG) -> User:
    """A profile in UTC whose weeks start on Monday."""
    from dataclasses import replace

    user = services.accounts.add(name, f"{name.lower()}@localhost", "UTC", unit)
    preferences = replace(services.accounts.preferences(user.id), first_weekday=0)
    services.accounts.save_preferences(user.id, preferences)
    return user


def make_context(services: Services, user: User | None = None) -> Context:
    """A context for screens; close its tasks at the end of the test (context.tasks.close())."""
    from desktop.ui.context import Context
    from desktop.ui.notifier import Notifier
    from desktop.ui.tasks import Tasks
    from desktop.ui.undo import UndoStack

    user = user or make_user(services)
    return Context(
        services,
        user,
        services.accounts.preferences(user.id),
        services.library.all(user.id),
        Tasks(),
        Notifier(),
        UndoStack(),
    )


def _key_of(services: Services, user: User, name: str) -> UUID:
    """An exercise by its name; to read the whole library for each would take longer than most."""
    found = (
        "SELECT id FROM exercises WHERE name = ?"
        " AND (created_by_user_id IS NULL OR created_by_user_id = ?)"
    )
    with services.store.reading() as connection:
        ((key,),) = connection.execute(found, (name, user.id.bytes))
    return UUID(bytes=key)


def session_of(
    services: Services, user: User, day: date, lifts: Lifts, name: str = "Workout"
) -> WorkoutSession:
    """A finished session: for each exercise its sets as (kg, reps) or (kg, reps, RPE)."""
    start = datetime.combine(day, time(18), UTC)
    end = start + timedelta(hours=1)
    exercises = tuple(
        SessionExercise(
            id=new_id(),
            exercise_id=_key_of(services, user, exercise),
            completed_at=end,
            sets=tuple(
                ExerciseSet(
                    id=new_id(),
                    weight=Weight.of(values[0], Unit.KG) if values[0] else None,
                    reps=int(values[1]),
                    rpe=values[2] if len(values) > 2 else None,
                    completed_at=end,
                )
                for values in sets
            ),
        )
        for exercise, sets in lifts
    )
    return WorkoutSession(
        id=new_id(),
        user_id=user.id,
        name=name,
        session_date=day,
        started_at=start,
        ended_at=end,
        duration_minutes=60,
        exercises=exercises,
    )


def add_session(
    services: Services, user: User, day: date, lifts: Lifts, name: str = "Workout"
) -> WorkoutSession:
    """Store a finished session and return it."""
    session = session_of(services, user, day, lifts, name)
    services.session.save(session)
    return session
