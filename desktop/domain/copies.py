"""Copies of the data file, made on the days on which the log is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

KEPT = 5  # days


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the whole log. made: aware, in UTC."""

    path: Path
    made: datetime


def too_many(copies: Sequence[Copy]) -> list[Copy]:
    """The oldest of the copies, which make room for newer ones."""
    return sorted(copies, key=lambda one: one.made, reverse=True)[KEPT:]
