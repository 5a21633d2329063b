"""States that a noun of doing tells: "Kabul's sheltering of the TTP", "ties with al-Qaeda", "at war with"."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.drafts import RelationDraft
from jirga.coding.standing_parties import ground, is_body, is_party, kind_of
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis
    from jirga.model import Aspect

#: Nouns of doing → the state between their owner and the one that "of" names.
_DOING = MappingProxyType(
    {
        **dict.fromkeys(("sheltering", "harbouring", "harboring", "hosting"), "shelters"),
        **dict.fromkeys(("funding", "financing", "bankrolling"), "funds"),
        **dict.fromkeys(("backing", "sponsorship", "sponsoring"), "supports"),
        **dict.fromkeys(("leadership", "command"), "leads"),
        "occupation": "holds",
    }
)
_OF_GROUND = frozenset({"holds"})
#: Nouns of a bond, over "with" or "to"; the weaker ones tell an alliance only with an armed group.
_ALLIANCES = word_set("alliance allegiance affiliation")
_TIES = _ALLIANCES | word_set("link tie connection")
#: Verbs that tell of a bond that it stands, or that there is none.
_HAVING = word_set("have maintain keep retain enjoy deny disown admit cultivate share strengthen preserve")
_ENDING = word_set("end lapse collapse cease expire")
_TRUCES = word_set("truce ceasefire cease-fire armistice")
_KEEPING = word_set("observe honour honor respect keep maintain hold uphold")


def by_deed(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """Yield the states that a noun of doing, of a bond or of war tells of its owner."""
    if noun.pos_ not in {"NOUN", "VERB"}:
        return
    lemma = noun.lemma_.lower()
    if noun.lower_ in _DOING:
        yield from _done(analysis, noun)
    elif lemma in _TIES and noun.pos_ == "NOUN":
        yield from _tied(analysis, noun)
    elif lemma == "membership":
        yield from _membership(analysis, noun)
    elif lemma == "war" and noun.dep_ == "pobj" and noun.head.lower_ == "at":
        yield from _at_war(analysis, noun)
    elif lemma in _TRUCES and noun.dep_ == "dobj" and noun.head.lemma_ in _KEEPING:
        yield from _keeping(analysis, noun)


def _done(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    kind = _DOING[noun.lower_]
    doers = [t for t in syntax.possessors(noun) if t.pos_ != "PRON" or analysis.mention_at(t.i) is not None]
    doers += [t for name, t in syntax.prepositions(noun) if name == "by"]
    whom = [t for name, t in syntax.prepositions(noun) if name == "of"]
    if kind in _OF_GROUND:
        taken = [g for g in (ground(analysis, t) for t in whom) if g is not None]
    else:
        taken = [t for t in whom if is_body(analysis, t)]
    doers = [t for t in doers if t not in taken]
    if doers and taken:
        read, ended = _carrier(noun)
        aspect: Aspect = "ended" if ended else "unstated"
        yield RelationDraft(kind, tuple(doers), tuple(taken), noun, read, aspect)


def _carrier(noun: Token) -> tuple[Token | None, bool]:
    """The verb that ends what the noun tells, or denies it; of any other clause it is taken for granted."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ in _ENDING:
        return verb, True
    return None, False


def _tied(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """ "the TTP's alliance with al-Qaeda", "has links to the group", "denies any ties with it"."""
    others = [t for name, t in syntax.prepositions(noun) if name in {"with", "to"} and is_body(analysis, t)]
    verb = noun.head if noun.dep_ == "dobj" and noun.head.lemma_ in _HAVING else None
    owners = syntax.possessors(noun) or (syntax.subjects(verb) if verb is not None else _with_ties(noun))
    owners = [t for t in owners if is_party(analysis, t) and t not in others]
    armed = any(kind_of(analysis, t) in {"group", "party"} for t in (*owners, *others))
    if owners and others and (noun.lemma_.lower() in _ALLIANCES or armed):
        yield RelationDraft("ally_of", tuple(owners), tuple(others), noun, verb)


def _with_ties(noun: Token) -> list[Token]:
    """Who is "a rebel group with ties to X": the group, or the name that it stands in apposition to."""
    over = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "with" or over.pos_ not in {"NOUN", "PROPN"}:
        return []
    return [over.head if over.dep_ == "appos" else over]


def _membership(analysis: Analysis, noun: Token) -> Iterator[RelationDraft]:
    """ "his membership of the IRA", "has always denied membership of it"."""
    whole = [t for name, t in syntax.prepositions(noun) if name in {"of", "in"} and is_body(analysis, t)]
    verb = noun.head if noun.dep_ == "dobj" else None
    owners = syntax.possessors(noun) or (syntax.subjects(verb) if verb is not None else [])
    owners = [t for t in owners if is_party(analysis, t) and t not in whole]
    if owners and whole and (verb is None or verb.lemma_ in _HAVING):
        kind = "part_of" if is_body(analysis, owners[0]) else "member_of"
        yield RelationDraft(kind, tuple(owners), tuple(whole), noun, verb)


def _at_war(analysis: Analysis, war: Token) -> Iterator[RelationDraft]:
    """ "has been at war with the army for decades"."""
    verb = war.head.head
    if verb.lemma_ not in {"be", "remain"}:
        return
    enemies = [t for name, t in (*syntax.prepositions(war), *syntax.prepositions(verb)) if name == "with"]
    sides = [t for t in syntax.subjects(verb) if is_party(analysis, t)]
    enemies = [t for t in enemies if is_party(analysis, t) and t not in sides]
    if not enemies and len(sides) > 1:  # "Sudan's army and the RSF have been at war"
        sides, enemies = sides[:1], sides[1:]
    if sides and enemies:
        yield RelationDraft("fights", tuple(sides), tuple(enemies), war, verb)


def _keeping(analysis: Analysis, truce: Token) -> Iterator[RelationDraft]:
    """ "the army and the rebels have been observing a truce since May"."""
    verb = truce.head
    sides = [t for t in syntax.subjects(verb) if is_body(analysis, t)]
    sides += [t for name, t in syntax.prepositions(truce) if name == "with" and is_body(analysis, t)]
    if len(sides) > 1:
        yield RelationDraft("at_truce_with", (sides[0],), tuple(sides[1:]), truce, verb)
