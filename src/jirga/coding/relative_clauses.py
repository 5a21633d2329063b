"""What a clause that hangs on a noun tells: of whom it says so, of any of a kind, of what has been."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHEN_OR_WHERE = frozenset({"in", "on", "during", "at", "since", "after", "near"})


def pointing(noun: Token) -> Token | None:
    """Return the "be" of a cleft sentence whose clause hangs on a noun: "it is villagers who …"."""
    if noun.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ == "but" for c in noun.head.children):
        return None  # "it was not the army but the militia that did"
    for word in (noun, *noun.ancestors):
        if word.dep_ == "attr" and word.head.lemma_ == "be":
            points = any(c.dep_ == "nsubj" and c.lower_ == "it" for c in word.head.children)
            return word.head if points else None
        if word.dep_ not in {"pobj", "prep", "conj", "appos"}:
            return None
    return None


def is_placed(verb: Token) -> bool:
    """Return whether a participle has a time or a place of its own, as what has been done has."""
    return any(
        c.dep_ == "npadvmod" or (c.dep_ == "prep" and c.lower_ in _WHEN_OR_WHERE) for c in verb.children
    )


def is_of_any_kind(noun: Token) -> bool:
    """Return whether a bare plural, object of a verb, names whatever there may be of a kind."""
    bare = noun.tag_ == "NNS" and not any(
        c.dep_ in {"det", "nummod", "poss"} or c.ent_type_ for c in noun.subtree if c.i < noun.i
    )
    return bare and noun.dep_ == "dobj" and noun.head.pos_ == "VERB"


def has_been(verb: Token) -> bool:
    """Return whether a relative clause tells the past of those it is about, whatever becomes of them."""
    past = any(c.dep_ in {"aux", "auxpass"} and c.lower_ in {"had", "was", "were"} for c in verb.children)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and past)
