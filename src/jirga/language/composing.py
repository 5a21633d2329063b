"""Identity by composition: "Pakistan's foreign ministry", "Turkish police", "rebels in Ivory Coast"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from jirga.language.analysis import text_of
from jirga.language.capital_cities import acts
from jirga.language.finding import CHAMBERS, DESCENT, of_descent
from jirga.language.identity import Draft, Identity, slug
from jirga.language.namesakes import are_namesakes, shared
from jirga.language.owners import (
    HAS_OFFICIALS,
    above_states,
    belongs_to,
    clergy,
    is_driven_out,
    lends_its_name,
)
from jirga.lexicon.agents import Agent, agent
from jirga.lexicon.entities import Match, entities
from jirga.lexicon.nameheads import name_head
from jirga.lexicon.offices import office_of
from jirga.lexicon.peoples import find_peoples
from jirga.lexicon.places import gazetteer
from jirga.lexicon.states import states

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OWNERS = frozenset({"of", "for", "from", "in"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "npadvmod"})
#: What is named for its leader: the Zardari government, the Obama administration.
RULES_A_STATE = frozenset({"government", "administration", "cabinet", "regime"})
#: Who lives or serves in a land that "of" names.
_OF_A_LAND = frozenset(
    re.findall(
        r"\w+",
        "bishop archbishop governor mayor resident people inhabitant villager farmer police diocese citizen "
        "peasant native elder chief fisherman miner woman child",
    )
)
_GOVERN = RULES_A_STATE | {"authority", "authorities", "leadership"}
#: Prefixes, and participles after a hyphen, that set a name apart from the noun: it is not that noun's own.
_AGAINST = frozenset({"anti", "counter", "pro", "non", "ex"})
_FROM_OUTSIDE = frozenset(
    re.findall(
        r"\w+",
        "backed supported sponsored funded financed armed trained allied linked aligned held controlled "
        "occupied besieged brokered mediated inspired affiliated friendly",
    )
)
#: What makes of an organ one of a part of the state, or no organ of it at all.
_NOT_THE_STATES = frozenset(
    re.findall(
        r"\w+",
        "provincial regional local municipal city district tribal village autonomous separatist rebel "
        "foreign exiled shadow parallel rival breakaway military islamic religious student youth islamist "
        "sharia",
    )
)


_DEFINITE = frozenset({"the", "this", "that", "these", "those", "all", "both"})
_NOBODY, _PEOPLE = Agent(None, (), "person"), Agent("CVL", (), "person")


@lru_cache(maxsize=1)
def state_of_country() -> dict[str, str]:
    """Return the id of the state for each country code, that of the state which still exists first."""
    found: dict[str, str] = {}
    for state in sorted(states(), key=lambda state: bool(state.until)):
        found.setdefault(state.code, state.id)
    return found


class Composer:
    """Gives every draft its identity, reading a noun's from its modifiers and complements."""

    def __init__(self, doc: Doc, drafts: list[Draft], day: str | None, focus: str | None = None) -> None:
        """Take the drafts of `doc`; entities stand as of `day` (ISO), by default as of last.

        `focus` is the country that the text is mostly about.
        """
        self.doc, self.day, self.drafts, self.focus = doc, day, drafts, focus
        self.at = {draft.head: draft for draft in drafts if draft.kind != "pronoun"}
        self.states: dict[int, str] = {}
        self.countries: dict[int, str] = {}
        self.regions: dict[int, str] = {}
        self._done: set[int] = set()

    def note_countries(self, spans: list[tuple[int, int, str, str | None]]) -> None:
        """Note (first token, last token, country, state id or None) for every adjective, state and place."""
        for first, last, country, state in spans:
            for token in range(first, last + 1):
                self.countries[token] = country
                if state is not None:
                    self.states[token] = state

    def note_regions(self, find: Callable[[int], int]) -> None:
        """Note the words that name a land with a government of its own that is no state's (Abkhazia)."""
        for start, end, people in find_peoples(text_of(self.doc)):
            if people.government is not None:
                tokens = range(find(start), find(end - 1) + 1)
                self.regions.update(dict.fromkeys(tokens, people.government))

    def compose_names(self) -> None:
        """Give every name and place its identity."""
        for draft in self.drafts:
            if draft.kind != "agent" or draft.ids:
                self._settle(draft)

    def compose_nouns(self) -> None:
        """Give every noun for an actor its identity, once the names around it have theirs."""
        for draft in self.drafts:
            self._settle(draft)

    def _settle(self, draft: Draft) -> Identity:
        if id(draft) in self._done or draft.kind == "pronoun" or draft.antecedent is not None:
            return draft.identity
        self._done.add(id(draft))
        if draft.ids:
            draft.identity = self._known(draft)
        elif draft.kind == "place":
            region = self.regions.get(draft.head)
            if region is not None and acts(self.doc[draft.head]):
                return self._own_government(draft, region)
            inside = (self.countries[t] for t in range(draft.first, draft.last + 1) if t in self.countries)
            draft.identity = Identity(None, "place", next(inside, None))
        elif draft.kind == "name":
            draft.identity = self._unknown(draft)
        else:
            draft.identity = self._noun(draft)
        return draft.identity

    def _own_government(self, draft: Draft, region: str) -> Identity:
        draft.identity = Identity.of(entities().standing(region, self.day))
        return draft.identity

    def _known(self, draft: Draft) -> Identity:
        if are_namesakes(draft):
            return shared(draft.ids, self.doc[draft.first : draft.last + 1].text, self.day)
        standing = entities().standing(draft.ids[0], self.day)
        if draft.form == "capital" and not acts(self.doc[draft.head]):
            return Identity(None, "place", standing.country)
        return Identity.of(standing)

    def _unknown(self, draft: Draft) -> Identity:
        """Return the identity of a named entity that the lexicon lacks: what its title and words tell."""
        words = self.doc[draft.first : draft.last + 1]
        head = self.doc[draft.head]
        state = next((self.states[t.i] for t in words if t.i in self.states), None)
        organ = entities().part(state, _without(words.text, self, draft)) if state else None
        if organ is not None:
            return Identity.of(entities().standing(organ, self.day))
        title = self.doc[min(head.left_edge.i, draft.first) : draft.first].text if draft.first else ""
        said = agent(title) if title else clergy(words)
        holder = self._in_office(draft, said) if draft.person else None
        if holder is not None:
            return Identity.of(entities().standing(holder, self.day))
        if not draft.person:
            said = _kind_of_body(words.text, said)
        land = _land(words.text) if _tells_whose(head) else None
        if land is not None:
            self.countries[draft.head] = land
            draft.person = None
            return Identity(None, "place", land)
        inside = [self.countries[t.i] for t in words if t.i in self.countries]
        country = inside[0] if inside and not draft.person else self._country(head)
        if draft.person:
            return self._spokesperson(draft, Identity(slug(words.text), "person", country), said)
        country = country or above_states(words.text)
        other = said.other_sectors if said else ()
        return Identity(slug(words.text), "organisation", country, said.sector if said else None, other)

    def _spokesperson(self, draft: Draft, who: Identity, said: Agent | None) -> Identity:
        """Return a person with the country, and if the title tells none the sector, of whose body they are.

        "UN envoy Jan Molin" is the UN's, not Syria's to which he is sent; "Hamas official Karim" is of Hamas.
        """
        head, title = self.doc[draft.head], said or _NOBODY
        who = replace(who, sector=title.sector, other_sectors=title.other_sectors)
        bodies = (o for o in self._titles(draft) if o.kind == "name" and not o.person)
        body = next((one for one in map(self._settle, bodies) if one.country), None)
        if body is None:
            return who
        if belongs_to(title, head, body) and body.entity_kind != "state":
            return replace(who, country=body.country, sector=body.sector, other_sectors=body.other_sectors)
        return replace(who, country=body.country)

    def _titles(self, draft: Draft) -> Iterator[Draft]:
        """Yield the drafts in the words of office before a person's name."""
        start = min(self.doc[draft.head].left_edge.i, draft.first)
        yield from (
            self.at[i] for i in range(start, draft.first) if i in self.at and not is_apart(self.doc[i])
        )

    def _in_office(self, draft: Draft, title: Agent | None) -> str | None:
        """Return the id of the only one known by a last name who has, that day, the sector of the title.

        "President Kiir", "General Haftar": of several, the one of the country that the words or the text
        tell.
        """
        if title is None or title.sector is None or draft.first != draft.last:
            return None
        known = entities().by_last_name(self.doc[draft.first].text)
        standings = [entities().standing(id_, self.day) for id_ in known]
        beside = range(max(draft.first - 3, self.doc[draft.first].sent.start), draft.first)
        said = next((self.countries[i] for i in beside if i in self.countries), None)
        fits = [one for one in standings if title.sector in {one.sector, *one.other_sectors}]
        near = [one for one in fits if one.country == (said or self.focus)]
        found = near or ([] if said else fits)
        return found[0].id if len(found) == 1 else None

    def _noun(self, draft: Draft) -> Identity:
        head = self.doc[draft.head]
        known = agent(_phrase(head)) or agent(head.text) or agent(CHAMBERS.get(head.text, "")) or _NOBODY
        if draft.form == DESCENT:
            known = _PEOPLE
        if known.sector is None and head.text[:1].isupper() and not head.is_sent_start:
            known = _kind_of_body(head.text, known) or known  # "the Front", of which no more is told
        if known.sector == "CVL" and any(is_driven_out(t) for t in head.rights):
            known = Agent("REF", (), "person")
        owners = list(self._owners(draft))
        organ = self._organ(head, owners)
        if organ is not None:
            return Identity.of(entities().standing(organ, self.day))
        country = self._country(head)
        if draft.form == DESCENT:  # "an Afghan in Quetta" is of Afghanistan
            country = self.countries.get(draft.head) or country
        own = Identity(None, None, country, known.sector, known.other_sectors)
        if not owners and country is None and (office := office_of(_phrase(head))):
            return replace(own, country=office.country, sector=office.sector)
        for owner in owners:
            who = self._settle(owner)
            belongs = belongs_to(known, head, who) and owner.form != DESCENT
            if belongs and owner.kind != "place" and lends_its_name(who):
                return who
            if belongs and known.sector == "GOV" and who.sector in HAS_OFFICIALS:
                own = replace(own, sector=who.sector, other_sectors=who.other_sectors)
            own = own.filled(Identity(country=who.country, sector=who.sector if belongs else None))
        return own

    def _owners(self, draft: Draft) -> Iterator[Draft]:
        """Yield the drafts that modify a noun: on its left, then after of, for, from, in."""
        head = self.doc[draft.head]
        for child in head.lefts:
            if child.dep_ in _MODIFIERS:
                inner = (t for t in child.subtree if t.i in self.at and t.i < head.i and not is_apart(t))
                yield from (self.at[t.i] for t in inner)
        for preposition in head.rights:
            if preposition.lower_ in _OWNERS:
                yield from (self.at[t.i] for t in preposition.children if t.i in self.at)
            elif preposition.dep_ == "acl" and preposition.lemma_ == "belong":  # "guerrillas belonging to"
                to = (t for c in preposition.children if c.lower_ == "to" for t in c.children)
                yield from (self.at[t.i] for t in to if t.i in self.at)

    def _organ(self, head: Token, owners: list[Draft]) -> str | None:
        """Return the id of the organ of a state that a noun with its modifiers names, None for none."""
        region = next((self.regions[t.i] for t in _near(head) if t.i in self.regions), None)
        if region is not None:
            return region if head.lemma_.lower() in _GOVERN else None
        state = next((self.states[t.i] for t in _near(head) if t.i in self.states), None)
        if state is None and head.lemma_.lower() in RULES_A_STATE:
            leader = next((o for o in owners if o.person and self._settle(o).country), None)
            state = state_of_country().get(leader.identity.country or "") if leader else None
        if state is None:
            return None
        names = [
            _phrase(head),
            *(self.doc[i : head.i + 1].text for i in range(max(head.i - 3, 0), head.i + 1)),
        ]
        return next((part for name in names if (part := entities().part(state, _bare(name)))), None)

    def name_organs(self, home: str | None) -> None:
        """Name the organs of a country that only the surroundings told: "the army" in a report from Mali.

        `home` is the country that the text is dated from, for organs with capitals ("Defense Department").
        """
        state_here = state_of_country().get(home or "")
        for draft in self.drafts:
            if draft.kind == "name" and state_here and (draft.identity.entity or "").startswith("x-"):
                organ = entities().part(state_here, self.doc[draft.first : draft.last + 1].text)
                draft.identity = (
                    Identity.of(entities().standing(organ, self.day)) if organ else draft.identity
                )
            state = state_of_country().get(draft.identity.country or "")
            if draft.kind == "agent" and draft.identity.entity is None and state and not draft.person:
                organ = entities().part(state, self.doc[draft.head].text)
                if organ is not None and self._is_bare(draft):
                    draft.identity = Identity.of(entities().standing(organ, self.day))

    def _is_bare(self, draft: Draft) -> bool:
        """Whether only an article and adjectives go before a noun ("Sindh police" is not Pakistan's).

        "Another state", "a court" is one of several, "the provincial government" a lesser one: not that of
        the country.
        """
        lefts = list(self.doc[draft.head].lefts)
        one_of_many = any(t.dep_ == "det" and t.lower_ not in _DEFINITE for t in lefts)
        lesser = any(t.lower_ in _NOT_THE_STATES or t.i in self.regions for t in lefts)
        return not one_of_many and not lesser and all(t.dep_ in {"det", "amod", "predet"} for t in lefts)

    def _country(self, head: Token) -> str | None:
        return next((self.countries[t.i] for t in _near(head) if t.i in self.countries), None)


