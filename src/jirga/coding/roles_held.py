"""Nouns for a role that one party has towards another: leader, minister, member, faction, ally, mediator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words that put a role in the past.
ENDED = word_set("former ex late erstwhile onetime one-time slain then deposed ousted once formerly previous")
_LEADERS = word_set(
    "leader chief head emir amir ameer chairman chairwoman chairperson boss supremo secretary-general "
    "warlord kingpin commander-in-chief spearhead"
)
#: Of these "the commander of the group" leads it, "a group commander" is one of several.
_COMMANDERS = word_set("commander commandant")
_OFFICES = word_set(
    "minister president premier governor ambassador envoy adviser advisor secretary king queen senator mayor "
    "chancellor judge general lawmaker"
)
_MEMBERS = word_set(
    "member spokesman spokeswoman spokesperson official operative fighter militant cleric "
    "deputy officer soldier men gunman negotiator lieutenant veteran"
)
#: Nouns of a part of a body.
PARTS = word_set("faction wing branch arm affiliate chapter subgroup unit cell")
_SPLINTERS = word_set("splinter offshoot breakaway")
_ALLIES = word_set("ally partner")
_BACKERS = word_set("backer sponsor patron supporter benefactor")
_FUNDERS = word_set("financier funder paymaster bankroller")
_ENEMIES = word_set("enemy foe archenemy arch-enemy arch-foe nemesis")
_MEDIATORS = word_set("mediator facilitator go-between intermediary guarantor")
#: Verbs by which somebody takes one party for part of another.
CALLING = word_set("consider regard see view treat deem call describe brand label denounce")
_INDEFINITE = word_set("a an one another some two three four five several many other")


@dataclass(frozen=True, slots=True)
class Role:
    """The relation a role noun names; `person` where only a person can have it.

    `turned` where it runs from the whole to the holder ("a guest of the embassy": the embassy shelters).
    """

    type: str
    person: bool
    turned: bool = False
    alone: bool = False


_PLAIN = {
    **dict.fromkeys(_OFFICES, Role("holds_office", True)),
    **dict.fromkeys(_MEMBERS, Role("member_of", True)),
    **dict.fromkeys((*PARTS, "part"), Role("part_of", False)),
    **dict.fromkeys(_ALLIES, Role("ally_of", False)),
    **dict.fromkeys(_BACKERS, Role("supports", False)),
    **dict.fromkeys(_FUNDERS, Role("funds", False)),
    **dict.fromkeys(_ENEMIES, Role("fights", False)),
    **dict.fromkeys(_MEDIATORS, Role("mediates_between", False, alone=True)),
    **dict.fromkeys(("proxy", "puppet", "surrogate"), Role("supports", False, turned=True)),
    "guest": Role("shelters", False, turned=True),
    "prisoner": Role("holds", False, turned=True, alone=True),
    "captive": Role("holds", False, turned=True, alone=True),
    "hostage": Role("holds", False, turned=True, alone=True),
}


def _is_secretary_general(noun: Token) -> bool:
    around = noun.doc[max(noun.i - 2, 0) : noun.i + 3].text.lower()
    return "secretary-general" in around or "secretary general" in around


_WORDS = frozenset(_PLAIN) | _LEADERS | _COMMANDERS | _SPLINTERS | PARTS | {"group", "outfit"}


def role_of(noun: Token) -> Role | None:
    """Return the role a noun names, None for any other word.

    "A Taliban leader" is one of several: a member; "the leader", or the bare title, leads.
    """
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    lemma = noun.lemma_.lower()
    if lemma not in _WORDS and noun.lower_ not in _WORDS:
        return None
    before = {c.lower_ for c in noun.children if c.dep_ in {"compound", "amod", "nmod", "det", "nummod"}}
    if lemma in _SPLINTERS or (before & _SPLINTERS and lemma in PARTS | {"group", "outfit"}):
        return Role("splinter_of", False)
    several = before & (_INDEFINITE | {"senior", "local", "deputy", "field", "second-in-command"})
    if noun.lower_ in {"secretary", "general"} and _is_secretary_general(noun):
        deputy = "deputy" in noun.doc[max(noun.i - 4, 0) : noun.i].text.lower()
        return Role("member_of" if deputy else "leads", True)
    if lemma in _LEADERS:
        return Role("member_of" if several else "leads", True)
    if lemma in _COMMANDERS:
        title = noun.dep_ in {"compound", "nmod"} and noun.head.pos_ == "PROPN"
        return Role("member_of" if several or title else "leads", True)
    return _PLAIN.get(noun.lower_) or _PLAIN.get(lemma)
