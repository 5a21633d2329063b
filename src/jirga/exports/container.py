"""The record itself as JSON Lines: a head, then each document with all that is kept of it, then an end.

    {"jirga": "record", "version": 1, "text": true}
    {"document": {…}}               as in record.md, with its text
    {"text": {…}}                   a text by an earlier cleaner, where an earlier reading has one
    {"reading": {…}, "current": true, "published": "2022-06-03"}
    {"statement": {…}, "meaning": "…"}   of the reading above; the vector of its trigger in base64, if any
    {"decision": {…}}               of people, behind all documents, by time
    {"end": {"documents": 1, "texts": 0, "readings": 1, "statements": 1, "decisions": 1}}

A document is as its file has it, a reading as its coder left it: what people correct, hide and add follows
from their decisions. `published` of a reading is the date it reckoned from.
The end counts what stands before it: a file that was cut off shows. Documents stand in the order of their
ids, readings too, statements as they were coded: a record put in from such a file gives the same file.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO

from jirga.as_json import decision_to_json, to_json
from jirga.exports import jsonl
from jirga.exports.asked import Asked, Written

if TYPE_CHECKING:
    from jirga.store import Query, Store, WholeDocument

Json = dict[str, Any]

#: The form of the file; one that means something else by a line has another.
VERSION = 1

#: What lines there are between head and end, and how the end counts them.
COUNTED: dict[str, str] = {
    "document": "documents",
    "text": "texts",
    "reading": "readings",
    "statement": "statements",
    "decision": "decisions",
}


def write(asked: Asked, out: BinaryIO) -> Written:
    """Write the lines; the rows counted are the documents'."""
    counted: Counter[str] = Counter()

    def counting() -> Iterator[Json]:
        for line in asked.rows(asked.what):
            counted.update(line.keys())
            yield line

    jsonl.write(counting(), out, asked.what)
    notes = () if asked.text else ("Without its text it can be shared, and not be imported",)
    return Written(counted["document"], notes)


def lines(store: Store, query: Query, *, text: bool, limit: int | None = None) -> Iterator[Json]:
    """Yield the lines of all documents, or of those that answer `query`, each whole whatever it asks.

    Withdrawn documents come where all do. Decisions come with any of the documents that they are about.
    """
    yield {"jirga": "record", "version": VERSION, "text": text}
    counts: Counter[str] = Counter()
    chosen = store.document_ids() if _asks_all(query) else sorted(one.id for one in store.documents(query))
    for line in _between(store, chosen[:limit], text):
        counts.update(line.keys() & COUNTED.keys())
        yield line
    yield {"end": {plural: counts[name] for name, plural in COUNTED.items()}}


def _asks_all(query: Query) -> bool:
    return replace(query, all=False) == type(query)()


def _between(store: Store, chosen: list[str], text: bool) -> Iterator[Json]:
    for identifier in chosen:
        yield from _lines(store.whole(identifier), text)
    known = set(chosen)
    for decision, _ in store.decisions():
        if any(anchor.document in known for anchor in decision.anchors):
            yield {"decision": decision_to_json(decision, text=text)}


def _lines(one: WholeDocument, text: bool) -> Iterator[Json]:
    yield {"document": to_json(one.document, text=text)}
    for older in one.older if text else ():
        yield {"text": {"document": older.id, "text_version": older.text_version, "text": older.text}}
    for kept in one.readings:
        yield {"reading": to_json(kept.reading), "current": kept.current, "published": kept.published}
        for statement in kept.statements:
            line: Json = {"statement": to_json(statement, text=text)}
            if statement.id in kept.meanings:
                line["meaning"] = b64encode(kept.meanings[statement.id]).decode()
            yield line
