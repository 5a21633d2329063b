"""What a clause says of a happening that is its subject: that it goes on, or is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_going_on(verb: Token) -> bool:
    """Return whether a clause says of its subject that it goes on: "talks are under way", "are ongoing"."""
    if verb.lemma_ not in {"be", "get", "remain"}:
        return False
    for child in verb.children:
        if child.lower_ in {"underway", "ongoing", "afoot"} and child.dep_ in {"acomp", "advmod", "attr"}:
            return True
        if child.dep_ == "prep" and any((child.lower_, c.lower_) in _GOING_ON for c in child.children):
            return True
    return False


_GOING_ON = frozenset(
    {("under", "way"), ("in", "progress"), ("in", "place"), ("in", "force"), ("in", "effect")}
)
_ENDING = word_set("collapse expire lapse stall end founder conclude break fall run peter")


def is_over(happening: Token, verb: Token) -> bool:
    """Return whether a finite verb says of a happening, its subject, that it came to an end.

    "The truce collapsed", "talks have broken down": what ends has been.
    """
    told = happening.dep_ in {"nsubj", "nsubjpass"} and happening.head == verb and verb.lemma_ in _ENDING
    return told and verb.tag_ in {"VBD", "VBN"}
