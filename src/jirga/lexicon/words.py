"""Words as names are compared by: borders in the text, and one folded spelling for many written ones.

English news spells one Pashto, Urdu or Arabic name in many ways (Tehrik/Tehreek, Mohammad/Muhammad, -i-/-e-).
Instead of listing every product of spellings, a word is folded before it is compared: no case, no
diacritics, no apostrophes, and the words of `spellings.tsv` to the first of their row.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jirga.lexicon.tables import rows

#: A word: letters and digits, with apostrophes inside ("Sana'a") but without a possessive "'s".
WORD = re.compile(r"(?!(?<=[^\W_]['’])[sS]\b)[^\W_]+(?:['’ʼʻ‘`](?!s\b|S\b)[^\W_]+)*")
#: What may stand between two words of one name: space, line break, hyphen or dash, slash, ampersand.
GAP = re.compile(r"(?:[ \t\u00a0]{1,2}|[ \t]?\r?\n[ \t]*|[-‐‑–/]|'s |’s | & )\Z")
#: What stands after a plural that owns what follows: "Kurdistan Workers' Party".
_OF_MANY = re.compile(r"['’] \Z")
#: After an initial or an abbreviation of at most this many letters ("St.", "Gen.") a full stop may stand too.
STOP = re.compile(r"\. ?\Z")
ABBREVIATED = 3
#: Linking words of compound names, folded.
_LINKS = frozenset({"i", "ul", "ud"})
#: Letters that have no diacritic to take off, as English papers write them.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
APOSTROPHES = str.maketrans("", "", "'’ʼʻ‘`")


class Word(NamedTuple):
    """A word of a text: its offsets in code points and its folded spelling (a tuple, for there are many)."""

    start: int
    end: int
    folded: str


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    return {
        other: words[0] for row in rows("spellings.tsv") for words in [row.many("words")] for other in words
    }


def plain(word: str) -> str:
    """Return `word` without case, diacritics and apostrophes ("Sana'a" and "Ṣanʿāʾ" alike)."""
    folded = word.casefold()
    if not folded.isascii():
        parts = unicodedata.normalize("NFKD", folded).translate(_LETTERS)
        folded = "".join(c for c in parts if c.isalnum() and not unicodedata.combining(c) and c not in "ʿʾʼʻ")
    return folded.translate(APOSTROPHES)


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return the one spelling that all known spellings of `word` share."""
    bare = plain(word)
    return _spellings().get(bare, bare)


@lru_cache(maxsize=1)
def _alike() -> dict[str, tuple[str, ...]]:
    """Return the spellings of each word by the one they are folded to."""
    return {words[0]: words for row in rows("spellings.tsv") for words in [row.many("words")]}


def together(name: str) -> Iterator[str]:
    """Yield other ways to write a name with linking words: on to the word before, and without -e-.

    "Jamaat-ul-Ahrar" is also written Jamaatul Ahrar, "Lashkar-e-Taiba" Lashkare Taiba and Lashkar Taiba.
    """
    parts = WORD.findall(name)
    for at in range(1, len(parts) - 1):
        link = fold(parts[at])
        if link not in _LINKS or parts[at] != parts[at].lower():
            continue
        before, after = parts[: at - 1], parts[at + 1 :]
        glued = ("e", "i") if link == "i" else ("ul", "al") if link == fold("ul") else (link,)
        stems = [parts[at - 1], *map(str.capitalize, _alike().get(fold(parts[at - 1]), ()))]
        yield from (" ".join([*before, stem + end, *after]) for stem in stems for end in glued)
        if link == "i":
            yield " ".join([*before, parts[at - 1], *after])


def words(text: str) -> list[Word]:
    """Return the words of `text` in order."""
    return [Word(m.start(), m.end(), fold(m.group())) for m in WORD.finditer(text)]


def key(name: str) -> str:
    """Return what a name is looked up by: its folded words, one space between."""
    return " ".join(fold(word) for word in WORD.findall(name))


def joined(text: str, left: Word, right: Word) -> bool:
    """Return whether what stands between two neighbouring words lets them belong to one name."""
    between = text[left.end : right.start]
    if GAP.match(between) or (_OF_MANY.match(between) and text[left.end - 1] in "sS"):
        return True
    return left.end - left.start <= ABBREVIATED and STOP.match(between) is not None


def name_end(text: str, part: list[Word]) -> int:
    """Return the end of a name of these words, with the last full stop of a dotted abbreviation ("U.S.")."""
    end = part[-1].end
    dotted = len(part) > 1 and all(word.end - word.start == 1 for word in part)
    stop = dotted and text[part[0].end] == "." and text[end : end + 1] == "."
    return end + 1 if stop and not text[end + 1 : end + 2].isalnum() else end
