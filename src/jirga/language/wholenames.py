"""Whether a gazetteer's name is a whole name here, and whether the text lets it mean any place so called.

"Pata" in "Santo Tomas de Pata" is no town of Senegal: of a longer name that nobody lists nothing is known but
the name. A name told to lie in a division or country where none of its places lies ("Shelton in Kunar
province", "the Afghan village of Shelton") stays open too, rather than to be put on another continent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jirga.language.analysis import PlaceMention
from jirga.lexicon.cues import word_set
from jirga.lexicon.places import Place, PlaceMatch

#: A capitalised name before a particle that joins it to what follows: "Santo Tomas de" before "Pata".
_BEFORE = re.compile(
    r"(?<!\w)((?:[^\W\d_a-z][\w'’]*\s+){0,2}([^\W\d_a-z][\w'’]*))"
    r"\s+d(?:e|el|a|o|os|as)(?:\s+l(?:a|as|os))?\s+\Z"
)
_AFTER = re.compile(r"\s+d(?:e|el|a|o|os|as)(?:\s+l(?:a|as|os))?\s+[^\W\d_a-z][\w'’]*")
#: How far before a name its beginning is looked for, in code points.
_REACH = 50
#: Words for kinds of places, which "de" joins to a name that stays a name.
_KINDS = word_set("ciudad cidade departamento estado isla ilha municipio pueblo provincia república villa")
#: What leads from a name to the division or country that it lies in.
_IN = re.compile(
    r"(?:\s+(?:village|town|hamlet|area|valley|district|city))?"
    r"(?:,?\s+(?:in|of)\s+(?:the\s+)?(?:[\w'’-]+\s+)?"
    r"(?:(?:district|province|department|state|region|governorate)\s+of\s+)?|\s+\()"
)
#: What leads from a nationality to the name of a place in its country.
_OF_NATION = re.compile(
    r"\w+\s+(?:[a-z]+\s+){0,2}(?:city|town|village|hamlet|district|province|region|department|area)\s+of\s+"
)
_DIVISIONS = frozenset({"country", "province", "district"})
#: From so many people on, a place is meant by its name whatever stands beside it.
_WORLD_CITY = 500_000
_SHORT = re.compile(r"\s*\(([A-Z]{2,5})\)")
#: Words of a name that give its abbreviation no letter.
_SMALL = word_set("of the and de la du des")


def longer_name(text: str, match: PlaceMatch) -> tuple[int, int] | None:
    """Return the stretch of the longer name that a match is only a part of, None where it is a whole one."""
    before = _BEFORE.search(text, max(0, match.start - _REACH), match.start)
    if before is not None and before[2].casefold() in _KINDS:
        before = None
    after = _AFTER.match(text, match.end)
    start, end = before.start() if before else match.start, after.end() if after else match.end
    return (start, end) if (start, end) != (match.start, match.end) else None


def told_elsewhere(
    text: str, matches: Sequence[PlaceMatch], named: Sequence[tuple[int, str]], chosen: Sequence[Place]
) -> frozenset[str]:
    """Return the folded names that are told to lie where none of their places does.

    `named` are (offset, country) of the states and nationalities, `chosen` is the likeliest place of each
    match. A city known the world over is meant by its name all the same.
    """
    found = set()
    for at, (match, place) in enumerate(zip(matches, chosen, strict=True)):
        around = _countries_after(text, match, matches[at + 1 : at + 2]) or _nation_before(text, match, named)
        if place.precision != "place" or not around or place.population >= _WORLD_CITY:
            continue
        if not any(one.country in around for one in match.candidates):
            found.add(text[match.start : match.end].casefold())
    return frozenset(found)


def _countries_after(text: str, match: PlaceMatch, following: Sequence[PlaceMatch]) -> frozenset[str]:
    """Return the countries of the division that the text says a name lies in, none where it says none."""
    for one in following:
        if _IN.fullmatch(text, match.end, one.start):
            return frozenset(p.country for p in one.candidates if p.precision in _DIVISIONS)
    return frozenset()


def _nation_before(text: str, match: PlaceMatch, named: Sequence[tuple[int, str]]) -> frozenset[str]:
    """Return the country whose nationality leads to a name: "the Afghan village of Shelton"."""
    near = (one for one in named if 0 < match.start - one[0] <= _REACH)
    return frozenset(country for at, country in near if _OF_NATION.fullmatch(text, at, match.start))


def abbreviated(text: str, places: Sequence[PlaceMention]) -> Iterator[tuple[int, int, Place | None]]:
    """Yield (start, end, place) where the text uses the abbreviation that it gives a place: "NSW"."""
    told: dict[str, Place | None] = {}
    for one in places:
        given = _SHORT.match(text, one.end)
        letters = "".join(word[0] for word in one.name.split() if word.casefold() not in _SMALL)
        if given is not None and given[1] == letters.upper():
            told.setdefault(given[1], one.place)
    for short, place in told.items():
        for use in re.finditer(rf"(?<![\w.]){short}(?![\w.])", text):
            yield use.start(), use.end(), place
