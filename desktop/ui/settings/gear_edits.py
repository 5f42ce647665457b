"""Changes of what there is to load. Each raises InvalidInputError where it cannot be."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.errors import InvalidInputError
from desktop.domain.gear import Bar, Gear, Gym, Plates, default_gear
from desktop.domain.weight import Unit, Weight, decimal_of

_ENOUGH = ("", "enough", "any")
_MOST_PAIRS = 99
_USUAL = {
    Unit.KG: ("25", "20", "15", "10", "5", "2.5", "1.25", "0.5", "1", "2", "50"),
    Unit.LB: ("45", "35", "25", "10", "5", "2.5", "1.25", "55", "100"),
}


def with_gym(gear: Gear, place: int, gym: Gym) -> Gear:
    """The gear with another gym in that place; a new name goes for where one trains too."""
    before = gear.gyms[place]
    others = {one.name.casefold() for one in gear.gyms if one is not before}
    if not gym.name:
        raise InvalidInputError("A gym needs a name.", "Type one, like Home.")
    if gym.name.casefold() in others:
        raise InvalidInputError(f"There is a gym called {gym.name} already.", "Type another name.")
    gyms = (*gear.gyms[:place], gym, *gear.gyms[place + 1 :])
    return Gear(gyms, gym.name if gear.gym is before else gear.gym.name)


def with_new_gym(gear: Gear, unit: Unit) -> Gear:
    """The gear with one more gym at the end, equipped as most are."""
    names = {one.name.casefold() for one in gear.gyms}
    numbers = ("New gym", *(f"New gym {number}" for number in range(2, len(names) + 3)))
    name = next(one for one in numbers if one.casefold() not in names)
    return replace(gear, gyms=(*gear.gyms, replace(default_gear(unit).gyms[0], name=name)))


def without_gym(gear: Gear, place: int) -> Gear:
    """The gear without that gym; who trains there trains at the first one now."""
    gyms = (*gear.gyms[:place], *gear.gyms[place + 1 :])
    left = Gear(gyms, gear.current)
    return replace(left, current=left.gym.name)


def with_bar(gym: Gym, place: int, bar: Bar) -> Gym:
    """The gym with another bar in that place."""
    if not bar.name:
        raise InvalidInputError("A bar needs a name.", "Type one, like Olympic bar.")
    return replace(gym, bars=(*gym.bars[:place], bar, *gym.bars[place + 1 :]))


def with_new_bar(gym: Gym, unit: Unit) -> Gym:
    """The gym with one more bar at the end."""
    usual = default_gear(unit).gyms[0].bars[0]
    return replace(gym, bars=(*gym.bars, replace(usual, name="New bar")))


def without_bar(gym: Gym, place: int) -> Gym:
    """The gym without that bar."""
    return replace(gym, bars=(*gym.bars[:place], *gym.bars[place + 1 :]))


def with_bar_up(gym: Gym, place: int) -> Gym:
    """The gym with that bar before the one above it."""
    bars = list(gym.bars)
    bars.insert(place - 1, bars.pop(place))
    return replace(gym, bars=tuple(bars))


def with_plates(gym: Gym, place: int, plates: Plates) -> Gym:
    """The gym with other plates in that place; heaviest first."""
    others = [*gym.plates[:place], *gym.plates[place + 1 :]]
    if plates.weight.grams == 0:
        raise InvalidInputError("A plate weighs something.", "Type more than 0.")
    if any(one.weight.grams == plates.weight.grams for one in others):
        raise InvalidInputError(
            f"There are plates of {plates.weight} already.", "Type another weight."
        )
    return replace(gym, plates=_in_order([*others, plates]))


def with_new_plates(gym: Gym, unit: Unit) -> tuple[Gym, int]:
    """The gym with the next usual plates that it has not, and their place."""
    have = {one.weight.grams for one in gym.plates}
    usual = [Weight.of(amount, unit) for amount in _USUAL[unit]]
    heaviest = max((one.weight.amount(unit) for one in gym.plates), default=0)
    usual.append(Weight.of(heaviest + 5, unit))
    fresh = Plates(next(one for one in usual if one.grams not in have))
    plates = _in_order([*gym.plates, fresh])
    return replace(gym, plates=plates), plates.index(fresh)


def without_plates(gym: Gym, place: int) -> Gym:
    """The gym without those plates."""
    return replace(gym, plates=(*gym.plates[:place], *gym.plates[place + 1 :]))


def read_pairs(text: str) -> int | None:
    """A number of pairs, None for 'enough'. Raises InvalidInputError."""
    if text.strip().casefold() in _ENOUGH:
        return None
    number = decimal_of(text)
    if number % 1 or not 0 <= number <= _MOST_PAIRS:
        raise InvalidInputError(
            f"'{text}' is no number of pairs.", f"Type 0 to {_MOST_PAIRS}, or enough."
        )
    return int(number)


def pairs_text(pairs: int | None) -> str:
    """'2', 'enough'."""
    return "enough" if pairs is None else str(pairs)


def _in_order(plates: list[Plates]) -> tuple[Plates, ...]:
    return tuple(sorted(plates, key=lambda one: -one.weight.grams))
