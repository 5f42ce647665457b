"""A report tells where an error happened, and nothing of what the user noted."""

from pathlib import Path

import pytest

from desktop import logs, reports

SECRETS = ("Push A", "Bench Press", "102.5", "sore knee", "lifter@localhost", "/home/someone")


def raised(kind: type[Exception], message: str) -> Exception:
    try:
        raise kind(message)
    except kind as fault:
        return fault


@pytest.mark.parametrize("kind", [ValueError, KeyError, RuntimeError, OSError])
def test_no_message_that_can_hold_what_was_noted(kind: type[Exception]) -> None:
    told = reports.trace_of(raised(kind, ", ".join(SECRETS)))
    assert not [secret for secret in SECRETS if secret in told]
    assert f"{kind.__name__}: (message left out)" in told
    assert "in raised" in told


def test_messages_of_many_lines_are_left_out_too() -> None:
    told = reports.trace_of(raised(ValueError, "Push A\nBench Press 102.5\n  sore knee"))
    assert not [secret for secret in SECRETS if secret in told]


def test_what_speaks_of_the_program_is_told() -> None:
    told = reports.trace_of(raised(AttributeError, "'Page' object has no attribute 'shown'"))
    assert "has no attribute 'shown'" in told


def test_the_chain_is_told() -> None:
    try:
        try:
            raise ValueError("Push A")
        except ValueError as first:
            raise RuntimeError("sore knee") from first
    except RuntimeError as fault:
        told = reports.trace_of(fault)
    assert "direct cause" in told
    assert "ValueError: (message left out)" in told


def test_paths_do_not_name_the_user() -> None:
    text = '  File "/home/someone/repbook/desktop/ui/today/page.py", line 12, in reload\n    x = 1'
    assert reports.scrubbed(text) == '  File "desktop/ui/today/page.py", line 12, in reload'


def test_the_last_lines_of_the_log(tmp_path: Path) -> None:
    logs.start(tmp_path)
    logs.fault(raised(ValueError, "Push A\nwith a sore knee"))
    logs.stop()
    told = reports.last_lines(tmp_path)
    assert "ERROR MainThread repbook" in told
    assert "ValueError: (message left out)" in told
    assert not [secret for secret in SECRETS if secret in told]


def test_without_a_log_there_are_no_lines(tmp_path: Path) -> None:
    assert reports.last_lines(tmp_path) == ""
    assert reports.crash_text(tmp_path) == ""


def test_empty_parts_have_no_heading() -> None:
    made = reports.report("Repbook report", [("Versions", "Qt 6"), ("Last lines", "")])
    assert made == "Repbook report\n\nVersions\nQt 6\n"
