"""What lasts, so that its dead are a total: wars, days of unrest, violence at large, those still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding.measures import OF_NOUN
from jirga.coding.rivals import shortly_before
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What lasts so long that its dead are a total; how many of them are so even where one event could be meant.
_WARS = word_set("war conflict insurgency uprising rebellion genocide strife")
WAR = 500
#: What lasts for days, and in which people die; only said of several or without an article.
_UNREST = word_set("strike protest riot roadblock clash demonstration blockade march unrest fighting")
DYING = word_set("die perish")
#: Force at large, which is no single deed.
_VIOLENCE = _WARS | word_set("violence militancy terrorism terror bloodshed unrest fighting hostility")


def in_a_state(token: Token) -> bool:
    """Whether those counted are said to be in a state still: "90 are still missing", "remain missing"."""
    verb = token.head if token.pos_ == "ADJ" else token
    still = any(c.lower_ == "still" for c in (*verb.children, *token.children))
    copula = verb.lemma_ == "be" or token.lower_ == "missing"  # which the parser takes for a verb
    return verb.lemma_ == "remain" or (copula and still)


def amid_unrest(verb: Token) -> bool:
    """Whether deaths of no told cause are those of days of unrest told before: "strikes… Five have died"."""
    told = any(c.dep_ in {"prep", "advcl", "nsubjpass"} for c in verb.children)
    before = verb.doc[shortly_before(verb) : verb.i]
    return not told and any(t.lemma_.lower() in _UNREST and t.tag_ != "NN" for t in before)


def in_war(verb: Token) -> bool:
    """Whether one counts over a whole war: "killed in the Syrian war", "the war has killed"."""
    words = [c for c in verb.children if c.dep_ == "nsubj"]
    words += [g for c in verb.children if c.lower_ in {"in", "during", "by"} for g in c.children]
    return any(w.lemma_.lower() in _WARS for w in words)


def by_violence(verb: Token) -> bool:
    """Whether no single deed has killed: "militant violence killed 973 people", "attacks have killed"."""
    subjects = (c for c in verb.children if c.dep_ == "nsubj")
    return any(c.lemma_.lower() in _VIOLENCE or _deeds_at_large(c) for c in subjects)


def _deeds_at_large(noun: Token) -> bool:
    """Whether a plural of deeds counts none and points at none: "attacks", not "the two attacks"."""
    bare = not any(c.dep_ in {"det", "nummod", "poss"} for c in noun.children)
    return bare and noun.tag_ == "NNS" and OF_NOUN.get(noun.lemma_.lower()) == "attacks"


def perfect(verb: Token) -> bool:
    """Whether a verb stands in a perfect tense: "have been killed"."""
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
