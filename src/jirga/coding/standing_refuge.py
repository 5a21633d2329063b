"""Who is harboured, and from where one works: "gave sanctuary to", "has havens in", "operates from"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.drafts import RelationDraft
from jirga.coding.standing import SANCTUARY
from jirga.coding.standing_parties import is_body, is_party, is_place, kind_of
from jirga.coding.standing_verbs import lasts
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

_GIVING = frozenset({"give", "provide", "offer", "grant"})
_HAVING = frozenset({"have", "enjoy", "find", "use", "maintain", "retain"})
#: What a body does where it is based.
_DWELLING = word_set("operate live hide reside shelter lurk stay dwell")
#: Ground that is somebody's, by whose it is: "Afghan soil", "bases in Kunar".
_SOIL = SANCTUARY | word_set("soil territory side land base camp redoubt mountain area")
_REFUGES = SANCTUARY | {"protection"}
_IN, _FROM = frozenset({"in", "inside", "across"}), frozenset({"from", "out_of", "on"})
_LINKS = frozenset({"amod", "compound", "poss", "nmod"})


def by_refuge(analysis: Analysis, token: Token) -> Iterator[RelationDraft]:
    """Yield the states of refuge and of being based somewhere that a word tells."""
    if token.pos_ in {"VERB", "AUX"}:
        lemma = token.lemma_.lower()
        if lemma in _GIVING | _HAVING:
            yield from _sanctuary(analysis, token)
        if lemma in _DWELLING and lasts(token):
            yield from _dwelling(analysis, token)
        if lemma == "use" and lasts(token):
            yield from _using(analysis, token)
    elif token.lemma_.lower() in SANCTUARY and token.dep_ == "attr":
        yield from _being(analysis, token)


def _sanctuary(analysis: Analysis, verb: Token) -> Iterator[RelationDraft]:
    """ "gave sanctuary to the TTP"; "enjoys sanctuary in Afghanistan"; "has havens in Kunar"."""
    refuge = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in _REFUGES), None)
    if refuge is None:
        return
    hung = [*syntax.prepositions(verb), *syntax.prepositions(refuge)]
    subjects = tuple(t for t in syntax.subjects(verb) if is_party(analysis, t))
    if verb.lemma_ in _GIVING and subjects:
        guests = [t for name, t in hung if name in {"to", "for"}]
        guests += [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
        guests += [c for c in refuge.children if c.dep_ == "compound"]  # "gave the TTP refuge"
        guests = [t for t in guests if is_party(analysis, t)]
        if guests:
            yield RelationDraft("shelters", subjects, tuple(guests), refuge, verb)
    elif verb.lemma_ in _HAVING and subjects:
        places = [t for name, t in hung if name in _IN and is_place(analysis, t)]
        places += [t for name, t in syntax.prepositions(refuge) if name == "of" and is_body(analysis, t)]
        yield from _harboured(analysis, subjects, places, refuge, verb)


def _being(analysis: Analysis, refuge: Token) -> Iterator[RelationDraft]:
    """ "Afghanistan has become a haven for the TTP"."""
    verb = refuge.head
    guests = tuple(t for name, t in syntax.prepositions(refuge) if name in {"for", "of", "to"})
    guests = tuple(t for t in guests if is_body(analysis, t))
    places = [t for t in syntax.subjects(verb) if is_place(analysis, t)]
    if guests:
        yield from _harboured(analysis, guests, places, refuge, verb)


def _harboured(
    analysis: Analysis, guests: tuple[Token, ...], places: list[Token], refuge: Token, verb: Token
) -> Iterator[RelationDraft]:
    """A state shelters who has a refuge in it; in a mere place one is only based."""
    hosts = tuple(t for t in places if is_body(analysis, t) or kind_of(analysis, t) == "state")
    if hosts:
        yield RelationDraft("shelters", hosts, guests, refuge, verb)
    elif places:
        yield RelationDraft("based_in", guests, tuple(places), refuge, verb)


def _dwelling(analysis: Analysis, verb: Token) -> Iterator[RelationDraft]:
    """ "operates from Afghan soil"; "TTP leaders live in Kabul": a body or its people, nobody else."""
    names = _FROM if verb.lemma_ == "operate" else _IN | _FROM
    hung = [t for name, t in syntax.prepositions(verb) if name in names]
    who = tuple(t for t in syntax.subjects(verb) if _of_a_body(analysis, t))
    places = tuple(p for p in (_place(analysis, t) for t in hung) if p is not None)
    if who and places:
        yield RelationDraft("based_in", who, places, verb, verb)


def _using(analysis: Analysis, verb: Token) -> Iterator[RelationDraft]:
    """ "uses Afghan soil to attack Pakistan"."""
    grounds = [t for t in syntax.objects(verb) if t.lemma_.lower() in {"soil", "territory"}]
    who = tuple(t for t in syntax.subjects(verb) if _of_a_body(analysis, t))
    places = tuple(p for p in (_place(analysis, t) for t in grounds) if p is not None)
    if who and places:
        yield RelationDraft("based_in", who, places, verb, verb)


def _of_a_body(analysis: Analysis, token: Token) -> bool:
    """Whether somebody is a named body or its people: "the TTP", "TTP leaders", "the group's fighters"."""
    if is_body(analysis, token):
        return True
    return any(c.dep_ in _LINKS and is_body(analysis, c) for c in token.children)


def _place(analysis: Analysis, token: Token) -> Token | None:
    """The place that a noun stands for: itself, or whose soil it is, or where the base is."""
    if is_place(analysis, token):
        return token
    if token.lemma_.lower() not in _SOIL:
        return None
    owners = [c for c in token.children if c.dep_ in _LINKS]
    owners += [t for name, t in syntax.prepositions(token) if name in {"in", "of", "across"}]
    return next((t for t in owners if is_place(analysis, t) or t.ent_type_ == "NORP"), None)
