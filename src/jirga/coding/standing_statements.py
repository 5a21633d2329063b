"""Quantity and relation drafts → statements."""

from __future__ import annotations

from collections.abc import Sequence

from jirga.coding.factuality import read_noun, read_verb
from jirga.coding.identity import as_of, governing
from jirga.coding.parts import Parts
from jirga.coding.quantities import QuantityDraft
from jirga.coding.relations import relations
from jirga.coding.roles import RoleFinder, Roles
from jirga.coding.triggers import Trigger
from jirga.lexicon.cues import verb_cues
from jirga.model import Factuality, QuantityCode, RelationCode, Span, Statement, TimeBasis, When

#: Relations to a country as land, not to who governs it.
_OF_LAND = frozenset({"based_in", "controls"})


def quantity_statements(
    parts: Parts, drafts: Sequence[QuantityDraft], roles: RoleFinder, deeds: Sequence[Trigger]
) -> list[Statement]:
    """Return the totals and trends of a document as statements; `deeds` are the triggers they count."""
    found = []
    for draft in drafts:
        words = {draft.head, *(i for f in draft.figures for i in (f.verb, f.head) if i is not None)}
        deed = next((t for t in deeds if t.token.i in words), None)
        found.append(_quantity(parts, draft, roles.roles(deed) if deed is not None else Roles()))
    return found


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
    """Return the standing relations of a document as statements; both ends must be participants."""
    made = []
    published = parts.analysis.document.published
    doc, mentions = parts.analysis.doc, parts.analysis.mentions
    for draft in relations(parts.analysis):
        subject, recipient = (
            roles.participants(doc[mentions[i].head]) for i in (draft.subject, draft.object)
        )
        if not subject or not recipient or subject[0].mention == recipient[0].mention:
            continue
        parties = tuple(subject[:1]), tuple(recipient[:1])
        land = draft.type in _OF_LAND
        actor, whom = governing(parties[0]), parties[1] if land else governing(parties[1])
        since = draft.since.edtf if draft.since else None
        until = draft.until.edtf if draft.until else None
        made.append(
            parts.statement(
                "relation",
                Span.of(parts.text, draft.start, draft.end),
                draft.trigger,
                doc[draft.head],
                Factuality(aspect="ended" if draft.ended else "unstated", historical=draft.ended),
                relation=RelationCode(draft.type, since, until),
                actor=as_of(actor, published, None),
                recipient=as_of(whom, published, None),
                decided_by=(f"relation: {draft.trigger.quote}",),
            )
        )
    return made
