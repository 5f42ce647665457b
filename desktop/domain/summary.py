"""What a finished session came to."""

from dataclasses import dataclass

from desktop.domain.muscles import Muscle
from desktop.domain.records import Record


@dataclass(frozen=True, slots=True)
class Summary:
    """Totals of a session's ticked working sets. volume: grams x reps."""

    duration_minutes: int
    sets: int
    reps: int
    volume: int
    muscles: dict[Muscle, float]
    records: tuple[Record, ...]
