"""A rest between sets, as it outlives the program."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest that runs or is over and not yet left.

    ends_at: UTC. seconds: the whole rest. following: what comes after it, in
    words for the user.
    """

    ends_at: datetime
    seconds: int
    following: str = ""