def _near(head: Token) -> Iterator[Token]:
    """Yield the words that may say of which country a noun is: its modifiers, then its complements."""
    for child in head.lefts:
        if child.dep_ in _MODIFIERS:
            yield from reversed([t for t in child.subtree if t.i < head.i and not is_apart(t)])
    for preposition in head.rights:
        if preposition.lower_ in _OWNERS:
            for child in preposition.children:
                yield child
                yield from _near(child)


def is_apart(token: Token) -> bool:
    """Whether a word within a compound is not what the noun belongs to: anti-ISIL, Iran-backed."""
    doc = token.doc
    before = doc[token.i - 2].lower_ if token.i > 1 and doc[token.i - 1].text == "-" else ""
    after = doc[token.i + 2].lower_ if token.i + 2 < len(doc) and doc[token.i + 1].text == "-" else ""
    return before in _AGAINST or after in _FROM_OUTSIDE


def _phrase(head: Token) -> str:
    """Return a noun with its compounds and the complement after of or for: "members of parliament"."""
    left = [t.i for t in head.lefts if t.dep_ in {"compound", "amod"}]
    ends = [t.right_edge.i for t in head.rights if t.lower_ in {"of", "for"} and t.i == head.i + 1]
    end = max([head.i, *(end for end in ends if end < head.i + 6)])
    return head.doc[min([*left, head.i]) : end + 1].text


