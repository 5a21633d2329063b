"""What the rules know for sure of who speaks, against which the learned model has no say.

"Police said he fled", "he fled, as police say", "he reportedly fled", "according to police he fled": whose
cue has the clause for its content, says it. That nobody does is left to the model where a noun within the
content may be the author's own ("police condemned the killing of two men").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jirga.coding.claims import denied_claim
from jirga.coding.clauses import is_past, passive, performed
from jirga.coding.contents import readings
from jirga.coding.inserted import is_inserted
from jirga.coding.negation import NEGATIONS, NOBODY
from jirga.coding.sources import speaks
from jirga.lexicon.cues import AFFIRMING
from jirga.lexicon.cues import cue as cue_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.coding.attribution import Attribution
    from jirga.language import Analysis
    from jirga.model import Speaker

#: Kinds of attribution whose cue leaves no doubt that it is of this clause.
_SURE = frozenset({"according", "adverb", "label", "indirect"})
#: Classes of cues that tell what was, where others weigh what may be ("is considering leaving").
_TELLING = AFFIRMING | {"deny"}
#: Words that deny wherever they stand in a clause: "agreed to nothing", "at no hour looted".
_NAUGHT = NEGATIONS | NOBODY | {"nothing", "none", "nowhere"}
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
    if one.cue_head is None or event.pos_ not in _VERBS or not _alike(event, top):
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
    if verb.dep_ == "pcomp" and verb.head.head == cue:  # "boast of capturing"
        return any(r.kind in _TELLING and verb.head.lower_ in r.frames for r in readings(cue))
    if verb.head == cue and verb.dep_ == "xcomp":  # "admitted killing", "is said to have fled"
        return passive(cue) or any(one.kind in _TELLING and "ing" in one.frames for one in readings(cue))
    if verb.head == cue:
        return verb.dep_ == "ccomp"
    as_ = any(c.dep_ == "mark" and c.lower_ == "as" for c in cue.children)
    return cue.head == verb and (cue.dep_ in {"parataxis", "ccomp"} or (cue.dep_ == "advcl" and as_))


def is_plainly_reported(verb: Token) -> bool:
    """Return whether a verb tells what somebody plainly says was: "says they fled", "boast of fleeing".

    No cue and no verb over it denies, doubts, asks or leaves unsaid.
    """
    top = verb
    while top.dep_ == "conj" and top.head.pos_ in _VERBS and _alike(top, top.head):
        top = top.head
    gerund = top.tag_ == "VBG" or any(c.tag_ == "VBG" for c in top.children if c.dep_ == "aux")
    told = is_past(top) or (gerund and top.dep_ == "pcomp")
    if not told or _is_inverted(top) or any(t.lower_ in _NAUGHT for t in verb.subtree):
        return False
    if _is_view(top) or _is_held(top):
        return True
    cue = _cue_over(top)
    if cue is None or not _is_plain(cue, views=cue.dep_ == "advcl"):
        return False
    if cue.dep_ == "relcl":  # "carried a statement that said"
        return all(performed(t) and not denied_claim(t) for t in cue.ancestors if t.pos_ == "VERB")
    return cue.dep_ in {"ROOT", "conj"} or cue.head == top or is_plainly_reported(cue)


def _is_inverted(verb: Token) -> bool:
    """Whether a clause begins with its verb and so sets a condition: "Had the army, as it says, fired"."""
    first = verb.left_edge
    return first.lower_ in {"had", "were", "should"} and (first == verb or first.head == verb)


def _is_held(verb: Token) -> bool:
    """Whether a clause is what somebody named claims: "no proof of the army's claim that it shot them"."""
    noun = verb.head
    found = cue_of("noun", noun.lemma_.lower()) if verb.dep_ in {"acl", "ccomp"} else None
    owned = any(c.dep_ == "poss" for c in noun.children)
    return found is not None and found.kind in AFFIRMING and owned and not denied_claim(noun.head)


def _is_view(verb: Token) -> bool:
    """Whether a clause is what somebody's account or view is: "the families' view is that police fired"."""
    over = verb.head
    what = next((c for c in over.children if c.dep_ == "nsubj"), None) if verb.dep_ == "ccomp" else None
    named = cue_of("noun", what.lemma_.lower()) if what is not None and over.lemma_ == "be" else None
    plain = named is not None and named.kind in AFFIRMING | {"believe"}
    return plain and over.dep_ == "ROOT" and not any(c.dep_ in {"neg", "aux"} for c in over.children)


def _alike(verb: Token, other: Token) -> bool:
    return verb.tag_ == other.tag_ or (verb.tag_ in _FINITE and other.tag_ in _FINITE)


def _cue_over(verb: Token) -> Token | None:
    """The verb that has a verb for its content, as a clause, a gerund ("boast of") or set into it."""
    if verb.dep_ == "ccomp" and verb.head.pos_ == "VERB":
        return verb.head
    if verb.dep_ == "pcomp" and verb.head.lower_ in {"of", "about"} and verb.head.head.pos_ == "VERB":
        return verb.head.head
    set_in = (c for c in verb.children if c.dep_ in {"parataxis", "ccomp", "advcl"} and is_inserted(c))
    return next(set_in, None)


def _is_plain(cue: Token, *, views: bool) -> bool:
    """Whether a cue was uttered, and says, confirms or claims; with `views` ("as she sees it") believes."""
    kinds = {one.kind for one in readings(cue)}
    questioned = cue.sent.text.rstrip().endswith("?") or any(t.lower_ in {"may", "might"} for t in cue.sent)
    plainly = AFFIRMING | {"believe"} if views else AFFIRMING
    return bool(kinds & plainly) and not kinds & {"question", "doubt"} and performed(cue) and not questioned
