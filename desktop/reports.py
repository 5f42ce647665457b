"""What a report of an error may tell: where it happened, and nothing of what the user noted.

A message of Python or of a database can hold a name, a note or a weight, so it is
left out unless its kind of error speaks of the program alone.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Sequence
from pathlib import Path

LOG, CRASH_LOG = "repbook.log", "crash.log"
WHAT_IS_IN_IT = (
    "The report holds versions, the place in the program and the last lines of the log. "
    "It holds no names, notes, exercises or weights: messages that could are left out."
)
_LINES = 60
# Their messages name types, attributes and modules.
_SPEAKING = frozenset(
    "AttributeError ImportError ModuleNotFoundError NameError NotImplementedError "
    "RecursionError TypeError UnboundLocalError ZeroDivisionError".split()
)
_LEFT_OUT = "(message left out)"
_HEAD = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ \S+ [\w.]+):")
_FRAME = re.compile(r'^\s*(?:\|\s*)?File "([^"]+)", line (\d+)(?:,)? in (.+)$')
_ERROR = re.compile(r"^([A-Za-z_][\w.]*(?:Error|Exception|Warning|Interrupt|Exit|Fault)\w*)(?::|$)")
_FIXED = (
    "Traceback (most recent call last):",
    "The above exception was the direct cause of the following exception:",
    "During handling of the above exception, another exception occurred:",
)
_CRASH = re.compile(
    r"^(?:Fatal Python error: [\w ]+|Windows fatal exception: [\w ]+|"
    r"(?:Current thread|Thread) 0x[0-9a-f]+(?: \[[\w-]*\])? \(most recent call first\):)$"
)


def trace_of(fault: BaseException) -> str:
    """Where an error came from, without what its message could tell."""
    return scrubbed("".join(traceback.format_exception(fault)))


def place_of(fault: BaseException) -> tuple[str, str]:
    """(file, line) of the innermost frame, of the program's own if there is one."""
    frames = traceback.extract_tb(fault.__traceback__)
    own = [frame for frame in frames if "desktop/" in _posix(frame)]
    found = own or frames
    return (_short(_posix(found[-1])), str(found[-1].lineno or "")) if found else ("", "")


def last_lines(folder: Path, count: int = _LINES) -> str:
    """The end of the log, without what its messages could tell; empty when there is none."""
    return scrubbed("\n".join(_read(folder / LOG).splitlines()[-count:]))


def scrubbed(text: str) -> str:
    """The lines of a log or a traceback that speak of the program alone."""
    return "\n".join(told for line in text.splitlines() if (told := _told(line)))


def _told(line: str) -> str:
    plain = line.strip()
    if frame := _FRAME.match(line):
        return f'  File "{_short(frame[1])}", line {frame[2]}, in {frame[3]}'
    if head := _HEAD.match(line):
        return head[1]
    if plain in _FIXED or _CRASH.match(plain):
        return plain
    if error := _ERROR.match(plain):
        name = error[1]
        if name.rsplit(".", 1)[-1] in _SPEAKING:
            return plain
        return f"{name}: {_LEFT_OUT}" if plain != name else name
    return ""


def crash_text(folder: Path) -> str:
    """What the crash of the last run left behind; empty when it left nothing."""
    return scrubbed(_read(folder / CRASH_LOG))


def report(title: str, parts: Sequence[tuple[str, str]]) -> str:
    """The report as it is copied: a title, and parts with their headings; empty ones are left."""
    told = [f"{heading}\n{text}" for heading, text in parts if text]
    return "\n\n".join([title, *told]) + "\n"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _posix(frame: traceback.FrameSummary) -> str:
    return frame.filename.replace("\\", "/")


def _short(path: str) -> str:
    """Without the folders above the program, which can hold the name of the user."""
    plain = path.replace("\\", "/")
    for part in ("desktop/", "site-packages/", "lib/python"):
        if f"/{part}" in plain:
            return part * (part == "desktop/") + plain.rsplit(f"/{part}", 1)[1]
    return plain if plain.startswith("desktop/") else plain.rsplit("/", 1)[-1]
