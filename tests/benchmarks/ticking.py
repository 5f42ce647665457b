"""Ticking a set in the dock, and what is looked up around it."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.domain.collecting import no_collecting
from desktop.domain.ids import new_id
from desktop.domain.session import WorkoutSession
from desktop.domain.session_edits import change_set
from desktop.domain.templates import TargetReps, TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit, Weight
from tests.benchmarks.data import Log
from tests.benchmarks.measure import Figure, alone, seconds

if TYPE_CHECKING:
    from PySide6.QtCore import QEventLoop, QObject

    from desktop.services import Services

_EXERCISES, _SETS = 6, 5
_WORKOUTS = 4
_MOMENT_MS = 300
_ROUNDS = 101


def ticking(log: Log) -> list[Figure]:
    """Two limits in milliseconds: what a lifter waits for, and what is read for it."""
    from desktop.ui.tasks import SWITCH_SECONDS

    usual = sys.getswitchinterval()
    with no_collecting():  # as in the program: workers may not find Qt's garbage
        figures = _look_ups(log.copy("look-ups"))
        sys.setswitchinterval(SWITCH_SECONDS)
        figures.append(_ticks(log.copy("ticks")))
        sys.setswitchinterval(usual)
    return figures


def _begin(services: Services, log: Log) -> WorkoutSession:
    """A session by a template of the exercises that were done most lately."""
    lines = tuple(
        TemplateExercise(new_id(), key, _SETS, TargetReps(5, 5), Weight.of(100, Unit.KG))
        for key in services.progress.used(log.user_id)[:_EXERCISES]
    )
    template = WorkoutTemplate(new_id(), log.user_id, "Long one", exercises=lines)
    services.templates.save(log.user_id, template)
    return services.session.start(log.user_id, template.id)


def _look_ups(log: Log) -> list[Figure]:
    """Last time's sets of the whole session, and the records of the exercise just ticked."""
    services = log.open()
    session = _begin(services, log)
    exercise = session.exercises[0]
    done = replace(exercise.sets[0], completed_at=datetime.now(UTC))
    session = change_set(session, done)
    services.session.save_set(session, exercise.id, done)
    keys = [one.exercise_id for one in session.exercises if one.exercise_id]

    def both() -> None:
        services.session.previous(log.user_id, keys, session.started_at, session.template_id)
        services.session.records_fallen(session, keys[:1])

    taken = alone(both, _ROUNDS)
    services.close()
    return [Figure("previous sets and records of a tick / limit", taken, 0.002, 1.0)]


def _eye(waiting: QEventLoop) -> QObject:
    """An event filter that ends the wait once a tick is painted as done."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Eye(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and getattr(watched, "is_done", False):
                QTimer.singleShot(0, waiting.quit)  # when the paint is over
            return False

    return Eye()


def _ticks(log: Log) -> Figure:
    """From the key to the tick on disk and on the screen: the 99th percentile."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from desktop.ui.session.dock import SessionDock
    from desktop.ui.theme import Theme
    from tests.support import make_context

    services = log.open()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app)
    user = next(one for one in services.accounts.users() if one.id == log.user_id)
    context = make_context(services, user)
    dock = SessionDock(context)
    dock.resize(400, 900)
    waiting = QEventLoop()
    dock.session_opened.connect(waiting.quit)
    dock.show()

    eye = _eye(waiting)
    times = []

    def rest() -> None:
        """A moment between two sets, as short as nobody's is: what is finished has folded."""
        QTest.qWait(_MOMENT_MS)
        while context.tasks.is_busy:
            app.processEvents()

    for _ in range(_WORKOUTS):
        session = _begin(services, log)
        dock.resume_open()
        waiting.exec()
        rest()
        for one in session.all_sets():
            row = dock.grid.row_of(one.id)
            assert row is not None
            key = (row.cells[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            row.tick.installEventFilter(eye)

            def tick(key: tuple[object, ...] = key) -> None:
                QTest.keyClick(*key)  # type: ignore[call-overload]
                waiting.exec()

            times.append(seconds(tick))
            row.tick.removeEventFilter(eye)
            rest()
        services.session.discard(session.id)
        dock.resume_open()
        while dock.controller.session is not None:
            rest()
    dock.close()
    dock.deleteLater()
    context.tasks.close()
    services.close()
    assert theme is not None
    worst = sorted(times)[int(len(times) * 0.99) - 1]
    return Figure("a tick on disk and painted, 99th percentile / limit", worst, 0.016, 1.0)
