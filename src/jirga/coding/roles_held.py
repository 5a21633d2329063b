"""Nouns for a role that one entity has towards another: leader, minister, member, faction, ally."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words that put a role in the past.
ENDED = word_set("former ex late erstwhile onetime slain then deposed ousted")
_LEADERS = word_set(
    "leader chief head emir amir ameer founder chairman chairwoman chairperson boss supremo patron"
)
_OFFICES = word_set(
    "minister president premier governor ambassador envoy adviser advisor secretary king queen senator mayor "
    "chancellor judge general lawmaker"
)
_MEMBERS = word_set(
    "member commander spokesman spokeswoman spokesperson official operative fighter militant cleric "
    "deputy officer soldier"
)
_PARTS = word_set("faction wing branch arm affiliate chapter subgroup")
_SPLINTERS = word_set("splinter offshoot breakaway")
_ALLIES = word_set("ally partner")
_INDEFINITE = word_set("a an one another some")


@dataclass(frozen=True, slots=True)
class Role:
    """The relation a role noun names; `person` where only a person can have it."""

    type: str
    person: bool


def role_of(noun: Token) -> Role | None:
    """Return the role a noun names, None for any other word.

    "A Taliban leader" is one of several: a member; "the leader", or the bare title, leads.
    """
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    lemma = noun.lemma_.lower()
    before = {c.lower_ for c in noun.children if c.dep_ in {"compound", "amod", "nmod", "det"}}
    if lemma in _SPLINTERS or (before & _SPLINTERS and lemma in _PARTS | {"group", "outfit"}):
        return Role("splinter_of", False)
    if lemma in _LEADERS:
        return Role("member_of" if before & (_INDEFINITE | {"senior", "local"}) else "leads", True)
    if lemma in _OFFICES:
        return Role("holds_office", True)
    if lemma in _MEMBERS:
        return Role("member_of", True)
    if lemma in _PARTS or lemma == "part":
        return Role("part_of", False)
    return Role("ally_of", False) if lemma in _ALLIES else None
