"""Typing in the library's search."""

from __future__ import annotations

from functools import partial
from statistics import median
from uuid import UUID

from desktop.domain.collecting import no_collecting
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from tests.benchmarks.data import Log
from tests.benchmarks.measure import Figure, seconds
from tests.benchmarks.screen import screen

_EXERCISES = 1500
_TYPED = ("b", "be", "ben", "benc", "bench", "bench ", "bench p", "", "s", "sq", "squat", "")


def keystroke(log: Log) -> list[Figure]:
    """From the text that changes to the table painted, with 1,500 exercises."""
    with no_collecting():  # as in the program: workers may not find Qt's garbage
        return _keystroke(log)


def _keystroke(log: Log) -> list[Figure]:
    from desktop.ui.library.page import LibraryPage

    log = log.copy("keystroke")
    _add_exercises(log)
    with screen(log) as shown:
        page = LibraryPage(shown.context)
        shown.show(page, (1080, 760), page.loaded)
        shown.app.processEvents()

        def press(text: str) -> None:
            page.filters.search.setText(text)
            shown.app.processEvents()

        times = [seconds(partial(press, text)) for _ in range(8) for text in _TYPED]
        page.close()
        page.deleteLater()
    figures = [Figure("a key in the library's search, painted / limit", median(times), 0.030, 1.0)]
    worst = sorted(times)[-len(_TYPED)]
    return [*figures, Figure("the slowest keys of it / limit", worst, 0.030, 1.0)]


def _add_exercises(log: Log) -> None:
    services = log.open()
    with services.store.unit_of_work() as work:
        missing = _EXERCISES - len(services.library.all(log.user_id))
        work.exercises.add_all([_own(number, log.user_id) for number in range(missing)])
        work.commit()
    services.close()


def _own(number: int, user_id: UUID) -> Exercise:
    return Exercise(
        new_id(),
        f"Bench variation {number}",
        ExerciseKind.WEIGHT_REPS,
        is_custom=True,
        created_by_user_id=user_id,
    )
