"""Whether a clause's own words deny it: not, never, no one, not once, nor did, in no case, far from."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATIONS = frozenset({"not", "n't", "n’t", "nt", "never", "hardly", "neither", "nor"})
NOBODY = frozenset({"no", "none", "nobody", "nothing", "neither", "no-one"})
#: What the subject of a clause is to its verb, also where it is only "there".
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_NO_ONE = frozenset({"none", "nobody", "no-one", "neither"})
#: Nouns that with "no" before them deny the clause they stand in ("in no case", "at no time").
_CASES = word_set(
    "case time account circumstance circumstances point way means event stage instance condition"
)
#: What a text calls a thing that it holds not to have been.
_FALSE = word_set(
    """
    propaganda lie lies fabrication fabrications hoax myth fiction false untrue baseless invented fantasy
    nonsense invention groundless unfounded rumour fake slander
    """
)


def denials(verb: Token) -> int:
    """Return how often the words of a verb's own clause deny it."""
    helping = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    beside = [c for a in helping for c in a.children if c.dep_ in {"advmod", "prep", "neg"}]
    denied = sum(_denies(child, verb) for child in (*verb.children, *beside))
    return denied + _never_to(verb) + _set_first(verb) + _nor(verb, helping) + _parted(verb)


def _nor(verb: Token, helping: list[Token]) -> bool:
    """Whether a clause is joined to the one before by "nor", which the parse hangs on that: "nor have we"."""
    first = verb.left_edge
    return first in helping and first.i > 0 and first.nbor(-1).lower_ in {"nor", "neither"}


def _parted(verb: Token) -> bool:
    """Whether "did not" stands before words set in, as a clause of its own: "did not, as he says, leave"."""
    return any(
        c.dep_ == "advcl"
        and c.lemma_ in {"do", "have", "be"}
        and c.i < verb.i
        and any(n.dep_ == "neg" and n.i == c.i + 1 and n.nbor(1).text == "," for n in c.children)
        for c in verb.children
    )


def _set_first(verb: Token) -> bool:
    """Whether a verb stands before what denies it: "signed a peace they have not", "freed they were not".

    The parse makes of the auxiliary a clause of its own beside the last noun.
    """
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    last = verb.right_edge
    while last.is_punct and last.i > verb.i:
        last = last.nbor(-1)
    after = last.doc[last.i + 1 : last.i + 2]
    auxiliary = last.head
    bare = auxiliary.lemma_ in {"have", "be", "do"} and auxiliary.i == last.i - 1 and auxiliary.i > verb.i
    subject = any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in auxiliary.lefts)
    return last.lower_ in {"not", "n't", "n’t"} and bare and subject and all(t.is_punct for t in after)


def _never_to(verb: Token) -> bool:
    """Whether what denies an infinitive hangs on the verb over it: "vowed never again to negotiate"."""
    to = next((c for c in verb.children if c.dep_ == "aux" and c.tag_ == "TO"), None)
    if to is None or to.i < 2 or to.nbor(-1).lower_ not in {"again", "never", "ever"}:
        return False
    denying = to.nbor(-1) if to.nbor(-1).lower_ == "never" else to.nbor(-2)
    return denying.lower_ in {"never", "not"} and denying.head != verb


def _denies(child: Token, verb: Token) -> bool:
    low = child.lower_
    if child.dep_ == "neg":
        return not is_merely(child)
    if child.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        return is_nobody(child)
    if child.dep_ == "prep" and any(c.dep_ == "pobj" and _is_no_one(c) for c in child.children):
        return low not in {"for", "with", "by", "of"}  # "fired on no one"; what is done for nobody is done
    if low in {"longer", "more"} and any(c.lower_ == "no" for c in child.children):
        return True
    if child.dep_ in {"advmod", "preconj", "cc", "npadvmod", "prep"}:
        if low in NEGATIONS and (low != "nor" or child.i < verb.i):
            return not is_merely(child)
        return child.i < verb.i and _fronted(child)
    return False


def _is_no_one(noun: Token) -> bool:
    return noun.lower_ in _NO_ONE or (noun.lower_ == "one" and is_nobody(noun))


def _fronted(phrase: Token) -> bool:
    """Whether a phrase before the verb denies it: "not once", "not for an hour", "in no case"."""
    if phrase.dep_ == "prep":
        objects = [c for c in phrase.children if c.dep_ == "pobj"]
        if any(o.lemma_ in _CASES and is_nobody(o) for o in objects):
            return True
    words = [t for t in phrase.subtree if t.lower_ in {"not", "never"} and not is_merely(t)]
    return bool(words) and words[0].i <= phrase.i and phrase.dep_ != "cc"


def is_not_so(marks: Collection[str], copula: Token) -> bool:
    """Return whether a clause with these marks is denied: "it is not so that …", "not as though …"."""
    told = "so" in marks or ("as" in marks and bool({"though", "if"} & set(marks)))
    return told and copula.lemma_ == "be" and any(c.dep_ == "neg" for c in copula.children)


def is_merely(negation: Token) -> bool:
    """Return whether it is "not only", "not without" or "or not": what is told was done all the same."""
    following = negation.doc[negation.i + 1 : negation.i + 2]
    if negation.i and negation.nbor(-1).lower_ == "or":
        return all(t.is_punct for t in following)  # "like it or not, they have met"
    return any(t.lower_ in {"only", "just", "merely", "simply", "alone", "without"} for t in following)


def is_nobody(noun: Token) -> bool:
    """Return whether a noun phrase names none: "no prisoners", "nobody", "not one round"."""
    if noun.lower_ in NOBODY:
        return True
    for child in noun.children:
        if child.dep_ in {"det", "neg"} and child.lower_ in NOBODY:
            return True
        before = child.dep_ in {"nummod", "neg", "preconj", "advmod", "det"} and child.i < noun.i
        if before and child.dep_ == "preconj" and child.lower_ == "neither":
            return True
        if before and any(t.lower_ == "not" and not is_merely(t) for t in child.subtree):
            return True
    return False


def is_called_false(noun: Token) -> bool:
    """Return whether the text calls a thing untrue: "the claim … is baseless", "described as fantasy"."""
    verb = noun.head
    if noun.dep_ == "ROOT":  # a verb after a long clause is sometimes taken for one beside its subject
        return any(_says_false(c) for v in noun.children if v.dep_ == "conj" for c in v.children)
    if noun.dep_ in {"nsubj", "nsubjpass", "csubj"}:
        return any(_says_false(c) for c in verb.children if c.i > noun.i)
    if noun.dep_ in {"dobj", "ccomp", "oprd"}:
        return any(_says_false(c) for c in verb.children if c.dep_ in {"prep", "oprd", "attr", "acomp"})
    if noun.dep_ == "pobj" and noun.head.lower_ in {"in", "to"}:  # "no truth in talk that …"
        governor = noun.head.head
        return governor.lemma_ in {"truth", "substance"} and is_nobody(governor)
    return False


def _says_false(child: Token) -> bool:
    if child.dep_ not in {"acomp", "attr", "oprd", "xcomp", "prep", "prt"}:
        return False
    return any(t.lower_ in _FALSE for t in child.subtree if abs(t.i - child.i) < 5)
