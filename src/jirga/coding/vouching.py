"""What is told as true by the word over it: "admitted that it had struck", "it is true that they fled".

Such words are the factives and verbs of proof: whoever says that somebody found out or proved a thing holds
it to be so himself, and who says that somebody owned up to it gives the surest of witnesses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding.complements import was_folly
from jirga.coding.granting import is_tensed
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_VOUCHING = word_set(
    """
    admit acknowledge concede confess own learn discover recall remember know realise realize regret prove
    demonstrate establish confirm verify find
    """
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
#: What one feels or says of what has been done.
_FEELING = word_set("welcome hail applaud praise deplore decry lament note")
#: What becomes of a deed before the eyes of others.
_SEEN = word_set("film broadcast televise photograph witness watch monitor supervise oversee verify complete")


def is_vouched_for(word: Token) -> bool:
    """Return whether a clause with a past of its own is what somebody admits, learns or proves.

    Or a deed is what somebody welcomes or deplores, or was filmed or watched, as nothing is that was not.
    """
    over = word.head
    if word.dep_ == "xcomp" and was_folly(over):
        return True  # "it was a mistake to invade"
    felt = _is_felt(word)
    told = felt or (word.dep_ == "ccomp" and is_tensed(word))
    if not told or over.tag_ not in _FINITE:
        return False
    if any(c.dep_ in {"neg", "mark", "preconj"} or c.tag_ in {"MD", "TO"} for c in over.children):
        return False
    if over.lemma_ == "be":
        return any(c.lower_ == "true" or _came_about(c) for c in over.children)
    return felt or over.lemma_ in _VOUCHING


def _is_felt(deed: Token) -> bool:
    """Whether a noun is what somebody welcomes or deplores ("hailed the raid"), or what was filmed."""
    over = deed.head
    if deed.pos_ != "NOUN":
        return False
    if deed.dep_ == "nsubjpass":
        return over.tag_ == "VBN" and over.lemma_ in _FEELING | _SEEN
    return deed.dep_ == "dobj" and over.lemma_ in _FEELING


def _came_about(clause: Token) -> bool:
    """ "What happened next" is that they fled."""
    happened = clause.dep_ == "csubj" and clause.lemma_ in {"happen", "occur"} and clause.tag_ == "VBD"
    return happened and not any(c.dep_ == "neg" for c in clause.children)
