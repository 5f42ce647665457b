"""Lists in the cells of a template: one text for each set, parted by '/', '-' for an open one.

One text, and a list as long as there are working sets, is about the working
sets and leaves warm-ups open; only a list as long as there are sets is about
all of them. Any other list sets how many working sets there are.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from desktop.domain.errors import InvalidInputError
from desktop.domain.session import SetType
from desktop.domain.templates import TargetSet, TemplateExercise

MOST_SETS = 99
_OPEN = "-"
_LETTERS = {SetType.NORMAL: "", SetType.WARM_UP: "w", SetType.DROP: "d", SetType.FAILURE: "f"}
_TYPES = {letter: set_type for set_type, letter in _LETTERS.items()}
_RUN = re.compile(r"(\d{1,2})\s*([wdf]?)", re.IGNORECASE)
_ADVICE = f"Type 1 to {MOST_SETS}, or like 2w+3+1d: w warm-up, d drop, f failure."

Read = Callable[[TargetSet, str], TargetSet]


def sets_text(targets: Sequence[TargetSet]) -> str:
    """How many sets of which types: '3', '2w+3', '3+1f'; empty when that is open."""
    runs = groupby(targets, key=lambda one: one.set_type)
    return "+".join(f"{len(list(run))}{_LETTERS[set_type]}" for set_type, run in runs)


def with_sets(line: TemplateExercise, text: str) -> TemplateExercise:
    """The line with so many sets; each goes on as the one in its place, or the last of its sort."""
    before = line.targets()
    if not text:  # only what all working sets share holds for any number of them
        if before:
            line = line.with_targets(tuple(before[place] for place in told(before)))
        return replace(line, target_sets=None, sets=())
    waiting: dict[bool, list[TargetSet]] = {True: [], False: []}
    for one in before or (line.shared_target,):
        waiting[one.set_type.is_working].append(one)
    after = []
    for set_type in _parse_types(text):
        alike = waiting[set_type.is_working]
        here = (alike.pop(0) if len(alike) > 1 else alike[0]) if alike else TargetSet()
        after.append(replace(here, set_type=set_type))
    return line.with_targets(tuple(after))


def list_text(targets: Sequence[TargetSet], texts: Sequence[str]) -> str:
    """The texts of all sets as one cell, as short as it can be."""
    about = told(targets)
    if any(text for place, text in enumerate(texts) if place not in about):
        return "/".join(text or _OPEN for text in texts)
    shown = [texts[place] for place in about]
    return shown[0] if len(set(shown)) == 1 else "/".join(text or _OPEN for text in shown)


def with_list(line: TemplateExercise, texts: Sequence[str], read: Read) -> TemplateExercise:
    """The line with these texts in its sets; `read` puts one into a set, or raises."""
    targets = line.targets()
    if not targets and len(texts) == 1:
        return line.with_shared(read(line.shared_target, texts[0]))
    targets = targets or (line.shared_target,) * len(texts)
    about = told(targets)
    if len(texts) == 1:
        texts = [*texts] * len(about)
    elif len(texts) == len(targets):
        about = list(range(len(targets)))
    elif len(texts) != len(about):
        targets = _resized(targets, about, len(texts))
        about = told(targets)
    wanted = dict(zip(about, texts, strict=True))
    return line.with_targets(
        tuple(read(one, wanted.get(place, "")) for place, one in enumerate(targets))
    )


def parted(text: str) -> list[str]:
    """The texts in a cell; an open one is empty. Raises InvalidInputError."""
    items = [item.strip() for item in text.split("/")]
    if len(items) > 1 and "" in items:
        raise InvalidInputError("A value beside / is missing.", "Type - for a set left open.")
    if len(items) > MOST_SETS:
        raise InvalidInputError(f"That is more than {MOST_SETS} sets.")
    return ["" if item == _OPEN else item for item in items]


def told(targets: Sequence[TargetSet]) -> list[int]:
    """The places that one text is about: the working sets, or all where there are none."""
    working = [place for place, one in enumerate(targets) if one.set_type.is_working]
    return working or list(range(len(targets)))


def _parse_types(text: str) -> list[SetType]:
    types: list[SetType] = []
    for part in text.split("+"):
        run = _RUN.fullmatch(part.strip())
        if not run or not int(run[1]):
            raise InvalidInputError(f"'{text}' is no number of sets.", _ADVICE)
        types += [_TYPES[run[2].lower()]] * int(run[1])
    if len(types) > MOST_SETS:
        raise InvalidInputError(f"'{text}' is no number of sets.", _ADVICE)
    return types


def _resized(
    targets: Sequence[TargetSet], about: Sequence[int], count: int
) -> tuple[TargetSet, ...]:
    """With so many of the sets that are told: the last ones cut, or the last one gone on with."""
    cut = set(about[count:])
    last = about[-1]
    more = (targets[last],) * (count - len(about))
    kept = tuple(one for place, one in enumerate(targets[: last + 1]) if place not in cut)
    return (*kept, *more, *targets[last + 1 :])
