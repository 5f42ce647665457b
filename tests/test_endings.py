"""A real program that is killed, and what its next start says; one that is asked to end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import make_services, make_user

# Runs the program as it is, and says what stands above the page.
PROGRAM = """
import faulthandler, os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop import __main__, app
from desktop.app import Program

how = sys.argv[2]
started = Program._finish_start

def finish(self):
    started(self)
    self.window.say_told = QTimer(self.window)
    self.window.say_told.timeout.connect(lambda: look(self))
    self.window.say_told.start(20)

def look(self):
    if self.tasks.is_busy or self.window.context is None:
        return
    self.window.say_told.stop()
    if self.window._strip is not None and self.window.strip.isVisible():
        print("said", self.window.strip.text.text(), flush=True)
        if self.window.strip.more.isVisible():
            self.window.strip.more.click()
            dialog = self.window.dialogs.faults.parent().findChild(app.QObject, "faultDialog")
            print("report", dialog.text.toPlainText().replace(chr(10), " | "), flush=True)
    print("ready", flush=True)
    if how == "crash":
        faulthandler._sigsegv()
    if how == "close":
        self.window.close()

Program._finish_start = finish
sys.exit(__main__.main(["--data", sys.argv[1]]))
"""
PATIENCE = 120
AFTER = (
    "Repbook ended unexpectedly the last time. Your session Push A is open again. "
    "The log was checked and is whole."
)


def run(folder: Path, how: str) -> tuple[subprocess.Popen[str], list[str]]:
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder / "data"), how],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ
        | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"},
    )
    assert child.stdout is not None
    told = []
    for line in child.stdout:
        if line == "ready\n":
            break
        told.append(line.strip())
    return child, told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    services = make_services(tmp_path)
    user = make_user(services)
    services.session.start(user.id, name="Push A")
    services.close()
    return tmp_path


def end(child: subprocess.Popen[str], number: int | None) -> int:
    if number is not None:
        child.send_signal(number)
    code = child.wait(PATIENCE)
    assert child.stdout is not None
    child.stdout.close()
    return code


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_after_a_kill_the_next_start_says_what_is_there(folder: Path) -> None:
    child, told = run(folder, "wait")
    assert told == [], "there is nothing to say the first time"
    end(child, signal.SIGKILL)
    child, told = run(folder, "close")
    assert told == [f"said {AFTER}"]
    assert end(child, None) == 0
    child, told = run(folder, "wait")
    assert told == [], "it ended as it should"
    assert end(child, signal.SIGTERM) == 0, "the system's wish to end is heard"
    child, told = run(folder, "close")
    assert told == []
    end(child, None)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_after_a_crash_its_report_is_offered(folder: Path) -> None:
    child, _ = run(folder, "crash")
    assert end(child, None) == -signal.SIGSEGV
    child, told = run(folder, "close")
    assert told[0].startswith("said Repbook ended unexpectedly")
    assert "Fatal Python error: Segmentation fault" in told[1]
    assert "in look" in told[1]
    end(child, None)
