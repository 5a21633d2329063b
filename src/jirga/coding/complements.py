"""What a word, and its form, make of its complement clause: subjunctive, cleft, "is to", "not able"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jirga.coding import syntax
from jirga.coding.clauses import is_past
from jirga.coding.negation import NEGATIONS
from jirga.coding.nominals import with_particle
from jirga.coding.stance import is_ranked, performs
from jirga.coding.tellings import belied
from jirga.lexicon.cues import word_set
from jirga.lexicon.embedding import AUXILIARIES, Effect, effect

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose infinitive tells a purpose, and their gerund what came to an end.
_PAUSING = frozenset({"stop", "halt", "pause"})
#: What somebody was who then did it: "was able to leave", "was glad to meet them".
_WAS_AND_DID = word_set("able glad happy pleased proud delighted relieved sorry quick right wrong")
#: What one calls a thing done.
_FOLLIES = word_set("mistake error blunder folly crime sin miscalculation")
#: What one did, of which "was to" tells what it was.
_DEEDS = word_set("response answer reaction reply act mistake revenge retort")
#: What lies ahead, or is only thought of; "having done" it lies behind.
_AHEAD = frozenset({"intended", "demanded", "wished", "possible"})

#: Verbs over a bare infinitive that was done before somebody's eyes.
_PERCEIVING = frozenset({"see", "hear", "watch", "feel", "notice", "observe", "let", "make", "help", "have"})


def lent(verb: Token, governor: Token) -> Effect:
    """Return what a governing word does to the clause of `verb`, its complement."""
    part = _part(governor)
    lemma = with_particle(governor) if part == "v" else governor.lemma_.lower()
    infinitive = syntax.is_infinitive(verb)
    found = effect(lemma, part, "clause")
    if part == "v" and lemma in {"be", "go", "have"} and infinitive:
        found = of_periphrasis(governor, verb)
    if lemma == "suppose" and infinitive and not any(c.lower_ == "have" for c in verb.children):
        found = Effect("intended")  # "were supposed to leave"; they are supposed to have left
    if lemma == "make" and infinitive and not (syntax.is_passive(governor) or syntax.objects(governor)):
        return Effect("intended")  # "made to draw his pistol"
    if lemma == "use" and governor.tag_ == "VBD" and infinitive:
        found = Effect("asserted" if syntax.is_passive(governor) or syntax.objects(governor) else "generic")
    if lemma == "be" and infinitive and was_folly(governor):
        return Effect()
    if lemma == "be":
        found = of_cleft(governor) or (found if infinitive else None)
    if part == "v" and infinitive and (is_pause(governor) or lemma == "mean"):
        found = Effect("intended")  # "had meant to attack"; what it means that they did is done
    if part == "n":
        found = belied(governor) or found
    if found is None:
        done = not infinitive or is_perfect(verb) or performs(verb, governor) or is_ranked(governor)
        found = Effect() if done else Effect("intended")
    told = (found.modality == "intended" or lemma == "suggest") and verb.dep_ == "ccomp" and is_past(verb)
    if told or (found.modality in _AHEAD and (having(verb) or _was_and_did(governor, verb))):
        return Effect()  # "agreed that the army had shelled the town", "suggest that it shelled it"
    return Effect("demanded") if found.transparent and is_subjunctive(verb, governor) else found


def _part(governor: Token) -> Literal["v", "n", "a"]:
    if governor.pos_ in {"NOUN", "PROPN"}:
        return "n"
    return "a" if governor.pos_ == "ADJ" else "v"


def is_pause(governor: Token) -> bool:
    """Return whether a verb over an infinitive tells what they stopped for: "stopped to talk"."""
    return governor.pos_ == "VERB" and with_particle(governor) in _PAUSING


def is_perfect(verb: Token) -> bool:
    """Return whether an infinitive lies behind what governs it: "the claim to have killed"."""
    return any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)


def having(verb: Token) -> bool:
    """Return whether a gerund tells what has been: "regret having released", "of having been"."""
    return any(c.dep_ in {"aux", "auxpass"} and c.lower_ == "having" for c in verb.children)


def was_done(gerund: Token) -> bool:
    """Return whether a gerund after "speak of" tells what one did or what was done to one, not a plan."""
    return having(gerund) or any(c.dep_ == "auxpass" and c.lower_ == "being" for c in gerund.children)


def _was_and_did(governor: Token, verb: Token) -> bool:
    """Whether an adjective in the past tells what was done: "was able to cross", "were glad to meet"."""
    copula = governor.head
    past = copula.tag_ == "VBD" or any(c.lower_ == "had" for c in copula.children)
    was = past and copula.lemma_ == "be" and governor.dep_ == "acomp"
    bare = not any(c.tag_ == "MD" or c.dep_ in {"neg", "mark"} for c in copula.children)
    return was and bare and governor.lower_ in _WAS_AND_DID and verb.dep_ in {"xcomp", "ccomp"}


def was_folly(copula: Token) -> bool:
    """Return whether "it was a mistake" is said of what was done: "it was a mistake to invade"."""
    bare = copula.tag_ == "VBD" and not any(c.tag_ == "MD" or c.dep_ == "neg" for c in copula.children)
    it = any(c.dep_ in {"nsubj", "expl"} and c.lower_ == "it" for c in copula.children)
    return bare and it and any(c.dep_ == "attr" and c.lemma_ in _FOLLIES for c in copula.children)


def is_denied(governor: Token) -> bool:
    """Return whether a governing word stands under "not", also by the copula before it: "is not ready"."""
    over = [governor]
    if governor.dep_ == "acomp":
        over.append(governor.head)
    return any(c.dep_ == "neg" or c.lower_ in NEGATIONS for one in over for c in one.children)


def of_cleft(copula: Token) -> Effect | None:
    """Return what "What they fear is that …" does to its clause: the effect of the verb in its subject.

    "What they did not do is sign"; "what happened is that they signed".
    """
    if any(c.dep_ == "attr" and c.lemma_ == "time" for c in copula.children):
        return Effect("demanded")  # "it is high time that they left"
    inner = next((c for c in copula.children if c.dep_ == "csubj"), None)
    if inner is None:
        return None
    if inner.lemma_ not in {"do", "happen", "occur"}:
        return effect(with_particle(inner), "v", "clause")
    denied = any(c.dep_ == "neg" for c in inner.children)
    modals = [AUXILIARIES[c.lower_] for c in inner.children if c.lower_ in AUXILIARIES]
    return Effect(modals[0].modality if modals else "asserted", "negated" if denied else "affirmed")


def is_subjunctive(verb: Token, governor: Token) -> bool:
    """Return whether a base form stands over a subject that would want an "s": "insists that it pull out"."""
    if verb.tag_ not in {"VB", "VBP"} or governor.pos_ != "VERB" or verb.dep_ != "ccomp":
        return False
    if governor.lemma_ in _PERCEIVING:
        return False  # "saw the army burn the shops"
    helped = any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return not helped and any(c.dep_ == "nsubj" and c.tag_ in {"NN", "NNP"} for c in verb.children)


def _is_deed(copula: Token) -> bool:
    """Whether the subject of a "was to" is itself what somebody did."""
    denied = any(c.dep_ in {"neg", "aux"} for c in copula.children)
    return not denied and any(c.dep_ == "nsubj" and c.lemma_ in _DEEDS for c in copula.children)


def of_periphrasis(governor: Token, verb: Token) -> Effect:
    """Return what "be to", "go to" and "have to" do: "is to meet" lies ahead, "had to flee" happened.

    What "was to have been" was not.
    """
    if governor.lemma_ == "have":
        return Effect() if governor.tag_ == "VBD" else Effect("demanded")
    if governor.lemma_ == "be" and governor.tag_ == "VBD" and _is_deed(governor):
        return Effect()  # "their answer was to shell the port"
    undone = governor.tag_ == "VBD" and is_perfect(verb)
    return Effect("intended", "negated" if governor.lemma_ == "be" and undone else "affirmed")


def undoes(verb: Token) -> bool:
    """Return whether a verb with its particle says that what follows was not done: "put off calling"."""
    return any(c.dep_ == "prt" for c in verb.children) and keeps_from(verb)


def keeps_from(verb: Token) -> bool:
    """Return whether a verb says that what follows was not done: "the snow stopped them attacking"."""
    found = effect(with_particle(verb), "v", "clause") if verb.pos_ == "VERB" else None
    return found is not None and found.polarity == "negated"
