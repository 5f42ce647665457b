"""What there is to load: gyms with their bars and plates."""

from dataclasses import dataclass, replace

from desktop.domain.weight import Unit, Weight


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, or a handle that plates go on."""

    name: str
    weight: Weight


@dataclass(frozen=True, slots=True)
class Plates:
    """Plates of one weight. pairs: how many there are for each side, None: enough."""

    weight: Weight
    pairs: int | None = None


@dataclass(frozen=True, slots=True)
class Gym:
    """A place to train, with what is there. The first bar is the one to begin with."""

    name: str
    bars: tuple[Bar, ...]
    plates: tuple[Plates, ...]

    def nearest(self, grams: float, unit: Unit) -> Weight:
        """The weight nearest to it, in steps of a pair of the lightest plates, typed in `unit`."""
        lightest = min((one.weight.exact_grams for one in self.plates), default=0.0)
        step = 2 * lightest or float(unit.grams)
        return Weight.of(round(grams / step) * step / float(unit.grams), unit)


@dataclass(frozen=True, slots=True)
class Gear:
    """A profile's gyms, and the one it trains at now; never without one."""

    gyms: tuple[Gym, ...]
    current: str

    @property
    def gym(self) -> Gym:
        """The gym it trains at now."""
        return next((one for one in self.gyms if one.name == self.current), self.gyms[0])

    def at(self, name: str) -> "Gear":
        """The same gear, at another gym."""
        return replace(self, current=name)


def default_gear(unit: Unit) -> Gear:
    """A gym as most are: an Olympic bar and plates enough, and a home to fill in."""
    kg = unit is Unit.KG
    bars = ((("Olympic bar", 20), ("Women\u2019s bar", 15), ("EZ bar", 10)) if kg else
            (("Olympic bar", 45), ("Women\u2019s bar", 35), ("EZ bar", 25)))  # fmt: skip
    plates = (25, 20, 15, 10, 5, 2.5, 1.25) if kg else (45, 35, 25, 10, 5, 2.5)
    gym = Gym(
        "Gym",
        tuple(Bar(name, Weight.of(amount, unit)) for name, amount in bars),
        tuple(Plates(Weight.of(amount, unit)) for amount in plates),
    )
    home = Gym("Home", gym.bars[:1], tuple(replace(one, pairs=1) for one in gym.plates))
    return Gear((gym, home), gym.name)
