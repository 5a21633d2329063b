"""How a place's phrase hangs on the words above it, and how narrow a place is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import PlaceMention

#: Prepositions that hold a place fast to the noun before them, so that a doer so described acts there.
FAST = word_set("in at near around outside inside across along throughout within above below beyond opposite")
BEARINGS = word_set("north south east west northeast northwest southeast southwest")
_MEASURES = word_set("km kilometer kilometers kilometre kilometres mile miles away")
_ON = frozenset({"on"})
#: Finest first; between a town and a city stand districts. A name that the gazetteer lacks is a small place.
_FINENESS = {"place": 1, "district": 2, "city": 3, "province": 4, "country": 5, "region": 6}
#: The rank that the last word of a name tells.
_RANK_TOLD = {"province": "province", "governorate": "province", "region": "province", "district": "district"}
#: From so many people on, a place is a city, which may have districts.
_CITY = 100_000
#: Words for a kind of place after which its name may stand bare: "the capital Lome".
KINDS = word_set("capital city town village suburb district port hamlet commune region area settlement")
#: How what is done to hangs on a verb.
PATIENTS = frozenset({"dobj", "obj", "nsubjpass", "dative"})


@dataclass(frozen=True, slots=True)
class Link:
    """How a place hangs on the word `at`: by the dependency `dep`, over prepositions and nouns.

    `nouns` are the nouns between and the verbs that describe them, both lists from the place upwards.
    """

    at: Token
    dep: str
    preps: tuple[str, ...]
    nouns: tuple[Token, ...]


def opens(root: Token) -> bool:
    """Whether a place's phrase opens its sentence: "At Kano rebels …", wherever the parse hung that."""
    first, top = root.sent.start, root
    if root.doc[first].lower_ not in FAST | _ON:
        return False
    if root.i - first in {1, 2}:
        return True
    while (
        top.dep_ in {"pobj", "prep", "appos"} and top.head.pos_ in {"ADP", "NOUN", "PROPN"} and top.i != first
    ):
        top = top.head
    return top.i == first


def links(root: Token) -> Iterator[Link]:
    """Yield each word above a place's phrase that is no preposition, with the way there."""
    before = root.nbor(-1) if root.i > root.sent.start else root
    named = before.pos_ == "NOUN" and before.lemma_ in KINDS and before.dep_ == "pobj"
    current = before if named and root.dep_ not in PATIENTS else root
    preps: list[str] = []
    nouns: list[Token] = []
    while current.head.i != current.i:
        head = current.head
        dep = current.dep_
        if dep in {"appos", "conj"} and head.pos_ in {"PROPN", "NOUN"} and not nouns and not preps:
            current = head
            continue
        if head.pos_ == "ADP" or dep == "pobj":
            if not preps or not (head.lower_ == "of" and preps[-1] == "of"):
                preps.append(head.lower_)
            current = head
            continue
        yield Link(head, current.dep_ if current.pos_ != "ADP" else "prep", tuple(preps), tuple(nouns))
        nouns.append(head)
        current = head


def is_reckoned_from(root: Token) -> bool:
    """Whether a place only says where another lies: "Aqiya, 30 km south of Tizi", "the Punjab town of Wa"."""
    if root.dep_ in {"compound", "nmod"} and root.head.lemma_ in KINDS:
        return root.i + 2 < len(root.doc) and root.doc[root.head.i + 1].lower_ == "of"
    prep = root.head
    while prep.lower_ == "of" and prep.head.lemma_ in KINDS and prep.head.dep_ == "pobj":
        prep = prep.head.head  # "south of the city of Tizi"
    if root.dep_ != "pobj" or prep.lower_ not in {"of", "from"} or prep.i == root.sent.start:
        return False
    return prep.nbor(-1).lower_ in BEARINGS | _MEASURES


def is_state(place: PlaceMention) -> bool:
    """Whether a place is a country."""
    return place.place is not None and place.place.precision == "country"


def fineness(found: PlaceMention) -> int:
    """Return how wide a place is, 0 for a name that the gazetteer lacks, 6 for a part of the world."""
    place = found.place
    if place is None:
        return _FINENESS.get(_RANK_TOLD.get(found.name.rpartition(" ")[2].casefold(), ""), 0)
    is_city = place.precision == "place" and place.population >= _CITY
    return _FINENESS["city" if is_city else place.precision]
