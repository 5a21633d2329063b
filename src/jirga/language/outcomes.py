"""What an attack led to, hung where it is told of: "left three policemen killed", "which killed nine".

The parser reads "left three dead" as a state of the three, but takes a participle there for a clause of its
own, whose subject they are; it hangs "the blast in Quetta, which killed nine" on the town, and what follows
"police said" on the police.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jirga.lexicon.cues import verb_cues, word_set
from jirga.lexicon.events import event_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Participles of what befalls people.
_BEFALLEN = word_set("killed martyred slain murdered wounded injured hurt maimed")
#: How the parser hangs such a participle on "left"; on its noun it is an "acl".
_CLAUSES = frozenset({"xcomp", "advcl", "ccomp"})
#: What makes a participle a verb of its own.
_FINITE = frozenset({"aux", "auxpass", "dobj", "agent", "mark", "advmod"})
#: Verbs of which a deed is the subject, and a place or a building is not.
_OF_DEEDS = word_set("kill wound injure maim leave destroy damage claim come occur happen follow last")
#: What leads from a deed to where, or to what, it was done.
_DONE_AT = word_set("in at near on inside outside against of")
#: Verbs that tell what a deed did to people and things.
_HARMING = word_set("kill wound injure maim destroy damage leave martyr")
_DEED_TYPES = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def rehang_outcomes(doc: Doc) -> None:
    """Hang clauses that tell what a deed led to on its own words; changes `doc` in place."""
    _rehang_states(doc)
    for token in doc:
        told = _told_before(token)
        if told is not None:
            token.head = told  # "the blast hit a bus, police said, killing nine"
        if token.tag_ == "VBG" and token.dep_ == "advcl" and token.lemma_ in _HARMING:
            meanwhile = token.head
            if meanwhile.dep_ == "advcl" and _is_meanwhile(meanwhile) and not _harms(meanwhile, "v"):
                token.head = meanwhile.head  # "a bomb exploded as a convoy passed, killing nine"
        if token.dep_ == "relcl" and token.lemma_ in _OF_DEEDS and _of_which(token):
            deed = _deed_at(token.head)
            if deed is not None:
                token.head = deed


def _told_before(participle: Token) -> Token | None:
    """Return the deed reported before an inserted "police said", of which a harm behind that tells.

    The parser hangs the harm on who speaks; speakers add, cite and refer, but hurt nobody by it.
    """
    said = participle.head
    if participle.tag_ != "VBG" or participle.dep_ != "advcl" or not said.i < participle.i:
        return None
    if not (participle.lemma_ in _HARMING or _harms(participle, "v")) or participle.nbor(-1).lower_ != ",":
        return None
    if not verb_cues(said.lemma_.lower()):
        return None
    if said.dep_ == "parataxis" and said.head.i < said.i:
        return said.head
    return next((c for c in said.children if c.dep_ == "ccomp" and c.i < said.i), None)


def is_outcome(word: Token) -> bool:
    """Return whether a word before a noun says what its verb made of it: "shot dead four men"."""
    return word.lower_ == "dead" and word.i > 0 and word.nbor(-1).lemma_ in {"shoot", "strike"}


def _of_which(verb: Token) -> bool:
    within = (g for c in verb.children if c.lower_ in {"in", "during"} for g in c.children)
    return any(c.dep_ in {"nsubj", "pobj"} and c.tag_ == "WDT" for c in (*verb.children, *within))


def _deed_at(place: Token) -> Token | None:
    """Return the noun of the deed that was done at a place or to a thing, None where none is told of."""
    noun = place
    while noun.dep_ == "pobj" and noun.head.lower_ in _DONE_AT:
        noun = noun.head.head
        if noun.pos_ == "NOUN" and _harms(noun, "n"):
            return noun
    return None


def _harms(word: Token, part: Literal["v", "n"]) -> bool:
    return any(sense.type in _DEED_TYPES for sense in event_lexicon().senses(word.lemma_.lower(), part))


def _is_meanwhile(clause: Token) -> bool:
    return any(c.lower_ in {"as", "when", "while"} for c in clause.children)


def _rehang_states(doc: Doc) -> None:
    """Hang a participle after "left" and its noun on "left" as a state."""
    for token in doc:
        if token.lower_ not in _BEFALLEN or any(c.dep_ in _FINITE for c in token.children):
            continue
        noun = _left(token)
        if noun is None:
            continue
        verb = noun.head if token.dep_ == "acl" else token.head
        noun.head, noun.dep_ = verb, "dobj"
        token.head, token.dep_ = verb, "oprd"


def _left(participle: Token) -> Token | None:
    """Return the noun of whom "left" says that they were in such a state, None where it says so of none."""
    over = participle.head
    if participle.dep_ == "acl":
        return over if over.dep_ == "dobj" and _leaves(over.head, over) else None
    own = next((c for c in participle.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    taken = own or next((c for c in over.children if c.dep_ == "dobj"), None)
    if participle.dep_ not in _CLAUSES or taken is None or taken.i > participle.i:
        return None
    return taken if _leaves(over, taken) else None


def _leaves(verb: Token, noun: Token) -> bool:
    return verb.lemma_ == "leave" and verb.pos_ == "VERB" and verb.i < noun.i
