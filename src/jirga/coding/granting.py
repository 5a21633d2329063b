"""What is told as a fact though something is denied, hidden or said around it.

"Could not ignore that …" and "made no secret of having …" take the complement for granted: nothing that
becomes of the verb reaches it (the factives of Kiparsky and Kiparsky 1970). "Nobody can deny that …" denies
the denial. "That they killed forty is set down in the logbook" tells the killing, unless its predicate doubts
it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding.negation import NEGATIONS, SUBJECTS, is_called_false, is_nobody
from jirga.coding.nominals import with_particle
from jirga.lexicon.embedding import Effect, effect

if TYPE_CHECKING:
    from spacy.tokens import Token

#: A verb of one's own judgement; to deny these is to grant what they are about, whoever is meant.
_DISPUTING = frozenset({"deny", "dispute", "doubt", "contest", "question", "gainsay", "refute", "disprove"})
_DOUBTS = frozenset({"doubt", "question", "dispute", "denying", "denial"})
#: What is not known of a deed that is, and the verbs that leave it so.
_OPEN_WORDS = frozenset({"how", "when", "where", "who", "why"})
_KNOWING = frozenset({"know", "say", "reveal", "disclose", "explain", "determine", "establish", "clarify"})


def is_granted(clause: Token, governor: Token) -> bool:
    """Return whether a clause with a tense, or a gerund, stands whatever is denied of its governor."""
    if not (is_tensed(clause) or _is_gerund(clause)):
        return False
    if governor.pos_ == "NOUN":
        found = effect(governor.lemma_.lower(), "n", "clause")
    else:
        lemma = with_particle(governor)
        found = effect(f"{lemma}_that", "v", "clause") or effect(lemma, "v", "clause")
    return (found is not None and found.granted) or _beyond_dispute(governor)


def stands_granted(word: Token) -> bool:
    """Return whether a clause's verb hangs on words that take it for granted, or deny that it is denied."""
    head = word.head
    if word.dep_ == "acl":  # "there is little doubt that …", "it is beyond question that …"
        return is_tensed(word) and is_beyond_doubt(head)
    if word.dep_ == "pcomp" and head.head.lemma_ == "question":
        return False  # "there is no question of releasing them": they will not
    if word.dep_ == "pcomp":
        known = head.lower_ in {"of", "about"} and is_granted(word, head.head)
        return known or _how_it_was(word, head.head)
    if word.dep_ == "xcomp":  # "regrets having freed them"
        return _is_gerund(word) and is_granted(word, head)
    settled = is_granted(word, head) or _how_it_was(word, head) or (is_tensed(word) and _is_beyond(head))
    return word.dep_ == "ccomp" and settled


def _is_beyond(verb: Token) -> bool:
    """Whether what is said to be is beyond doubt: "it is beyond dispute that …"."""
    return any(is_beyond_doubt(t) for c in verb.children if c.lower_ == "beyond" for t in c.children)


def _how_it_was(clause: Token, governor: Token) -> bool:
    """Whether it is only not known how or by whom it was done: "nobody knows how many were killed"."""
    asking = clause.left_edge.lower_ in _OPEN_WORDS and is_tensed(clause)
    if asking and clause.left_edge.lower_ == "why":
        return True  # "asked why they had fired"
    return asking and governor.lemma_ in _KNOWING


def is_beyond_doubt(doubt: Token) -> bool:
    """Return whether a noun of doubt stands under "no", "little" or "beyond"."""
    if doubt.lemma_.lower() not in _DOUBTS:
        return False
    none = is_nobody(doubt) or any(c.lower_ in {"little", "scant"} for c in doubt.children)
    return none or (doubt.dep_ == "pobj" and doubt.head.lower_ in {"beyond", "without"})


def is_tensed(clause: Token) -> bool:
    """Return whether a clause has a past of its own: "that they killed", "that they have", "that it was"."""
    if clause.tag_ == "VBD":
        return True
    helpers = [c for c in clause.children if c.dep_ in {"aux", "auxpass"}]
    return any(c.tag_ in {"VBD", "VBZ", "VBP"} for c in helpers) and not any(c.tag_ == "MD" for c in helpers)


def _is_gerund(clause: Token) -> bool:
    """ "releasing", "having released"."""
    return clause.tag_ == "VBG" or any(c.dep_ == "aux" and c.tag_ == "VBG" for c in clause.children)


def _beyond_dispute(verb: Token) -> bool:
    """Whether nobody disputes a thing: "no one denies", "it cannot be denied", "there is no denying"."""
    if verb.lemma_.lower() not in _DISPUTING:
        return False
    nobody = any(c.dep_ in SUBJECTS and is_nobody(c) for c in verb.children)
    nobody = nobody or any(c.dep_ == "det" and c.lower_ == "no" for c in verb.children)
    empty = any(c.dep_ in SUBJECTS and c.lower_ in {"it", "there"} for c in verb.children)
    return nobody or (empty and any(c.dep_ == "neg" or c.lower_ in NEGATIONS for c in verb.children))


def of_subject(clause: Token, predicate: Token) -> Effect:
    """Return what the predicate over a clause that is its subject makes of it.

    A gerund or an infinitive tells what is so in general ("releasing them emboldens the others").
    """
    if is_called_false(clause):
        return Effect(polarity="negated")
    that = clause.left_edge.lower_ == "that"
    if not (that and is_tensed(clause)):
        return Effect("generic")
    found = next((e for e in _judgements(predicate) if not e.transparent), None)
    return found or Effect()


#: What one calls a thing told that nobody has shown to be so.
_UNPROVEN = frozenset({"unproven", "unproved", "unverified", "unsubstantiated", "debatable", "moot"})


def _is_open(child: Token) -> bool:
    """Whether a predicate leaves open whether it is so: "is far from proven", "is anyone's guess"."""
    if child.lower_ == "far":
        return any(c.dep_ == "prep" and c.lower_ == "from" for c in child.children)
    guess = child.lemma_ == "guess" and any(c.lower_ in {"anyone", "anybody"} for c in child.children)
    disputed = child.lower_ in {"in", "open"} and any(
        t.lemma_ in {"doubt", "dispute", "question"} for t in child.subtree
    )
    return guess or disputed or child.lower_ in _UNPROVEN


def _judgements(predicate: Token) -> list[Effect]:
    """What the predicate's words do to a clause: "is doubtful", "is denied", "is no secret"."""
    denied = any(c.dep_ == "neg" for c in predicate.children)
    if not denied and any(map(_is_open, predicate.children)):
        return [Effect("possible", "unknown")]
    judged = [
        effect(c.lemma_.lower(), "a" if c.pos_ == "ADJ" else "n", "clause")
        for c in predicate.children
        if c.dep_ in {"acomp", "attr", "oprd"} and not is_nobody(c)
    ]
    if predicate.pos_ == "VERB" and not any(c.dep_ == "neg" for c in predicate.children):
        judged.append(effect(with_particle(predicate), "v", "clause"))
    return [e for e in judged if e is not None]
