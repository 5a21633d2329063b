"""Causes that a clause tells: "because", "as a result of", "was caused by", "is due to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.argument_subjects import abstract, subject_of
from jirga.coding.argument_words import BECAUSE, CAUSING, DOWN, FATES, KNOWING, OUTCOMES, UP
from jirga.coding.standing_parties import is_party, is_person
from jirga.lexicon.events import event_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

#: What one may come to by a cause without doing it as a deed: "has grown stronger owing to its havens".
_COMING_TO = FATES | UP | DOWN | {"be", "become", "remain", "grow"}


def because(analysis: Analysis, verb: Token) -> bool:
    """Whether a clause names its cause: "failed because nobody policed it", "fell as a result of it"."""
    for child in verb.children:
        if child.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ == "because" for m in child.children):
            return not (_first_person(verb) or verb.lemma_ in KNOWING or _reason(analysis, verb))
        if _leads_to_a_cause(child) and verb.lemma_ in _COMING_TO and not _first_person(verb):
            return True
        if child.lower_ == "for" and any(c.lower_ == "want" for c in child.children):
            return True
    founders = verb.lemma_ in {"founder", "sink"} and any(
        name == "on" for name, _ in syntax.prepositions(verb)
    )
    return bool(founders)


def _leads_to_a_cause(child: Token) -> bool:
    """Whether a phrase names a cause: "because of", "owing to", "thanks to", "as a result of"."""
    if child.lower_ in BECAUSE and child.dep_ in {"prep", "advmod", "advcl", "npadvmod"}:
        return any(c.dep_ in {"pobj", "prep", "pcomp"} for c in child.children)
    results = (c for c in child.children if c.dep_ == "pobj" and c.lemma_ in OUTCOMES)
    return child.lower_ == "as" and any(c.lower_ == "of" for result in results for c in result.children)


def _reason(analysis: Analysis, verb: Token) -> bool:
    """Whether somebody's reason for a deed is told: "police arrested him because he had fled"."""
    subject = subject_of(verb)
    if subject is None:
        return verb.dep_ == "advcl"  # "speaking on condition of anonymity because"
    if abstract(analysis, subject) or verb.lemma_ in FATES | {"be"}:
        return False
    someone = is_party(analysis, subject) or is_person(analysis, subject)
    return someone or event_lexicon().knows(verb.lemma_.lower(), "v")


def _first_person(verb: Token) -> bool:
    subject = subject_of(verb)
    return subject is not None and subject.lower_ in {"i", "you", "we"}


def caused(analysis: Analysis, verb: Token) -> bool:
    """Whether a clause names a cause as such: "was caused by the fall of Kabul", "is due to neglect"."""
    return _brought_about(analysis, verb) or _due(analysis, verb)


def _brought_about(analysis: Analysis, verb: Token) -> bool:
    """Whether a passive tells what a happening brought about: "was caused by the fall of Kabul"."""
    subject = subject_of(verb)
    if verb.lemma_.lower() not in CAUSING or subject is None or not syntax.is_passive(verb):
        return False
    causes = [t for name, t in syntax.prepositions(verb) if name == "by"]
    return any(abstract(analysis, t) for t in causes)


def _due(analysis: Analysis, verb: Token) -> bool:
    """Whether a happening is told to be what another led to: "is due to", "is a result of"."""
    subject = subject_of(verb)
    if verb.lemma_ != "be" or subject is None or not abstract(analysis, subject):
        return False
    for child in verb.children:
        if child.lower_ == "due" and any(c.lower_ == "to" and c.dep_ == "prep" for c in child.children):
            return True
        outcome = child.dep_ == "attr" and child.lemma_ in OUTCOMES
        if outcome and any(name == "of" for name, _ in syntax.prepositions(child)):
            return True
    return False
