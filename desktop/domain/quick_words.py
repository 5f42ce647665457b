"""The words that sets are typed in, and where each stands in the line.

A word is a number, a unit, a sign of how sets are made up (x, @, w, left), or
something that cannot be read. Space matters in one place only: `x3` after a
space counts sets (see quick_groups).
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

_MOST_DIGITS = 12
# of one character each, so that places in the text stay what they are
_ALIKE = str.maketrans("×✕–—−‐‑\u00a0\u2007\u2009\u202f", "xx-----    ")
_NUMBER = r"(?:[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)"
_END = r"(?![a-z])"
_UNITS = (
    "kgs? kilos? lbs? pounds? km k metres? meters? miles? mi m mins? minutes? secs? seconds? s "
    "hours? hrs? h reps? sets?"
).replace(" ", "|")


class Mark(Enum):
    """What a word is."""

    NUMBER = auto()
    RANGE = auto()  # 8-10
    LIST = auto()  # 5/5/4
    TIME = auto()  # 25:00, 1h05, 1m30s
    UNIT = auto()
    TIMES = auto()
    AT = auto()
    EFFORT = auto()
    TYPE = auto()
    SIDE = auto()
    SIGN = auto()
    BODY = auto()  # bw: the body's own weight
    BREAK = auto()  # , or ; or a dash between spaces
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be read: text[start:end], and one plain sentence that says why.

    is_open: it stands at the end and may become right by typing on.
    """

    start: int
    end: int
    words: str
    is_open: bool = False


class Unreadable(Exception):  # noqa: N818 - it carries the fault
    """A word cannot be read; `fault` says which and why."""

    def __init__(self, start: int, end: int, words: str, is_open: bool = False) -> None:
        super().__init__(words)
        self.fault = Fault(start, end, words, is_open)


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its plain form ('lbs' is 'lb'), and where it stands.

    spaced: there is space before it.
    """

    mark: Mark
    text: str
    start: int
    end: int
    spaced: bool


_PATTERNS: tuple[tuple[Mark, str], ...] = (
    (Mark.TIME, r"[0-9]{1,3}:[0-9]{1,2}(?::[0-9]{1,2})?(?![0-9:])"),
    (Mark.TIME, r"[0-9]{1,3}h[0-9]{1,2}(?:m(?:in)?)?(?:[0-9]{1,2}s(?:ec)?)?(?![a-z0-9])"),
    (Mark.TIME, r"[0-9]{1,3}m(?:in)?[0-9]{1,2}(?:s(?:ec)?)?(?![a-z0-9])"),
    (Mark.LIST, r"[0-9]{1,4}(?:/[0-9]{1,4})+(?![0-9/.,:])"),
    (Mark.LIST, r"[0-9]{1,4}(?:,[0-9]{1,4}){2,}(?![0-9/.,:])"),
    (Mark.RANGE, r"[0-9]{1,4}-[0-9]{1,4}(?![0-9.,:-])"),
    (Mark.NUMBER, _NUMBER),
    (Mark.SIGN, r"\+(?=\s*[0-9.,])|-(?=[0-9.,])"),
    (Mark.BREAK, r"[,;|]|(?<![^\s])-(?=\s)"),
    (Mark.TIMES, rf"[x*]{_END}"),
    (Mark.AT, rf"@|at{_END}"),
    (Mark.EFFORT, rf"(?:rpe|rir){_END}"),
    (Mark.UNIT, rf"(?:{_UNITS})(?=x?{_END})"),
    (Mark.TYPE, rf"(?:warm-?ups?|w|drop|d|failure|fail|f){_END}"),
    (Mark.SIDE, rf"(?:left|right|l|r){_END}"),
    (Mark.BODY, rf"(?:bodyweight|bw)(?=x?{_END})"),
    (Mark.UNKNOWN, r"[^\s,;]+"),
)
_FLAGS = re.IGNORECASE | re.ASCII
_WORD = re.compile(
    "|".join(f"(?P<p{place}>{pattern})" for place, (_, pattern) in enumerate(_PATTERNS)), _FLAGS
)
_NOISE = re.compile(rf"(?:[\s:=]|(?:of|in|with){_END})+", _FLAGS)
_VALUE = re.compile(
    rf"[+-]?[0-9]|[.,][0-9]|[x*@](?:\s*[0-9]|\s*$)|\+\s+[0-9]|(?:bw|bodyweight){_END}", _FLAGS
)
_PLAIN_UNITS = {
    "kilo": "kg",
    "pound": "lb",
    "k": "km",
    "metre": "m",
    "meter": "m",
    "mile": "mi",
    "minute": "min",
    "sec": "s",
    "second": "s",
    "hour": "h",
    "hr": "h",
    "rep": "reps",
    "set": "sets",
}
_LONGER = (  # what a last word may still become
    "rpe rir left right warm-up drop failure reps sets pounds metres meters miles minutes "
    "seconds hours kilos bodyweight with"
).split()


def plain(text: str) -> str:
    """The text with typographic signs as they are typed, every character in its place."""
    return text.translate(_ALIKE)


def is_value(text: str, start: int) -> bool:
    """Whether sets could begin at that place of a plain text."""
    return _VALUE.match(text, start) is not None


def words_of(text: str, start: int = 0) -> list[Word]:
    """The words of a plain text from that place on. Raises Unreadable for the first unknown."""
    found: list[Word] = []
    place, spaced = start, True
    while place < len(text):
        if noise := _NOISE.match(text, place):
            place, spaced = noise.end(), True
            continue
        match = _WORD.match(text, place)
        assert match is not None  # anything else is an unknown word
        word = _word(match, spaced)
        if word.mark is Mark.UNKNOWN:
            raise _unknown(text, word)
        if word.mark is Mark.NUMBER and len(word.text) > _MOST_DIGITS:
            raise Unreadable(word.start, word.end, "That number is too long.")
        found.append(word)
        place, spaced = match.end(), False
    return found


def _unknown(text: str, word: Word) -> Unreadable:
    typed = text[word.start : word.end]
    begins = typed in ("+", "-") or any(one.startswith(typed.casefold()) for one in _LONGER)
    is_open = begins and not text[word.end :]
    return Unreadable(word.start, word.end, f"'{typed}' cannot be read.", is_open)


def _word(match: re.Match[str], spaced: bool) -> Word:
    assert match.lastgroup is not None
    mark, text = _PATTERNS[int(match.lastgroup[1:])][0], match[0].casefold()
    if mark is Mark.UNIT:
        text = _unit(text)
    elif mark is Mark.TIME and ":" not in text:
        text = _clock(text)
    elif mark in (Mark.TYPE, Mark.SIDE):
        text = text[0]
    return Word(mark, text, match.start(), match.end(), spaced)


def _unit(text: str) -> str:
    single = text if text in ("s", "reps", "sets") else text.removesuffix("s")
    return _PLAIN_UNITS.get(single, single)


def _clock(text: str) -> str:
    """'1h05' as '1:05:00', '1m30s' as '1:30'."""
    hours, _, rest = text.rpartition("h")
    minutes, _, seconds = rest.replace("min", "m").replace("sec", "s").rstrip("s").rpartition("m")
    if hours:
        # 1h05 has minutes without a word behind them
        minutes, seconds = (minutes, seconds) if minutes else (seconds, "")
        return f"{hours}:{minutes or 0}:{seconds or 0}"
    return f"{minutes}:{seconds}"
