"""How well typed letters fit a text: words that begin so first, then initials, then any order kept.

Case, accents and apostrophes do not matter.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# of a text as a whole, of its beginning, of a word of it, of the middle of one
_EQUAL, _START, _WORD, _MIDDLE = 1.0, 0.88, 0.74, 0.5
_WHOLE_WORD = 0.06  # more, where a word ends with what was typed
_INITIALS = 0.62
_LOOSE, _DENSE, _AT_WORD = 0.1, 0.3, 0.15
_LEAST_LOOSE, _WIDEST = 3, 4  # letters; times as long as what was typed
_APART = 0.95  # all words found, but not beside each other
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_BITS = {letter: 1 << place for place, letter in enumerate(_LETTERS)}
_OTHER = 1 << len(_LETTERS)


def flat(text: str) -> str:
    """A space, then the text in small plain letters with spaces for all else.

    The letter at place n of the text, in composed form (NFC), is at n + 1.
    """
    if text.isascii():
        plain = text.lower()
    else:
        plain = "".join(map(_plain, unicodedata.normalize("NFC", text)))
    if not plain.replace(" ", "a").isalnum():
        plain = "".join(letter if letter.isalnum() else " " for letter in plain)
    return f" {plain}"


@lru_cache(4096)
def _plain(letter: str) -> str:
    """One letter without its accent; one in, one out."""
    folded = unicodedata.normalize("NFKD", letter).casefold()
    return next((one for one in folded if not unicodedata.combining(one)), letter)


def bits(flat_text: str) -> int:
    """Which letters there are: who misses one of those typed need not be looked at."""
    found = 0
    for letter in set(flat_text):
        if letter != " ":
            found |= _BITS.get(letter, _OTHER)
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """A word that was typed, ready to be looked for; begun: with a space before it."""

    text: str
    begun: str
    at_word: re.Pattern[str]
    anywhere: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: as a whole and word by word."""

    parts: tuple[Part, ...]
    bits: int

    @property
    def whole(self) -> str:
        """Its words with a space before each."""
        return "".join(part.begun for part in self.parts)


def typed(words: Sequence[str]) -> Typed:
    """The words of a search, ready to be looked for; words without letters are left out."""
    plain = (flat(word.replace("'", "").replace("\u2019", "")).strip() for word in words)
    parts = tuple(_part(word) for word in plain if word)
    return Typed(parts, bits("".join(part.text for part in parts)))


def _part(text: str) -> Part:
    letters = text.replace(" ", "")
    # on to the first place of each next letter: whether there is a way needs no looking back
    others = "".join(f"[^{re.escape(one)}]*{re.escape(one)}" for one in letters[1:])
    first = re.escape(letters[0])
    return Part(text, f" {text}", re.compile(f" {first}{others}"), re.compile(f"{first}{others}"))


def quality(wanted: Typed, flat_text: str) -> float:
    """From 0 (not found) to 1 (the very text) how well it fits."""
    if len(wanted.parts) == 1:
        return _quality(wanted.parts[0], flat_text)
    place = flat_text.find(wanted.whole)
    if place >= 0:
        return _at_word(place, place + len(wanted.whole), flat_text)
    total = 0.0
    for part in wanted.parts:
        found = _quality(part, flat_text)
        if not found:
            return 0.0
        total += found
    return _APART * total / len(wanted.parts)


def places(wanted: Typed, flat_text: str) -> frozenset[int]:
    """Where the letters that were typed stand in the text."""
    found: set[int] = set()
    for part in wanted.parts:
        found.update(_places(part, flat_text))
    return frozenset(place - 1 for place in found if flat_text[place] != " ")


def _quality(part: Part, text: str) -> float:
    place = text.find(part.begun)
    if place >= 0:
        return _at_word(place, place + 1 + len(part.text), text)
    if len(part.text) == 1:
        return 0.0  # a letter somewhere tells nothing
    match = part.at_word.search(text)
    if match is not None and _has_initials(part, text, match.start()):
        return _INITIALS
    return _MIDDLE if part.text in text else _loose(part, text, match)


def _loose(part: Part, text: str, at_word: re.Match[str] | None) -> float:
    """Letters in their order with others between; at_word: where they are, from a word on."""
    match = at_word or part.anywhere.search(text)
    if match is None or len(part.text) < _LEAST_LOOSE:
        return 0.0
    # the space before a word is no letter of it
    width = match.end() - match.start() - (at_word is not None)
    if width > _WIDEST * len(part.text):
        return 0.0
    return _LOOSE + _DENSE * len(part.text) / width + _AT_WORD * (at_word is not None)


def _at_word(start: int, end: int, text: str) -> float:
    """start: of the space before the word; end: after what was typed."""
    if end == len(text):
        return _EQUAL if start == 0 else _WORD + _WHOLE_WORD
    return (_START if start == 0 else _WORD) + _WHOLE_WORD * (text[end] == " ")


def _places(part: Part, text: str) -> list[int]:
    place = text.find(f" {part.text}")
    if place >= 0:
        return list(range(place + 1, place + 1 + len(part.text)))
    if steps := _steps(part, text):
        return _way(steps)
    place = text.find(part.text)
    if place >= 0:
        return list(range(place, place + len(part.text)))
    match = part.at_word.search(text) or part.anywhere.search(text)
    found: list[int] = []
    at = match.start() if match is not None else len(text)
    for letter in part.text.replace(" ", ""):
        at = text.find(letter, at) + 1
        if at == 0:
            return []
        found.append(at - 1)
    return found


def _has_initials(part: Part, text: str, start: int) -> bool:
    """Whether there are steps; most texts are told apart without taking any."""
    letters = part.text.replace(" ", "")
    if not any(text.find(f" {letter}", start + 2) >= 0 for letter in letters[1:]):
        return False
    return len(letters) == 2 or bool(_steps(part, text))


def _steps(part: Part, text: str) -> list[dict[int, int]]:
    """For each letter its possible places, each with that of the letter before.

    A letter follows the one before at once, or begins a later word; empty when
    there is no such way.
    """
    steps: list[dict[int, int]] = []
    for letter in part.text.replace(" ", ""):
        before = steps[-1] if steps else {}
        step: dict[int, int] = {}
        first = min(before, default=-1)
        place = text.find(f" {letter}", first + 1)
        while place >= 0:
            # from the last place before it, so that what was begun goes on as long as it can
            step[place + 1] = max((one for one in before if one <= place), default=-1)
            place = text.find(f" {letter}", place + 1)
        for one in before:
            if text[one + 1 : one + 2] == letter:
                step[one + 1] = one
        if not step:
            return []
        steps.append(step)
    return steps


def _way(steps: list[dict[int, int]]) -> list[int]:
    """The places of the letters, from the first way that there is."""
    place = min(steps[-1])
    found = [place]
    for step in reversed(steps[1:]):
        place = step[place]
        found.append(place)
    return found
