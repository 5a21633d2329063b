"""States that stand before a name: "Iran-backed", "US-led", "IS-held Mosul", "the banned TTP"."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from jirga.coding.drafts import RelationDraft
from jirga.coding.standing_parties import ground, is_body, is_party, is_place, mention
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

#: What follows the hyphen → relation, and whether it runs from the name before the hyphen.
_HYPHENED = MappingProxyType(
    {
        **dict.fromkeys(("backed", "supported", "sponsored", "armed", "trained"), ("supports", True)),
        **dict.fromkeys(("funded", "financed"), ("funds", True)),
        **dict.fromkeys(("led", "headed", "commanded"), ("leads", True)),
        **dict.fromkeys(("linked", "affiliated", "allied", "aligned"), ("ally_of", False)),
        **dict.fromkeys(("held", "occupied"), ("holds", True)),
        **dict.fromkeys(("controlled", "ruled", "run", "governed"), ("controls", True)),
        "based": ("based_in", False),
    }
)
_BANNED = word_set("banned outlawed proscribed")
_LAND = word_set("town city village territory area district province region land terrain part quarter zone")
_OPPOSED = frozenset({"anti", "counter"})


def by_modifier(analysis: Analysis, token: Token) -> Iterator[RelationDraft]:
    """Yield the states that a participle or compound before a noun tells."""
    if token.lower_ in _BANNED and token.dep_ == "amod" and token.i < token.head.i:
        named = mention(analysis, token.head)
        if named is not None and named.kind == "name" and is_body(analysis, token.head):
            yield RelationDraft("banned_by", (token.head,), (), token)
    if token.lower_ in _OPPOSED and token.i + 2 < len(token.doc) and token.nbor(1).text == "-":
        yield from _opposed(analysis, token)
    before, after = _parts(token)
    if before is None or after not in _HYPHENED:
        return
    kind, from_name = _HYPHENED[after]
    noun = _modified(token)
    if noun is None:
        return
    target = _held_ground(analysis, noun) if kind in {"controls", "holds"} else noun
    fits = is_place(analysis, before) if kind == "based_in" else is_party(analysis, before)
    if target is None or not fits or target.i == before.i:
        return
    if kind not in {"controls", "holds"} and not _is_somebody(analysis, target):
        return
    first, second = (before, target) if from_name else (target, before)
    yield RelationDraft(kind, (first,), (second,), token)


def _held_ground(analysis: Analysis, noun: Token) -> Token | None:
    """Land or a named place: "an IS-held building" is no ground worth a state."""
    return ground(analysis, noun) if is_place(analysis, noun) or noun.lemma_.lower() in _LAND else None


def _is_somebody(analysis: Analysis, token: Token) -> bool:
    return is_body(analysis, token) or is_party(analysis, token)


def _parts(token: Token) -> tuple[Token | None, str]:
    """The name before the hyphen and the word behind it: three tokens, or one."""
    if token.i >= 2 and token.nbor(-1).text == "-" and token.nbor(-1).whitespace_ == "":
        return token.doc[token.i - 2], token.lower_
    return None, ""


def _modified(token: Token) -> Token | None:
    """The noun that a hyphened participle stands before, whatever the parse hangs it on."""
    if token.dep_ == "amod" and token.head.i > token.i:
        return token.head
    after = token.i + 1
    while after < len(token.doc) and token.doc[after].pos_ in {"ADJ", "PROPN", "NOUN"}:
        if token.doc[after].dep_ not in {"compound", "amod", "nmod"}:
            return token.doc[after]
        after += 1
    return None


def _opposed(analysis: Analysis, token: Token) -> Iterator[RelationDraft]:
    """ "the counter-ISIL coalition", "anti-Houthi forces"."""
    enemy = token.nbor(2)
    noun = _modified(enemy) if enemy.dep_ != "amod" else enemy.head
    if noun is not None and is_body(analysis, enemy) and _is_body_noun(analysis, noun) and noun.i > enemy.i:
        yield RelationDraft("fights", (noun,), (enemy,), token)


def _is_body_noun(analysis: Analysis, noun: Token) -> bool:
    return is_body(analysis, noun)
