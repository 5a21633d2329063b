"""What was kept from being, and what came of that: "prevented the attack", "failed to stop them".

Who prevents a deed denies nothing: he tells that it was not done. Where he failed to, it was; where he only
meant to, it was left off as far as he could; and what he could have prevented has been.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding.nominals import is_perfect_under
from jirga.lexicon.cues import word_set
from jirga.lexicon.embedding import Effect, effect

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.stance import Reader

#: Verbs by which somebody or something keeps a deed from being done.
_PREVENTING = word_set(
    "prevent stop avert forestall preclude foil thwart block keep hinder deter dissuade halt restrain repel"
)
_TRIES = frozenset({"bid", "attempt", "try", "effort", "plot", "push"})
#: How a deed hangs on what is said to prevent it.
_HANGING = frozenset({"dobj", "pobj", "prep", "pcomp", "acl", "compound", "ccomp"})
_FOILING = frozenset({"foil", "thwart"})
_MODALS = frozenset({"could", "would", "should", "might"})
_NEAR = frozenset({"close", "closer", "closest", "near", "nearer"})


def is_prevention(verb: Token, change: Effect) -> bool:
    """Return whether a verb, which works `change` on what it governs, keeps that from being done."""
    return (
        verb.pos_ == "VERB"
        and verb.lemma_ in _PREVENTING
        and (change.polarity == "negated" or change.aspect in {"attempted", "ended"})
    )


def come_of(reader: Reader, prevention: Token, around: Reader) -> None:
    """Let what became of a prevention, as `around` has it, tell on the deed that it was of."""
    if came_to_nothing(prevention, around):
        reader.polarity, reader.aspect, reader.certainty = "affirmed", "unstated", "unstated"
        reader.settled = True  # "failed to prevent the attack": there was one
    elif reader.aspect == "ended":
        return  # "wants to stop the war"
    elif around.modality != "asserted" or around.aspect == "attempted":
        meant = "intended" if around.modality == "asserted" else around.modality
        reader.take(Effect(meant))
        reader.polarity = "negated" if around.polarity == "affirmed" else "unknown"
        reader.aspect, reader.settled = "unstated", reader.modality == meant
    elif reader.aspect == "attempted":
        reader.settled = True


def came_to_nothing(prevention: Token, around: Reader) -> bool:
    """Return whether a prevention failed, or was left off, so that what it was of has been."""
    failed = around.modality == "asserted" and around.polarity == "negated"
    return failed or _would_have(prevention)


def foiled(noun: Token) -> Effect | None:
    """Return what foiling lends to what an attempt or a plot was of; None where that was not foiled."""
    if noun.dep_ not in {"dobj", "nsubjpass"} or noun.head.lemma_ not in _FOILING:
        return None
    return effect(noun.head.lemma_, "v", "noun")


def failed_at(noun: Token) -> bool:
    """Return whether it is said of an attempt that it failed: "the bid to encircle the city failed"."""
    return (
        noun.dep_ == "nsubj" and noun.head.lemma_ in {"fail", "collapse", "founder"} and noun.lemma_ in _TRIES
    )


def preventers(deed: Token, *, undone: bool) -> list[Token]:
    """Return who kept a deed from being done, or failed to: none of them did it.

    Who stops or halts a deed may be its doer, unless it is known (`undone`) that he could not stop it.
    """
    below = deed
    while below.dep_ in _HANGING and below.head.i != below.i:
        below = below.head
        if below.pos_ == "VERB" and below.lemma_ in _PREVENTING | _FOILING:
            own = below.lemma_ in {"stop", "halt", "keep"} and below.dep_ != "pcomp" and not undone
            return [] if own else _subjects(below)
    return []


def _subjects(verb: Token) -> list[Token]:
    """The subject of a verb, or of what it is the infinitive of: "the army failed to prevent it"."""
    found = [c for c in verb.children if c.dep_ == "nsubj"]
    if not found and verb.dep_ in {"xcomp", "advcl", "conj"}:
        return _subjects(verb.head)
    return [t for one in found for t in (one, *one.conjuncts)]


def _would_have(verb: Token) -> bool:
    """Whether it was not done, for all that it could have been: "could have stopped the massacre"."""
    denied = any(c.dep_ == "aux" and c.lower_ == "not" for c in verb.children)
    return is_perfect_under(verb, _MODALS) and not denied


def but_for(noun: Token) -> bool:
    """Return whether it is without a happening that all would have been otherwise: "had it not been for"."""
    being = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "for" or being.lower_ != "been":
        return False
    helping = {c.lower_ for c in being.children}
    return {"had", "not", "it"} <= helping


def left_no_choice(verb: Token) -> bool:
    """Return whether it is all that is left to do: "had no choice but to strike"."""
    if not any(c.tag_ == "TO" for c in verb.children) or verb.left_edge.i < 2:
        return False
    but, choice = verb.doc[verb.left_edge.i - 1], verb.doc[verb.left_edge.i - 2]
    return but.lower_ == "but" and choice.lemma_ in {"choice", "option", "alternative", "recourse"}


def near_to(preposition: Token) -> Token | None:
    """Return the verb of coming near a deed to which a preposition leads: "came close to taking it"."""
    beside = preposition.head
    within = beside.dep_ == "pobj" and beside.head.lower_ == "within" and preposition.lower_ == "of"
    if within:  # "came within a hair of taking it"
        beside = beside.head
    elif preposition.lower_ != "to" or beside.lower_ not in _NEAR:
        return None
    return beside.head if beside.head.lemma_ in {"come", "be", "get", "draw", "move"} else None


def short_of(preposition: Token) -> Token | None:
    """Return the verb by which a deed was kept short of: "stopped short of raiding", "far from freeing"."""
    low, beside = preposition.lower_, preposition.head
    if (low, beside.lower_) not in {("of", "short"), ("from", "far")}:
        return None
    return next((t for t in (beside, *beside.ancestors) if t.pos_ in {"VERB", "AUX"}), beside)


def has_no_part(preposition: Token) -> bool:
    """Return whether a preposition leads to what somebody "had nothing to do with"."""
    doing = preposition.head
    return (
        preposition.lower_ == "with" and doing.lemma_ == "do" and doing.head.lower_ in {"nothing", "little"}
    )
