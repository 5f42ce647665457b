"""The rest between sets as a deadline on a monotonic clock: it stays right over a sleep."""

from __future__ import annotations

import math
import time
from collections.abc import Callable


def monotonic() -> float:
    """Seconds that only grow, and on Linux also while the computer sleeps."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class RestCountdown:
    """Counts a rest down. Never counts ticks: it reads the clock each time it is asked."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._deadline: float | None = None
        self._total = 0.0
        self._has_rung = False

    @property
    def is_on(self) -> bool:
        """A rest was started and not skipped; it may be over."""
        return self._deadline is not None

    @property
    def total(self) -> int:
        """The whole rest in seconds, with what was added and taken off."""
        return round(self._total)

    @property
    def remaining(self) -> int:
        """Whole seconds left, rounded up: 0 only when the rest is over."""
        return max(0, math.ceil(self.left))

    @property
    def is_over(self) -> bool:
        """The rest was started and its time has passed."""
        return self.is_on and self.left <= 0

    @property
    def part(self) -> float:
        """How much of the rest is left, from 1 to 0."""
        return min(1.0, max(0.0, self.left / self._total)) if self._total > 0 else 0.0

    def start(self, seconds: int) -> None:
        """A rest of so many seconds from now; a running one is forgotten."""
        self._deadline = self._clock() + seconds
        self._total = float(seconds)
        self._has_rung = False

    def resume(self, left: float, seconds: int) -> None:
        """Go on with a rest of so many seconds of which so many are left, also none."""
        self._deadline = self._clock() + left
        self._total = float(seconds)
        self._has_rung = left <= 0

    def add(self, seconds: int) -> None:
        """Make the rest longer, or shorter when negative; one that is over starts anew."""
        if self._deadline is None:
            return
        if self.is_over:
            if seconds > 0:
                self.start(seconds)
            return
        change = max(float(seconds), -self.left)
        self._deadline += change
        self._total += change

    def skip(self) -> None:
        """No rest any more."""
        self._deadline = None
        self._total = 0.0

    def rings(self) -> bool:
        """True once, at the first question after the rest is over."""
        if self._has_rung or not self.is_over:
            return False
        self._has_rung = True
        return True

    @property
    def left(self) -> float:
        """Seconds left, below 0 when it is over; 0 without a rest."""
        return 0.0 if self._deadline is None else self._deadline - self._clock()
