"""What the rules know for sure of who speaks, against which the learned model has no say.

"Police said he fled", "he fled, as police say", "he reportedly fled", "according to police he fled": whose
cue has the clause for its content, says it. That nobody does is left to the model where a noun within the
content may be the author's own ("police condemned the killing of two men").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jirga.coding.clauses import passive
from jirga.coding.contents import readings
from jirga.coding.sources import speaks

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.attribution import Attribution
    from jirga.language import Analysis
    from jirga.model import Speaker

#: Kinds of attribution whose cue leaves no doubt that it is of this clause.
_SURE = frozenset({"according", "adverb", "label", "indirect"})
#: Classes of cues that tell what was, where others weigh what may be ("is considering leaving").
_TELLING = frozenset({"say", "confirm", "claim", "deny"})
_VERBS = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})


def sure_of(
    analysis: Analysis, at: int, chain: Sequence[Speaker], known: Sequence[Attribution]
) -> Attribution | None:
    """Return the attribution by which the nearest of a `chain` surely says the word `at`, None if unsure."""
    over = (one for one in known if one.speaker in chain[:1])
    return next((one for one in over if one.kind in _SURE or _governs(analysis, one, at)), None)


def stands(analysis: Analysis, one: Attribution) -> bool:
    """Return whether no other may take a sure speaker's place: the text names it, or it asks somebody."""
    cue = analysis.doc[one.cue_head] if one.cue_head is not None else None
    asked = cue is not None and cue.lemma_ == "ask"  # who is asked does not ask
    return one.kind not in {"label", "indirect"} and (one.source_head is not None or asked)


def _governs(analysis: Analysis, one: Attribution, at: int) -> bool:
    """Whether an event's verb is the one that a cue has for its content, or is joined to it."""
    top = event = analysis.doc[at]
    while top.dep_ == "conj" and top.head.pos_ in _VERBS:
        top = top.head
    like = top.tag_ == event.tag_ or (top.tag_ in _FINITE and event.tag_ in _FINITE)
    if one.cue_head is None or event.pos_ not in _VERBS or not like:
        return False
    cue = analysis.doc[one.cue_head]
    if one.kind == "noun":
        return _of_noun(cue, top)
    source = analysis.doc[one.source_head] if one.source_head is not None else None
    someone = source is None or source.pos_ in {"PRON", "PROPN"} or speaks(analysis, source)
    return one.kind == "reported" and someone and _of_verb(one, cue, top)


def _of_noun(cue: Token, verb: Token) -> bool:
    """ "The claim that P", "the official line is that P"."""
    beside = verb.head == cue and verb.dep_ in {"acl", "ccomp", "relcl"}
    return beside or (verb.head == cue.head and verb.dep_ == "ccomp")


def _of_verb(one: Attribution, cue: Token, verb: Token) -> bool:
    """ "Police said that P", "P, police said", "as police said, P", "denies the story that P"."""
    if not any("that" in reading.frames for reading in readings(cue)):
        return False
    if one.commitment.polarity == "negated" and verb.head.head == cue:
        return verb.dep_ in {"acl", "relcl", "ccomp"}
    if verb.head == cue and verb.dep_ == "xcomp":  # "admitted killing", "is said to have fled"
        return passive(cue) or any(one.kind in _TELLING and "ing" in one.frames for one in readings(cue))
    if verb.head == cue:
        return verb.dep_ == "ccomp"
    as_ = any(c.dep_ == "mark" and c.lower_ == "as" for c in cue.children)
    return cue.head == verb and (cue.dep_ in {"parataxis", "ccomp"} or (cue.dep_ == "advcl" and as_))
