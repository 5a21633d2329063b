"""What the form of a clause and of the verb over it make of what it tells: subjunctive, cleft, "is to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding.nominals import with_particle
from jirga.lexicon.embedding import Effect, effect

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs over a bare infinitive that was done before somebody's eyes.
_PERCEIVING = frozenset({"see", "hear", "watch", "feel", "notice", "observe", "let", "make", "help", "have"})


def of_cleft(copula: Token) -> Effect | None:
    """Return what "What they fear is that …" does to its clause: the effect of the verb in its subject."""
    if any(c.dep_ == "attr" and c.lemma_ == "time" for c in copula.children):
        return Effect("demanded")  # "it is high time that they left"
    inner = [c for c in copula.children if c.dep_ == "csubj"]
    return effect(with_particle(inner[0]), "v", "clause") if inner else None


def is_subjunctive(verb: Token, governor: Token) -> bool:
    """Return whether a base form stands over a subject that would want an "s": "insists that it pull out"."""
    if verb.tag_ not in {"VB", "VBP"} or governor.pos_ != "VERB" or verb.dep_ != "ccomp":
        return False
    if governor.lemma_ in _PERCEIVING:
        return False  # "saw the army burn the shops"
    helped = any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return not helped and any(c.dep_ == "nsubj" and c.tag_ in {"NN", "NNP"} for c in verb.children)


def of_periphrasis(governor: Token, verb: Token) -> Effect:
    """Return what "be to", "go to" and "have to" do: "is to meet" lies ahead, "had to flee" happened.

    What "was to have been" was not.
    """
    if governor.lemma_ == "have":
        return Effect() if governor.tag_ == "VBD" else Effect("demanded")
    undone = governor.tag_ == "VBD" and any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    return Effect("intended", "negated" if governor.lemma_ == "be" and undone else "affirmed")
