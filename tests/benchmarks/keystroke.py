"""Typing in the library's search."""

from __future__ import annotations

import os
from functools import partial
from statistics import median
from uuid import UUID

from desktop.domain.collecting import no_collecting
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from tests.benchmarks.data import Log
from tests.benchmarks.measure import Figure, seconds

_EXERCISES = 1500
_TYPED = ("b", "be", "ben", "benc", "bench", "bench ", "bench p", "", "s", "sq", "squat", "")


def keystroke(log: Log) -> list[Figure]:
    """From the text that changes to the table painted, with 1,500 exercises."""
    with no_collecting():  # as in the program: workers may not find Qt's garbage
        return _keystroke(log)


def _keystroke(log: Log) -> list[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from desktop.ui.library.page import LibraryPage
    from desktop.ui.theme import Theme
    from tests.support import make_context

    services = log.copy("keystroke").open()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app)
    user = next(one for one in services.accounts.users() if one.id == log.user_id)
    with services.store.unit_of_work() as work:
        missing = _EXERCISES - len(services.library.all(user.id))
        work.exercises.add_all([_own(number, user.id) for number in range(missing)])
        work.commit()
    context = make_context(services, user)
    page = LibraryPage(context)
    page.resize(1080, 760)
    waiting = QEventLoop()
    page.loaded.connect(waiting.quit)
    page.show()
    waiting.exec()
    app.processEvents()

    def press(text: str) -> None:
        page.filters.search.setText(text)
        app.processEvents()

    times = [seconds(partial(press, text)) for _ in range(8) for text in _TYPED]
    page.close()
    page.deleteLater()
    context.tasks.close()
    services.close()
    assert theme is not None
    figures = [Figure("a key in the library's search, painted / limit", median(times), 0.030, 1.0)]
    worst = sorted(times)[-len(_TYPED)]
    return [*figures, Figure("the slowest keys of it / limit", worst, 0.030, 1.0)]


def _own(number: int, user_id: UUID) -> Exercise:
    return Exercise(
        new_id(),
        f"Bench variation {number}",
        ExerciseKind.WEIGHT_REPS,
        is_custom=True,
        created_by_user_id=user_id,
    )
