"""What a clause says of a happening that is its subject: that it goes on, or is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs that say of an event noun that it came about, went on or ended ("a ceasefire came into force").
OCCURRING = word_set(
    """
    take occur happen begin start commence continue resume end follow erupt break fail collapse
    stall last go hold be unfold expire succeed intensify escalate persist stop cease open close
    conclude come remain enter ensue rage lapse drag subside spread
    """
)


def is_going_on(verb: Token) -> bool:
    """Return whether a clause says of its subject that it goes on: "talks are under way", "are ongoing"."""
    if verb.lemma_ not in {"be", "get", "remain"}:
        return False
    for child in verb.children:
        if child.lower_ in {"underway", "ongoing", "afoot"} and child.dep_ in {"acomp", "advmod", "attr"}:
            return True
        if child.dep_ == "prep" and any((child.lower_, c.lower_) in _GOING_ON for c in child.children):
            return True
    return False


_GOING_ON = frozenset(
    {("under", "way"), ("in", "progress"), ("in", "place"), ("in", "force"), ("in", "effect")}
)
_COMING_ABOUT = word_set("take occur begin start resume open hold erupt")
_BEGINNING = word_set("begin start take happen open commence occur leave")
#: What one calls a deed nobody answered for.
_UNSETTLED = frozenset({"unsolved", "unpunished", "unexplained", "unclaimed", "unavenged"})
_TELLING = word_set("say tell report announce confirm add write")
_TAKEN = frozenset({"place", "effect", "hold", "shape", "hour", "day", "week", "month", "year", "toll"})
_ENDING = word_set("collapse expire lapse stall end founder conclude break fall run peter")


def is_occurring(verb: Token) -> bool:
    """Return whether a verb says of its subject that it takes place, not what becomes of it.

    "The talks took place", but not "the threat was taken lightly".
    """
    if verb.lemma_ not in OCCURRING:
        return False
    if verb.lemma_ == "remain" and any(c.dep_ in {"acomp", "attr", "oprd"} for c in verb.children):
        return False
    return verb.lemma_ != "take" or any(c.dep_ == "dobj" and c.lemma_ in _TAKEN for c in verb.children)


def took_place(happening: Token, verb: Token) -> bool:
    """Return whether a clause says plainly that a happening, its subject, came about, or is still open."""
    if happening.dep_ == "nsubj" and happening.head == verb and _left_open(verb):
        return True  # "the bombing remains unsolved"
    if happening.dep_ not in {"nsubj", "nsubjpass"} or happening.head != verb or not is_occurring(verb):
        return False
    into = verb.lemma_ == "come" and any(c.lower_ == "into" for c in verb.children)  # "force", "effect"
    comes = verb.lemma_ in _COMING_ABOUT or into
    if not (_is_told(verb) and verb.tag_ in {"VBD", "VBN"} and comes):
        return False
    beside = [
        c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "advcl", "mark", "advmod", "cc"}
    ]
    helping = all(c.lemma_ in {"have", "be"} for c in beside)
    return helping and verb.sent.text.rstrip()[-1:] != "?"


def _is_told(verb: Token) -> bool:
    """Whether a verb is its sentence's, or what somebody plainly said: "there was one, officials said"."""
    if verb.dep_ == "ROOT":
        return True
    over = verb.head
    plain = over.dep_ == "ROOT" and over.tag_ in {"VBD", "VBZ", "VBP"} and over.lemma_ in _TELLING
    return verb.dep_ == "ccomp" and plain and not any(c.dep_ in {"aux", "neg"} for c in over.children)


def _left_open(copula: Token) -> bool:
    return copula.lemma_ in {"be", "remain", "go"} and any(
        c.lower_ in _UNSETTLED and c.dep_ in {"acomp", "oprd", "attr", "advmod"} for c in copula.children
    )


def is_cut_off(happening: Token, verb: Token) -> bool:
    """Return whether a clause tells what kept a happening from beginning: "was halted before it began"."""
    if happening.head != verb or happening.dep_ not in {"nsubjpass", "nsubj", "dobj"}:
        return False
    beginning = [c for c in verb.children if c.dep_ == "advcl" and c.lemma_ in _BEGINNING]
    words = {(w.dep_, w.lower_) for c in beginning for w in c.children}
    return ("mark", "before") in words and bool(words & {("nsubj", "it"), ("nsubj", "they")})


def never_took_place(happening: Token) -> bool:
    """Return whether a main verb that the parse hangs on a relative clause denies a happening.

    "The shelling that the radio announced never took place".
    """
    for clause in happening.children:
        if clause.dep_ == "relcl":
            for over in clause.children:
                bare = not any(c.dep_ in {"mark", "nsubj", "aux"} for c in over.children if c.lower_ != "did")
                never = any(c.dep_ == "neg" for c in over.children)
                if over.dep_ in {"xcomp", "ccomp", "conj"} and bare and never and over.lemma_ in OCCURRING:
                    return happening.dep_ == "ROOT"
    return False


def is_over(happening: Token, verb: Token) -> bool:
    """Return whether a finite verb says of a happening, its subject, that it came to an end.

    "The truce collapsed", "talks have broken down": what ends has been.
    """
    told = happening.dep_ in {"nsubj", "nsubjpass"} and happening.head == verb and verb.lemma_ in _ENDING
    return told and verb.tag_ in {"VBD", "VBN"}
