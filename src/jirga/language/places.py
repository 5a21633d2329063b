"""Place names of a text, each with the place it most likely is in that text."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from jirga.language.analysis import PlaceMention, text_of, token_finder
from jirga.language.composing import state_of_country
from jirga.language.newplaces import names_more, placed_names
from jirga.language.placesbeside import alike, follows, lists, wholes, within
from jirga.language.wholenames import abbreviated, longer_name, told_elsewhere
from jirga.lexicon.entities import entities
from jirga.lexicon.places import Place, PlaceMatch, gazetteer
from jirga.lexicon.states import states

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LOCATING = frozenset(
    {
        "in",
        "at",
        "near",
        "from",
        "to",
        "of",
        "around",
        "outside",
        "across",
        "into",
        "inside",
        "toward",
        "towards",
    }
)
_NAMES = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
#: What a place's neighbours are worth against each other; a tenfold population counts one.
_CONTAINED, _SAME_SENTENCE, _IN_FOCUS, _FIRST = 8.0, 2.0, 4.0, 1.0
#: What it is worth that the text also names the division that a place lies in.
_DIVISION_NAMED, _DIVISIONS = 2.0, frozenset({"province", "district"})
#: What it is worth that other names of the text lie within so many degrees (2.5 are 280 km).
_NEAR, _DEGREES, _FEW = 2.5, 2.5, 5
#: What it is worth that all other names of the text lie in the same first-level division.
_BESIDE = 8.0
#: What it is worth that all names of a list may mean places of the same rank in the same country.
_ALIKE = 3.0
#: What it is worth that a place lies in the country of the one that the text says it lies in or near.
_LIES_IN = 4.0
#: So many mentions of one country, or more, put it into focus.
_WITNESSES = 3
#: Quarters of the sky, which some divisions' abbreviations look like ("NE", "SE").
_BEARING = re.compile(r"[NS]?[EW]|[NS]")
#: How often the names are chosen anew by what was chosen for the others.
_ROUNDS = 2
#: What a place without a known population counts as: a town of 10^3, a division of 10^4.
_UNPEOPLED = {"place": 3.0, "district": 4.0, "province": 5.0, "country": 5.0, "region": 6.0}
#: From so many people on, a city goes before the division called after it (Kandahar, New York).
_CITY = 100_000
#: What a nation's capital is worth more than another city of as many people.
_CAPITAL = 3.5
#: Where English is spoken a county is hardly ever called without its kind, so that a bare name is a town's.
_COUNTIES, _BARE_COUNTY = frozenset({"USA", "GBR", "IRL", "CAN", "AUS", "NZL"}), 2.0
#: News speaks of a country or province by its name, of a district by "… district".
_RANK, _DISTRICT = {"country": 3.5, "province": 1.0}, 1.5
_SITES = frozenset(
    re.findall(
        r"\w+",
        "square street avenue road boulevard plaza hotel tower stadium theatre theater restaurant bridge",
    )
)
_ILLS = frozenset({"virus", "viruses", "fever", "disease", "flu", "syndrome", "strain", "ebolavirus"})
#: Words for kinds of places, which alone name none ("the City", "Village of").
_KINDS = frozenset(
    {"city", "city of", "district", "village", "village of", "town", "metro", "county", "state"}
)
#: Nouns for kinds of places that a name may follow.
_OF_KIND = frozenset(
    re.findall(r"\w+", "capital city town village suburb district province island port hamlet region resort")
)
#: Last words of the names of divisions.
_DIVISIONS_NAMED = frozenset({"State", "Province", "District", "County", "Governorate", "Region"})
#: From this weight on (10^5 people) a place needs no sign in the sentence that it is one.
_WELL_KNOWN = 5.0


def find_places(
    doc: Doc, taken: list[tuple[int, int]], named: list[tuple[int, str]], states: list[tuple[int, int, str]]
) -> tuple[PlaceMention, ...]:
    """Return the place mentions of `doc`.

    `taken` are stretches that name somebody else (an organisation with a town in its name); `named` are
    (offset, country) of every state or nationality in the text: they say which country is spoken of where.
    `states` are (start, end, name) of the states themselves, however they are called in the text ("US").
    """
    text, find = text_of(doc), token_finder(doc)
    taken = [span for span in taken if not names_more(doc, find(span[1] - 1))]
    covered = _tokens(taken, find)
    matches = gazetteer().find(text)
    longer = sorted({span for m in matches if (span := longer_name(text, m)) is not None})
    parts = _tokens(longer, find)
    free = [m for m in matches if _is_place(doc, find, m, covered | parts)]
    free += [m for m in _known(text, longer) if not covered & _tokens([(m.start, m.end)], find)]
    covered |= _tokens(((m.start, m.end) for m in free), find)
    free += _known(text_of(doc), _unlisted(doc, covered))
    covered |= _tokens(((m.start, m.end) for m in free), find)
    led_to = list(placed_names(doc, covered | parts | _tokens([*taken, *_unlisted(doc, covered)], find)))
    free += _known(text_of(doc), led_to)
    covered |= _tokens(((m.start, m.end) for m in free), find)
    found: list[tuple[int, int, Place | None]] = []
    free.sort(key=lambda match: match.start)
    chosen = _choose(doc, text, find, free, named)
    apart = told_elsewhere(text, free, named, chosen)
    for m, likeliest in zip(free, chosen, strict=True):
        found.append((m.start, m.end, None if text[m.start : m.end].casefold() in apart else likeliest))
    for start, end, name in states:
        if not covered & _tokens([(start, end)], find) and not _longer(doc, find(start), find(end - 1)):
            found.append((start, end, _country(name)))
    covered |= _tokens(((start, end) for start, end, _ in states), find)
    unlisted = _unlisted(doc, covered)
    found += [(start, end, None) for start, end in unlisted]
    covered |= _tokens(unlisted, find)
    led_to += [span for span in longer if _is_told_a_place(doc, find, *span)]
    found += [(start, end, None) for start, end in led_to if not covered & _tokens([(start, end)], find)]
    mentions = [_mention(doc, text, find, *one) for one in found]
    covered |= _tokens(((one.start, one.end) for one in mentions), find)
    for start, end, place in abbreviated(text, mentions):
        if not covered & _tokens([(start, end)], find):
            mentions.append(_mention(doc, text, find, start, end, place))
    return tuple(sorted(mentions, key=lambda one: one.start))


def _is_told_a_place(doc: Doc, find: Callable[[int], int], start: int, end: int) -> bool:
    """Whether a preposition or the NER tells that a longer name is a place's: "in Santo Tomas de Pata"."""
    first, last = find(start), find(end - 1)
    led = first > 0 and doc[first - 1].lower_ in _LOCATING
    return led or doc[first : last + 1].root.ent_type_ in _PLACES


