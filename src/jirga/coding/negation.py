"""Whether a clause's own words deny it: not, never, no one, not once, nor did, in no case, far from."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATIONS = frozenset({"not", "n't", "n’t", "nt", "never", "hardly", "neither", "nor", "nowhere"})
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
    nonsense invention groundless unfounded rumour fake slander absurd ridiculous ludicrous preposterous
    laughable bogus fictitious erroneous incorrect disinformation misinformation hogwash rubbish libel
    calumny concocted delusional
    """
)
#: What a deed is said to be that was none: "the shooting was a firework".
_NO_DEEDS = word_set(
    "drill stunt prank rehearsal firework fireworks wedding film movie thunder mirage dream trick"
)
#: Verbs of calling something what one holds it to be.
_NAMING = word_set("call brand label term dub deem pronounce find")
#: How one tells what is not so.
_WRONGLY = word_set(
    """
    falsely wrongly mistakenly erroneously incorrectly untruthfully wrongfully fraudulently prematurely
    mendaciously inaccurately
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
    if verb.tag_ in {"VBN", "VBG"} and verb.dep_ in {"acl", "advcl"} and _follows_not(verb):
        return True
    return any(
        c.dep_ == "advcl"
        and c.lemma_ in {"do", "have", "be"}
        and c.i < verb.i
        and any(n.dep_ == "neg" and n.i == c.i + 1 and n.nbor(1).text == "," for n in c.children)
        for c in verb.children
    )


def _follows_not(verb: Token) -> bool:
    """Whether between commas words are set in after "was not": "was not, the inquest found, killed"."""
    if verb.i < 4 or verb.nbor(-1).text != ",":
        return False
    before = list(verb.doc[max(verb.sent.start, verb.i - 10) : verb.i - 1])
    at = next((i for i in range(len(before) - 1, 1, -1) if before[i].text == ","), 0)
    return at > 1 and before[at - 1].lower_ in {"not", "never"} and before[at - 2].pos_ == "AUX"


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
        if any(c.dep_ == "neg" for c in verb.children):
            return False  # "the massacre was not a hoax", "was no hoax"
        after = [c for c in verb.children if c.i > noun.i and not is_nobody(c)]
        return any(map(_says_false, after)) or (verb.lemma_ == "be" and any(map(_is_no_deed, after)))
    if noun.dep_ in {"dobj", "ccomp", "oprd"}:
        last = verb.sent[-2:-1] if verb.lemma_ in _NAMING else ()  # "called claims that they fled absurd"
        named = any(t.lower_ in _FALSE and t.i > noun.i for t in last)
        beside = {"prep", "oprd", "attr", "acomp"}
        return named or any(_says_false(c) for c in verb.children if c.dep_ in beside)
    if noun.dep_ == "pobj" and noun.head.lower_ in {"in", "to"}:  # "no truth in talk that …"
        governor = noun.head.head
        return governor.lemma_ in {"truth", "substance"} and is_nobody(governor)
    return False


def is_not_false(noun: Token) -> bool:
    """Return whether it is denied that a thing was untrue: "the massacre was not a hoax"."""
    verb = noun.head
    denied = noun.dep_ == "nsubj" and verb.lemma_ == "be" and any(c.dep_ == "neg" for c in verb.children)
    return denied and any(map(_says_false, verb.children))


def _is_no_deed(child: Token) -> bool:
    return child.dep_ == "attr" and child.lemma_.lower() in _NO_DEEDS


def _says_false(child: Token) -> bool:
    if child.dep_ not in {"acomp", "attr", "oprd", "xcomp", "prep", "prt"}:
        return False
    return any(t.lower_ in _FALSE for t in child.subtree if abs(t.i - child.i) < 5)


def is_told_wrongly(telling: Token) -> bool:
    """Return whether a word of telling is said to tell what is not so: "falsely claimed", "told in error"."""
    return any(
        (c.dep_ == "advmod" and c.lower_ in _WRONGLY)
        or (c.dep_ == "prep" and any(o.lower_ in {"error", "mistake"} for o in c.children))
        for c in telling.children
    )
