"""Who a doer is only held to be: "suspected rebels", "gunmen presumed to be members of the ELN".

That the deed was done is told without doubt, and so is that somebody did it. What is in doubt is who he is:
that doubt is the participant's own, not the event's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding.slots import participant_of
from jirga.lexicon.cues import word_set
from jirga.lexicon.embedding import effect
from jirga.model import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis, Mention
    from jirga.model import Certainty

#: Adverbs in front of what somebody is called: "the gunmen, presumably members of the ELN".
_PROBABLY = word_set("presumably apparently probably seemingly evidently")
_POSSIBLY = word_set("possibly allegedly supposedly purportedly perhaps maybe")
#: What one is held to be: "presumed to be", "thought to belong to", "said to be from".
_HELD = word_set("presume believe think suspect suppose consider assume")
_SAID = word_set("say allege report")
_BODIES = frozenset({"group", "party", "organisation", "force", "government"})


def presumed(analysis: Analysis, doers: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return the doers, each with the certainty of who he is, and the bodies that they are held to be of."""
    found: list[Participant] = []
    known = {one.entity for one in doers if one.entity}
    for one in doers:
        head = _head(analysis, one)
        if head is None or one.certainty != "unstated":
            found.append(one)
            continue
        found.append(replace(one, certainty=_called(head)))
        for body in _held_to_be(analysis, head):
            if body.entity is not None and body.entity not in known:
                known.add(body.entity)
                found.append(body)
    return tuple(found)


def _head(analysis: Analysis, one: Participant) -> Token | None:
    span = analysis.doc.char_span(one.mention.start, one.mention.end, alignment_mode="expand")
    return span.root if span is not None else None


def _called(head: Token) -> Certainty:
    """Return how sure it is that somebody is what he is called; "presumably members of the ELN" too."""
    if head.dep_ == "pobj" and head.head.lower_ == "of":
        return _called(head.head.head)
    before = head.doc[head.left_edge.i - 1 : head.left_edge.i]
    words = [*before, *(c for c in head.children if c.dep_ in {"amod", "advmod"} and c.i < head.i)]
    for word in words:
        if word.lower_ in _PROBABLY:
            return "probable"
        if word.lower_ in _POSSIBLY:
            return "possible"
        found = effect(word.lower_, "a", "noun") if word.dep_ == "amod" else None
        if found is not None and found.modality == "possible":
            return found.certainty
    return "unstated"


def _held_to_be(analysis: Analysis, head: Token) -> Iterator[Participant]:
    """Yield the bodies that somebody is held to belong to, in a participle right after his name.

    By its place, for parsers take such a participle for the sentence's verb: "gunmen believed to be rebels
    killed two". Nobody believes to do anything.
    """
    held, to, verb = ((*head.doc[head.i + 1 : head.i + 4], None, None, None))[:3]
    if held is None or to is None or verb is None or to.lower_ != "to":
        return
    lemma = held.lemma_.lower()
    if held.tag_ in {"VBN", "VBD"} and lemma in _HELD | _SAID:
        for body in _bodies(analysis, verb):
            made = participant_of(analysis.document.text, body)
            yield replace(made, certainty="probable" if lemma in _HELD else "possible")


def _bodies(analysis: Analysis, verb: Token) -> Iterator[Mention]:
    """Yield the organisations named in what somebody is held to be; one denied ("not of the ELN") is none."""
    if any(c.dep_ == "neg" for c in verb.children):
        return
    for token in verb.subtree:
        mention = analysis.mention_at(token.i)
        named = mention is not None and mention.head == token.i and mention.entity is not None
        if mention is not None and named and mention.entity_kind in _BODIES:
            yield mention
