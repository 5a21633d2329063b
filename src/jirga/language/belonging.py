"""Of which country somebody is whom no word beside them ties to one: what the text around them tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from jirga.language.analysis import text_of
from jirga.language.composing import is_apart
from jirga.language.counterparts import dealt_with
from jirga.language.facing import country_faced
from jirga.language.identity import Draft
from jirga.lexicon.entities import Match, entities
from jirga.lexicon.peoples import find_peoples

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from jirga.language.analysis import PlaceMention

#: Codes of bodies that stand above states (PLOVER): where one of them is spoken of is no country.
NO_COUNTRY = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
#: A country is in focus where it has at least this share, and number, of a text's mentions of countries, or
#: so many times those of the next.
_FOCUS_SHARE, _FOCUS_COUNT, _FOCUS_TIMES = 0.5, 2, 1.5
#: What one mention weighs: a town or district, a state or capital, an adjective or a state that does
#: something, where only talks are held.
_TOWN, _FULL, _HALF, _LITTLE = 5, 4, 3, 1
#: What somebody weighs who is at home in a country: an armed group, which hardly fights elsewhere, a person.
_AT_HOME_WEIGHS = {"group": 6, "person": 5}
#: States that take part in the talks of others, and towns where international bodies have their seats.
_EVERYWHERE = frozenset({"VAT"})
_SEATS = frozenset({"geneva", "vienna", "brussels", "strasbourg", "york", "hague", "luxembourg", "davos"})
#: By how much one country must be ahead of the next.
_MARGIN = 2
_GO_BETWEENS = frozenset(
    re.findall(
        r"\w+",
        "mediator envoy ambassador diplomat facilitator broker observer embassy host negotiator go between "
        "guarantor mediation facilitation newspaper magazine agency broadcaster",
    )
)
_TALKS = frozenset(
    re.findall(
        r"\w+",
        "talk negotiation summit conference accord deal meeting sign meet communique agreement round "
        "dialogue session truce agree negotiate arrive fly travel exile house arrest tribunal hotel sit "
        "convene",
    )
)
#: Who goes elsewhere to talk.
_ENVOYS = frozenset({"delegation", "delegate", "negotiator", "envoy", "emissary", "diplomat", "mediator"})
#: What a state is in a clause where it does something or something is done to it by name.
_DOES = frozenset({"nsubj", "nsubjpass", "agent"})
#: Kinds of entity that speak for a country: who is at home there.
_AT_HOME = frozenset({"government", "force", "group", "party", "person"})
#: Who may come from anywhere: gunmen nobody knows.
_FROM_ANYWHERE = frozenset({"UAF"})
#: What is foreign by name, and what the word says nothing of: those are of the state itself.
_FOREIGN_AFFAIRS = frozenset(
    {"minister", "ministry", "secretary", "office", "affairs", "policy", "relations", "department"}
)
_ABROAD = frozenset({"foreign", "international", "joint", "multinational", "expatriate", "overseas", "world"})
#: Who is from elsewhere by what they are called, and who is nobody in particular.
_STRANGERS = frozenset(
    re.findall(
        r"\w+",
        "donor foreigner tourist westerner expatriate mercenary creditor nobody none",
    )
)
#: Prepositions that say whither, whence or with whom rather than where.
_NOT_WHERE = frozenset({"to", "towards", "toward", "for", "from", "with", "against", "by", "via", "about"})
#: What says of which part of the world somebody is, hence of no one country.
_OF_A_REGION = re.compile(
    r"\b(?:african|european|asian|arab|western|caribbean|nordic|baltic|balkan|gulf|"
    r"(?:central|latin|south|north) american)\b",
    re.IGNORECASE,
)
#: Words before a plural that make of it one of each country: "both governments", "the two armies".
_OF_EACH = frozenset({"both", "two", "three"})
#: Those of whom a state has one: several are of several states.
_HEADS = frozenset({"presidents", "premiers", "kings", "monarchs", "emirs", "chancellors", "governments"})
#: Sectors of those who are as often from abroad: a correspondent, a company.
_OF_NO_STATE = frozenset({"JRN", "BUS"})
#: Bodies and offices of which a country has one, and which need no place beside them.
_OF_THE_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


def at_home(matches: list[Match]) -> Iterator[tuple[str, int]]:
    """Yield the countries of the groups, bodies and people whose names stand for nobody else, weighed."""
    for match in matches:
        standing = entities().standing(match.ids[0])
        if len(match.ids) == 1 and match.form == "name" and standing.kind in _AT_HOME and standing.country:
            yield standing.country, _AT_HOME_WEIGHS.get(standing.kind, _FULL)


def home_country(countries: list[str], dateline: str | None) -> str | None:
    """Return the country a text is dated from, or another that it speaks of far more."""
    if dateline is None:
        return None
    (first, number), *rest = Counter(filter(None, countries)).most_common(2) or [(dateline, 0)]
    other = max([n for country, n in rest], default=0)
    abroad = number > _FOCUS_COUNT and number > 2 * other and number > 2 * countries.count(dateline)
    return first if abroad else dateline


def country_in_focus(weights: Counter[str], dateline: str | None = None) -> str | None:
    """Return the country that a text is mostly about by `weighed` mentions, None where none stands out.

    One mention of full weight is enough where the text speaks of no other country.
    """
    counts = Counter({c: n for c, n in weights.items() if c and c not in NO_COUNTRY and n > 0})
    if dateline:
        counts[dateline] += _FOCUS_COUNT * _FULL
    if not counts:
        return None
    (first, number), *rest = counts.most_common(2)
    if not rest:
        return first
    most = number >= _FOCUS_SHARE * counts.total() or number >= _FOCUS_TIMES * rest[0][1]
    return first if most and number >= _FULL and number - _MARGIN >= rest[0][1] else None


def countries_named(weights: Counter[str]) -> frozenset[str]:
    """Return the countries, and bodies above them, that a text speaks of, by `weighed` mentions."""
    return frozenset(country for country, number in weights.items() if number > 0)


def weighed(doc: Doc, spans: list[tuple[int, int, str, str | None]], matches: list[Match]) -> Counter[str]:
    """Return how much a text speaks of each country: its states, places and adjectives, and who is at home.

    Where talks are held and whither one travels weighs little, and so does a go-between's nationality; what
    only stands apart ("Iran-backed") weighs nothing.
    """
    found: Counter[str] = Counter()
    for first, (country, state) in {first: (c, state) for first, _, c, state in spans}.items():
        weight = _weight(doc[first], town=state is None)
        found[country] += min(weight, _LITTLE) if country in _EVERYWHERE else weight
    for country, weight in at_home(matches):
        found[country] += weight
    return found


def of_peoples(doc: Doc, find: Callable[[int], int], focus: str | None) -> list[tuple[int, int, str | None]]:
    """Return (first token, last token, country) of the peoples without a state that the text names.

    `focus` is the country that the text is about; None is the country of a people of several, that it is
    not about.
    """
    return [
        (find(start), find(end - 1), one.country(focus)) for start, end, one in find_peoples(text_of(doc))
    ]


def _weight(token: Token, *, town: bool) -> int:
    if is_apart(token):
        return 0
    is_seat = token.lower_ in _SEATS
    while token.dep_ in {"conj", "appos", "compound"} and token.head.i != token.i:
        if token.dep_ == "compound" and token.head.lemma_.lower() in _TALKS:
            return _LITTLE  # "the Havana talks"
        if token.head.lemma_.lower() in _GO_BETWEENS:
            return _LITTLE
        token = token.head
    head = token.head
    if token.dep_ in {"amod", "poss", "nmod"} and head.lemma_.lower() in _GO_BETWEENS:
        return _LITTLE
    if token.dep_ == "pobj":
        held = head.head.lemma_.lower() in _TALKS or head.lower_ in _NOT_WHERE or is_seat
        return _LITTLE if held else (_TOWN if town else _FULL)
    if town:
        return _TOWN if token.pos_ != "ADJ" else _HALF
    return _HALF if token.pos_ == "ADJ" or token.dep_ in _DOES else _FULL


def fill_countries(
    doc: Doc,
    drafts: list[Draft],
    otherwise: str | None,
    country_at: Callable[[int], str | None],
    *,
    owned: bool = False,
) -> None:
    """Give who lacks a country the one that the surroundings tell.

    `otherwise` is the country that the text is dated from, else the one it is about; `country_at` tells what
    `surroundings` tells. Whoever holds an office of state travels, and the bodies of a state are where they
    are: for them a place in the sentence counts not, or only where the text is about no country. Gunmen
    nobody knows, whatever is foreign, "both governments", and a government that deals with that very country
    stay open. First of all a state's body is of the country whose rebels it stands opposite ("the ELN and the
    government, in Havana").
    """
    others = dealt_with(doc, drafts)
    for draft in drafts:
        who = draft.identity
        if who.country is not None or not _may_be_filled(doc, draft, owned=owned):
            continue
        said = doc[draft.head]
        faced = country_faced(doc, draft, drafts)
        country = faced or (otherwise if _needs_no_place(draft, said) else None)
        country = country or (None if _travels(draft, said) else country_at(draft.head))
        if faced or country not in others(draft):
            draft.identity = replace(who, country=country)
    named = {one.identity.entity: one.identity.country for one in drafts if one.kind == "name"}
    for draft in drafts:
        earlier, who = draft.antecedent, draft.identity
        if earlier is not None and who.entity == earlier.identity.entity:
            draft.identity = earlier.identity
        elif who.entity is not None and who.country is None:
            draft.identity = replace(who, country=named.get(who.entity))  # "teachers of Dansalan College"


def _travels(draft: Draft, said: Token) -> bool:
    """Whether somebody may be anywhere: a name, who goes to talk, a single holder of an office of state."""
    if said.lemma_.lower() in _ENVOYS:
        return True
    single = bool(draft.person) and not draft.plural
    return draft.kind == "name" or (single and draft.identity.sector == "GOV")


def _needs_no_place(draft: Draft, said: Token) -> bool:
    """Whether who it is goes before where it was: besides those who travel, the bodies of a state."""
    body = not draft.person and not draft.plural
    return _travels(draft, said) or (body and draft.identity.sector in _OF_THE_STATE)


def _may_be_filled(doc: Doc, draft: Draft, *, owned: bool) -> bool:
    """Whether the surroundings may tell of which country a draft is.

    Of "its troops" whoever "it" is tells first; where that is nobody known, they may once they are `owned`.
    """
    who = draft.identity
    if draft.kind == "name":
        told = draft.label == "PERSON" or who.sector is not None  # any other may be a company or a charity
        return told and (who.entity or "").startswith("x-") and who.sector not in _OF_NO_STATE
    if draft.kind == "pronoun":
        return (
            owned
            and draft.antecedent is None
            and who.entity is None
            and doc[draft.head].lower_ not in {"it", "its"}
        )
    if draft.kind != "agent" or who.entity is not None or who.sector in _FROM_ANYWHERE:
        return False
    if not owned and any(t.dep_ == "poss" and t.pos_ == "PRON" for t in doc[draft.head].lefts):
        return False
    before = {token.lower_ for token in doc[draft.first : draft.head]}
    bodies = who.sector in _OF_THE_STATE if not draft.person else who.sector == "GOV"
    one_of_each = bodies and bool(draft.plural) and bool(before & _OF_EACH)
    heads = doc[draft.head].lower_ in _HEADS or (bool(draft.plural) and bool(before & {"foreign", "prime"}))
    one_of_each = (one_of_each or heads) and not before & {"former", "past", "ex", "successive"}
    goes_abroad = "foreign" in before and len(doc[draft.head].sent) == len(doc)  # where he is tells not whose
    return not (one_of_each or goes_abroad or is_from_elsewhere(doc[draft.first : draft.head + 1]))


def is_from_elsewhere(phrase: Span) -> bool:
    """Return whether a phrase says that somebody is foreign, of a part of the world, or nobody certain."""
    pairs = zip_longest((t.lower_ for t in phrase), (t.lower_ for t in phrase[1:]))
    words = {word for word, after in pairs if word != "foreign" or after not in _FOREIGN_AFFAIRS}
    last = phrase[-1].lemma_.lower()
    return bool(words & _ABROAD) or last in _STRANGERS or _OF_A_REGION.search(phrase.text) is not None


def _is_where(token: Token) -> bool:
    """Whether a place tells where, not whither, whence or whose: "in Kabul", not "flew to Kabul"."""
    while token.dep_ in {"conj", "appos"} and token.head.i != token.i:
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ not in _NOT_WHERE


def _is_for_talks(token: Token) -> bool:
    """Whether a place is where some meet who are from elsewhere: "signed in Geneva", "talks in Doha"."""
    while token.dep_ in {"conj", "appos"} and token.head.i != token.i:
        token = token.head
    return token.head.head.lemma_.lower() in _TALKS


def _is_inside(token: Token) -> bool:
    """Whether a place only tells where the noun before it is: "the talks in Panama"."""
    while token.dep_ in {"conj", "appos"} and token.head.i != token.i:
        token = token.head
    return token.dep_ == "pobj" and token.head.head.pos_ in {"NOUN", "PROPN"}


def surroundings(
    doc: Doc, places: tuple[PlaceMention, ...], otherwise: str | None
) -> Callable[[int], str | None]:
    """Return what tells the country around a token: that of its sentence's places, else `otherwise`.

    Where the text is of one country, a place within another phrase ("since the talks in Panama") counts not,
    nor one where they only met ("signed in Geneva").
    """
    by_sentence: dict[int, set[str]] = {}
    outright: set[int] = set()
    for one in places:
        if one.place is not None and one.place.country and _is_where(doc[one.head]):
            sentence = doc[one.head].sent.start
            by_sentence.setdefault(sentence, set()).add(one.place.country)
            if not _is_inside(doc[one.head]) and not _is_for_talks(doc[one.head]):
                outright.add(sentence)

    def country_at(token: int) -> str | None:
        sentence = doc[token].sent.start
        here = by_sentence.get(sentence, set())
        if len(here) != 1 or (otherwise is not None and sentence not in outright):
            return otherwise
        return next(iter(here))

    return country_at