def resolve(doc: Doc, spans: Sequence[tuple[int, int]], named: list[tuple[int, str]]) -> list[Place | None]:
    """Return the likeliest place of each stretch of `doc` that is known to name one, None where unknown."""
    text, find = text_of(doc), token_finder(doc)
    names = [text[start:end] for start, end in spans]
    called = [gazetteer().named(name) or _of_state(name) for name in names]
    matches = [PlaceMatch(*span, places) for span, places in zip(spans, called, strict=True)]
    known = [match for match in matches if match.candidates]
    chosen = iter(_choose(doc, text, find, known, named))
    return [next(chosen) if match.candidates else None for match in matches]


@lru_cache(maxsize=512)
def _of_state(name: str) -> tuple[Place, ...]:
    """Return the country that a state's other name or a nationality stands for ("DRC", "Kenyan")."""
    for match in entities().find(name):
        standing = entities().standing(match.ids[0])
        is_state = standing.kind in {"state", "population"} and match.end - match.start == len(name)
        state = state_of_country().get(standing.country or "") if is_state else None
        country = _country(entities().standing(state).name) if state else None
        return (country,) if country else ()
    return ()


def _tokens(spans: Iterable[tuple[int, int]], find: Callable[[int], int]) -> set[int]:
    return {token for start, end in spans for token in range(find(start), find(end - 1) + 1)}


@lru_cache(maxsize=512)
def _country(name: str) -> Place | None:
    """Return the country called `name` as a place, None where the gazetteer has none."""
    candidates = [place for match in gazetteer().find(name) for place in match.candidates]
    return next((place for place in candidates if place.precision == "country"), None)


