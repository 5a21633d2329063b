"""Who among the persons of the lexicon is a woman, so that "he" and "she" find whom they mean."""

from __future__ import annotations

from functools import lru_cache

from jirga.lexicon.tables import text

FILE = "women.txt"


@lru_cache(maxsize=1)
def women() -> frozenset[str]:
    """Return the lexicon's ids of persons who are women; every other person of the lexicon is a man."""
    return frozenset(line for line in text(FILE).split("\n") if line and not line.startswith("#"))
