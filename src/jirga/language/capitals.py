"""Text set in capitals, as wire services once sent it, and headlines: given back what the parser can read."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from jirga.language.analysis import covering
from jirga.language.casing import Casing
from jirga.lexicon.entities import entities

#: From this share of capitals among its letters on, a stretch of at least MIN_LETTERS is set in capitals.
SHARE = 0.85
MIN_LETTERS = 60
#: A headline with a capital on every word has so many words; the longest word that may go without.
FEWEST_TITLED, MOST_TITLED, LONGEST_SMALL = 4, 25, 4

DASHES = frozenset({"-", "--", "–", "—"})


def all_capitals(text: str) -> bool:
    """Whether `text` is long enough to tell and set in capitals nearly throughout."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= MIN_LETTERS and sum(map(str.isupper, letters)) >= SHARE * len(letters)


def title_case(text: str) -> bool:
    """Whether `text` is a headline whose every longer word has its capital ("Troops Kill Nine in Raid")."""
    words = text.split()
    plain = (word.strip(",;:-'’‘") for word in words)
    longer = [word for word in plain if word.isalpha() and len(word) > LONGEST_SMALL]
    if not FEWEST_TITLED <= len(words) <= MOST_TITLED or text.rstrip().endswith((".", "!", "?", "”", '"')):
        return False
    return len(longer) >= FEWEST_TITLED - 1 and all(word[0].isupper() for word in longer)


def headline(text: str) -> bool:
    """Whether `text` is short enough for a headline and ends without a full stop, as sentences do not."""
    return 0 < len(text.split()) <= MOST_TITLED and text.rstrip()[-1:].isalnum()


def with_colons(words: Sequence[str], spaces: Sequence[bool]) -> list[str]:
    """Return a headline's words with a colon for each dash that stands between spaces.

    "Two killed in raid - army", "Gwoza under siege - gunmen kill 300": the parser takes the dash for a hyphen
    and makes one name of what stands on both its sides.
    """
    between = (at and spaces[at] and spaces[at - 1] for at in range(len(words)))
    return [":" if alone and word in DASHES else word for word, alone in zip(words, between, strict=True)]


def with_case(words: Sequence[str], known: Casing, named: Collection[int] = ()) -> list[str]:
    """Return the words in lower case where English has them (`known`), else with a capital, as names have.

    `named` are the positions of words that are part of a name, whatever else they may be. A word that is
    written either way has a capital next to a name: "DANIEL GARCIA".
    """
    names = {
        at
        for at, word in enumerate(words)
        if at in named or (word[:1].isalpha() and not known.is_small(word.lower()))
    }
    for at, word in enumerate(words):
        if known.is_unsure(word.lower()) and {at - 1, at + 1} & names:
            names.add(at)
    result = [_titled(word) if at in names else word.lower() for at, word in enumerate(words)]
    if result:
        result[0] = result[0][:1].upper() + result[0][1:]
    return result


def names_in(text: str, starts: Sequence[int]) -> frozenset[int]:
    """Return which words of `text`, of those that start there, the lexicon knows as names or parts of one."""
    found = [match for match in entities().find(text) if match.form != "surname"]
    inside = covering((match.start, match.end) for match in found)
    small = {"of", "the", "and", "for", "in", "de", "del", "la", "y"}
    return frozenset(
        at for at, start in enumerate(starts) if inside(start) and _word(text, start).lower() not in small
    )


def _word(text: str, start: int) -> str:
    return text[start : start + 4].split(" ", 1)[0]


def _titled(word: str) -> str:
    """Return `word` with a capital on each part, unless that changes its length (as ß does)."""
    titled = "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
    return titled if len(titled) == len(word) else word
