"""Anchors: what a decision is aimed at, found again among the statements of another reading.

A coder of another version may take a longer or shorter trigger, and a newer cleaner may have moved the text;
what is found neither at its place, nor overlapping it, nor by its sentence, is lost, and said to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from jirga.as_json import statement_from_json, to_json
from jirga.model import Anchor, Span, Statement


def anchor_of(statement: Statement, text_version: str) -> Anchor:
    """Return the anchor by which this statement is found again; `text_version` is that of its offsets."""
    return Anchor(
        statement.document,
        text_version,
        statement.kind,
        statement.code,
        statement.content_of is not None,
        statement.trigger,
        statement.sentence,
    )


def found(anchor: Anchor, statements: Sequence[Statement], text: str, version: str) -> Statement | None:
    """Return the statement among those of one document's reading that the anchor is aimed at, or None.

    `text` is the document's, of `version`. The same trigger first, then one that overlaps it and has the
    same type; of several the one of the same type, then that which is, or is not, a content as it was.
    """
    trigger = anchor.trigger if anchor.text_version == version else _moved_trigger(anchor, text)
    if trigger is None:
        return None
    alike = [one for one in statements if one.kind == anchor.kind]
    same = [one for one in alike if (one.trigger.start, one.trigger.end) == (trigger.start, trigger.end)]
    over = [one for one in alike if _overlap(one.trigger, trigger) > 0 and one.code == anchor.code]
    return min(same or over, key=lambda one: _unlike(anchor, trigger, one), default=None)


def _unlike(anchor: Anchor, trigger: Span, one: Statement) -> tuple[bool, bool, int, str]:
    """How little a candidate is like what was meant; the id decides between equals."""
    differs = (one.code != anchor.code, (one.content_of is not None) != anchor.content)
    return *differs, -_overlap(one.trigger, trigger), one.id


def _overlap(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


# --- where the text has moved ---------------------------------------------------------------------------


def _moved_trigger(anchor: Anchor, text: str) -> Span | None:
    """Where the trigger stands in a text cleaned in another way: within its sentence, if that is there."""
    if anchor.trigger is None or anchor.sentence is None:
        return None
    shift = _shift(anchor.sentence, text)
    if shift is None:
        return None
    start, end = anchor.trigger.start + shift, anchor.trigger.end + shift
    return Span(start, end, anchor.trigger.quote) if text[start:end] == anchor.trigger.quote else None


def _shift(sentence: Span, text: str) -> int | None:
    """How far a sentence has moved, the nearest of its places; None where the text no longer has it."""
    places = _places(text, sentence.quote)
    return min((place - sentence.start for place in places), key=abs, default=None)


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def in_text(statement: Statement, text: str) -> Statement | None:
    """Return the statement with every span where `text` has its words, or None where it lacks some of them.

    Where all stand at their offsets it is the same statement. Else each is sought where its sentence went,
    and nearest to that.
    """
    obj = to_json(statement)
    spans = list(_spans(obj))
    if all(text[one["start"] : one["end"]] == one["quote"] for one in spans):
        return statement
    shift = _shift(statement.sentence, text)
    if shift is None or not all(_move(one, shift, text) for one in spans):
        return None
    clause, sentence = spans[0], spans[1]
    obj |= {"start": clause["start"], "end": clause["end"]}
    obj |= {"sentence_start": sentence["start"], "sentence_end": sentence["end"]}
    return statement_from_json(obj)


def _spans(obj: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The clause and the sentence as spans, then every span in the object, to be moved in place."""
    yield {"start": obj["start"], "end": obj["end"], "quote": obj["quote"]}
    yield {"start": obj["sentence_start"], "end": obj["sentence_end"], "quote": obj["sentence"]}
    yield from _within(value for value in obj.values())


def _within(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for value in values:
        if isinstance(value, list):
            yield from _within(value)
        elif isinstance(value, dict):
            if "quote" in value and "start" in value:
                yield value
            else:
                yield from _within(value.values())


def _move(span: dict[str, Any], shift: int, text: str) -> bool:
    start = span["start"] + shift
    place = min(_places(text, span["quote"]), key=lambda one: abs(one - start), default=None)
    if place is not None:
        span |= {"start": place, "end": place + len(span["quote"])}
    return place is not None
