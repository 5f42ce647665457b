"""From the start of the process to the first paint and to the first page; and the memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from tests.benchmarks.data import Log
from tests.benchmarks.measure import Figure

_ROUNDS = 11
_KINDS = ("empty", "query", "ours")


def start(log: Log) -> list[Figure]:
    """Without a screen, and on a bare X server where there is one."""
    figures = _on("offscreen", log, dict(os.environ, QT_QPA_PLATFORM="offscreen"))
    with _x_server() as display:
        if display:
            environment = dict(os.environ, QT_QPA_PLATFORM="xcb", DISPLAY=display)
            figures += _on("xcb", log, environment)
    return figures


def _on(platform: str, log: Log, environment: dict[str, str]) -> list[Figure]:
    found: dict[str, list[dict[str, float]]] = {kind: [] for kind in _KINDS}
    for number in range(_ROUNDS + 1):
        for kind in _KINDS:
            moments = _run(kind, log, environment)
            if number:  # the first round fills the caches
                found[kind].append(moments)

    def middle(kind: str, moment: str) -> float:
        return median(one[moment] for one in found[kind])

    return [
        Figure(
            f"first paint ({platform}) / empty window",
            middle("ours", "painted"),
            middle("empty", "painted"),
            1.3,
        ),
        Figure(
            f"first page ({platform}) / window + SQLAlchemy + query",
            middle("ours", "filled"),
            middle("query", "filled"),
            1.2,
        ),
        Figure(
            f"memory then ({platform}) / the same process",
            middle("ours", "peak"),
            middle("query", "peak"),
            1.3,
            is_memory=True,
        ),
    ]


def _run(kind: str, log: Log, environment: dict[str, str]) -> dict[str, float]:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.windows", kind, str(log.folder)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=120,
    )
    moments = {}
    for line in done.stdout.splitlines():
        name, value = line.split()
        moments[name] = float(value) - (0 if name == "peak" else begun)
    return moments


@contextmanager
def _x_server() -> Iterator[str]:
    """A bare X server of our own; '' where there is none."""
    if shutil.which("Xvfb") is None:
        yield ""
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
