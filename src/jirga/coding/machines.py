"""Machines that are nobody: a drone of which no more is told did nothing, tanks that are sent get nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.lexicon.agents import agent
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What flies by itself; manned machines may stand for those in them ("the tanks rolled in").
_UNMANNED = word_set("drone quadcopter missile rocket")
#: Verbs by which things change hands.
_HANDING = word_set(
    "give send supply deliver provide sell donate offer ship promise pledge transfer lend grant buy"
)
_LENDING = frozenset({"compound", "amod", "nmod", "poss"})


def is_machine(noun: Token) -> bool:
    """Return whether a noun names a machine that stands for nobody: unmanned and nobody's, or handed over."""
    lemma = noun.lemma_.lower()
    if lemma in _UNMANNED:
        return not any(c.dep_ in _LENDING and _is_somebody(c) for c in noun.children)
    if noun.dep_ != "dobj" or noun.head.lemma_ not in _HANDING:
        return False
    found = agent(lemma)
    return found is not None and found.kind == "materiel"


def _is_somebody(word: Token) -> bool:
    return word.pos_ in {"PROPN", "PRON"} or bool(word.ent_type_) or agent(word.lemma_.lower()) is not None
