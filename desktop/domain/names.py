"""Names as they are compared: how they are written does not matter."""

import re
import unicodedata
from functools import lru_cache

# also those that phones and keyboards of other languages have in their place
_APOSTROPHES = dict.fromkeys(map(ord, "'`\u00b4\u2018\u2019\u02bc"))
_SEPARATORS = re.compile(r"[\W_]+")


@lru_cache(16384)  # the library has thousands of names, and an import asks for each again
def match_key(name: str) -> str:
    """The form of an exercise name under which spellings are compared.

    Case, accents, punctuation and the order of the words do not matter, so
    'Bench Press (Barbell)' and 'Barbell Bench Press' have one key.
    """
    return " ".join(sorted(_SEPARATORS.sub(" ", folded(name)).split()))


def folded(text: str) -> str:
    """The text without accents, apostrophes and capitals."""
    text = text.translate(_APOSTROPHES)
    if text.isascii():  # as nearly all are: nothing to take apart
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
