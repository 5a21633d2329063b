"""Text set all in capitals, as wire services once sent it: given back a case the parser can read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

#: From this share of capitals among its letters on, a stretch of at least MIN_LETTERS is set in capitals.
SHARE = 0.85
MIN_LETTERS = 60


def all_capitals(text: str) -> bool:
    """Whether `text` is long enough to tell and set in capitals nearly throughout."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= MIN_LETTERS and sum(map(str.isupper, letters)) >= SHARE * len(letters)


def with_case(words: Sequence[str], known: frozenset[str]) -> list[str]:
    """Return the words in lower case where English has them (`known`), else with a capital, as names have."""
    result = [word.lower() if word.lower() in known else _titled(word) for word in words]
    if result:
        result[0] = result[0][:1].upper() + result[0][1:]
    return result


def _titled(word: str) -> str:
    """Return `word` with a capital on each part, unless that changes its length (as ß does)."""
    titled = "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
    return titled if len(titled) == len(word) else word


@lru_cache(maxsize=2)
def lower_case_words(nlp: Language) -> frozenset[str]:
    """Return the words the model met in lower case, as far as its strings were when this was first asked."""
    return frozenset(word for word in nlp.vocab.strings if word.isalpha() and word.islower())
