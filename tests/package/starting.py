"""How long the packaged program takes to its first paint, beside the same from source."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.package.screen import Screen

_ROUNDS = 9
_ALLOWED = 1.3


def main(executable: Path) -> int:
    """Print both and their ratio; 1 when the packaged one takes too long."""
    kinds = {"source": [sys.executable, "-m", "desktop"], "package": [str(executable)]}
    taken: dict[str, list[float]] = {kind: [] for kind in kinds}
    with tempfile.TemporaryDirectory(prefix="repbook-") as folder:
        data = str(Path(folder) / "log")
        subprocess.run(
            [*kinds["source"], "stats", "--data", data], check=True, stdout=subprocess.DEVNULL
        )
        screen = Screen(Path(folder), with_manager=False)
        try:
            for number in range(_ROUNDS + 1):
                for kind, command in kinds.items():
                    seconds = _first_paint(screen, [*command, "--data", data])
                    if number:  # the first round fills the caches
                        taken[kind].append(seconds)
        finally:
            screen.close()
    source, package = median(taken["source"]), median(taken["package"])
    ratio = package / source
    print(
        f"first paint, medians of {_ROUNDS} in turns: package {package * 1000:.0f} ms, "
        f"source {source * 1000:.0f} ms, ratio {ratio:.2f} (at most {_ALLOWED})"
    )
    return int(ratio > _ALLOWED)


def _first_paint(screen: Screen, command: list[str]) -> float:
    """Seconds from the start of the process to the first pixels of its window."""
    before = screen.middle()
    began = time.monotonic()
    process = subprocess.Popen(command, env={**os.environ, "QT_QPA_PLATFORM": "xcb"})
    try:
        while screen.middle() == before:
            if time.monotonic() - began > 60:
                raise SystemExit(f"{command[0]} paints nothing")
            time.sleep(0.002)
        return time.monotonic() - began
    finally:
        process.terminate()
        process.wait()
        # the next one needs an empty screen
        screen.until(lambda: screen.middle() == before, "an empty screen")
