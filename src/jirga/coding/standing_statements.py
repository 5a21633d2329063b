"""Quantity and relation drafts → statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.drafts import RelationDraft
from jirga.coding.factuality import read_noun, read_verb
from jirga.coding.identity import as_of, governing
from jirga.coding.measures import HAVING
from jirga.coding.parts import Parts
from jirga.coding.quantities import QuantityDraft
from jirga.coding.relations import relations
from jirga.coding.roles import RoleFinder, Roles
from jirga.coding.roles_held import CALLING
from jirga.coding.slots import POSSESSIVES
from jirga.coding.sources import speaker
from jirga.coding.stance import Reader, own_words, tense
from jirga.coding.standing_bounds import bounds, stood_on
from jirga.coding.standing_participants import another_body, led_before, parties
from jirga.coding.triggers import Trigger
from jirga.lexicon.cues import verb_cues
from jirga.model import Factuality, Participant, QuantityCode, RelationCode, Span, Statement, TimeBasis, When

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Relations to a country as land, not to who governs it.
_OF_LAND = frozenset({"based_in", "controls", "holds"})


def quantity_statements(
    parts: Parts, drafts: Sequence[QuantityDraft], roles: RoleFinder, deeds: Sequence[Trigger]
) -> list[Statement]:
    """Return the totals and trends of a document as statements; `deeds` are the triggers they count."""
    found = []
    for draft in drafts:
        words = {draft.head, *(i for f in draft.figures for i in (f.verb, f.head) if i is not None)}
        deed = next((t for t in deeds if t.token.i in words), None)
        who = roles.roles(deed) if deed is not None else Roles()
        found.append(_quantity(parts, draft, who if who.actor else _having(parts, draft, roles, who)))
    return found


def _having(parts: Parts, draft: QuantityDraft, roles: RoleFinder, who: Roles) -> Roles:
    """The roles of a count of fighters, with whose they are: "the group has 3,000", "6,000 TTP fighters"."""
    strengths = [f for f in draft.figures if f.figure.measure in {"fighters", "troops"}]
    if not strengths:
        return who
    doc = parts.analysis.doc
    noun, carrier = doc[strengths[0].head], doc[draft.head]
    owners = [*(c for c in noun.children if c.dep_ in {"compound", "poss"}), *syntax.possessors(carrier)]
    owners += [t for name, t in syntax.prepositions(noun) if name == "of"]
    if carrier.pos_ == "VERB" and carrier.lemma_.lower() in HAVING:
        owners += syntax.subjects(carrier)
    return replace(who, actor=tuple(p for t in owners for p in roles.participants(t)[:1])[:1])


def _quantity(parts: Parts, draft: QuantityDraft, who: Roles) -> Statement:
    head = parts.analysis.doc[draft.head]
    reader = read_verb(head) if head.pos_ in {"VERB", "AUX"} else read_noun(head, None)
    told = head  # of "an institute counted 87 attacks" the attacks are what the institute says
    if draft.figures and head.pos_ == "VERB" and verb_cues(head.lemma_.lower()):
        told = parts.analysis.doc[draft.figures[0].head]
    basis: TimeBasis = "stated" if draft.period else "unknown"
    days = _days(parts, draft.period_span) if draft.period else (None, None)
    return parts.statement(
        "quantity",
        Span.of(parts.text, draft.start, draft.end),
        draft.trigger,
        told,
        reader.result(),
        quantity=QuantityCode(draft.trend, draft.period),
        actor=who.actor,
        recipient=who.recipient,
        when=When(draft.period, *days, basis, draft.period_span),
        figures=tuple(f.figure for f in draft.figures),
        decided_by=("quantity: a total or trend over a period",),
    )


def _days(parts: Parts, span: Span | None) -> tuple[str | None, str | None]:
    """Return the first and last day of the time expression at `span`."""
    for time in parts.analysis.times:
        if span is not None and time.start < span.end and span.start < time.end:
            return time.first, time.last
    return None, None


def relation_statements(parts: Parts, roles: RoleFinder) -> list[Statement]:
    """Return the relations of a document as statements, with what their speakers commit to."""
    made: list[Statement] = []
    led: dict[str, Participant] = {}  # who was told to lead what, so far
    for draft in relations(parts.analysis):
        one = _relation(parts, roles, draft, led)
        if one is None:
            continue
        made.append(_by_caller(parts, draft, one))
        if draft.type == "leads" and one.recipient:
            led |= {p.entity: one.recipient[0] for p in one.actor if p.entity}
    return made


def _relation(
    parts: Parts, roles: RoleFinder, draft: RelationDraft, led: Mapping[str, Participant]
) -> Statement | None:
    actor = _outermost(parties(parts, roles, draft.actor, draft.type))
    recipient = parties(parts, roles, draft.recipient, draft.type)
    if not recipient and draft.type == "leads" and draft.aspect != "unstated":
        recipient = led_before(parts, roles, draft, led)
    open_holder = draft.type == "holds" and all(t.pos_ == "PRON" for t in draft.actor)
    unmet = (draft.actor and not actor and not open_holder) or (draft.recipient and not recipient)
    if unmet or not (actor or recipient):
        return None
    taken = {p.mention for p in actor}
    recipient = tuple(p for p in recipient if p.mention not in taken)
    if draft.recipient and recipient and _one_entity(actor, recipient):
        recipient = another_body(parts, draft, actor) if draft.type == "ally_of" else ()
    if draft.recipient and not recipient:
        return None
    if (draft.type == "leads" and not recipient) or _is_open(recipient):
        return None
    if draft.type not in _OF_LAND:
        recipient = governing(recipient)
    actor = actor if draft.type == "based_in" else governing(actor)
    within = bounds(parts.analysis, draft)
    day = stood_on(within, draft)
    granted = draft.read is None or _cut_off(draft.read)
    factuality = _stance(draft.read) if draft.read is not None and not granted else Factuality()
    if factuality.modality == "generic":  # a state stands at any time
        factuality = replace(factuality, modality="asserted")
    if draft.aspect != "unstated":
        factuality = replace(factuality, aspect=draft.aspect)
    published = parts.analysis.document.published
    trigger = Span.of(parts.text, draft.trigger.idx, draft.trigger.idx + len(draft.trigger))
    sentence = draft.trigger.sent  # an inferred party may stand in an earlier one
    spans = [
        p.mention for p in (*actor, *recipient) if sentence.start_char <= p.mention.start < sentence.end_char
    ]
    start = min(s.start for s in (trigger, *spans))
    end = max(s.end for s in (trigger, *spans))
    return parts.statement(
        "relation",
        Span.of(parts.text, start, end),
        trigger,
        draft.trigger,
        factuality,
        granted=granted or (draft.read is not None and draft.read.dep_ == "relcl"),
        relation=RelationCode(draft.type, within.since, within.until),
        actor=as_of(actor, published, day),
        recipient=as_of(recipient, published, day),
        when=within.when,
        decided_by=(f"relation: {draft.trigger.text}",),
    )


def _by_caller(parts: Parts, draft: RelationDraft, told: Statement) -> Statement:
    """Return a state that one party is taken for as the word of who takes it so: "calls X a proxy of Y"."""
    verb = draft.read
    if verb is None or verb.lemma_ not in CALLING:
        return told
    source = next(iter(syntax.subjects(verb)), None)
    cue = Span.of(parts.text, verb.idx, verb.idx + len(verb))
    who = speaker(parts.analysis, source, cue, Span.of(parts.text, told.start, told.end), at=verb)
    if any(one.mention == who.mention for one in told.said_by):
        return told
    return replace(told, said_by=(who, *told.said_by))


def _stance(verb: Token) -> Factuality:
    """What a clause commits to; a relative clause by its own words ("calls on the force that backs them")."""
    if verb.dep_ != "relcl":
        return read_verb(verb).result()
    reader = Reader()
    own_words(reader, verb)
    tense(reader, verb)
    return reader.result()


def _outermost(parties: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The parties without those within another's words: "the men and women of the 5th Brigade" are one."""
    spans = [p.mention for p in parties]
    return tuple(
        p
        for p in parties
        if not any(s != p.mention and s.start <= p.mention.start and p.mention.end <= s.end for s in spans)
    )


def _is_open(parties: Sequence[Participant]) -> bool:
    """Whether a side is a possessive of which it is not known whose it is: "its wing"."""
    return bool(parties) and all(
        p.entity is None and p.mention.quote.casefold() in POSSESSIVES for p in parties
    )


def _one_entity(actor: Sequence[Participant], recipient: Sequence[Participant]) -> bool:
    """Whether both sides are one entity: nobody is his own ally."""
    own = {p.entity for p in actor if p.entity}
    return all(p.entity in own for p in recipient)


def _cut_off(verb: Token) -> bool:
    """Whether a semicolon parts the clause from the one that the parse hangs it on."""
    if verb.dep_ not in {"ccomp", "advcl"} or verb.head.i < verb.i:
        return False
    return any(t.text == ";" for t in verb.doc[verb.i : verb.head.i])
