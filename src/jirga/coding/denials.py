"""Denials of what stands before: "the minister denied it", "he dismissed the allegations".

What is denied is the deed told last before: the pronoun or noun carries a statement of that deed, negated, by
whoever denies. Who denies "any involvement", or "responsibility", denies having done it; so does who denies
"any role in the bombing", which itself stands as it is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from jirga.coding.closing import CHARGES, disputed_name
from jirga.coding.identity import as_of, governing
from jirga.coding.parts import Parts
from jirga.coding.roles import RoleFinder
from jirga.coding.sources import phrase, speaker
from jirga.coding.syntax import prepositions
from jirga.lexicon.events import event_lexicon
from jirga.model import EventCode, Factuality, Participant, Span, Speaker, Statement, When, Where

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs that deny, with what they may have as their object: a pronoun, or a noun for what was said.
_OF_PRONOUNS = frozenset({"deny", "dispute", "refute", "disown", "disclaim"})
_OF_CHARGES = frozenset({"deny", "dismiss", "reject", "refute", "dispute", "rebut", "repudiate", "disown"})
_OF_PARTS = frozenset({"deny", "disclaim", "disown", "reject", "distance"})
PRONOUNS = frozenset({"it", "this", "that"})
_PARTS = frozenset({"responsibility", "involvement", "role", "part", "hand", "complicity", "blame"})
_ONESELF = frozenset({"itself", "themselves", "himself", "herself", "ourselves", "myself"})
#: What points back from a charge: "the allegations", not "an allegation that …".
_BACK = frozenset({"the", "this", "these", "that", "those", "such", "all", "both"})
#: What a charge may still say of itself, which leaves it no longer a mere pointing back.
_OWN_CONTENT = frozenset({"acl", "relcl", "ccomp", "prep", "appos"})

#: Verbs that charge somebody with the deed told last.
_BLAMING = frozenset({"blame", "blames", "blamed"})

#: Deeds that one may be charged with; words are denied in other words.
_DEEDS = frozenset({"ASSAULT", "COERCE", "RETREAT", "CONCEDE", "MOBILIZE", "SANCTION", "AID", "AGREE"})
_HARM = frozenset({"ASSAULT", "COERCE"})

#: Code points between a deed and its denial, at most: the sentence before, or the one before that.
_NEAR = 400


class _Deed(NamedTuple):
    """What is denied."""

    event: EventCode
    actor: tuple[Participant, ...] = ()
    recipient: tuple[Participant, ...] = ()
    when: When = When()
    where: Where = Where()


def denials(parts: Parts, roles: RoleFinder, told: Sequence[Statement]) -> list[Statement]:
    """Return the statements that deny, in a pronoun or a noun, one of the events `told` before."""
    found = [_denial(parts, roles, verb, told) for verb in parts.analysis.doc if _denies(verb)]
    return [one for one in found if one is not None]


def _denies(verb: Token) -> bool:
    """Whether a verb denies as a fact: not "did not deny", "could deny", "neither confirm nor deny"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in _OF_PRONOUNS | _OF_CHARGES | _OF_PARTS:
        return False
    bound = {"neg", "preconj", "mark"}
    others = [verb, verb.head] if verb.dep_ == "conj" else [verb]
    return not any(
        child.dep_ in bound or child.tag_ == "MD" or child.lower_ in {"neither", "nor", "to"}
        for one in others
        for child in one.children
    )


def _denial(parts: Parts, roles: RoleFinder, verb: Token, told: Sequence[Statement]) -> Statement | None:
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    named = disputed_name(verb)
    what = named or next((c for c in verb.children if c.dep_ == "dobj"), None)
    if who is None and verb.dep_ == "conj":
        who = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    if who is not None and verb.dep_ == "relcl" and verb.head.pos_ == "PROPN" and who.tag_ in {"WDT", "WP"}:
        who = verb.head  # "police suspect the TLP, which denies involvement"
    if who is None or what is None or who.lower_ in {"nobody", "none", "who"}:
        return None
    own = _denies_part(verb, what)
    denier = roles.participants(who)
    disowned = _disowned(verb, what)
    if disowned is not None:
        deed = _told_at(disowned, told)
        if deed is None or not denier:
            return None
        return _statement(parts, verb, who, what, disowned, deed, tuple(denier), beside=False)
    if not own and named is None and not _points_back(verb, what):
        return None
    before = _deed_before(parts, verb, told, _HARM if own else _DEEDS)
    deed = _deed_of(before) if before is not None else None
    if deed is None:
        return None
    for_another = any(c.dep_ == "poss" for c in who.children)  # "his spokesman denies any involvement"
    actor = tuple(denier) if own and denier and not (for_another and deed.actor) else deed.actor
    return _statement(parts, verb, who, what, what, deed, actor, beside=named is not None)


def _disowned(verb: Token, what: Token) -> Token | None:
    """The deed that somebody denies a part in, where it is named: "denied any role in the bombing"."""
    if not _is_of_a_part(verb, what):
        return None
    hung = (*prepositions(what), *prepositions(verb))
    named = (t for name, t in hung if name in {"in", "for", "with", "to", "from"})
    return next((t for t in named if t.pos_ == "NOUN"), None)