def _is_place(doc: Doc, find: Callable[[int], int], match: PlaceMatch, covered: set[int]) -> bool:
    """Whether a name of the gazetteer is used as a place here: by its place in a name and in the sentence."""
    first, last = find(match.start), find(match.end - 1)
    if covered & set(range(first, last + 1)):
        return False
    root = doc[first : last + 1].root
    if (root.ent_type_ in _PLACES or _is_of_a_kind(root)) and not _names_a_site(doc, last):
        return True
    if _longer(doc, first, last) or _names_a_site(doc, last):
        return False
    if root.pos_ != "PROPN" or (root.dep_ == "compound" and root.head.pos_ == "PROPN" and root.head.i > last):
        return False
    well_known = max(_weight(place) for place in match.candidates) >= _WELL_KNOWN
    return bool(root.ent_type_) or root.head.lower_ in _LOCATING or well_known


def _is_of_a_kind(root: Token) -> bool:
    """Whether a noun for a kind of place says what a name is: "the capital Grozny", "the town of Wana"."""
    if root.dep_ == "appos":
        return root.head.lemma_ in _OF_KIND and root.head.i < root.i
    return root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.lemma_ in _OF_KIND


def _longer(doc: Doc, first: int, last: int) -> bool:
    """Whether the named entity at these tokens goes on beyond them, or is a person's name."""
    if doc[last].ent_type_ not in _NAMES:
        return False
    after = last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I"
    return doc[first].ent_iob_ == "I" or after or doc[last].ent_type_ == "PERSON"


def _names_a_site(doc: Doc, last: int) -> bool:
    """Whether a square, a hotel, a fever is named after the place, which then need not be near."""
    following = doc[last + 1] if last + 1 < len(doc) else None
    if following is None:
        return False
    return following.lower_ in _ILLS or (following.lower_ in _SITES and following.text[:1].isupper())


def _weight(place: Place) -> float:
    if not place.population:
        return _UNPEOPLED[place.precision]
    return math.log10(place.population) - (_DISTRICT if place.precision == "district" else 0.0)


def _choose(
    doc: Doc, text: str, find: Callable[[int], int], matches: list[PlaceMatch], named: list[tuple[int, str]]
) -> list[Place]:
    """Return for each match its likeliest place; a name means one place throughout a text.

    Chosen twice: by what the text says and how well known a place is, then also by how near it lies to the
    places first chosen for the text's other names.
    """
    scores = _scores(doc, text, find, matches, named)
    chosen = {key: max(of, key=of.__getitem__) for key, of in scores.items()}
    for _ in range(_ROUNDS):
        chosen = {
            key: max(of, key=lambda place: of[place] + _neighbours(place, key, chosen))
            for key, of in scores.items()
        }
    return [chosen[text[m.start : m.end].casefold()] for m in matches]


def _neighbours(place: Place, key: str, chosen: dict[str, Place]) -> float:
    """Return what it is worth that other names of the text lie around or within: most for the first few."""
    others = [one for other, one in chosen.items() if other != key]
    around = sum(_is_near(place, one) for one in others)
    beside = sum(_division(place) == _division(one) for one in others) if _division(place) else 0
    return _NEAR * math.log1p(min(around, _FEW)) + _BESIDE * beside / max(len(others), _FEW)


def _division(place: Place) -> tuple[str, str] | None:
    """Return the country and first-level division that a place lies in or is."""
    if place.precision == "province":
        return place.country, place.name
    return (place.country, place.parents[-1]) if place.parents else None


def _is_near(one: Place, other: Place) -> bool:
    if one.name in other.parents and one.country == other.country:
        return True
    if one.precision == "province" or other.precision == "province":
        return False
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    narrow = math.cos(math.radians(one.lat))
    return abs(one.lat - other.lat) <= _DEGREES and abs(one.lon - other.lon) * narrow <= _DEGREES


def _alone(place: Place, towns: dict[str, Place]) -> float:
    """Return how likely a bare name means a place, `towns` being the cities so called by country."""
    city = towns.get(place.country) if place.precision in _DIVISIONS else None
    if city is not None and city.population >= place.population / 5:
        return _weight(city) - 1
    if place.precision == "district" and place.country in _COUNTIES:
        return _weight(place) - _BARE_COUNTY
    capital = place.precision == "place" and (place.country, place.name) in _capitals()
    return _weight(place) + _RANK.get(place.precision, 0.0) + _CAPITAL * capital


