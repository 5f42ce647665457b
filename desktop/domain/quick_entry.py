"""A typed line such as 'bench 100x5@8 x3': the exercise and its sets, or what cannot be read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.domain.exercise_search import Choice
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.quick_names import ExerciseNames, Nearness
from desktop.domain.quick_numbers import EXAMPLES
from desktop.domain.quick_sets import Run, runs_of, words_for
from desktop.domain.quick_words import Fault, Unreadable, is_value, plain
from desktop.domain.session import ExerciseSet
from desktop.domain.weight import Unit

MOST_CHARACTERS = 500
_MOST_NAME_WORDS = 12
_MOST_CANDIDATES = 8
_MOST_TRIED = 40
_BULLETS = ("-", "*", "\u2022")
_WORD = re.compile(r"\S+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a line is read.

    exercise: None where none could be told. candidates: what the words before
    name_end may mean, the likeliest first. sets: with new ids, not ticked.
    words: how it is read. fault: the first thing that cannot be read.
    """

    exercise: Exercise | None = None
    candidates: tuple[Choice, ...] = ()
    sets: tuple[ExerciseSet, ...] = ()
    words: str = ""
    fault: Fault | None = None
    name_end: int = 0

    @property
    def is_ready(self) -> bool:
        """Whether there are sets to log."""
        return self.fault is None and self.exercise is not None and bool(self.sets)


def read_line(
    text: str, names: ExerciseNames, unit: Unit, current: Exercise | None = None
) -> Reading:
    """How a line is read; whatever it is, this raises nothing.

    unit: what a weight without a unit is in. current: the exercise that a
    line without a name means.
    """
    return _Line(plain(text), names, unit).read(current)


class _Line:
    """One line, and the ways to part it into a name and sets."""

    def __init__(self, text: str, names: ExerciseNames, unit: Unit) -> None:
        self._text = text
        self._names = names
        self._unit = unit
        places = [match.span() for match in _WORD.finditer(text[:MOST_CHARACTERS])]
        # a line may be copied from a list
        has_bullet = bool(places) and text[slice(*places[0])] in _BULLETS
        self._places = places[1:] if has_bullet else places

    def read(self, current: Exercise | None) -> Reading:
        if not self._places:
            return Reading(candidates=self._names.most_used(_MOST_CANDIDATES))
        if len(self._text) > MOST_CHARACTERS:
            words = f"A line has at most {MOST_CHARACTERS} characters."
            return Reading(fault=Fault(MOST_CHARACTERS, len(self._text), words))
        count = min(len(self._places), _MOST_NAME_WORDS)
        values = [n for n in range(count) if is_value(self._text, self._places[n][0])]
        nameless = self._nameless(current) if values[:1] == [0] else None
        if nameless is not None and _is_good(nameless):
            return nameless
        first: Reading | None = None
        for place in self._partings(values):
            reading = self._named(place)
            if reading is None:
                break  # with more words it is no exercise's name either
            if _is_good(reading):
                return reading
            first = first or reading
        return first or nameless or self._unknown_name(values)

    def _partings(self, values: list[int]) -> Iterable[int]:
        """The words at which the sets may begin, the likeliest first.

        A name may hold numbers: one that an exercise has exactly goes before
        the first number that could be a value.
        """
        count = len(self._places)
        exact = [
            place
            for place in range(min(count, _MOST_NAME_WORDS), 0, -1)
            if values and place > values[0] and self._names.is_exact(self._name(place))
        ]
        return dict.fromkeys([*exact, *(place for place in values if place), count])

    def _name(self, place: int) -> str:
        return self._text[self._places[0][0] : self._places[place - 1][1]]

    def _found(self, place: int) -> tuple[tuple[Nearness, Choice], ...]:
        """The exercises that the words before that place may mean."""
        return self._names.found(self._name(place)) if place <= _MOST_NAME_WORDS else ()

    def _nameless(self, current: Exercise | None) -> Reading:
        if current is None:
            start, end = self._places[0]
            words = "Begin with the exercise, like bench 100x5."
            return Reading(fault=Fault(start, end, words))
        reading = self._with_sets(current, 0)
        fault = reading.fault
        is_help = fault is not None and self._text.startswith("-", fault.start)
        if fault is None or not is_help or current.kind is not ExerciseKind.BODYWEIGHT_REPS:
            return reading
        helped = [c for c in self._assisted(current) if c.row.exercise.equipment != "Band"]
        if not helped:
            return reading
        words = f"This is help: name the assisted exercise, {helped[0].row.exercise.name}."
        return replace(reading, fault=replace(fault, words=words))

    def _assisted(self, exercise: Exercise) -> list[Choice]:
        found = self._names.found(exercise.name.split(" (")[0])
        kind = ExerciseKind.ASSISTED_BODYWEIGHT
        return [choice for _, choice in found if choice.row.exercise.kind is kind]

    def _named(self, place: int) -> Reading | None:
        """With the words before that place as the name; None where no exercise has them."""
        found = self._found(place)
        if not found:
            return None
        end = self._places[place - 1][1]
        candidates = tuple(choice for _, choice in found[:_MOST_CANDIDATES])
        if place == len(self._places):
            reading = _without_sets(candidates[0].row.exercise)
        else:
            reading = self._best(found, self._places[place][0])
        return replace(reading, candidates=candidates, name_end=end)

    def _best(self, found: tuple[tuple[Nearness, Choice], ...], start: int) -> Reading:
        """The nearest exercise that the sets fit; the nearest of all where they fit none."""
        by_kind: dict[ExerciseKind, Reading] = {}
        pool = _pool(found)
        for exercise in pool:
            if exercise.kind not in by_kind:
                by_kind[exercise.kind] = self._with_sets(exercise, start)
                if by_kind[exercise.kind].fault is None:
                    return by_kind[exercise.kind]
        return by_kind[pool[0].kind]

    def _with_sets(self, exercise: Exercise, start: int) -> Reading:
        try:
            runs = runs_of(self._text, start, exercise.kind, self._unit)
        except Unreadable as error:
            return Reading(exercise, fault=error.fault)
        return _reading(exercise, runs, self._unit)

    def _unknown_name(self, values: list[int]) -> Reading:
        """Says which word of the name no exercise has."""
        count = values[0] if values else len(self._places)
        known = next((n for n in range(count) if not self._found(n + 1)), count - 1)
        start, end = self._places[known]
        words = f"No exercise is called '{self._name(known + 1)}'."
        return Reading(fault=Fault(start, end, words), name_end=self._places[count - 1][1])


