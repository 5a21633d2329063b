"""Reports set into what they report: "the talks, officials said, failed", "the truce holds, as they say"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.coding.clauses import lemma_of, passive, subject_of
from jirga.lexicon.cues import verb_cues, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs of reporting in a passive with an infinitive ("is said to have fled"); the rest need a that-clause.
RAISING = word_set(
    "say believe report think allege understand suspect know presume claim estimate expect fear"
)
#: Verbs of advice, after which "as" tells that others want what the author asks or weighs, not that it is so.
_ADVISING = word_set("urge advise demand recommend propose ask request want")
#: Verbs whose object is whom they speak to.
ADDRESSING = word_set("tell inform assure remind warn advise notify brief convince persuade promise")


def is_inserted(verb: Token) -> bool:
    """Return whether the verb is a parenthesis in its own content ("the talks, officials said, failed")."""
    if any(c.dep_ == "nsubj" and c.lower_ == "you" for c in verb.children):
        return False  # "you know", "you see": nobody's
    if verb.dep_ in {"parataxis", "ccomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        return (
            any(c.dep_ == "nsubj" for c in verb.children)
            and (verb.i > verb.head.i or verb.dep_ == "parataxis")
            and _set_off(verb)
        )
    if verb.dep_ == "advcl" and lemma_of(verb) not in _ADVISING:
        taken = {"ccomp", "xcomp"} if lemma_of(verb) in ADDRESSING else {"dobj", "ccomp", "xcomp"}
        if any(c.dep_ in taken and c.lower_ != "it" for c in verb.children):
            return False
        if any(
            c.dep_ == "prep" and c.lower_ in r.frames
            for r in verb_cues(lemma_of(verb))
            for c in verb.children
        ):
            return False  # "in the same breath as they called for talks"
        hollow = passive(verb) and subject_of(verb) is None and verb.lemma_ not in RAISING  # "as shown above"
        return not hollow and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    return False


def only_advises(who: Token) -> bool:
    """Return whether somebody is only said to want what the author weighs: "if they yield, as he urges"."""
    verb = who.head
    led = any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    return who.dep_ == "nsubj" and verb.dep_ == "advcl" and led and lemma_of(verb) in _ADVISING


def _set_off(verb: Token) -> bool:
    edges = [verb.left_edge, *(c.left_edge for c in verb.children if c.dep_ == "nsubj")]
    return any(edge.is_punct or (edge.i > 0 and edge.nbor(-1).is_punct) for edge in edges)


def parted(verb: Token) -> set[int]:
    """Return what a report parts into a subject before it and a verb that the parse joined to its own.

    "Rebels, the governor told the radio, took the town": of two subjects the second speaks. Empty for any
    other verb.
    """
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if verb.dep_ == "relcl" and len(subjects) == 2 and subjects[0].tag_ in {"WP", "WDT"}:
        return _of_relative(verb, subjects[0])
    rest = next((c for c in verb.children if c.dep_ == "conj" and c.i > verb.i), None)
    speaking = speaking_beside(verb)
    if speaking is not None:
        subjects.append(speaking)
    if len(subjects) != 2 or rest is None:
        return set()
    set_off = subjects[1].left_edge.nbor(-1).text == "," and rest.left_edge.nbor(-1).text == ","
    bare = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in rest.children)
    joined = any(c.dep_ == "cc" and verb.i < c.i < rest.i for c in verb.children)
    if not set_off or not bare or joined:
        return set()
    told = {t.i for one in (subjects[0], rest) for t in one.subtree}
    return told - {t.i for t in subjects[1].subtree}


def speaking_beside(verb: Token) -> Token | None:
    """Return who speaks where the parse has them in apposition to whom they speak of; else None.

    "Bandits, the mayor told the radio, took the mill": no comma parts the mayor from the verb.
    """
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if len(subjects) != 1:
        return None
    beside = next((c for c in subjects[0].children if c.dep_ == "appos" and c.i > subjects[0].i), None)
    if beside is None or beside.left_edge.nbor(-1).text != ",":
        return None
    joined = beside.right_edge.i + 1 == verb.i and not verb.nbor(-1).is_punct
    return beside if joined else None


def _of_relative(verb: Token, relative: Token) -> set[int]:
    """What is said of a relative pronoun: "the general, who analysts say ordered the strike"."""
    said = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    if said is None or any(c.tag_ == "TO" for c in said.children):
        return set()
    return {relative.i, *(t.i for t in said.subtree)}
