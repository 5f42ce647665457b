"""An error of our own: one calm dialog, the data checked, a report without what was noted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop.domain.errors import RepbookError
from desktop.services import Services
from desktop.ui.fault_dialog import FaultDialog
from desktop.ui.guard import Guard
from desktop.ui.main_window import MainWindow
from tests.ui.pages import Log, open_log
from tests.ui.shell import Made, make_window

DAY = date(2026, 11, 19)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with open_log(tmp_path) as made:
        made.add(DAY, [("Bench Press (Barbell)", [(100, 5)])], "Push A")
        yield made


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, log: Log) -> MainWindow:
    made = make_window(qapp, tmp_path, Made())
    qtbot.addWidget(made)
    made.show()
    made.open_profile(log.context)
    qtbot.waitUntil(lambda: not log.context.tasks.is_busy)
    return made


def fail(words: str = "Push A") -> Exception:
    try:
        raise ValueError(words)
    except ValueError as fault:
        return fault


def fail_elsewhere() -> Exception:
    try:
        return int("Push A")  # type: ignore[return-value]
    except ValueError as fault:
        return fault


def dialogs(window: MainWindow) -> list[FaultDialog]:
    return [one for one in window.findChildren(FaultDialog) if one.isVisible()]


def test_the_data_is_checked_and_the_words_say_so(
    window: MainWindow, log: Log, qtbot: QtBot
) -> None:
    window.show_fault(fail())
    (dialog,) = dialogs(window)
    assert dialog.safe.text() == "Checking your data\N{HORIZONTAL ELLIPSIS}"
    qtbot.waitUntil(lambda: "whole" in dialog.safe.text())
    assert dialog.what.text() == "Repbook made an error and left a step undone."
    assert "The last set was saved 20 Nov 2026 at 17:00" in dialog.safe.text() or (
        "The last set was saved today at 17:00" in dialog.safe.text()
    )
    assert "You can go on" in dialog.advice.text()
    dialog.go_on.click()
    assert dialogs(window) == []


def test_damage_is_not_called_safe(
    window: MainWindow, log: Log, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = log.services.store.database
    monkeypatch.setattr(database, "check", lambda quick=False: ["Page 7 is never used"])
    window.show_fault(fail())
    (dialog,) = dialogs(window)
    qtbot.waitUntil(lambda: "Page 7" in dialog.safe.text())
    assert "safe" not in dialog.safe.text()
    assert "make a copy" in dialog.safe.text()
    dialog.reject()


def test_a_check_that_fails_is_told(
    window: MainWindow, log: Log, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: object, user_id: object, *, quick: bool = True) -> None:
        raise RepbookError("The disk does not answer.")

    monkeypatch.setattr(type(log.services.recovery), "look", broken)
    window.show_fault(fail())
    (dialog,) = dialogs(window)
    qtbot.waitUntil(lambda: "could not be checked" in dialog.safe.text())
    dialog.reject()


def test_the_report_is_copied_and_holds_nothing_of_the_log(window: MainWindow) -> None:
    window.show_fault(fail("Push A with Bench Press (Barbell) 102.5"))
    (dialog,) = dialogs(window)
    assert dialog.text.isHidden()
    dialog.copy.click()
    copied = QApplication.clipboard().text()
    assert copied == dialog.text.toPlainText()
    assert dialog.text.isVisible(), "what was copied is to be seen"
    assert "It holds no names" in dialog.inside.text()
    for told in ("Repbook 0.1.0", "PySide6", "ValueError", "test_faults.py", "in fail"):
        assert told in copied
    for noted in ("Push A", "Bench Press", "102.5"):
        assert noted not in copied
    dialog.reject()


def test_the_same_error_does_not_flood(window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(40):
        window.show_fault(fail())
    (dialog,) = dialogs(window)
    assert dialog.again.text() == "It has happened 40 times by now."
    dialog.reject()
    window.show_fault(fail())
    assert dialogs(window) == []
    assert window.status.said.text().startswith("The same error happened again.")


def test_another_error_goes_into_the_open_report(window: MainWindow) -> None:
    window.show_fault(fail())
    window.show_fault(fail_elsewhere())
    (dialog,) = dialogs(window)
    assert "Error 2" in dialog.text.toPlainText()
    dialog.reject()


def test_restart_is_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    window.show_fault(fail())
    with qtbot.waitSignal(window.dialogs.restart_wanted):
        dialogs(window)[0].restart.click()


def test_a_fault_of_the_surroundings_stays_in_the_strip(window: MainWindow) -> None:
    window.show_fault(RepbookError("The disk is full.", "Free some space."))
    assert dialogs(window) == []
    assert window.strip.isVisible()


def test_without_a_profile_no_data_is_claimed_safe(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(qapp, tmp_path, Made())
    qtbot.addWidget(window)
    window.show()
    window.show_fault(fail())
    (dialog,) = dialogs(window)
    assert dialog.safe.text() == "No log was open, so nothing in it could change."
    dialog.reject()


def test_an_error_in_a_slot_opens_the_dialog(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    def slot() -> None:
        raise ValueError("Push A")

    guard = Guard(window, tmp_path)
    hook = sys.excepthook
    with capture_exceptions() as caught:  # which takes the hook; the program has its own
        sys.excepthook = hook
        QTimer.singleShot(0, slot)
        qtbot.waitUntil(lambda: bool(dialogs(window)))
    assert not caught
    assert "Push A" in (tmp_path / "repbook.log").read_text(encoding="utf-8"), "the log stays here"
    dialogs(window)[0].reject()
    stop(guard)
    capsys.readouterr()


def stop(guard: Guard) -> None:
    from desktop import logs

    logs.stop()
    guard.deleteLater()


def test_what_is_there_after_an_unexpected_end(
    window: MainWindow, log: Log, tmp_path: Path, qtbot: QtBot
) -> None:
    start_session(log.services, log)
    (tmp_path / "crash.log").write_text(
        "Fatal Python error: Segmentation fault\n\nCurrent thread 0x01 (most recent call first):\n"
        '  File "/home/someone/desktop/ui/page.py", line 3 in reload\n',
        encoding="utf-8",
    )
    guard = Guard(window, tmp_path)
    guard._crash = "Fatal Python error: Segmentation fault"
    guard.was_left = True
    guard.tell_end()
    qtbot.waitUntil(window.strip.isVisible)
    assert window.strip.text.text() == (
        "Repbook ended unexpectedly the last time. Your session Pull B with 1 ticked set is open "
        "again. The log was checked and is whole."
    )
    window.strip.more.click()
    (dialog,) = dialogs(window)
    assert "Segmentation fault" in dialog.text.toPlainText()
    dialog.reject()
    stop(guard)


def start_session(services: Services, log: Log) -> None:
    from dataclasses import replace

    last = services.history.rows(log.user.id)[0]
    session = services.session.start(log.user.id, None, last.id, name="Pull B")
    first = session.exercises[0]
    done = replace(first.sets[0], completed_at=session.started_at)
    services.session.save(
        replace(session, exercises=(replace(first, sets=(done, *first.sets[1:])),))
    )
