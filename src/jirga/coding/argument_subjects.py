"""What an argument is about: the subject of its clause, and whether that is a happening or somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.argument_words import ABSTRACT
from jirga.coding.standing_parties import is_body, is_person
from jirga.lexicon.events import event_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis


def abstract(analysis: Analysis, token: Token) -> bool:
    """Whether a token stands for a happening, a state or a thing said, and for nobody."""
    if token.pos_ in {"VERB", "AUX"}:
        return True  # "Paying for the pupils bought the rifles"
    if (
        token.pos_ not in {"NOUN", "PROPN", "PRON", "DET"}
        or is_person(analysis, token)
        or _acts(analysis, token)
    ):
        return False
    lemma = token.lemma_.lower()
    if lemma in ABSTRACT or (token.pos_ == "NOUN" and event_lexicon().knows(lemma, "n")):
        return True
    return any(abstract(analysis, t) for t in syntax.measured(token))


def _acts(analysis: Analysis, token: Token) -> bool:
    """Whether a noun stands for somebody who acts: "the state gave up its prisoners"."""
    return token.lemma_.lower() not in ABSTRACT and (
        is_body(analysis, token) or token.lemma_.lower() == "state"
    )


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb's clause, its own or the one it shares."""
    found = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "csubj"} and c.i < verb.i]
    if len(found) > 1 and found[-1].lower_ in {"all", "both", "each"}:
        return found[-2]  # "previous deals, in 2004 and in 2009, all broke down"
    if found:
        return found[-1]
    inner = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBN" and c.i < verb.i]
    for one in inner:  # "attacks spiked after the takeover, fell during the truce"
        if any(c.dep_ == "nsubj" for c in one.children):
            return subject_of(one)
    return subject_of(verb.head) if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} else None
