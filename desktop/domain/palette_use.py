"""What was chosen in the palette, how often and how lately."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

_HALF_LIFE_DAYS = 14
_MOST = 300


@dataclass(frozen=True, slots=True)
class Use:
    """How often something was chosen by a day, where what was long ago counts less."""

    count: float
    day: int

    def on(self, day: int) -> float:
        """The count on a later day: half for every two weeks without use."""
        age: float = 0.5 ** (max(0, day - self.day) / _HALF_LIFE_DAYS)
        return self.count * age


@dataclass(frozen=True, slots=True)
class Usage:
    """The uses by the keys of what was chosen."""

    uses: Mapping[str, Use] = field(default_factory=dict)

    def count(self, key: str, today: date) -> float:
        """How much something is in use: 1 for once today, 0 for never."""
        use = self.uses.get(key)
        return use.on(today.toordinal()) if use is not None else 0.0

    def with_choice(self, key: str, today: date) -> "Usage":
        """With one more use; what is used least is forgotten when there is too much."""
        day = today.toordinal()
        uses = {**self.uses, key: Use(self.count(key, today) + 1, day)}
        if len(uses) > _MOST:
            most = sorted(uses, key=lambda one: -uses[one].on(day))[:_MOST]
            uses = {one: uses[one] for one in most}
        return Usage(uses)

    def most_used(self, today: date) -> list[str]:
        """The keys, the most used first."""
        return sorted(self.uses, key=lambda key: (-self.count(key, today), key))

    def text(self) -> str:
        """As it is kept."""
        return json.dumps({key: [use.count, use.day] for key, use in self.uses.items()})

    @classmethod
    def parse(cls, text: str) -> "Usage":
        """What was kept; nothing where that cannot be read, for it is no one's data."""
        try:
            kept = json.loads(text)
            uses = {str(key): Use(float(one[0]), int(one[1])) for key, one in kept.items()}
        except (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError):
            return cls()
        return cls({key: use for key, use in uses.items() if 0 < use.count < 1e6})