@lru_cache(maxsize=1)
def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset((state.code, name) for state in states() for name in state.capitals)


def _scores(
    doc: Doc, text: str, find: Callable[[int], int], matches: list[PlaceMatch], named: list[tuple[int, str]]
) -> dict[str, dict[Place, float]]:
    """Return by folded name what speaks for each place so called."""
    keys = {m.start: text[m.start : m.end].casefold() for m in matches}
    sure = [
        (m.start, m.candidates[0].country)
        for m in matches
        if m.candidates[0].country and len({p.country for p in m.candidates}) == 1
    ]
    told = [(keys.get(at), country) for at, country in [*named, *sure]]
    near: dict[int, set[tuple[str | None, str]]] = {}
    for at, country in named:
        near.setdefault(doc[find(at)].sent.start, set()).add((keys.get(at), country))
    spoken = {place.name for m in matches for place in m.candidates if place.precision in _DIVISIONS}
    found: dict[str, dict[Place, float]] = {}
    listed, in_country = lists(text, matches), wholes(text, matches)
    for match in matches:
        after = follows(text, match.end)
        key = keys[match.start]
        around_it = near.get(doc[find(match.start)].sent.start, set())
        here = {country for other, country in around_it if other != key}
        focus = Counter(country for other, country in told if other != key)  # a name is no witness of its own
        total = max(focus.total(), _WITNESSES)
        scores = found.setdefault(key, {})
        towns = {
            p.country: p
            for p in reversed(match.candidates)
            if p.population >= _CITY and p.precision == "place"
        }
        for rank, place in enumerate(match.candidates):
            score = _alone(place, towns) + _FIRST * (rank == 0)
            score += _IN_FOCUS * focus[place.country] / total + _SAME_SENTENCE * (place.country in here)
            score += _CONTAINED * within(place, after) + _ALIKE * alike(place, listed[match.start])
            score += _LIES_IN * (place.country == in_country.get(match.start))
            around = {name for name in spoken.intersection(place.parents) if name.casefold() != key}
            score += _DIVISION_NAMED * bool(around)
            scores[place] = max(score, scores.get(place, score))
    return found


def _known(text: str, spans: Iterable[tuple[int, int]]) -> list[PlaceMatch]:
    """Return the gazetteer's places among names that only the sentence tells to be places: "Virginia"."""
    return [
        PlaceMatch(start, end, candidates)
        for start, end in spans
        if (candidates := gazetteer().named(text[start:end]))
    ]


def _unlisted(doc: Doc, covered: set[int]) -> list[tuple[int, int]]:
    """Return the places that the NER sees and the gazetteer lacks."""
    found = []
    for entity in doc.ents:
        first = entity.start + (entity[0].lower_ == "the")
        if (
            (entity.label_ not in _PLACES and not _is_a_division(entity))
            or first >= entity.end
            or covered & set(range(first, entity.end))
        ):
            continue
        last = entity.end - (entity[-1].tag_ == "POS" and entity.end - first > 1)
        span = doc[first:last]
        bare = span.text.casefold() in _KINDS or (len(span) == 1 and span[0].dep_ == "amod")
        if _BEARING.fullmatch(span.text) and doc[last : last + 1].text[:1].isupper():
            continue  # "NE Nigeria"
        if span.text[:1].isupper() and not bare and not _names_a_site(doc, last - 1):
            found.append((span.start_char, span.end_char))
    return found


def _is_a_division(entity: Span) -> bool:
    """Whether what the NER takes for a body is a division by its last word: "the Niger State governor"."""
    return (
        entity.label_ == "ORG"
        and entity[-1].text in _DIVISIONS_NAMED
        and bool(gazetteer().named(entity.text))
    )


def _mention(
    doc: Doc, text: str, find: Callable[[int], int], start: int, end: int, place: Place | None
) -> PlaceMention:
    head = doc[find(start) : find(end - 1) + 1].root.i
    return PlaceMention(start, end, head, " ".join(text[start:end].split()), place)
