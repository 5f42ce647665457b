"""Finding an exercise by what is typed: names and aliases, the often and lately used first."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from desktop.domain.equipment import BODYWEIGHT
from desktop.domain.library import LibraryRow
from desktop.domain.names import folded

_WORDS = re.compile(r"\w+")
_HALF_LIFE_DAYS = 60
# what a plain name means where nothing was done yet: the commonest first
_COMMON = ("Barbell", "Dumbbell", "Machine", "Cable", BODYWEIGHT)
_UNCOMMON = "Band"


@dataclass(frozen=True, slots=True)
class Choice:
    """An exercise to choose, with what it is found by: the words of each of its names."""

    row: LibraryRow
    names: tuple[tuple[str, ...], ...]
    weight: float


def choices_of(rows: Iterable[LibraryRow], today: date) -> list[Choice]:
    """Every exercise that may be chosen, the most used lately first, then by name."""
    choices = [
        Choice(row, tuple(words_of(n) for n in (row.exercise.name, *row.exercise.aliases)), use)
        for row in rows
        if not row.exercise.is_deleted
        for use in (_use(row, today),)
    ]
    choices.sort(key=lambda choice: (-choice.weight, choice.row.exercise.name.casefold()))
    return choices


def search(choices: Iterable[Choice], text: str) -> list[Choice]:
    """Those that begin words of one of their names with every word typed, the closest first.

    Closest: what is called just so (but for its equipment), or begins just
    so, then a name that begins with the first word typed, then any name, then
    an alias. Within that the order of `choices` stays for what is in use;
    what never was comes after it, the plainest first.
    """
    typed = words_of(text)
    if not typed:
        return list(choices)
    ranked = [(near, choice) for choice in choices if (near := _nearness(choice, typed))]
    ranked.sort(key=lambda pair: pair[0])
    return [choice for _, choice in ranked]


def plainness(choice: Choice) -> tuple[int, int]:
    """How plain an exercise is, the plainest first: few words, then common equipment."""
    equipment = choice.row.exercise.equipment
    words = len(_without(choice.names[0], equipment))
    if equipment in _COMMON:
        return words, _COMMON.index(equipment)
    return words, len(_COMMON) + (equipment == _UNCOMMON)


def _nearness(choice: Choice, typed: tuple[str, ...]) -> tuple[int, ...] | None:
    rank = rank_of(choice.names, typed)
    if rank is None:
        return None
    equipment = choice.row.exercise.equipment
    called = 2
    if typed in choice.names:
        called = 0
    elif any(_without(words, equipment) == typed for words in choice.names):
        called = 1
    if called < 2:
        rank = 0
    if choice.weight:
        return (rank, 0)
    words, common = plainness(choice)
    # who is called so may have a longer name: the barbell row is bent over
    return (rank, 1, called, common, words) if called < 2 else (rank, 1, called, words, common)


def _without(words: tuple[str, ...], equipment: str) -> tuple[str, ...]:
    """The words of a name but for those of the equipment."""
    named = words_of(equipment)
    return tuple(word for word in words if word not in named)


def rank_of(names: Sequence[tuple[str, ...]], typed: tuple[str, ...]) -> int | None:
    """How near names, each as its words, the aliases last, are to the words typed.

    0 the name begins so, 1 its first word, 2 it has the words, 3 an alias; None not found.
    """
    for place, words in enumerate(names):
        if all(any(word.startswith(part) for word in words) for part in typed):
            if place:
                return 3
            if all(word.startswith(part) for word, part in zip(words, typed, strict=False)):
                return 0
            return 1 if words[0].startswith(typed[0]) else 2
    return None


def _use(row: LibraryRow, today: date) -> float:
    """How much the exercise is in use: its sets, halved for each two months since the last."""
    if row.last_done is None:
        return 0.0
    age: float = 0.5 ** (max(0, (today - row.last_done).days) / _HALF_LIFE_DAYS)
    return row.sets * age


@lru_cache(16384)  # every key asks again for the names of the whole library
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without accents, apostrophes and capitals."""
    return tuple(_WORDS.findall(folded(text)))
