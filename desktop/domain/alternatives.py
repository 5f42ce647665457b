"""What can be done in place of an exercise: the same muscles, moved alike, with other equipment."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.library import Exercise
from desktop.domain.muscles import Muscle

_EQUIPMENT = re.compile(r"\([^)]*\)")
_WORDS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Alternative:
    """An exercise that can stand in, and the muscles that both train, those meant first."""

    exercise: Exercise
    shared: tuple[Muscle, ...]


def alternatives(exercise: Exercise, others: Iterable[Exercise]) -> list[Alternative]:
    """Those of the others that train one of its primary muscles as a primary one, the best first.

    Never itself, never a hidden one. What ranks alike stays in the order of
    `others`.
    """
    wanted = set(exercise.primary)
    fitting = [
        one
        for one in others
        if one.id != exercise.id and not one.is_deleted and wanted & set(one.primary)
    ]
    fitting.sort(key=lambda one: -_likeness(exercise, one))
    return [Alternative(one, _shared(exercise, one)) for one in fitting]


def _likeness(exercise: Exercise, other: Exercise) -> float:
    """How well the other stands in.

    The muscles that are meant count most, then the movement. The same movement
    with other equipment comes before a variation with the same: what is taken
    or hurts is mostly the equipment.
    """
    muscles = _overlap(set(exercise.primary), set(other.primary))
    helping = _overlap(_trained(exercise), _trained(other))
    movement = _overlap(_movement(exercise), _movement(other))
    return (
        4 * muscles
        + helping
        + 1.5 * movement
        + (exercise.kind is other.kind)
        + (exercise.equipment != other.equipment)
    )


def _overlap(one: set[str], other: set[str]) -> float:
    """The share of what either has that both have (Jaccard)."""
    either = one | other
    return len(one & other) / len(either) if either else 0.0


def _trained(exercise: Exercise) -> set[str]:
    return {*exercise.primary, *exercise.secondary}


def _movement(exercise: Exercise) -> set[str]:
    """The words of its name without its equipment: 'bench', 'press'."""
    return set(_WORDS.findall(_EQUIPMENT.sub("", exercise.name).casefold()))


def _shared(exercise: Exercise, other: Exercise) -> tuple[Muscle, ...]:
    meant = [one for one in exercise.primary if one in other.primary]
    trained = (*other.primary, *other.secondary)
    helping = [one for one in (*exercise.primary, *exercise.secondary) if one in trained]
    return tuple(dict.fromkeys((*meant, *helping)))
