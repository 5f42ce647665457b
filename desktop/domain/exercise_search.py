"""Finding an exercise by what is typed: names and aliases, the often and lately used first."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.domain.library import LibraryRow

_WORDS = re.compile(r"\w+")
_HALF_LIFE_DAYS = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """An exercise to choose, with what it is found by: the words of each of its names."""

    row: LibraryRow
    names: tuple[tuple[str, ...], ...]
    weight: float


def choices_of(rows: Iterable[LibraryRow], today: date) -> list[Choice]:
    """Every exercise that may be chosen, the most used lately first, then by name."""
    choices = [
        Choice(row, tuple(_words(n) for n in (row.exercise.name, *row.exercise.aliases)), use)
        for row in rows
        if not row.exercise.is_deleted
        for use in (_use(row, today),)
    ]
    choices.sort(key=lambda choice: (-choice.weight, choice.row.exercise.name.casefold()))
    return choices


def search(choices: Iterable[Choice], text: str) -> list[Choice]:
    """Those that begin words of one of their names with every word typed, the closest first.

    Closest: a name that begins just so, then one that begins with the first
    word typed, then any name, then an alias; within that the order of
    `choices` stays.
    """
    typed = _words(text)
    if not typed:
        return list(choices)
    ranked = [(rank, choice) for choice in choices if (rank := _rank(choice, typed)) is not None]
    ranked.sort(key=lambda pair: pair[0])
    return [choice for _, choice in ranked]


def _rank(choice: Choice, typed: tuple[str, ...]) -> int | None:
    """0 the name begins so, 1 its first word, 2 it has the words, 3 an alias; None not found."""
    for place, words in enumerate(choice.names):
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


def _words(text: str) -> tuple[str, ...]:
    folded = unicodedata.normalize("NFKD", text.replace("'", "").replace("\u2019", "")).casefold()
    return tuple(_WORDS.findall("".join(c for c in folded if not unicodedata.combining(c))))
