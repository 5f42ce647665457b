"""Two ways to do a thing, run in turns, and what came of it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

Work = Callable[[], object]


@dataclass(frozen=True)
class Figure:
    """A measured value beside its floor. floor, ours: seconds or bytes; allowed: ours to floor."""

    name: str
    ours: float
    floor: float
    allowed: float
    is_memory: bool = False

    @property
    def ratio(self) -> float:
        return self.ours / self.floor

    @property
    def is_over(self) -> bool:
        return self.ratio > self.allowed

    def line(self) -> str:
        verdict = "OVER" if self.is_over else "ok"
        return (
            f"{self.name:<52}{self._text(self.ours):>12}{self._text(self.floor):>12}"
            f"{self.ratio:>8.2f}{self.allowed:>9.2f}  {verdict}"
        )

    def _text(self, value: float) -> str:
        return f"{value / 2**20:.1f} MiB" if self.is_memory else f"{value * 1000:.2f} ms"


TITLE = f"{'':<52}{'ours':>12}{'floor':>12}{'ratio':>8}{'allowed':>9}"


def seconds(work: Work) -> float:
    """How long it takes once."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turns(ours: Work, floor: Work, rounds: int) -> tuple[float, float]:
    """The medians of both, run one after the other: what disturbs one disturbs the other."""
    ours(), floor()
    pairs = [(seconds(ours), seconds(floor)) for _ in range(rounds)]
    return median(one for one, _ in pairs), median(other for _, other in pairs)


def alone(work: Work, rounds: int) -> float:
    """The median of what has a limit in milliseconds."""
    work()
    return median(seconds(work) for _ in range(rounds))