def _is_good(reading: Reading) -> bool:
    """Whether nothing is wrong with it, or nothing that typing on may not mend."""
    return reading.fault is None or reading.fault.is_open


def _reading(exercise: Exercise, runs: list[Run], unit: Unit) -> Reading:
    if not runs:
        return _without_sets(exercise)
    sets = tuple(one for run in runs for one in run.sets)
    words = f"{exercise.name}: {words_for(runs, exercise.kind, unit)}"
    return Reading(exercise, sets=sets, words=words)


def _without_sets(exercise: Exercise) -> Reading:
    words = f"{exercise.name}: Enter adds it, or type its sets like {EXAMPLES[exercise.kind]}"
    return Reading(exercise, words=words)


def _pool(found: tuple[tuple[Nearness, Choice], ...]) -> list[Exercise]:
    """The exercises among which the sets may choose.

    One that is named in full is meant, whatever the sets; only help looks for
    the assisted one beside it. A machine shows its help in numbers, a band
    does not.
    """
    nearest, first = found[0]
    exact = nearest is not Nearness.WORDS
    near = [one for near, one in found[:_MOST_TRIED] if not exact or near is not Nearness.WORDS]
    pool = [one.row.exercise for one in near]
    if first.row.exercise.kind is ExerciseKind.BODYWEIGHT_REPS:
        others = [one for _, one in found if one.row.exercise.kind is _ASSISTED]
        others.sort(key=lambda one: (-one.weight, one.row.exercise.equipment == "Band"))
        known = {exercise.id for exercise in pool if exercise.kind is not _ASSISTED}
        pool = [one for one in pool if one.id in known] + [one.row.exercise for one in others]
    return pool


_ASSISTED = ExerciseKind.ASSISTED_BODYWEIGHT
