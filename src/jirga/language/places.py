"""Place names of a text, each with the place it most likely is in that text."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from jirga.language.analysis import PlaceMention, token_finder
from jirga.lexicon.places import Place, PlaceMatch, gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

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
_CONTAINED, _SAME_SENTENCE, _IN_FOCUS, _FIRST = 8.0, 4.0, 4.0, 1.0
#: What a province or district without population counts as: a town of 10^4.
_DIVISION = 4.0
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
    find = token_finder(doc)
    free = [m for m in gazetteer().find(doc.text) if _is_place(doc, find, m, taken)]
    chosen = _choose(doc, free, named)
    found = [_mention(doc, find, m.start, m.end, place) for m, place in zip(free, chosen, strict=True)]
    covered = [(m.start, m.end) for m in free] + taken
    for start, end, name in states:
        if not any(a < end and start < b for a, b in covered):
            found.append(_mention(doc, find, start, end, _country(name)))
            covered.append((start, end))
    found += [_mention(doc, find, *span, None) for span in _unlisted(doc, covered)]
    return tuple(sorted(found, key=lambda place: place.start))


@lru_cache(maxsize=512)
def _country(name: str) -> Place | None:
    """Return the country called `name` as a place, None where the gazetteer has none."""
    candidates = [place for match in gazetteer().find(name) for place in match.candidates]
    return next((place for place in candidates if place.precision == "country"), None)


def _is_place(doc: Doc, find: Callable[[int], int], match: PlaceMatch, taken: list[tuple[int, int]]) -> bool:
    """Whether a name of the gazetteer is used as a place here: by its place in a name and in the sentence."""
    if any(start < match.end and match.start < end for start, end in taken):
        return False
    first, last = find(match.start), find(match.end - 1)
    span = doc[first : last + 1]
    root = span.root
    if root.ent_type_ in _PLACES:
        return True
    if root.ent_type_ in _NAMES and _longer(doc, first, last):
        return False
    if root.pos_ != "PROPN":
        return False
    if root.dep_ == "compound" and root.head.pos_ == "PROPN" and root.head.i > last:
        return False
    well_known = max(_weight(place) for place in match.candidates) >= _WELL_KNOWN
    return bool(root.ent_type_) or root.head.lower_ in _LOCATING or well_known


def _longer(doc: Doc, first: int, last: int) -> bool:
    """Whether the named entity at these tokens goes on beyond them."""
    before, after = doc[first].ent_iob_ == "I", last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I"
    return before or after or doc[last].ent_type_ == "PERSON"


def _weight(place: Place) -> float:
    return math.log10(place.population) if place.population else _DIVISION


def _choose(doc: Doc, matches: list[PlaceMatch], named: list[tuple[int, str]]) -> list[Place]:
    """Return for each match its likeliest place; a name means one place throughout a text."""
    focus = Counter(country for _, country in named)
    focus.update(m.candidates[0].country for m in matches if len({p.country for p in m.candidates}) == 1)
    best: dict[str, tuple[float, Place]] = {}
    for match in matches:
        key = doc.text[match.start : match.end].casefold()
        for rank, place in enumerate(match.candidates):
            score = _score(doc, match, place, rank, named, focus)
            if key not in best or score > best[key][0]:
                best[key] = (score, place)
    return [best[doc.text[m.start : m.end].casefold()][1] for m in matches]


def _score(
    doc: Doc, match: PlaceMatch, place: Place, rank: int, named: list[tuple[int, str]], focus: Counter[str]
) -> float:
    around = doc.char_span(match.start, match.end, alignment_mode="expand")
    score = _weight(place) + (_FIRST if rank == 0 else 0.0)
    if around is not None:
        sentence: Span = around.sent
        here = {country for at, country in named if sentence.start_char <= at < sentence.end_char}
        score += _SAME_SENTENCE * (place.country in here)
    after = doc.text[match.end : match.end + 60]
    if _named_after(after, place):
        score += _CONTAINED
    total = sum(focus.values())
    return score + (_IN_FOCUS * focus[place.country] / total if total else 0.0)


def _named_after(after: str, place: Place) -> bool:
    """Whether a parent of `place` follows its name: "Miranshah in North Waziristan", "Khost, Afghanistan"."""
    follows = re.match(r",?\s+(?:(?:in|of)\s+(?:the\s+)?)?((?:[\w'’-]+\s?){1,4})", after)
    if follows is None:
        return False
    text = follows[1].casefold()
    return any(text.startswith(parent.casefold()) for parent in place.parents if parent)


def _unlisted(doc: Doc, covered: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places that the NER sees and the gazetteer lacks."""
    found = []
    for entity in doc.ents:
        start = entity.start_char + (4 if entity.text[:4].lower() == "the " else 0)
        free = not any(a < entity.end_char and start < b for a, b in covered)
        if entity.label_ in _PLACES and free and start < entity.end_char and entity.text[:1].isupper():
            found.append((start, entity.end_char))
    return found


def _mention(doc: Doc, find: Callable[[int], int], start: int, end: int, place: Place | None) -> PlaceMention:
    head = doc[find(start) : find(end - 1) + 1].root.i
    return PlaceMention(start, end, head, " ".join(doc.text[start:end].split()), place)
