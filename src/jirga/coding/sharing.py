"""Counts of the parties and things of a deed: "fourteen groups signed", "impounded the grain of two millers".

What verb or noun of a deed a count takes part in, where no word makes it a count of the killed, the held or
the like; and what the kind of that deed, once known, makes of those it befell ("rounded up 80 suspects").
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from jirga.coding.clauses import is_bare_object, under_reduced
from jirga.coding.counted import is_person
from jirga.coding.measures import COLLECTIVE, is_thing
from jirga.lexicon.agents import agent
from jirga.lexicon.events import event_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

#: How many coordinations and "of" phrases a search climbs through before it gives up.
CLIMB = 6
#: What a deed of some mode makes of the persons it befell.
_BY_MODE = MappingProxyType(
    {
        "release": "released",
        "abduct": "abducted",
        "arrest": "detained",
        "expel": "displaced",
        "troops": "troops",
        "police": "troops",
        "disarm": "surrendered",
    }
)
#: What those let go were until then, by the noun that counts them.
_HELD = frozenset({"abducted", "detained"})
#: Verbs whose subject is let go: "248 had returned".
_COMING_BACK = frozenset({"return", "come", "arrive", "walk", "go", "regain", "cross"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd"})
#: Prepositions under which a party or thing of the deed stands.
_PARTY = frozenset({"by", "with", "on", "against", "between", "of", "from", "at", "to", "for", "over"})
#: Of those, the ones that name whom or what it befell.
_BEFALLEN = frozenset({"of", "on", "against"})
_PLURALS = frozenset({"people", "police", "personnel", "cattle", "staff", "crew"})
#: Sectors of those who are sent home by diplomacy and driven from nowhere.
_OFFICES = frozenset({"GOV", "MIL", "SPY"})


@dataclass(frozen=True, slots=True)
class Share:
    """The word of the deed, and whether those counted are whom or what it befell."""

    token: Token
    befallen: bool


def share(head: Token) -> Share | None:
    """Return the deed that a counted word takes part in, None where it is no party or thing of one.

    Names ("the 400 Mawozo gang"), one of several, and pairs told of before ("the two sides") are no counts;
    nor are the arms with which a deed is done ("two rockets killed").
    """
    if head.tag_ in {"NN", "NNP"} and head.lower_ not in _PLURALS:
        return None
    found = _controlled(_share(head))
    if found is not None and not found.befallen and is_thing(head):
        return None if found.token.pos_ == "VERB" and not _owned(head) else found
    return found


def _share(head: Token) -> Share | None:
    top = head
    for _ in range(CLIMB):
        found = _here(top)
        if found is not None:
            return found
        up = _up(top)
        if up is None:
            return _by_participle(head)
        top = up
    return None


def _controlled(found: Share | None) -> Share | None:
    """The deed asked of those counted: "urged twelve parties to boycott the vote" counts who boycotts."""
    if found is None or not found.befallen or found.token.pos_ != "VERB":
        return found
    for child in found.token.children:
        asked = child.dep_ in {"xcomp", "ccomp"} and any(c.lower_ == "to" for c in child.children)
        if asked and any(c.dep_ == "dobj" for c in found.token.children):
            return Share(child, befallen=False)
    return found


def _owned(head: Token) -> bool:
    return head.dep_ == "pobj"


def by_kind(
    measure: str, head: Token, kind: str, modes: Iterable[str], *, befallen: bool, verb: Token | None = None
) -> str:
    """Return what a count measures once the deed's type and modes are known: "picked up 55": detained.

    `verb` gives the count its measure, None or the head itself where the noun does: "delivered 13 hostages".
    """
    release = kind == "RETREAT" and "release" in modes
    if release and measure in _HELD and (verb is None or verb == head):
        return "released"
    if measure == "detained" and "abduct" in modes:
        return "abducted"
    if measure != "other" or is_thing(head):
        return measure
    known = agent(head.lemma_.lower())
    person = known.kind == "person" if known is not None else head.pos_ == "NUM"
    if not befallen:
        if release and person and verb is not None and verb.lemma_.lower() in _COMING_BACK:
            return "released"
        disarmed = "surrendered" if person and "disarm" in modes else measure
        return "demonstrators" if kind == "PROTEST" and person else disarmed
    if kind == "MOBILIZE" and known is not None and known.sector in {"MIL", "COP"}:
        return "troops"
    for mode in modes:
        if mode == "expel" and known is not None and known.sector in _OFFICES:
            continue
        if mode in _BY_MODE:
            return _BY_MODE[mode]
    return measure


def _here(token: Token) -> Share | None:
    head = token.head
    if head.pos_ in {"VERB", "AUX"} and head != token:
        if (main := under_reduced(token)) is not None:
            return Share(main, befallen=True)
        if token.dep_ == "nsubj" and head.lemma_ != "be":
            return Share(head, befallen=False)
        if (token.dep_ in _OBJECTS or is_bare_object(token)) and head.lemma_ not in {"be", "have"}:
            return Share(head, befallen=True)
    if token.dep_ == "pobj" and head.lower_ in _PARTY and head.dep_ in {"prep", "agent"}:
        return _under(token, head)
    return None


def _under(token: Token, prep: Token) -> Share | None:
    """The deed over a prepositional phrase, or over a thing's owner: "froze the accounts of four firms"."""
    over = prep.head
    if token.pos_ == "NUM" and prep.lower_ in {"at", "to", "from", "for", "over"}:
        return None  # "at eight in the evening"
    if over.pos_ == "VERB":
        return Share(over, befallen=prep.lower_ in _BEFALLEN)
    if over.pos_ != "NOUN" or _is_whole(over):
        return None
    owned = prep.lower_ == "of" and over.dep_ in _OBJECTS and over.head.pos_ == "VERB"
    if owned and is_person(token.lemma_.lower()) and not event_lexicon().knows(over.lemma_.lower(), "n"):
        return Share(over.head, befallen=False)
    return Share(over, befallen=prep.lower_ in _BEFALLEN)


def _is_whole(noun: Token) -> bool:
    return noun.lemma_.lower() in COLLECTIVE or agent(noun.lemma_.lower()) is not None


def _up(token: Token) -> Token | None:
    """The next phrase that shares this one's part: a coordination's head, a number's or a group's noun."""
    head = token.head
    if token.dep_ in {"conj", "appos", "nummod"} and head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
        return head
    whole = token.dep_ == "pobj" and head.lower_ == "of" and head.head != head
    if whole and (head.head.pos_ == "NUM" or head.head.lemma_.lower() in COLLECTIVE):
        return head.head
    return None


def _by_participle(head: Token) -> Share | None:
    """ "eighteen policemen overpowered at the post", "the seven women, who were raped"."""
    for child in head.children:
        if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}:
            return Share(child, befallen=True)
        if child.dep_ == "relcl":
            subject = next((c for c in child.children if c.tag_ in {"WP", "WDT"}), None)
            if subject is not None:
                return Share(child, befallen=subject.dep_ in _OBJECTS)
    return None
