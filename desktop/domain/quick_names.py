"""Which exercise the first words of a line mean."""

from collections.abc import Sequence
from enum import IntEnum

from desktop.domain.exercise_search import Choice, plainness, search
from desktop.domain.names import match_key

_MOST_REMEMBERED = 256


class Nearness(IntEnum):
    """How well an exercise is named."""

    NAME = 0
    ALIAS = 1  # also the name without what stands in parentheses
    WORDS = 2  # the words begin words of a name


class ExerciseNames:
    """The exercises that a line may name, the most used lately first.

    choices: as exercise_search.choices_of gives them. What was found for a
    text is remembered: the name stays while the sets behind it are typed.
    """

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._choices = choices
        self._exact: dict[str, dict[int, tuple[Nearness, int]]] = {}
        self._found: dict[str, tuple[tuple[Nearness, Choice], ...]] = {}
        for place, choice in enumerate(choices):
            exercise = choice.row.exercise
            self._note(exercise.name, place, (Nearness.NAME, 0))
            for alias in exercise.aliases:
                self._note(alias, place, (Nearness.ALIAS, 0))
            self._note(exercise.name.split(" (")[0], place, (Nearness.ALIAS, 1))

    def most_used(self, count: int) -> tuple[Choice, ...]:
        """The exercises to offer before anything is typed."""
        return tuple(choice for choice in self._choices[:count] if choice.weight > 0)

    def is_exact(self, text: str) -> bool:
        """Whether an exercise or an alias has exactly that name."""
        return match_key(text) in self._exact

    def found(self, text: str) -> tuple[tuple[Nearness, Choice], ...]:
        """The exercises with that name, then the used ones it begins words of, then the rest.

        A name's own words come before those of an alias: who writes 'incline'
        means the press and not the row on an incline bench.
        """
        key = " ".join(text.casefold().split())
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= _MOST_REMEMBERED:
                self._found.clear()
            found = self._found[key] = self._find(key)
        return found

    def _find(self, text: str) -> tuple[tuple[Nearness, Choice], ...]:
        key = match_key(text)
        if not key:
            return ()
        exact = self._exact.get(key, {})

        def order(place: int) -> tuple[object, ...]:
            choice, nearness = self._choices[place], exact[place]
            return nearness[0], -choice.weight, nearness, plainness(choice)

        named = sorted(exact, key=order)
        hits = [(exact[place][0], self._choices[place]) for place in named]
        known = {id(choice) for _, choice in hits}
        # a word that is typed twice finds no more, and costs as much again
        words = " ".join(dict.fromkeys(text.split()))
        others = [one for one in search(self._choices, words) if id(one) not in known]
        typed = words.split()
        others.sort(key=lambda one: (not one.weight, not _names(one, typed), -one.weight))
        return (*hits, *((Nearness.WORDS, choice) for choice in others))

    def _note(self, name: str, place: int, nearness: tuple[Nearness, int]) -> None:
        if key := match_key(name):
            there = self._exact.setdefault(key, {})
            there[place] = min(nearness, there.get(place, nearness))


def _names(choice: Choice, typed: Sequence[str]) -> bool:
    """Every word typed begins a word of the exercise's own name."""
    own = choice.names[0]
    return all(any(word.startswith(part) for word in own) for part in typed)
