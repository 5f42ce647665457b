"""When two exercise names mean the same exercise."""

import re
import unicodedata
from functools import lru_cache

_SEPARATORS = re.compile(r"[\W_]+")


@lru_cache(16384)  # the library has thousands of names, and an import asks for each again
def match_key(name: str) -> str:
    """The form of an exercise name under which spellings are compared.

    Case, accents, punctuation and the order of the words do not matter, so
    'Bench Press (Barbell)' and 'Barbell Bench Press' have one key.
    """
    folded = unicodedata.normalize("NFKD", name.replace("'", "").replace("\u2019", "")).casefold()
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(sorted(_SEPARATORS.sub(" ", plain).split()))
