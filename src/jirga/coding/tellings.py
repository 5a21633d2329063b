"""What a noun of telling does with what it tells: a report called false, not confirmed, or denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding.negation import is_called_false
from jirga.coding.nominals import with_particle
from jirga.lexicon.cues import word_set
from jirga.lexicon.embedding import AUXILIARIES, Effect, effect

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.stance import Reader

#: Nouns of what is told.
_TOLD = word_set(
    "rumour rumor claim report notion statement allegation suggestion story news talk finding idea"
)

#: Transparent verbs whose negation leaves their complement undecided, rather than denied (to say, to find).
TELLING = word_set(
    """
    say tell report confirm announce claim state know see hear mention clarify specify
    """
)


def says_what(verb: Token, noun: Token) -> bool:
    """Return whether a clause says what its noun is about.

    The small model takes some such for relative clauses.
    """
    if verb.dep_ == "acl":
        return any(c.dep_ == "mark" for c in verb.children)
    return noun.lemma_ in _TOLD and any(c.lower_ == "that" and c.i < verb.i for c in verb.children)


def belied(noun: Token) -> Effect | None:
    """Return what becomes of a thing told that is called untrue, or was not confirmed; None where neither is.

    "The notion that … is fantasy"; "reports that … could not be verified".
    """
    if is_called_false(noun):
        return Effect(polarity="negated")
    return Effect(polarity="unknown") if _unconfirmed(noun) else None


def _unconfirmed(noun: Token) -> bool:
    """Whether what a noun tells of was not confirmed: "reports that … could not be verified"."""
    verb = noun.head
    checked = verb.lemma_ in {"confirm", "verify", "corroborate", "substantiate", "establish"}
    return checked and noun.dep_ in {"nsubjpass", "dobj"} and any(c.dep_ == "neg" for c in verb.children)


def denial_of(noun: Token) -> Token | None:
    """Return the verb that denies what a noun tells of, as its object or its "at" and "of" phrase."""
    verb, asked = noun.head, ""
    if noun.dep_ == "pobj" and noun.head.lower_ in {"at", "off", "of", "with"}:
        verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), noun.head)
        asked = f"{verb.lemma_}_{noun.head.lower_}"  # "cleared them of charges that …"
    elif noun.dep_ not in {"dobj", "nsubjpass"}:
        return None
    found = effect(asked, "v", "noun") or effect(with_particle(verb), "v", "noun")
    return verb if found is not None and found.polarity == "negated" else None


def denial_of_report(happening: Token) -> Token | None:
    """Return the verb that denies a report, rumour or claim "of" a happening; None where none does."""
    report = happening.head.head
    told = happening.dep_ == "pobj" and happening.head.lower_ == "of" and report.lemma_ in _TOLD
    return denial_of(report) if told and report.lemma_ not in {"idea", "notion", "suggestion"} else None


def unsaid(reader: Reader, governor: Token) -> None:
    """Leave open what a verb of telling does not say, or may only say: "nowhere says that"."""
    words = [c for c in governor.children if c.dep_ in {"neg", "aux"} or c.lower_ == "nowhere"]
    if any(c.dep_ != "aux" for c in words) or any(c.lower_ in AUXILIARIES for c in words):
        reader.polarity = "unknown"
        reader.take(Effect("possible"), governor)
