"""Mentions: the stretches of a text that speak of somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.language.analysis import Mention, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_NAMES = frozenset({"PERSON", "ORG", "NORP"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def find_mentions(doc: Doc) -> tuple[Mention, ...]:
    """Return the mentions of `doc` in order of their heads."""
    found: dict[int, tuple[Span, MentionKind]] = {}
    for chunk in doc.noun_chunks:
        pronoun = chunk.root.pos_ == "PRON"
        found[chunk.root.i] = (chunk, "pronoun" if pronoun else "agent")
    for entity in doc.ents:
        if entity.label_ in _NAMES:
            found[entity.root.i] = (entity, "name")
        elif entity.label_ in _PLACES:
            found[entity.root.i] = (entity, "place")
    return tuple(_mention(index, head, *found[head]) for index, head in enumerate(sorted(found)))


def _mention(index: int, head: int, span: Span, kind: MentionKind) -> Mention:
    return Mention(index, span.start_char, span.end_char, head, kind, " ".join(span.text.split()))
