"""The log file: faults with where they came from, also those that nobody caught."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import logs


@pytest.fixture
def told() -> list[BaseException]:
    return []


@pytest.fixture
def log(tmp_path: Path, told: list[BaseException]) -> Iterator[Path]:
    yield logs.start(tmp_path, told.append)
    logs.stop()


def failed() -> ValueError:
    try:
        raise ValueError("half a rep")
    except ValueError as fault:
        return fault


def test_a_fault_is_written_with_its_place(log: Path) -> None:
    logs.fault(failed())
    text = log.read_text(encoding="utf-8")
    assert "ValueError: half a rep" in text
    assert "in failed" in text


def test_what_nobody_caught_is_written_and_told(
    log: Path, told: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    fault = failed()
    sys.excepthook(ValueError, fault, fault.__traceback__)
    assert "uncaught" in log.read_text(encoding="utf-8")
    assert told == [fault]
    assert "half a rep" in capsys.readouterr().err


def test_what_a_thread_did_not_catch_is_written(
    log: Path, told: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    fault = failed()
    args = threading.ExceptHookArgs((ValueError, fault, fault.__traceback__, None))
    threading.excepthook(args)
    assert "half a rep" in log.read_text(encoding="utf-8")
    assert told == [fault]


def test_what_comes_with_every_paint_does_not_flood_the_log(
    log: Path, told: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(50):
        fault = failed()
        sys.excepthook(ValueError, fault, fault.__traceback__)
    assert log.read_text(encoding="utf-8").count("half a rep") == 10, "five, in source and message"
    assert len(told) == 50, "who counts them hears of all"
    capsys.readouterr()


def test_stopping_gives_the_hooks_back(tmp_path: Path) -> None:
    logs.start(tmp_path)
    logs.stop()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__


def test_a_folder_that_cannot_be_written_is_no_second_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.start(tmp_path / "missing")
    logs.fault(failed())
    logs.stop()
    assert not capsys.readouterr().err
