"""Runs the benchmarks: python -m tests.benchmarks [NAME...] [--sets N]."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.charting import charting
from tests.benchmarks.data import Log, make_log
from tests.benchmarks.files import export_csv, import_strong
from tests.benchmarks.keystroke import keystroke
from tests.benchmarks.measure import TITLE, Figure
from tests.benchmarks.palette import palette
from tests.benchmarks.reading import chart, records
from tests.benchmarks.start import start
from tests.benchmarks.ticking import ticking
from tests.benchmarks.writing import save_set

BENCHMARKS: dict[str, Callable[[Log], list[Figure]]] = {
    "start": start,
    "save": save_set,
    "ticking": ticking,
    "records": records,
    "chart": chart,
    "charting": charting,
    "keystroke": keystroke,
    "palette": palette,
    "import": import_strong,
    "export": export_csv,
}
_SETS = 100_000
_GROWTH = 1.0  # ten times the sets may take ten times as long
_UNCHANGED = 1.15


def main() -> int:
    """1 when something is over what it is allowed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument(
        "--sets",
        type=int,
        default=_SETS,
        help="more than 100,000: how much longer than with 100,000",
    )
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # without a screen Qt tells of every window what the platform cannot do
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    if unknown := set(chosen.names) - set(BENCHMARKS):
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    names = chosen.names or list(BENCHMARKS)
    # beside the project, not in memory: a save is as durable as the disk is
    Path("build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="benchmarks-", dir="build") as folder:
        base = Path(folder).absolute()
        figures = _measure(names, make_log(base / "log", min(chosen.sets, _SETS)), shown=True)
        if chosen.sets > _SETS:
            big = make_log(base / "big" / "log", chosen.sets)
            figures += _compared(_measure(names, big, shown=False), figures, chosen.sets)
    over = [figure for figure in figures if figure.is_over]
    print(f"\n{len(figures) - len(over)} ok, {len(over)} over")
    return int(bool(over))


def _measure(names: list[str], log: Log, *, shown: bool) -> list[Figure]:
    if shown:
        print(TITLE, flush=True)
    figures = []
    for name in names:
        for figure in BENCHMARKS[name](log):
            figures.append(figure)
            if shown:
                print(figure.line(), flush=True)
    return figures


def _compared(big: list[Figure], small: list[Figure], sets: int) -> list[Figure]:
    """How much longer it takes with more sets; the start does not."""
    found = []
    print(f"\n{TITLE}   (ours: {sets:,} sets, floor: {_SETS:,})")
    for more, less in zip(big, small, strict=True):
        stays = any(word in more.name for word in ("first", "memory", "key"))
        allowed = _UNCHANGED if stays else _GROWTH * sets / _SETS
        name = more.name.split(" / ")[0]
        found.append(Figure(name, more.ours, less.ours, allowed, more.is_memory))
        print(found[-1].line(), flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