def _deed_of(told: Statement) -> _Deed | None:
    if told.event is None:
        return None
    return _Deed(told.event, told.actor, told.recipient, told.when, told.where)


def is_granted_by_denial(noun: Token) -> bool:
    """Return whether somebody denies a part in the deed that a noun names, which is itself not denied."""
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj":
        return False
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    what = next((c for c in verb.children if c.dep_ == "dobj"), None) if verb is not None else None
    return verb is not None and what is not None and _denies(verb) and _disowned(verb, what) == noun


def _told_at(noun: Token, told: Sequence[Statement]) -> _Deed | None:
    """The deed that a noun tells of: as it is told there, else as the lexicon has it."""
    here = next((s for s in told if s.trigger.start <= noun.idx < s.trigger.end), None)
    if here is not None:
        return _deed_of(here)
    senses = event_lexicon().senses(noun.lemma_.lower(), "n")
    sense = next((one for one in senses if one.type in _DEEDS), None)
    return None if sense is None else _Deed(EventCode(sense.type, sense.modes))


def _denies_part(verb: Token, what: Token) -> bool:
    """Whether somebody denies a part in a deed that the object does not name: "denies any involvement"."""
    named = any(
        c.dep_ == "prep" and c.lower_ in {"in", "for", "with", "from"}
        for c in (*what.children, *verb.children)
    )
    return _is_of_a_part(verb, what) and not named


def _is_of_a_part(verb: Token, what: Token) -> bool:
    """Whether it is a part in something that is denied, whether or not that is named."""
    if verb.lemma_ == "distance":
        return what.lower_ in _ONESELF  # "distanced itself from the attack"
    return verb.lemma_.lower() in _OF_PARTS and what.lemma_.lower() in _PARTS


def _points_back(verb: Token, what: Token) -> bool:
    lemma = verb.lemma_.lower()
    if what.tag_ == "WDT":
        return False  # "a presence that both deny" denies the presence
    if what.lower_ in PRONOUNS:
        judged = lemma == "dismiss" and any(c.lower_ == "as" for c in verb.children)
        return lemma in _OF_PRONOUNS or judged
    backward = any(c.dep_ in {"det", "poss", "predet"} and c.lower_ in _BACK for c in what.children)
    full = any(c.dep_ in _OWN_CONTENT and c.lower_ != "as" for c in what.children)
    return lemma in _OF_CHARGES and what.lemma_.lower() in CHARGES and backward and not full


def _deed_before(
    parts: Parts, verb: Token, told: Sequence[Statement], types: frozenset[str]
) -> Statement | None:
    """The deed told last before the denial, as a fact or a charge, by somebody else than the denier."""
    at = verb.idx
    before = [
        one
        for one in told
        if one.event is not None
        and one.event.type in types
        and one.trigger.end <= at <= one.trigger.end + _NEAR
        and one.factuality.polarity == "affirmed"
        and one.factuality.modality == "asserted"
        and parts.text.count("\n\n", one.trigger.end, at) < 2
    ]
    deed = max(before, key=lambda one: (one.trigger.start, one.id), default=None)
    return None if deed is None or _charged_otherwise(deed, told, at) else deed


def _charged_otherwise(deed: Statement, told: Sequence[Statement], at: int) -> bool:
    """Whether an accusation of something else stands between the deed and its denial."""
    return any(
        one.event is not None
        and one.event.type == "ACCUSE"
        and deed.trigger.end <= one.trigger.start < at
        and deed.content_of != one.id
        and not _blames_for_it(one, told)
        for one in told
    )


def _blames_for_it(act: Statement, told: Sequence[Statement]) -> bool:
    """Whether somebody is blamed for what stands before: "The government blames Mehsud." """
    bare = act.trigger.quote.casefold() in _BLAMING and not any(one.content_of == act.id for one in told)
    return bare and " for " not in act.quote


def _statement(
    parts: Parts,
    verb: Token,
    who: Token,
    what: Token,
    trigger: Token,
    deed: _Deed,
    actor: tuple[Participant, ...],
    *,
    beside: bool,
) -> Statement:
    """The denial; `beside` what it denies, within another's words, it is not theirs."""
    start, end = phrase(what)[0], phrase(trigger)[1]
    clause = Span.of(parts.text, start, end)
    made = parts.statement(
        "event",
        clause,
        Span.of(parts.text, trigger.idx, trigger.idx + len(trigger)),
        trigger,
        Factuality(),
        event=deed.event,
        actor=as_of(governing(actor), parts.analysis.document.published, deed.when.start),
        recipient=deed.recipient,
        when=deed.when,
        where=deed.where,
        decided_by=(f"denial: {verb.lemma_.lower()}/v",),
    )
    by = () if beside else made.said_by
    by = by or (_denier(parts, verb, who, clause),)
    return replace(made, factuality=Factuality(polarity="negated"), said_by=by)


def _denier(parts: Parts, verb: Token, who: Token, content: Span) -> Speaker:
    cue = Span.of(parts.text, verb.idx, verb.idx + len(verb))
    return speaker(parts.analysis, who, cue, content, at=verb)
