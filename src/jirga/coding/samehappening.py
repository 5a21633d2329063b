"""Which words tell of the same happening as an event's word: "died when shells hit …", "…, killing six"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.coding.placelinks import PATIENTS
from jirga.lexicon.cues import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Clauses that tell of the same happening: "were killed when shells hit a market in Kano".
_SAME = word_set("when as while where in")
#: Nouns of what kills or hurts, which a clause may tell more of: "a blast in Kano that killed nine".
_ATTACKS = word_set(
    """
    attack blast explosion bombing shooting raid strike airstrike assault ambush clash fighting
    battle offensive operation protest demonstration rally riot violence shelling incident massacre
    """
)
#: Verbs that only say how far the deed below them has gone.
_ASPECTS = word_set(
    "launch mount begin start continue try attempt manage proceed resume stop cease seek threaten"
)
#: Verbs of what befalls people, told one beside the other of one happening.
_HARM = word_set("kill wound injure hurt die shoot arrest detain abduct kidnap capture burn destroy damage")


def same_happening(event: Token) -> Iterator[Token]:
    """Yield the words beside the event that tell of the same happening, nearest first, two steps far."""
    near = list(_beside(event))
    yield from near
    for one in near:
        yield from (other for other in _beside(one) if other.i != event.i)
    if event.i == event.sent.root.i:
        yield event


def _beside(event: Token) -> Iterator[Token]:
    """Yield what tells of the same: "died when shells hit …", "…, killing six", "a blast that killed six"."""
    if event.dep_ == "advcl" and _tells_the_same(event):
        yield event.head
    yield from (child for child in event.children if child.dep_ == "advcl" and _tells_the_same(child))
    if event.lemma_ in _ASPECTS:
        objects = [child for child in event.children if child.dep_ in PATIENTS]
        below = [child for one in [event, *objects] for child in one.children]
        yield from (child for child in below if child.dep_ in {"xcomp", "acl"})
    for child in event.children:
        if child.dep_ == "prep" and child.lower_ == "by":
            yield from (one for one in child.children if one.dep_ == "pcomp")
    if event.dep_ == "conj":
        yield event.sent.root
    if event.dep_ in {"relcl", "acl"} and event.head.pos_ == "NOUN" and event.head.lemma_ in _ATTACKS:
        yield event.head
    if event.lemma_ in _HARM:
        joined = [event.head, *(child for child in event.children if child.dep_ == "conj")]
        yield from (one for one in joined if one.i != event.i and one.lemma_ in _HARM)


def _tells_the_same(clause: Token) -> bool:
    """Whether an adverbial clause tells of its head's happening: by its mark, or as a bare participle."""
    marks = [c.lower_ for c in clause.lefts if c.dep_ == "mark" or c.tag_ == "WRB"]
    return marks[0] in _SAME if marks else clause.tag_ == "VBG"
