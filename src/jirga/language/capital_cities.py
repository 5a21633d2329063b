"""Capitals that stand for their governments, by the role they have: "Kabul denied", "accused Kabul"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Roles in which a capital stands for its government: "Kabul denied", "Kabul's demand", "talks with Kabul".
_ACTING = frozenset({"nsubj", "nsubjpass", "poss"})
_DEALING = frozenset({"with", "between", "against", "by"})
#: What is said to somebody, or of him: no city is accused or urged.
_SAID_TO = word_set(
    "accuse blame urge ask tell warn press pressure persuade convince criticise criticize condemn thank "
    "assure inform notify implore beg fault rebuke lambast castigate suspect"
)


def acts(token: Token) -> bool:
    """Return whether a capital takes part here as whoever governs from it."""
    if token.dep_ == "conj":
        return acts(token.head)
    if token.dep_ == "dobj":
        return token.head.lemma_.lower() in _SAID_TO
    return token.dep_ in _ACTING or (token.dep_ == "pobj" and token.head.lower_ in _DEALING)
