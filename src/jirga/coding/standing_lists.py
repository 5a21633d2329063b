"""Members named one by one: "the SDF, which includes the Syrian Arab Coalition", "groups such as X and Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.drafts import RelationDraft
from jirga.coding.roles_held import CALLING
from jirga.coding.standing import UNITS
from jirga.coding.standing_parties import is_body, is_party, kind_of, mention
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

_NAMING = word_set("including notably especially particularly primarily mainly")
_OF_MANY = word_set(
    "coalition alliance front union umbrella council nation country state member partner faction group "
    "battalion brigade"
)

_SOLDIERS = word_set("airman airmen marine soldier troop sailor pilot crew reservist guardsman trooper")
_MADE_UP = word_set("coalition alliance front union umbrella council")


def by_list(analysis: Analysis, token: Token) -> Iterator[RelationDraft]:
    """Yield the members of a body that the text lists."""
    low = token.lower_
    if token.lemma_ in {"make", "comprise", "compose"} and (syntax.is_passive(token) or _made_up(token)):
        named = [t for name, t in syntax.prepositions(token) if name in {"of", "up_of", "by"}]
        wholes = [token.head] if _made_up(token) else syntax.objects(token)
        yield from _members(analysis, token, wholes, named)
    elif token.lemma_ in {"include", "comprise"} and token.pos_ == "VERB":
        yield from _members(analysis, token, syntax.subjects(token), syntax.objects(token))
    elif low in _NAMING and token.dep_ in {"prep", "advmod"} and token.head.pos_ in {"NOUN", "PROPN"}:
        named = [t for name, t in syntax.prepositions(token.head) if name == low]
        if token.head.dep_ == "appos":  # "our Coalition partners, especially the Turks"
            yield from _members(analysis, token, [token.head.head], [token.head])
        yield from _members(analysis, token, [token.head], named)
    elif low in UNITS and token.pos_ == "PROPN":
        yield from _nested(token)
    elif low == "part" and token.dep_ == "pobj" and token.head.lower_ == "as":
        yield from _as_part(analysis, token)


def _made_up(verb: Token) -> bool:
    """Whether "made up of" follows what it is said of, though its participle is tagged a past tense."""
    return verb.dep_ == "acl" and verb.tag_ != "VBG" and any(c.lower_ == "up" for c in verb.children)


def _members(
    analysis: Analysis, token: Token, wholes: list[Token], parts: list[Token]
) -> Iterator[RelationDraft]:
    whole = next((w for w in wholes if _is_whole(analysis, w)), None)
    if whole is None:
        return
    beside = ([p, *(c for c in p.children if c.dep_ == "appos")] for p in parts)
    met = (next((t for t in both if _is_member(analysis, t)), None) for both in beside)
    named = tuple(t for t in met if t is not None)
    if named:
        kind = "member_of" if kind_of(analysis, named[0]) == "person" else "part_of"
        yield RelationDraft(kind, named, (whole,), token)


def _nested(unit: Token) -> Iterator[RelationDraft]:
    """ "2nd Battalion, 5th Special Forces Group"; "airmen from the 507th Air Refueling Wing"."""
    for child in unit.children:
        if child.dep_ == "appos" and child.lower_ in UNITS and child.pos_ == "PROPN":
            yield RelationDraft("part_of", (unit,), (child,), unit)
    if unit.dep_ == "pobj" and unit.head.lower_ in {"from", "of", "with"}:
        over = unit.head.head
        if over.pos_ == "VERB" and over.dep_ == "acl" and over.lemma_ in {"deploy", "serve"}:
            over = over.head
        if over.lemma_.lower() in _SOLDIERS:
            yield RelationDraft("member_of", (over,), (unit,), unit)


def _is_member(analysis: Analysis, token: Token) -> bool:
    """Whether a token names one: "most E.U. countries" do not make the E.U. a member."""
    found = mention(analysis, token)
    own = found is not None and (found.kind in {"name", "place"} or token.pos_ == "PROPN")
    return own and kind_of(analysis, token) != "place"


def _is_whole(analysis: Analysis, noun: Token) -> bool:
    """Whether a noun is a named body, or nouns of many that a name before them gathers."""
    if mention(analysis, noun) is not None:
        return is_body(analysis, noun)
    gathered = any(
        c.dep_ in {"compound", "amod", "poss", "nmod"} and is_body(analysis, c) for c in noun.children
    )
    return noun.lemma_.lower() in _OF_MANY and (gathered or noun.lemma_.lower() in _MADE_UP)


def _as_part(analysis: Analysis, part: Token) -> Iterator[RelationDraft]:
    """ "is working as part of the Global Coalition"; "The UK, as part of the Coalition, is"."""
    whole = tuple(t for name, t in syntax.prepositions(part) if name == "of" and is_body(analysis, t))
    over = part.head.head
    if over.lemma_ in CALLING:  # "regards X as part of Y" says so of X
        return
    who = [over] if over.pos_ in {"NOUN", "PROPN"} else syntax.subjects(over)
    who = [t for t in who if is_party(analysis, t)]
    if whole and who:
        yield RelationDraft("part_of", tuple(who), whole, part)
