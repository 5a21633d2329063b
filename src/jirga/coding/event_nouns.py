"""Which nouns tell of a happening where they stand: asked for, done, lifted, or said in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.frames import Framer
from jirga.lexicon.cues import word_set
from jirga.lexicon.events import Meaning, PartOfSpeech

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns that often only say when, and what leads to them then.
_TIMES = word_set("war violence conflict")
_AT = frozenset({"in", "during", "since", "after", "before", "of", "from", "by"})
_LIFTING = word_set("lifting withdrawal removal revocation")
_IN_RETURN = frozenset({"retaliation", "reprisal", "protest"})


def is_asked(token: Token, framer: Framer) -> bool:
    """Return whether a noun is what somebody asks for or promises: "appealed to the alliance for help"."""
    above = token.head
    if token.dep_ == "pobj" and above.lower_ == "for":
        above = above.head
    elif token.dep_ != "dobj":
        return False
    part: PartOfSpeech = "n" if above.pos_ == "NOUN" else "v"
    return any(e.type in {"REQUEST", "AGREE"} for e in framer.lexicon.senses(above.lemma_.lower(), part))


def is_lifted(meaning: Meaning) -> bool:
    """Return whether what is yielded says enough without whoever yields it: "the lifting of the ban"."""
    return meaning.entry.type == "CONCEDE" and meaning.entry.lemma in _LIFTING


def is_owned(token: Token, carrier: Token | None, framer: Framer) -> bool:
    """Return whether somebody who could have done it is named beside an event noun or its carrier."""
    owners = [
        *syntax.possessors(token),
        *(t for name, t in syntax.prepositions(token) if name in {"by", "between", "from"}),
    ]
    owners += [c for c in token.children if c.dep_ in {"amod", "compound", "nmod"}]
    if carrier is not None:
        owners += syntax.subjects(carrier)
    return any("actor" in framer.kinds(owner) for owner in owners)


def is_eventful(token: Token, carrier: Token | None) -> bool:
    """Return whether a noun names a happening here, rather than a kind of thing ("such as attacks")."""
    if token.lemma_ in _TIMES and token.dep_ == "pobj" and token.head.lower_ in _AT:
        return False  # "since the civil war" says when
    if token.lemma_ in _IN_RETURN and token.dep_ == "pobj" and token.head.lower_ == "in":
        return False  # "in retaliation for" says why, and names no deed of its own
    if carrier is not None or token.dep_ in {
        "nsubj",
        "nsubjpass",
        "dobj",
        "obj",
        "pobj",
        "ROOT",
        "conj",
        "appos",
        "attr",
    }:
        return not (token.dep_ == "pobj" and token.head.lower_ in {"like", "as", "such"})
    return False
