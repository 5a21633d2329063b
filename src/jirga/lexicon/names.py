"""Finding known names in a text: longest first, leftmost first, at word borders, with their capitals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from jirga.lexicon.words import WORD, Word, fold, joined, name_end, words

T = TypeVar("T")

#: Abbreviations that are also words: in a line of capitals ("WHO KILLED US TROOPS") they are no names.
ALSO_WORDS = frozenset(
    [
        "us",
        "is",
        "it",
        "who",
        "un",
        "am",
        "aid",
        "can",
        "may",
        "act",
        "hope",
        "son",
        "pay",
        "fare",
        "den",
        "lit",
        "pal",
        "ant",
        "pad",
        "raw",
        "fact",
        "model",
        "mend",
        "arena",
        "eta",
        "mir",
        "care",
    ]
)
#: Peoples and nationalities that are also words, and in a line of capitals likelier those.
ALSO_COMMON = frozenset({"poles", "polish", "swedes", "scots", "turkeys", "guineas"})
#: From this many letters an abbreviation is also written as a word: Nato, Isis, Unicef, Opec.
WRITTEN_AS_WORD = 4


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A name in a text: offsets in code points, and what it may stand for, best first."""

    start: int
    end: int
    items: tuple[T, ...]


class _Name(NamedTuple, Generic[T]):
    written: tuple[str, ...]
    item: T


class Names(Generic[T]):
    """An index from written names to items; those added first come first among a name's candidates.

    Names are compared word by word after folding. A word that the index writes with a capital must have one
    in the text too, an abbreviation all of them: "Islamic state" is no "Islamic State", "us" no "US".
    """

    def __init__(self) -> None:
        """Begin with no name."""
        self._names: dict[str, list[_Name[T]]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        """Return how many different folded names are known."""
        return len(self._names)

    def add(self, name: str, item: T) -> None:
        """Add a name for an item; a name without any word is left out."""
        written = tuple(WORD.findall(name))
        if not written:
            return
        folded = " ".join(map(fold, written))
        self._names.setdefault(folded, []).append(_Name(written, item))
        first, count = folded.split(" ", 1)[0], len(written)
        known = self._lengths.get(first, ())
        if count not in known:
            self._lengths[first] = tuple(sorted((*known, count), reverse=True))

    def find(self, text: str) -> list[Found[T]]:
        """Return the names in `text`, longest leftmost, never overlapping, in order."""
        found: list[Found[T]] = []
        here = words(text)
        at = 0
        while at < len(here):
            lengths = self._lengths.get(here[at].folded)
            hit = self._longest(text, here, at, lengths) if lengths else None
            if hit is None:
                at += 1
                continue
            found.append(hit[0])
            at += hit[1]
        return found

    def _longest(
        self, text: str, here: list[Word], at: int, lengths: tuple[int, ...]
    ) -> tuple[Found[T], int] | None:
        for count in lengths:
            part = here[at : at + count]
            if len(part) < count:
                continue
            known = self._names.get(" ".join(word.folded for word in part))
            if known is None or not all(joined(text, a, b) for a, b in pairwise(part)):
                continue
            items = tuple(dict.fromkeys(_fitting(known, text, here, at, count)))
            if items:
                return Found(part[0].start, name_end(text, part), items), count
        return None


def _fitting(known: list[_Name[T]], text: str, here: list[Word], at: int, count: int) -> Iterator[T]:
    seen = [text[word.start : word.end] for word in here[at : at + count]]
    for name in known:
        if all(map(_same_case, name.written, seen)) and not (
            count == 1 and _shouted(name.written[0], text, here, at)
        ):
            yield name.item


def _same_case(written: str, seen: str) -> bool:
    if len(written) <= WRITTEN_AS_WORD and any(map(str.isupper, written[1:])) and not written.isupper():
        return seen == written  # LeT, JeM: as a word or in capitals it is another
    if written.isupper() and len(written) > 1:
        return seen.isupper() or (
            len(written) >= WRITTEN_AS_WORD and seen.istitle() and written.casefold() not in ALSO_WORDS
        )
    return not written[0].isupper() or seen[0].isupper() or seen[0].isdigit()


def _shouted(written: str, text: str, here: list[Word], at: int) -> bool:
    """Whether a name that is also a word stands in a line of capitals: likelier the word."""
    also = ALSO_WORDS if written.isupper() else ALSO_COMMON
    if written.casefold() not in also:
        return False
    around = [text[w.start : w.end] for w in here[max(0, at - 2) : at] + here[at + 1 : at + 3]]
    long = [word for word in around if len(word) > 1 and word.isalpha()]
    return len(long) > 1 and all(word.isupper() for word in long)
