"""Words as merging compares them: stems, what is left without function words, names and numbers, likeness.

Stems are Snowball's (English); irregular forms come first from `data/forms.tsv`. How alike two stems are in
meaning (`kill`, `slay`) stands in `data/alike.tsv`, made by `training/merging`; words that are in neither
are as alike as they are spelled.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

_FUNCTION = """
a about above after again against all also am an and another any are as at away back be because been
before being below between both but by can cannot could did do does doing done down during each
either else even ever few for from further get gets getting go goes going gone got had has have
having he her here hers him his how however i if in including into is it its itself just last later
least less like made make makes making many may me might mine more most much must my near nearly
neither new no nor not now of off on once one only onto or other others our out over own per put
rather said same say saying says she should since so some such take taken takes taking than that the
their theirs them then there these they this those though through thus till to together too took
toward towards two under until up upon us very via was we well went were what when where whether
which while who whom whose why will with within without would yes yet you your
"""
#: Words that say how a sentence is built and not what it tells of.
FUNCTION_WORDS = frozenset(_FUNCTION.split())
#: Below this many letters, spelling says nothing about meaning.
_SHORT = 5
#: From this likeness of spelling on (0 to 100, Indel), two stems count as forms of one word.
_SPELLED_ALIKE = 80.0

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CAPITALS = re.compile(r"(?<![.!?:“\"'‘] )(?<!\A)(?<!\n)\b[A-Z][^\W_]{2,}|\b[A-Z]{2,}\b|\d[\d,.]*\d|\d\d+")


def words(text: str) -> list[str]:
    """Return the words of a text in small letters, in their order."""
    return [found.casefold() for found in _WORD.findall(text)]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of a word: of an irregular form (`shot`) that of its verb."""
    folded = word.casefold()
    found: str = _snowball().stemWord(_forms().get(folded, folded))
    return found


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that are no function words."""
    return frozenset(stem(word) for word in words(text) if word not in FUNCTION_WORDS)


def names(text: str) -> frozenset[str]:
    """Return the names and numbers of a text: what has a capital within a sentence, or digits."""
    return frozenset(named(text))


def named(text: str) -> tuple[str, ...]:
    """Return the names and numbers of a text in the order in which they first stand there."""
    found = (one.strip(",.").casefold() for one in _CAPITALS.findall(text))
    return tuple(dict.fromkeys(one for one in found if one and one not in FUNCTION_WORDS))


@lru_cache(maxsize=262_144)
def alike(one: str, other: str) -> float:
    """Return how alike two stems are in meaning, from 0 to 1; the order does not matter."""
    from rapidfuzz import fuzz

    if one == other:
        return 1.0
    known = _likeness().get((min(one, other), max(one, other)), 0.0)
    if min(len(one), len(other)) >= _SHORT and fuzz.ratio(one, other) >= _SPELLED_ALIKE:
        return max(known, fuzz.ratio(one, other) / 100)
    return known


@lru_cache(maxsize=1)
def _snowball() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english", 0)  # 0: it need remember no words, `stem` does


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, str]:
    return dict(line.split("\t") for line in _lines("forms.tsv"))


@lru_cache(maxsize=1)
def _likeness() -> Mapping[tuple[str, str], float]:
    rows = (line.split("\t") for line in _lines("alike.tsv"))
    return {(one, other): float(likeness) for one, other, likeness in rows}


def _lines(name: str) -> list[str]:
    text = files("jirga.merging").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
