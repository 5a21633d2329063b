"""Where: names of countries, divisions and populated places, with what each may mean, best first.

The data (GeoNames and UCDP, see NOTICE) is built by `training/lexicon/places.py`: `places.tsv.gz` has the
places, `place_names.tsv.gz` their folded names with the numbers of the places so called.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from jirga.lexicon.placenames import CUED, Names
from jirga.lexicon.tables import content, digest, rows, text
from jirga.lexicon.words import Word, joined, key, name_end, words

FILE, INDEX, SHORT = "places.tsv.gz", "place_names.tsv.gz", "place_abbreviations.tsv"
Precision = Literal["place", "district", "province", "country", "region"]

#: Words before or after a name that say it is a place: "in Nice", "the city of Reading", "Bath, England".
BEFORE = re.compile(
    r"(?:\b(?:in|near|outside|around)|\b(?:city|town|village|district|province|state|region) of)\s+\Z",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"\s+(?:city|town|village|district|province|tehsil|agency|county|governorate|oblast)\b", re.IGNORECASE
)
#: What the word after a name says of its rank.
RANKS: dict[str, Precision] = {
    "district": "district",
    "agency": "district",
    "county": "district",
    "raion": "district",
    "province": "province",
    "state": "province",
    "oblast": "province",
    "governorate": "province",
    "region": "province",
    "city": "place",
    "town": "place",
    "village": "place",
}
NEXT = re.compile(r"\s+(?:tribal\s+)?([a-z]+)\b", re.IGNORECASE)
#: The same of several names: "Swat, Dir and Buner districts".
OF_SEVERAL = re.compile(
    # each word is taken whole and given back to none: in capitals any letter could begin the next
    r"(?:(?:,|,? and|,? or|\s+&)\s+[^\W\d_a-z][\w'’-]*+(?:\s[^\W\d_a-z][\w'’-]*+){0,2}\s?){0,6}\s*"
    r"\b(district|agencie|countie|province|state|governorate|oblast|region)s\b"
)
SINGULAR = {"agencie": "agency", "countie": "county"}
#: What may be a division's abbreviation after a place, with its points and without the last one.
SHORTENED = re.compile(r",\s+(((?:[A-Z]\.? ?)?[A-Z][A-Za-z]*)\.?)(?!\w)")
CAPITAL = re.compile(r"[ -][^\W\d_a-z]")
COMMA = re.compile(r",\s+(?:in\s+)?\Z")
#: Up to this many letters, capitals among small letters are taken for an abbreviation.
LONGEST_ACRONYM = 5
#: From so many people on, a place of several words needs no sign beside it that its name is one.
MILLION = 1_000_000
#: Words of a name that need no capital.
PARTICLES = frozenset(
    [
        "of",
        "the",
        "and",
        "de",
        "la",
        "le",
        "du",
        "des",
        "da",
        "do",
        "di",
        "al",
        "el",
        "i",
        "ad",
        "ud",
        "ul",
        "an",
        "ash",
        "az",
        "ar",
        "as",
        "at",
        "und",
        "upon",
        "es",
        "sur",
        "am",
        "a",
    ]
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place: GeoNames' id (None for those of other sources), ISO alpha-3 country, WGS 84 degrees.

    A region is a sea, a part of the world or anything else that lies in several countries: its `country` is
    empty. `lat` and `lon` are None for a country, a large region, and for a division whose point no source
    gives: a centre is never made up. `parents` are the names of the divisions around it, nearest first.
    """

    geonameid: int | None
    name: str
    country: str
    lat: float | None
    lon: float | None
    precision: Precision
    population: int
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place name in a text: offsets in code points, and the places it may mean, best first."""

    start: int
    end: int
    candidates: tuple[Place, ...]


class Gazetteer:
    """All known places by name. `version` is a hash of their data."""

    def __init__(self) -> None:
        """Read the data files; raises JirgaError where one is missing or damaged."""
        self.version = digest(FILE, INDEX, SHORT, "spellings.tsv")
        self._rows = content(FILE).split(b"\n")[1:-1]
        self._short = {row["abbreviation"]: (row["name"], row["country"]) for row in rows(SHORT)}
        self._names = Names(text(INDEX))
        self._known: dict[str, tuple[Place, ...]] = {}

    def __len__(self) -> int:
        """Return how many places are known."""
        return len(self._rows)

    def place(self, number: int) -> Place:
        """Return the place of this row of the data file (the first is 0); IndexError beyond the last."""
        identity, name, country, lat, lon, precision, people, parents, *_ = self._row(number)
        return Place(
            int(identity) if identity else None,
            name,
            country,
            float(lat) if lat else None,
            float(lon) if lon else None,
            precision,  # type: ignore[arg-type]  # the data's test holds it to the five
            int(people) if people else 0,
            tuple(parents.split("|")) if parents else (),
        )

    def _row(self, number: int) -> list[str]:
        return self._rows[number].decode().split("\t")

    def named(self, name: str) -> tuple[Place, ...]:
        """Return the places called exactly so, best first, whatever else the name may mean.

        An abbreviation ("Ill.") is read, a kind after the name ("Kanawha County") chooses among its places.
        """
        if name in self._short:
            return self._divisions(*self._short[name])
        found = self._called(name)
        bare, _, kind = name.rpartition(" ")
        if found or not bare or kind.casefold() not in RANKS:
            return found
        of_kind = [p for p in self._called(bare) if p.precision == RANKS[kind.casefold()]]
        return tuple(of_kind) or self._called(bare)

    def _called(self, name: str) -> tuple[Place, ...]:
        return self._places(key(name))

    def _places(self, folded: str) -> tuple[Place, ...]:
        """Return the places of a folded name, made once: a name comes again in a text and in the next."""
        known = self._known.get(folded)
        if known is None:
            known = tuple(map(self.place, self._names.numbers(folded)))
            if known:
                self._known[folded] = known
        return known

    def _divisions(self, name: str, country: str) -> tuple[Place, ...]:
        return tuple(p for p in self._called(name) if (p.country, p.precision) == (country, "province"))

    def _abbreviated(self, text: str, start: int) -> PlaceMatch | None:
        """The division abbreviated after a place and a comma: "Bolingbrook, Ill."."""
        after = SHORTENED.match(text, start)
        known = next((a for a in (after[1], after[2]) if a in self._short), None) if after else None
        if after is None or known is None:
            return None
        return PlaceMatch(after.start(1), after.start(1) + len(known), self._divisions(*self._short[known]))

    def find(self, text: str) -> list[PlaceMatch]:
        """Return the place names in `text`: longest leftmost, at word borders, never overlapping, in order.

        A name that is also a word or a person's name ("Nice", "Jackson") is found only where the words around
        it say that it is a place. What follows a name orders its candidates: its rank ("Swat district"), or
        the division or country after a comma ("Hyderabad, Sindh").
        """
        here = words(text)
        found: list[PlaceMatch] = []
        at = 0
        while at < len(here):
            hit = self._at(text, here, at)
            if hit is not None:
                short = self._abbreviated(text, hit[0].end)
                found += [hit[0], short] if short else [hit[0]]
            at += hit[1] if hit else 1
        later = [*found[1:], None]
        # "Usulután, La Paz" goes on with a name, and no Louisiana
        kept = [
            one for one, after in zip(found, later, strict=False) if after is None or one.end <= after.start
        ]
        return [_placed(text, match, after) for match, after in zip(kept, [*kept[1:], None], strict=False)]

    def _at(self, text: str, here: list[Word], at: int) -> tuple[PlaceMatch, int] | None:
        first = here[at]
        if not text[first.start].isupper() and first.folded not in PARTICLES:
            return None
        known = self._names.block(first.folded)
        for count in range(min(self._names.longest(first.folded), len(here) - at), 0, -1):
            part = here[at : at + count]
            name = " ".join(word.folded for word in part)
            if name not in known or not _capitals(text, part):
                continue
            if not all(joined(text, a, b) for a, b in pairwise(part)):
                continue
            start, end = part[0].start, name_end(text, part)
            found = self._places(name)
            well_known = count > 1 and found[0].population >= MILLION  # "New Jersey", also of new jerseys
            if known[name][0] == CUED and not well_known and not _is_cued(text, start, end):
                continue
            if count == 1 and found[0].precision != "country" and _is_acronym(text, here, at):
                continue
            return PlaceMatch(start, end, found), count
        return None


def _capitals(text: str, part: list[Word]) -> bool:
    """Whether every word but the particles has its capital, and at least one has."""
    upper = [text[word.start].isupper() for word in part]
    return any(upper) and all(up or word.folded in PARTICLES for up, word in zip(upper, part, strict=True))


def _is_acronym(text: str, here: list[Word], at: int) -> bool:
    """Whether a short word in capitals stands among small letters: "UPI reports", not "IN LIMA TODAY"."""
    word = text[here[at].start : here[at].end]
    if len(word) > LONGEST_ACRONYM or not word.isupper() or len(word) == 1:
        return False
    around = [text[w.start : w.end] for w in here[max(0, at - 2) : at] + here[at + 1 : at + 3]]
    return not all(one.isupper() for one in around)


def _is_cued(text: str, start: int, end: int) -> bool:
    if AFTER.match(text, end) or OF_SEVERAL.match(text, end):
        return True
    alone = not CAPITAL.match(text, end)  # "in Nice" is a place, "in Victoria Khan's words" is not
    return alone and BEFORE.search(text, max(0, start - 20), start) is not None


def _placed(text: str, match: PlaceMatch, after: PlaceMatch | None) -> PlaceMatch:
    """The match with those of its candidates that fit best what the words after it ask for."""
    rank = _rank_told(text, match.end)
    around = after if after is not None and COMMA.fullmatch(text[match.end : after.start]) else None

    def misfit(place: Place) -> tuple[bool, bool]:
        return (
            around is not None and not _within(place, around.candidates),
            rank is not None and place.precision != rank,
        )

    if rank is None and around is None:
        return match
    best = min(map(misfit, match.candidates))
    fitting = [place for place in match.candidates if misfit(place) == best]
    return PlaceMatch(match.start, match.end, tuple(fitting))


def _rank_told(text: str, end: int) -> Precision | None:
    """Return what the words after a name say of its rank: "Swat district", "Swat and Buner districts"."""
    following = NEXT.match(text, end)
    rank = RANKS.get(following.group(1).casefold()) if following else None
    several = OF_SEVERAL.match(text, end) if rank is None else None
    return RANKS[SINGULAR.get(several[1], several[1])] if several else rank


def _within(place: Place, around: tuple[Place, ...]) -> bool:
    return any(
        place.country == whole.country and (whole.precision == "country" or whole.name in place.parents)
        for whole in around
    )


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer, read once."""
    return Gazetteer()
