"""Who calls a participant what it is called: "killed what the ISPR calls five terrorists".

That somebody was killed is the text's; that it was terrorists is only theirs who call them so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding.clauses import performed, subject_of
from jirga.coding.reported import cue_span
from jirga.coding.roles import Roles
from jirga.coding.sources import speaker
from jirga.lexicon.cues import verb_cues, word_set
from jirga.model import Participant, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from jirga.language import Analysis

#: Verbs that say what "what" is: alone or with "as".
_CALLING = word_set("call term dub label brand describe identify regard consider deem designate denounce")


def called(analysis: Analysis, roles: Roles) -> Roles:
    """Return roles whose participants have for their speaker who calls them so, if anybody does."""
    actor, recipient = (
        tuple(_by_caller(analysis, one) for one in side) for side in (roles.actor, roles.recipient)
    )
    return Roles(actor, recipient)


def _by_caller(analysis: Analysis, party: Participant) -> Participant:
    words = analysis.doc.char_span(party.mention.start, party.mention.end, alignment_mode="expand")
    verb = _calling(words.root) if words is not None and not party.said_by else None
    who = subject_of(verb) if verb is not None else None
    if verb is None or who is None:
        return party
    cue = Span.of(analysis.document.text, *cue_span(verb))
    return replace(party, said_by=(speaker(analysis, who, cue, party.mention, at=verb),))


def _calling(name: Token) -> Token | None:
    """The verb by which somebody calls "what" stands before it by a name: "what they described as rebels"."""
    over = name.head
    if over.dep_ == "prep" and over.lower_ == "as":
        over = over.head
    if over.lemma_ == "be" and name.dep_ == "attr" and over.dep_ == "ccomp":
        said = any(c.lower_ == "what" for c in over.children) and over.head
        return said if said and verb_cues(said.lemma_.lower()) and performed(said) else None
    if over.pos_ != "VERB" or over.lemma_.lower() not in _CALLING or over.i > name.i:
        return None
    bare = any(c.lower_ == "what" and c.i < over.i for c in over.children)
    return over if bare and performed(over) else None
