"""Known people whose name differs from another by one slip in a forename: "Imram Khan", "Shehbaaz Sharif".

A slip is a letter too many, too few or another, or two that changed places. Who is called almost alike may be
somebody else: such a name is only suggested to a reader, never put in the other's place.
"""

from __future__ import annotations

from functools import lru_cache

from jirga.lexicon.entities import Entities, entities
from jirga.lexicon.words import WORD, fold, plain

#: A forename must have so many letters: a letter changed in a shorter one makes another name ("Ali", "Adi").
SHORTEST = 5


def slips_of(name: str) -> tuple[str, ...]:
    """Return the ids of the known people of whose name `name` is a slip, in the order of the lexicon.

    The last name must be the same (in whatever spelling), and all forenames but one.
    """
    words = WORD.findall(name)
    known = entities()
    if len(words) < 2 or any(match.end - match.start == len(name) for match in known.find(name)):
        return ()
    found = known.by_last_name(words[-1])
    return tuple(id_ for id_ in found if any(_is_slip(words, full) for full in _names(known, id_)))


def _names(known: Entities, id_: str) -> tuple[list[str], ...]:
    return tuple(WORD.findall(one.name) for one in known.standings(id_)[:1])


def _is_slip(words: list[str], full: list[str]) -> bool:
    if len(words) != len(full):
        return False
    other = [(a, b) for a, b in zip(words, full, strict=True) if fold(a) != fold(b)]
    if len(other) != 1 or fold(words[-1]) != fold(full[-1]):
        return False
    one, another = other[0]
    return _one_slip(plain(one), plain(another)) or _one_slip(fold(one), fold(another))


@lru_cache(maxsize=1 << 12)
def _one_slip(one: str, other: str) -> bool:
    """Whether a word becomes another by one letter left out, put in or changed, or by two swapped."""
    if min(len(one), len(other)) < SHORTEST or abs(len(one) - len(other)) > 1:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
    rest, more = one[at:], other[at:]
    swapped = rest[:2] == more[:2][::-1] and rest[2:] == more[2:]
    return swapped or rest[1:] == more[1:] or rest[1:] == more or rest == more[1:]
