"""What a clause says of a happening that is its subject: that it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


_GOING_ON = frozenset({("under", "way"), ("in", "progress")})
