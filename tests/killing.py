"""Kills the program in the middle of a workout, again and again: python -m tests.killing [TIMES].

A lifter ticks one set after the other by keyboard, in a real dock over a real
data file; the process is killed (SIGKILL) at a random moment. After each kill
the data file must be sound, the same session open, and every set whose tick
was shown must be ticked in it.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from desktop.domain.ids import new_id
from desktop.domain.templates import TargetReps, TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit, Weight
from tests.support import make_services, make_user

_EXERCISES = ("Bench Press (Barbell)", "Squat (Barbell)", "Deadlift (Barbell)")
_SETS = 60
_LONGEST = 0.5  # seconds of lifting before the kill
_PATIENCE = 60

_ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}

LIFTER = """
import gc
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop.bootstrap import build
from desktop.ui.garbage import GarbageCollector
from desktop.ui.session.dock import SessionDock
from tests.support import make_context

gc.disable()
app = QApplication([])
collector = GarbageCollector(app)
services = build(Path(sys.argv[1]))
context = make_context(services, services.accounts.users()[0])
dock = SessionDock(context)
dock.show()
told = set()

def say():
    for row in dock.grid.rows():
        if row.tick.is_done and row.set_id not in told:
            told.add(row.set_id)
            print("ticked", row.set_id, flush=True)

def tick():
    rows = [row for row in dock.grid.rows() if not row.tick.is_done and not row.tick.is_saving]
    if rows:
        QTest.keyClick(rows[0].cells[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

def begin():
    print("opened", dock.controller.current().id, flush=True)
    say()
    tick()

def kept():
    say()
    QTimer.singleShot(0, tick)

dock.session_opened.connect(begin)
dock.controller.tick_kept.connect(kept)
dock.resume_open()
app.exec()
"""


class KilledLog:
    """A log whose program is killed; checks after each kill what is left of it.

    ticked: every set whose tick was ever shown. open_since: the session that
    has to be open.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ticked: set[str] = set()
        services = make_services(folder)
        user = make_user(services)
        known = {one.name: one.id for one in services.library.all(user.id).values()}
        lines = tuple(
            TemplateExercise(
                new_id(), known[name], _SETS, TargetReps(5, 5), Weight.of(100, Unit.KG)
            )
            for name in _EXERCISES
        )
        template = WorkoutTemplate(new_id(), user.id, "Long one", exercises=lines)
        services.templates.save(user.id, template)
        self._user_id, self._template_id = user.id, template.id
        self.open_since = self._start(services.session.start(user.id, template.id).id)
        services.close()

    def lift_and_die(self, at_least: int = 0) -> int:
        """Lift, be killed, look at what is left; the number of ticks that were shown.

        at_least: so many before the kill.
        """
        opened, shown = _run(self.folder / "data", at_least)
        assert opened == str(self.open_since), "another session came back"
        self.ticked |= shown
        services = make_services(self.folder)
        stored = services.session.open_session(self._user_id)
        assert stored is not None, "no session is open any more"
        assert stored.id == self.open_since, "another session is open"
        done = {str(one.id) for one in stored.all_sets() if one.completed_at is not None}
        assert self.ticked <= done, f"{len(self.ticked - done)} ticked sets are lost"
        # only the one that was on its way may be there unsaid
        assert len(done - self.ticked) <= 1, "sets are ticked that nobody ticked"
        assert services.check() == []
        self.ticked = done
        if sum(one.completed_at is None for one in stored.all_sets()) < _SETS:
            services.session.finish(stored)
            session = services.session.start(self._user_id, self._template_id)
            self.open_since = self._start(session.id)
        services.close()
        return len(shown)

    def _start(self, session_id: UUID) -> UUID:
        self.ticked = set()
        return session_id


def _run(folder: Path, at_least: int) -> tuple[str, set[str]]:
    """Let the lifter begin and kill it; the session it opened and the sets it showed as ticked."""
    child = subprocess.Popen(
        [sys.executable, "-c", LIFTER, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | _ENVIRONMENT,
    )
    assert child.stdout is not None
    opened = child.stdout.readline().split()
    lines = [child.stdout.readline() for _ in range(at_least)]
    with suppress(subprocess.TimeoutExpired):
        child.wait(random.uniform(0, _LONGEST))
    child.kill()
    lines += child.communicate(timeout=_PATIENCE)[0].splitlines()
    assert opened[:1] == ["opened"], "no session was opened"
    # the last line may have been cut
    ids = [line.split()[1] for line in lines if line.startswith("ticked ")]
    return opened[1], {one for one in ids if len(one) == len(str(UUID(int=0)))}


def main(arguments: list[str]) -> int:
    """Kill so many times (200 unless told), and say what came of it."""
    times = int(arguments[0]) if arguments else 200
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        log = KilledLog(Path(folder))
        shown = 0
        for number in range(1, times + 1):
            shown += log.lift_and_die()
            if number % 20 == 0 or number == times:
                print(f"{number} kills: no ticked set lost, {shown} ticks shown", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
