"""What the command palette offers, and the search over it, the best and the most used first."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.day_words import Days, days_said
from desktop.domain.palette_match import Typed, bits, flat, places, quality, typed
from desktop.domain.palette_use import Usage

MOST = 60
_MOST_SESSIONS = 30
_SAME_NAME = 8  # of sessions that are called the same, so many of the newest
_ALIAS, _BESIDE = 0.9, 0.8  # found by another name, or by a word that is not in the title
_CLEAR = 0.65  # at least words, not letters here and there
_KIND_LETTERS = 4  # of 'session', say, to ask for sessions
_USE, _PRIOR, _LENGTH = 0.2, 0.12, 0.002
# how well a day, a month and so on that was named fits a session of it
_DAY, _PERIOD = 0.95, 0.8


class PaletteKind(StrEnum):
    """What an item is, in a user's words."""

    ACTION = "Action"
    PAGE = "Page"
    EXERCISE = "Exercise"
    TEMPLATE = "Template"
    SESSION = "Session"
    SETTING = "Setting"
    HELP = "Help"


@dataclass(frozen=True, slots=True)
class Item:
    """Something to choose. key: by which its use is remembered; thing: what it stands for.

    names: other names of it; words: what it is found by besides. prior: from 0
    to 1 how probably it is wanted, before anything was typed. day: of a session.
    """

    key: str
    kind: PaletteKind
    title: str
    thing: object = None
    names: tuple[str, ...] = ()
    words: str = ""
    detail: str = ""
    prior: float = 0.5
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An item that was found. marked: the places of letters in its title that were typed."""

    item: Item
    score: float
    marked: frozenset[int] = frozenset()
    other_name: str = ""  # by which it was found


class Index:
    """Items made ready to be searched, once; every text is kept once, whoever has it."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = tuple(items)
        self.by_key = {item.key: item for item in self.items}
        self.sessions = [item for item in self.items if item.day is not None]
        self.sessions.sort(key=lambda item: item.day or date.min, reverse=True)
        self.texts: list[str] = []
        # who has a text: the item, the length of what is shown of the text, the name it is
        self.owners: list[list[tuple[Item, int, str]]] = []
        self._known: dict[str, int] = {}
        for item in self.sessions:
            self._add(item.title, item)
        for item in self.items:
            if item.day is None:
                self._add(f"{item.title} {item.words}" if item.words else item.title, item)
                for name in item.names:
                    self._add(name, item, name)
        self.bits = [bits(text) for text in self.texts]

    def _add(self, text: str, item: Item, name: str = "") -> None:
        plain = flat(text)
        place = self._known.setdefault(plain, len(self.texts))
        if place == len(self.texts):
            self.texts.append(plain)
            self.owners.append([])
        self.owners[place].append((item, len(item.title) + 1, name))


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, on that day. first_weekday: 0 Monday to 6 Sunday."""

    text: str
    today: date
    first_weekday: int = 0

    @property
    def words(self) -> list[str]:
        """The words in small letters."""
        return unicodedata.normalize("NFC", self.text).casefold().split()


def search(indexes: Sequence[Index], asked: Asked, usage: Usage, most: int = MOST) -> list[Found]:
    """What fits what was typed, the best first; nothing for nothing typed."""
    scores: dict[str, tuple[float, Item, str]] = {}
    wanted = typed(asked.words)
    if wanted.parts:
        used = set(usage.uses)
        for index in indexes:
            _by_text(index, wanted, used, scores)
            _by_kind(index, asked.words, scores)
            _by_day(index, asked, scores)
    ranked = [
        (_score(fit, item, usage, asked.today), item, name) for fit, item, name in scores.values()
    ]
    ranked.sort(key=lambda one: (-one[0], -_ordinal(one[1]), one[1].title, one[1].key))
    return [
        Found(item, score, _marked(wanted, item), name)
        for score, item, name in _limited(ranked, most)
    ]


def most_used(indexes: Sequence[Index], usage: Usage, today: date, most: int) -> list[Item]:
    """What was chosen often and lately, the most used first."""
    found: list[Item] = []
    for key in usage.most_used(today):
        item = next((index.by_key[key] for index in indexes if key in index.by_key), None)
        if item is not None:
            found.append(item)
        if len(found) == most:
            break
    return found


def _by_text(
    index: Index, wanted: Typed, used: set[str], scores: dict[str, tuple[float, Item, str]]
) -> None:
    texts, owners = index.texts, index.owners
    for place in _may_fit(index, wanted):
        text = texts[place]
        fit = quality(wanted, text)
        if not fit:
            continue
        listed = owners[place]
        if len(listed) > _SAME_NAME:
            listed = listed[:_SAME_NAME] + [
                one for one in listed[_SAME_NAME:] if one[0].key in used
            ]
        for item, length, name in listed:
            near = fit
            if name:
                near *= _ALIAS
            elif len(text) > length:
                near = max(quality(wanted, text[:length]), fit * _BESIDE * (fit >= _CLEAR))
            known = scores.get(item.key)
            if near and (known is None or near > known[0]):
                scores[item.key] = (near, item, name)


def _may_fit(index: Index, wanted: Typed) -> list[int]:
    """The texts worth a look: words that begin so, and where those are few, letters in order."""
    need, texts = wanted.bits, index.texts
    listed = [at for at, has in enumerate(index.bits) if has & need == need]
    clear = listed
    for part in wanted.parts:
        begun = part.begun
        clear = [at for at in clear if begun in texts[at]]
    if len(clear) >= MOST:
        return clear
    for part in wanted.parts:
        has_letters = part.anywhere.search
        listed = [at for at in listed if has_letters(texts[at])]
    return listed


def _by_kind(index: Index, words: list[str], scores: dict[str, tuple[float, Item, str]]) -> None:
    """'session push', 'setting': a word can tell the kind, the others are looked for."""
    for number, word in enumerate(words):
        kinds = [
            kind
            for kind in PaletteKind
            if len(word) >= min(_KIND_LETTERS, len(kind))
            and (kind.casefold() + "s").startswith(word)
        ]
        if not kinds:
            continue
        others = typed([*words[:number], *words[number + 1 :]])
        fits: dict[str, float] = defaultdict(float)
        sessions = 0
        for item in index.items:
            if item.kind not in kinds or (sessions > _MOST_SESSIONS and not others.parts):
                continue
            sessions += item.day is not None
            text = f"{item.title} {item.words}"
            if text not in fits:
                fits[text] = quality(others, flat(text)) if others.parts else _PERIOD
            if fits[text] > scores.get(item.key, (0.0,))[0]:
                scores[item.key] = (fits[text], item, "")


def _by_day(index: Index, asked: Asked, scores: dict[str, tuple[float, Item, str]]) -> None:
    """Sessions of the days that were named, whose names have the other words."""
    said = days_said(asked.words, asked.today, asked.first_weekday)
    if said is None or not index.sessions:
        return
    others = typed([word for word in said.others if word not in _FILLERS])
    fits: dict[str, float] = {"": 0.0}
    count = 0
    for item in index.sessions:
        assert item.day is not None
        if not any(days.holds(item.day) for days in said.days):
            continue
        fit = fits.get(item.title)
        if fit is None:
            fit = quality(others, flat(item.title)) if others.parts else 1.0
            fits[item.title] = fit
        if not fit:
            continue
        near = (_DAY if _is_day(said.days) else _PERIOD) * (0.6 + 0.4 * fit)
        if near > scores.get(item.key, (0.0,))[0]:
            scores[item.key] = (near, item, "")
        count += 1
        if count == _MOST_SESSIONS:
            return


_FILLERS = frozenset("on of from in at the session sessions workout workouts".split())


def _is_day(days: Iterable[Days]) -> bool:
    return any(one.is_one for one in days)


def _score(fit: float, item: Item, usage: Usage, today: date) -> float:
    used: float = 1 - 0.5 ** usage.count(item.key, today)
    # of two names that fit as well the shorter is closer; of two sessions the newer
    length = min(len(item.title), 60) if item.day is None else 0
    return fit + _USE * used + _PRIOR * item.prior - _LENGTH * length


def _ordinal(item: Item) -> int:
    return item.day.toordinal() if item.day is not None else 0


def _limited(ranked: list[tuple[float, Item, str]], most: int) -> list[tuple[float, Item, str]]:
    """The first ones, of sessions no more than leave room for others."""
    kept: list[tuple[float, Item, str]] = []
    sessions = 0
    for one in ranked:
        sessions += one[1].day is not None
        if one[1].day is None or sessions <= _MOST_SESSIONS:
            kept.append(one)
        if len(kept) == most:
            break
    return kept


def _marked(wanted: Typed, item: Item) -> frozenset[int]:
    text = flat(item.title)
    if quality(wanted, text):
        return places(wanted, text)
    # word by word: others may have been found elsewhere
    found: frozenset[int] = frozenset()
    for part in wanted.parts:
        alone = Typed((part,), 0)
        if quality(alone, text) >= 0.5:
            found |= places(alone, text)
    return found
