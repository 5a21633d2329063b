"""A person's decision as a JSON object, and back; its id is worked out from it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

from jirga.as_json.back import statement_from_json
from jirga.as_json.out import Json, to_json
from jirga.model import Anchor, Decision, Span

#: Hexadecimal digits of a decision's id: 80 bits, as an event's.
_DIGITS = 20


def decision_to_json(decision: Decision, *, text: bool = True) -> Json:
    """Return the decision as a JSON object; without `text` it lacks its quotes, and cannot be applied."""
    it = decision
    return {
        "id": it.id,
        "kind": it.kind,
        "by": it.by,
        "at": it.at,
        "why": it.why,
        "anchors": [_anchor(one, text) for one in it.anchors],
        "changes": {field: _worded(json.loads(value), text) for field, value in it.changes},
        "statement": to_json(it.statement, text=text) if it.statement else None,
        "undoes": it.undoes,
    }


def decision_from_json(obj: Json) -> Decision:
    """Return the decision that `decision_to_json` gave `obj` for.

    Raises ValueError, KeyError or TypeError for what is no decision, or one without its text.
    """
    return Decision(
        kind=obj["kind"],
        anchors=tuple(_anchor_in(one) for one in obj["anchors"]),
        by=obj["by"],
        why=obj["why"],
        changes=tuple((field, compact(value)) for field, value in obj["changes"].items()),
        statement=statement_from_json(obj["statement"]) if obj["statement"] else None,
        undoes=obj["undoes"],
        at=obj["at"],
        id=obj["id"],
    )


def stamped(decision: Decision, at: str) -> Decision:
    """Return the decision as made at `at`, with the id that follows from all it says."""
    made = replace(decision, at=at, id="")
    digest = hashlib.sha256(compact(decision_to_json(made)).encode("utf-8", "surrogatepass")).hexdigest()
    return replace(made, id=f"de_{digest[:_DIGITS]}")


def compact(value: Any) -> str:
    """Return a value as JSON text without spaces, keys as they stand: one value, one text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _anchor(anchor: Anchor, text: bool) -> Json:
    it = anchor
    obj: Json = {"document": it.document, "text_version": it.text_version, "kind": it.kind, "code": it.code}
    obj |= {"content": it.content}
    return obj | {"trigger": _span(it.trigger, text), "sentence": _span(it.sentence, text)}


def _span(span: Span | None, text: bool) -> Json | None:
    if span is None:
        return None
    return {"start": span.start, "end": span.end} | ({"quote": span.quote} if text else {})


def _anchor_in(obj: Json) -> Anchor:
    spans = {name: Span(**obj[name]) if obj[name] else None for name in ("trigger", "sentence")}
    return Anchor(**{**obj, **spans})


def _worded(value: Any, text: bool) -> Any:
    """The value of a change, without `text` its quotes left out wherever they stand in it."""
    if text or not isinstance(value, dict | list):
        return value
    if isinstance(value, list):
        return [_worded(one, text) for one in value]
    return {key: _worded(one, text) for key, one in value.items() if key not in ("quote", "part_of")}
