"""One window for one data folder, also after a crash."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.ui.instance import Instance

ASK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.ui.instance import Instance
app = QCoreApplication([])
instance = Instance(Path(sys.argv[1]))
if instance.claim():
    print("claimed", flush=True)
    if sys.argv[2:] == ["die"]:
        import os
        os._exit(1)
else:
    print("raised" if instance.ask_to_raise() else "deaf", flush=True)
"""


def start(folder: Path, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ASK, str(folder), *more], stdout=subprocess.PIPE, text=True
    )


def test_a_second_start_raises_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    first = Instance(tmp_path)
    assert first.claim()
    first.listen()
    with qtbot.waitSignal(first.raise_asked, timeout=20000):
        second = start(tmp_path)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20000)
    assert second.communicate()[0] == "raised\n"
    first.release()


def test_a_deaf_first_is_told_apart(tmp_path: Path, qtbot: QtBot) -> None:
    first = Instance(tmp_path)
    assert first.claim()
    second = start(tmp_path)
    assert second.communicate(timeout=30)[0] == "deaf\n"
    first.release()


def test_what_a_crash_left_is_no_hindrance(tmp_path: Path, qtbot: QtBot) -> None:
    crashed = start(tmp_path, "die")
    assert crashed.communicate(timeout=30)[0] == "claimed\n"
    assert (tmp_path / "window.lock").exists()
    next_one = Instance(tmp_path)
    assert next_one.claim()
    next_one.listen()
    next_one.release()


def test_another_folder_is_another_log(tmp_path: Path, qtbot: QtBot) -> None:
    one, other = Instance(tmp_path), Instance(tmp_path / "other")
    (tmp_path / "other").mkdir()
    assert one.claim()
    assert other.claim()
    one.release()
    other.release()


def test_where_no_lock_can_be_written_the_window_opens_to_say_why(tmp_path: Path) -> None:
    nowhere = Instance(tmp_path / "missing")
    assert nowhere.claim()
    nowhere.release()
