"""Judges the trend on real histories: python -m tests.judge_trend FOLDER [--warm-up N].

Every export in the folder is brought in as the program does it. Of each
exercise with 20 sessions or more, from the sixth session on, the trend of the
sessions before one foretells its best e1RM. Three simple rivals foretell the
same sessions: the last value, the mean of the last five, the best so far.
Printed are mean absolute errors in kg and in percent of the exercise's median,
how many sessions fell inside the 80 % band, and how wide the band is.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from desktop.analysis.trend import LEAST_SESSIONS, trend
from desktop.analysis.trend_forecast import Floats
from desktop.domain.errors import RepbookError
from desktop.services import Services
from tests.support import make_services, make_user

LEAST = 20
RIVALS = ("last value", "mean of five", "best so far")
COLUMNS = ("trend", *RIVALS)


class Judged(NamedTuple):
    """What was foretold of sessions, a row each. kg.

    errors: absolute, of COLUMNS; percent: the same in percent of the
    exercise's median; inside: of the band; width: of the band, percent.
    """

    exercises: int
    errors: Floats
    percent: Floats
    inside: Floats
    width: Floats


def judge(days: Floats, values: Floats, warm_up: int = LEAST_SESSIONS) -> Judged:
    """Walk through the sessions of one exercise; values in kg."""
    errors, inside, width = [], [], []
    median = float(np.median(values))
    for now in range(warm_up, len(values)):
        before, truth = values[:now], values[now]
        found = trend(days[:now], before, until=days[now])
        assert found is not None
        level, low, high = (float(column[-1]) for column in found.ahead[1:])
        foretold = (level, before[-1], before[-5:].mean(), before.max())
        errors.append([abs(one - truth) for one in foretold])
        inside.append(low - 1e-9 <= truth <= high + 1e-9)
        width.append(100.0 * (high - low) / median)
    table = np.array(errors)
    return Judged(1, table, 100.0 * table / median, np.array(inside, float), np.array(width))


def together(parts: Sequence[Judged]) -> Judged:
    """All sessions of several as one."""
    columns = zip(*(part[1:] for part in parts), strict=True)
    return Judged(sum(part.exercises for part in parts), *(np.concatenate(c) for c in columns))


def histories(services: Services, file: Path) -> Iterator[tuple[str, Floats, Floats]]:
    """The exercises of an export with enough sessions: name, days, best e1RMs in kg."""
    user = make_user(services, file.stem)
    preview = services.transfer.read(user.id, file)
    services.transfer.run(user.id, preview, lambda done, total: None)
    names = services.library.all(user.id)
    for exercise_id in services.progress.used(user.id):
        chart = services.progress.chart(user.id, exercise_id)
        rows = [(point.day.toordinal(), point.e1rm) for point in chart.points if point.e1rm]
        if len(rows) >= LEAST:
            table = np.array(rows, float)
            yield names[exercise_id].name, table[:, 0], table[:, 1] / 1000.0


def judge_file(services: Services, file: Path, warm_up: int = LEAST_SESSIONS) -> Judged | None:
    """All exercises of an export; None where none has enough sessions."""
    parts = [
        judge(days, values, warm_up)
        for _, days, values in histories(services, file)
        if len(values) > warm_up
    ]
    return together(parts) if parts else None


def line(name: str, judged: Judged) -> str:
    """A row of the table."""
    errors, percent = judged.errors.mean(axis=0), judged.percent.mean(axis=0)
    return (
        f"{name[:40]:40}{judged.exercises:5}{len(judged.inside):6}  "
        + " ".join(f"{e:7.3f}{p:7.2f}" for e, p in zip(errors, percent, strict=True))
        + f"{100 * judged.inside.mean():9.1f}{judged.width.mean():7.1f}"
    )


def main() -> int:
    """Print the table of a folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--warm-up", type=int, default=LEAST_SESSIONS, metavar="N")
    given = parser.parse_args()
    warm_up = max(given.warm_up, LEAST_SESSIONS)
    print(f"Mean absolute error in kg and in percent; the first {warm_up} sessions are not judged.")
    head = " ".join(f"{name:>14}" for name in COLUMNS)
    print(f"{'history':40}{'exer':>5}{'sess':>6}  {head}{'inside %':>9}{'width':>7}")
    parts = []
    with tempfile.TemporaryDirectory() as folder:
        services = make_services(Path(folder))
        for file in sorted(one for one in given.folder.iterdir() if one.is_file()):
            try:
                judged = judge_file(services, file, warm_up)
            except RepbookError as error:
                print(f"{file.stem[:40]:40} left out: {error}")
                continue
            if judged is None:
                print(f"{file.stem[:40]:40} left out: no exercise with {LEAST} sessions")
                continue
            parts.append(judged)
            print(line(file.stem, judged), flush=True)
        services.close()
    if parts:
        whole = together(parts)
        print(line("all together", whole))
        ratio = whole.errors.mean(axis=0)[0] / whole.errors.mean(axis=0)[1:]
        words = ", ".join(f"{one:.3f} of {name}" for one, name in zip(ratio, RIVALS, strict=True))
        print(f"The trend's error in kg is {words}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
