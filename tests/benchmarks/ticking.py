"""Ticking a set in the dock, and what is looked up around it."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.collecting import no_collecting
from desktop.domain.ids import new_id
from desktop.domain.session import WorkoutSession
from desktop.domain.session_edits import change_set
from desktop.domain.templates import TargetReps, TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit, Weight
from tests.benchmarks.data import Log
from tests.benchmarks.measure import Figure, alone, seconds
from tests.benchmarks.screen import Screen, screen

if TYPE_CHECKING:
    from PySide6.QtCore import QEventLoop, QObject
    from PySide6.QtWidgets import QWidget

    from desktop.services import Services
    from desktop.ui.session.dock import SessionDock

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
    from desktop.ui.session.dock import SessionDock

    times = []
    with screen(log) as shown:
        dock = SessionDock(shown.context)
        dock.resize(400, 900)
        dock.show()
        for _ in range(_WORKOUTS):
            times += _workout(shown, dock, log)
        dock.close()
        dock.deleteLater()
    worst = sorted(times)[int(len(times) * 0.99) - 1]
    return Figure("a tick on disk and painted, 99th percentile / limit", worst, 0.016, 1.0)


def _workout(shown: Screen, dock: SessionDock, log: Log) -> list[float]:
    """Tick every set of a session, then discard it: the seconds of each tick."""
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtTest import QTest

    waiting = QEventLoop()
    eye = _eye(waiting)
    dock.session_opened.connect(waiting.quit)

    def rest() -> None:
        """A moment between two sets, as short as nobody's is: what is finished has folded."""
        QTest.qWait(_MOMENT_MS)
        shown.settle()

    def tick(cell: QWidget) -> None:
        QTest.keyClick(cell, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        waiting.exec()

    services = shown.context.services
    session = _begin(services, log)
    dock.resume_open()
    waiting.exec()
    rest()
    times = []
    for one in session.all_sets():
        row = dock.grid.row_of(one.id)
        assert row is not None
        row.tick.installEventFilter(eye)
        times.append(seconds(partial(tick, row.cells[0])))
        row.tick.removeEventFilter(eye)
        rest()
    services.session.discard(session.id)
    dock.resume_open()
    while dock.controller.session is not None:
        rest()
    dock.session_opened.disconnect(waiting.quit)
    return times
