"""Who holds which ground: "under ISIL control", "in the hands of", "the town is an IS stronghold"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.drafts import RelationDraft
from jirga.coding.standing_parties import ground, is_party, is_place

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

#: Preposition and noun of a place that somebody holds, and of the one who holds it.
_HELD = frozenset(
    {("under", "control"), ("in", "hands"), ("under", "rule"), ("in", "control"), ("under", "occupation")}
)
_CONTROL = frozenset({"control", "command", "possession"})
_STRONGHOLDS = frozenset({"stronghold", "bastion", "heartland", "fiefdom"})
_BASES = frozenset({"base", "headquarters", "camp", "office", "bases", "camps", "hideout"})
_LINKS = frozenset({"compound", "poss", "amod", "nmod"})


def by_ground(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """Yield the states of ground that a noun tells: control, hands, rule, a stronghold, bases somewhere."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return
    low = noun.lower_
    if noun.dep_ == "pobj" and (noun.head.lower_, low) in _HELD:
        yield from _held(analysis, noun)
    elif noun.dep_ == "dobj" and low in _CONTROL and noun.head.lemma_ in {"have", "hold", "keep", "retain"}:
        yield from _having(analysis, noun)
    elif low in _STRONGHOLDS:
        yield from _stronghold(analysis, noun)
    elif noun.dep_ == "dobj" and low in _BASES and noun.head.lemma_ in {"have", "maintain", "keep", "run"}:
        yield from _based(analysis, noun)
    elif low == "exile" and noun.dep_ == "pobj" and noun.head.lower_ == "in":
        yield from _exiled(analysis, noun)


def _held(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    prep = noun.head
    verb = prep.head.head if prep.head.pos_ == "ADV" else prep.head
    subjects = [verb] if verb.pos_ in {"NOUN", "PROPN"} else syntax.subjects(verb) or syntax.objects(verb)
    if verb.pos_ in {"VERB", "AUX"} and verb.lemma_.lower() not in {"be", "remain", "stay", "leave"}:
        return
    read = verb if verb.pos_ in {"VERB", "AUX"} else None
    of = [g for c in noun.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    if prep.lower_ == "in" and noun.lower_ == "control":
        places = tuple(p for p in (ground(analysis, t) for t in of) if p is not None)
        if places and subjects:
            yield RelationDraft("controls", tuple(subjects), places, noun, read)
        return
    places = tuple(p for p in (ground(analysis, t) for t in subjects) if p is not None)
    holders = [*of, *(c for c in noun.children if c.dep_ in _LINKS)]
    holders = [t for t in holders if is_party(analysis, t)]
    if places and holders:
        yield RelationDraft("controls", tuple(holders), places, noun, read)


def _having(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """ "has had control of Mosul"."""
    of = (t for name, t in syntax.prepositions(noun) if name in {"of", "over"})
    places = tuple(p for p in (ground(analysis, t) for t in of) if p is not None)
    subjects = tuple(t for t in syntax.subjects(noun.head) if is_party(analysis, t))
    if places and subjects:
        yield RelationDraft("controls", subjects, places, noun, noun.head)


def _stronghold(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """ "Raqqa, a stronghold of IS"; "the IS stronghold of Raqqa"."""
    holders = [c for c in noun.children if c.dep_ in _LINKS and is_party(analysis, c)]
    of = [t for name, t in syntax.prepositions(noun) if name in {"of", "for"}]
    holders += [t for t in of if not is_place(analysis, t) and is_party(analysis, t)]
    places = [t for t in of if is_place(analysis, t)]
    read = None
    if noun.dep_ == "appos" and is_place(analysis, noun.head):
        places.append(noun.head)
    elif noun.dep_ == "attr":
        places += [t for t in syntax.subjects(noun.head) if is_place(analysis, t)]
        read = noun.head
    if holders and places:
        yield RelationDraft("controls", tuple(holders), tuple(places), noun, read)


def _based(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """ "has bases in southern Somalia"."""
    where = [t for name, t in (*syntax.prepositions(noun), *syntax.prepositions(noun.head)) if name == "in"]
    places = tuple(t for t in where if is_place(analysis, t))
    subjects = tuple(t for t in syntax.subjects(noun.head) if is_party(analysis, t))
    if places and subjects:
        yield RelationDraft("based_in", subjects, places, noun, noun.head)


def _exiled(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """ "Sison, in exile in Utrecht"."""
    over = noun.head.head
    who = [over] if over.pos_ in {"NOUN", "PROPN"} else syntax.subjects(over)
    places = tuple(t for name, t in syntax.prepositions(noun) if name == "in")
    places += tuple(t for name, t in syntax.prepositions(over) if name == "in" and is_place(analysis, t))
    if who and places and any(is_party(analysis, t) for t in who):
        read = over if over.pos_ in {"VERB", "AUX"} else None
        yield RelationDraft("based_in", tuple(who), places, noun, read)
