"""What kind of body a name tells by its words: "the X Liberation Army", "the Y Workers' Union"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from jirga.lexicon.tables import rows

FILE = "name_heads.tsv"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+|['’])*")


@dataclass(frozen=True, slots=True)
class NameHead:
    """A word of a body's name with the PLOVER sectors of such bodies; one of `beside` must stand in it."""

    head: str
    beside: tuple[str, ...]
    sector: str
    other_sectors: tuple[str, ...]


@lru_cache(maxsize=1)
def _heads() -> dict[str, tuple[NameHead, ...]]:
    found: dict[str, tuple[NameHead, ...]] = {}
    for row in rows(FILE):
        one = NameHead(row["head"], row.many("beside"), row["sector"], row.many("other_sectors"))
        found[one.head] = (*found.get(one.head, ()), one)
    return found


def name_head(name: str) -> NameHead | None:
    """Return the row that a body's name falls under, by its last telling word; None where no word tells."""
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(name)]
    whole = f" {' '.join(words)} "
    for word in reversed(words):
        for one in _heads().get(word, ()):
            if not one.beside or any(f" {mark} " in whole for mark in one.beside):
                return one
    return None
