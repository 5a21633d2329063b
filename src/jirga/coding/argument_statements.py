"""Arguments → statements of kind claim: clause, trigger, speakers, parties, and how surely it is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jirga.coding import syntax
from jirga.coding.arguments import ArgumentDraft, arguments
from jirga.coding.factuality import read_verb
from jirga.coding.parts import Parts
from jirga.coding.roles import RoleFinder
from jirga.coding.standing_parties import is_party
from jirga.model import Participant, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token


def claim_statements(parts: Parts, roles: RoleFinder) -> list[Statement]:
    """Return the claims of a document.

    A negation inside a claim belongs to what is claimed ("no truce has held"), so that only a speaker who
    denies the whole makes it negated; and a rule ("every ransom buys the next") is asserted, not generic.
    """
    return [_claim(parts, roles, draft) for draft in arguments(parts.analysis)]


def _claim(parts: Parts, roles: RoleFinder, draft: ArgumentDraft) -> Statement:
    verb = draft.verb
    found = replace(read_verb(verb).result(), polarity="affirmed")
    if found.modality in {"generic", "conditional"}:
        found = replace(found, modality="asserted")
    start, end = clause(verb)
    return parts.statement(
        "claim",
        Span.of(parts.text, start, end),
        Span.of(parts.text, verb.idx, verb.idx + len(verb)),
        verb,
        found,
        actor=_parties(parts, roles, syntax.subjects(verb)),
        recipient=_parties(parts, roles, syntax.objects(verb)),
        decided_by=(f"claim: {draft.way}",),
    )


def _parties(parts: Parts, roles: RoleFinder, tokens: list[Token]) -> tuple[Participant, ...]:
    found = {p.mention: p for t in tokens if is_party(parts.analysis, t) for p in roles.participants(t)[:1]}
    return tuple(found.values())


def clause(verb: Token) -> tuple[int, int]:
    """Return the code points of a verb's own clause, without cues and coordinated clauses with a subject."""
    kept = [t for t in verb.subtree if not _of_another(t, verb)]
    breaks = [t.i for t in kept if t.text == ";" and t.i > verb.i]
    kept = [t for t in kept if not breaks or t.i < breaks[0]]
    first, last = min(kept, key=lambda t: t.i), max(kept, key=lambda t: t.i)
    doc = verb.doc
    while first.i < verb.i and (
        first.is_punct or first.is_space or first.dep_ in {"cc", "mark"} or first.lower_ == "that"
    ):
        first = doc[first.i + 1]
    while last.i > verb.i and (last.is_punct or last.is_space or last.dep_ == "cc"):
        last = doc[last.i - 1]
    return first.idx, last.idx + len(last)


def _of_another(token: Token, verb: Token) -> bool:
    while token.i != verb.i and token.head.i != token.i:
        if token.head.i == verb.i and token.pos_ in {"VERB", "AUX"} and token.dep_ in {"conj", "parataxis"}:
            return any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
        if token.head.i == verb.i and token.dep_ == "ccomp" and token.i < verb.i:
            return True
        token = token.head
    return False
