"""Of which country a state's body is that stands opposite a named group: "the TTP and the government".

Groups fight, and talk to, the state they are of; where they do so ("in Kabul", "in Havana") says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from jirga.language.identity import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Sectors of those who bear arms against a state (PLOVER).
_AGAINST = frozenset({"REB", "SEP", "RAD"})
_OF_THE_STATE = frozenset({"GOV", "MIL", "COP"})
#: Prepositions under which the other side stands.
_WITH = frozenset({"with", "against", "between"})
#: How far up from a party the verb or noun of the deed is looked for.
_CLIMB = 4


def country_faced(doc: Doc, draft: Draft, drafts: Iterable[Draft]) -> str | None:
    """Return the country of the one group that a body of state is named beside, None where none is.

    Beside is coordinated ("the government and the ELN"), or one the doer and the other under "with" or
    "against" of one verb ("the government held talks with the ELN").
    """
    if draft.person or draft.plural or draft.identity.sector not in _OF_THE_STATE:
        return None
    opposite = set(_opposite(doc[draft.head]))
    found = {
        one.identity.country
        for one in drafts
        if one.kind == "name" and one.head in opposite and one.identity.sector in _AGAINST
    }
    return found.pop() if len(found) == 1 else None


def _opposite(party: Token) -> Iterator[int]:
    yield from (one.i for one in party.conjuncts)
    top, under = party, False
    for _ in range(_CLIMB):
        if top.dep_ in {"nsubj", "nsubjpass"}:
            yield from _heads(g for c in top.head.subtree if c.lower_ in _WITH for g in c.children)
            return
        under = under or (top.dep_ == "prep" and top.lower_ in _WITH)
        if under and top.pos_ == "VERB":
            yield from _heads(c for c in top.children if c.dep_ in {"nsubj", "nsubjpass"})
        if top.dep_ == "conj" and top.head.pos_ in {"NOUN", "PROPN"}:
            return
        top = top.head


def _heads(tokens: Iterable[Token]) -> Iterator[int]:
    for token in tokens:
        yield token.i
        yield from (one.i for one in token.conjuncts)