def _kind_of_body(name: str, said: Agent | None) -> Agent | None:
    """Return what the words of a body's name tell of its sector, where nothing before it said one."""
    said = said or agent(name)
    told = name_head(name) if said is None or said.sector is None else None
    return Agent(told.sector, told.other_sectors, "body") if told else said


def _bare(phrase: str) -> str:
    words = phrase.split()
    return " ".join(words[1:] if words and words[0].lower() in {"the", "a", "an"} else words)


def _without(text: str, composer: Composer, draft: Draft) -> str:
    """Return a name without the words that say its state: "Afghan Foreign Ministry" → "Foreign Ministry"."""
    words = composer.doc[draft.first : draft.last + 1]
    kept = [t.text for t in words if t.i not in composer.states and t.tag_ != "POS" and t.lower_ != "the"]
    while kept and kept[-1].lower() in _OWNERS:
        kept.pop()
    return " ".join(kept) or text


def _tells_whose(name: Token) -> bool:
    """Whether a name can only be that of a land: after those who live or serve in one ("bishops of …")."""
    of = name.head
    return name.dep_ == "pobj" and of.lower_ in {"of", "from"} and of.head.lemma_.lower() in _OF_A_LAND


def _land(name: str) -> str | None:
    """Return the country of all the places that are called so, None for several or for none."""
    countries = {place.country for place in gazetteer().named(name)}
    return countries.pop() if len(countries) == 1 else None


def countries_of(
    doc: Doc, matches: list[Match], find: Callable[[int], int]
) -> list[tuple[int, int, str, str | None]]:
    """Return (first token, last token, country, state id) for the lexicon's states, adjectives, capitals.

    "Ethnic Albanian" says of what descent somebody is, not of which country.
    """
    found = []
    for match in matches:
        standing = entities().standing(match.ids[0])
        if match.form in {"adjective", "people"} and of_descent(text_of(doc), match):
            continue
        if standing.country and (
            match.form in {"adjective", "people", "capital"} or standing.kind == "state"
        ):
            state = state_of_country().get(standing.country)
            found.append((find(match.start), find(match.end - 1), standing.country, state))
    return found
