"""Whose somebody is who is named by an owner: the TTP's fighters are the TTP, its allies are others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jirga.lexicon.agents import agent
from jirga.lexicon.offices import office_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from jirga.language.identity import Identity
    from jirga.lexicon.agents import Agent

#: Codes of bodies above states, whose envoys have no sector of their own.
_ABOVE_STATES = frozenset({"IGO", "UNO", "EUR", "NGO"})
#: Nouns for those who follow somebody, and sectors of those whom one follows.
_FOLLOWERS = frozenset(
    {"man", "men", "boy", "lad", "people", "follower", "comrade", "loyalist", "supporter", "side", "camp"}
)
#: Who, being no state, has officials and envoys of its own.
HAS_OFFICIALS = frozenset({"REB", "PTY", "OPP", "CRM", "PRM"})
#: Nouns for those who are beside or against somebody, not of it.
_OTHERS = frozenset(
    re.findall(
        r"\w+",
        "ally partner opponent enemy rival foe adversary opposition critic victim captive prisoner hostage "
        "captor neighbour neighbor backer sponsor patron counterpart successor predecessor friend",
    )
)
#: Who bears arms outside the law, and the sectors of nouns for fighters whoever theirs are: a guerrilla
#: group's units and commandos, its killers.
_OUTLAWS, _FIGHTERS = frozenset({"REB", "CRM", "PRM"}), frozenset({"MIL", "UAF", "CRM"})
#: What makes of people those whom PLOVER calls refugees: "the people displaced from Marawi".
_DROVE_OUT = frozenset({"displace", "uproot", "evict", "expel"})
_LEADS = frozenset({"REB", "MIL", "COP", "PRM", "OPP", "PTY", "CRM", "SPY"})

#: What says of a body's name that it is of a part of the world or of all of it.
_OF_THE_WORLD = re.compile(
    r"\b(?:international|world|global|worldwide|pan-?\w*|african|european|asian|arab|islamic|latin american|"
    r"central american|caribbean|nordic|baltic|commonwealth|inter-?american)\b",
    re.IGNORECASE,
)
#: Words of the names of bodies that people and not states found.
_OF_PEOPLE = re.compile(
    r"\b(?:association|federation|confederation|society|foundation|network|forum|jurists|journalists|"
    r"lawyers|physicians|trade unions?)\b",
    re.IGNORECASE,
)


def above_states(name: str) -> str | None:
    """Return the code of a body above states by its name: NGO for the "Association of African Jurists"."""
    office = office_of(name)
    if office is not None:
        return office.country
    return "NGO" if _OF_THE_WORLD.search(name) and _OF_PEOPLE.search(name) else None


def lends_its_name(who: Identity) -> bool:
    """Whether those who belong to `who` are named by it: a group's fighters, not a person's or state's."""
    return who.entity is not None and who.entity_kind not in {"person", "state", "population"}


def is_of(head: Token) -> bool:
    """Return whether those whom a noun names are of their owner's country: its troops, not its enemies."""
    return head.lemma_.lower() not in _OTHERS


def belongs_to(noun: Agent, head: Token, who: Identity) -> bool:
    """Whether a noun beside its owner says no more than that it is the owner's: his men, the TTP's fighters.

    Envoys and agencies of a body above states are that body's (PLOVER has no sector for them). Its allies
    and opponents are others.
    """
    if not is_of(head):
        return False
    if noun.sector is None or noun.sector == who.sector:
        return True
    if who.country in _ABOVE_STATES and who.sector is None:
        return noun.sector in {"GOV", "SOC"}
    if who.sector in HAS_OFFICIALS and noun.sector == "GOV":
        return True
    if who.sector in _OUTLAWS and noun.sector in _FIGHTERS:
        return True
    if _is_movement_in_power(who) and noun.sector in _FIGHTERS | {"GOV", "REB"}:
        return True
    return head.lemma_.lower() in _FOLLOWERS and who.sector in _LEADS


def _is_movement_in_power(who: Identity) -> bool:
    """Whether a government is a movement that took power, as the Taliban did: its fighters are its own."""
    return who.entity_kind == "government" and not (who.entity or "").endswith("-government")


def is_driven_out(clause: Token) -> bool:
    """Return whether a participle says that people lost their homes: "displaced by war", "made homeless"."""
    homeless = any(t.lower_ == "homeless" for t in clause.children)
    return clause.dep_ == "acl" and (clause.lemma_ in _DROVE_OUT or homeless)


def clergy(name: Span) -> Agent | None:
    """Return what a title of the clergy at the head of a name tells: "Monsignor Duarte"."""
    title = agent(name[0].text) if len(name) > 1 else None
    return title if title is not None and title.sector == "REL" else None
