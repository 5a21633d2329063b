"""Whether a decision from elsewhere can be applied: a file may hold anything, and must break no record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args

from jirga.as_json import to_json
from jirga.model import (
    EVENT_TYPES,
    RELATION_TYPES,
    Anchor,
    Decision,
    DecisionKind,
    Kind,
    Span,
    Statement,
)
from jirga.store.targets import CORRECTABLE, EDITABLE, edited

#: How many statements a decision of a kind is aimed at, at least and at most; None: any number.
_AIMS: dict[str, tuple[int, int | None]] = {
    "accept": (1, 1),
    "reject": (1, 1),
    "edit": (1, 1),
    "add": (1, 1),
    "same": (2, 2),
    "apart": (2, 2),
    "merge": (2, None),
    "split": (2, None),
}


def mistakes(decision: Decision) -> Iterator[str]:
    """Yield what of a decision makes it impossible to apply, in words; nothing where all is well."""
    it = decision
    if it.kind not in get_args(DecisionKind):
        yield f"{it.kind!r} is no kind of decision ({', '.join(get_args(DecisionKind))})"
        return
    if not all(isinstance(one, str) for one in (it.by, it.at, it.why, it.id)) or not it.by:
        yield "it does not say who made it, when and why, in words"
    if not it.anchors or not all(_is_anchor(one) for one in it.anchors):
        yield "what it is about is not told by documents, and spans in them"
    elif it.kind in _AIMS:
        least, most = _AIMS[it.kind]
        if len(it.anchors) < least or (most and len(it.anchors) > most) or not all(map(_aimed, it.anchors)):
            yield f"a decision of the kind {it.kind} is not about these"
        elif it.kind in ("accept", "add", "edit"):
            yield from _wrong_statement(it)
    if it.kind == "correct":
        yield from _wrong_corrections(it)
    if it.kind == "undo" and not isinstance(it.undoes, str):
        yield "it does not say what it undoes"


def _is_anchor(anchor: Anchor) -> bool:
    spans = [one for one in (anchor.trigger, anchor.sentence) if one is not None]
    words = (anchor.document, anchor.text_version)
    return all(isinstance(one, str) for one in words) and all(map(_is_span, spans))


def _aimed(anchor: Anchor) -> bool:
    return anchor.kind in get_args(Kind) and anchor.trigger is not None and anchor.sentence is not None


def _is_span(span: Span) -> bool:
    whole = isinstance(span.start, int) and isinstance(span.end, int) and isinstance(span.quote, str)
    return whole and 0 <= span.start < span.end == span.start + len(span.quote)


def _wrong_statement(decision: Decision) -> Iterator[str]:
    """What is wrong with the statement of a decision, or with what an edit makes of it."""
    it = decision.statement
    if it is None or it.document != decision.anchors[0].document:
        yield "it does not have the statement that it is about"
        return
    unknown = {name for name, _ in decision.changes} - EDITABLE
    if unknown:
        yield f"{', '.join(sorted(unknown))}: no field that can be set ({', '.join(sorted(EDITABLE))})"
        return
    try:
        made = edited(it, decision.changes)
        to_json(made)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        yield f"it makes no statement ({type(error).__name__}: {error})"
        return
    yield from _wrong_codes(made)


def _wrong_codes(made: Statement) -> Iterator[str]:
    if made.event and made.event.type not in EVENT_TYPES:
        yield f"{made.event.type!r} is no type of event"
    if made.relation and made.relation.type not in RELATION_TYPES:
        yield f"{made.relation.type!r} is no type of relation"
    if not _is_span(made.trigger) or not _is_span(made.sentence):
        yield "the offsets of its statement are not those of its words"


def _wrong_corrections(decision: Decision) -> Iterator[str]:
    for name, text in decision.changes:
        value: Any = json.loads(text)
        if name not in CORRECTABLE:
            yield f"{name}: nothing of a document that can be corrected ({', '.join(CORRECTABLE)})"
        elif value is not None and not isinstance(value, str):
            yield f"{name}: {value!r} is no text"
