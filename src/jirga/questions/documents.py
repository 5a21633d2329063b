"""What was read: the documents of a record, with their status, statements and copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jirga.as_json import to_json
from jirga.model import Document, Problem, Reading

if TYPE_CHECKING:
    from jirga.store import Copy, Query, Store

#: The status of a document that was stored but has no reading (a language that Jirga does not read).
UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class CopyOf:
    """Another document with the same text, or nearly: `similarity` estimates the share of word shingles."""

    document: str
    kind: str
    similarity: float


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document, how its current reading went, how many statements it holds (whatever their factuality)."""

    document: Document
    status: str
    problems: tuple[Problem, ...]
    statements: int
    copies: tuple[CopyOf, ...]

    def to_json(self, *, text: bool = True) -> dict[str, Any]:
        """Return the document as a JSON object, without its text but with the text's length."""
        del text  # a list of documents never holds their texts: they are in the files it names
        return to_json(self.document, text=False) | {
            "status": self.status,
            "problems": [one.line() for one in self.problems],
            "statements": self.statements,
            "copies_of": [one.document for one in self.copies],
            "characters": len(self.document.text),
        }


def documents(store: Store, query: Query) -> list[DocumentRow]:
    """Return the documents that answer `query`, by date of publication, undated ones last."""
    rows = rows_of(store, store.documents(query))
    return sorted(rows, key=lambda row: (row.document.published or "~", row.document.source, row.document.id))


def rows_of(store: Store, found: Iterable[Document]) -> list[DocumentRow]:
    """Return these documents as rows, in their order."""
    told, readings, copies = store.statement_counts(), store.readings(), _copies(store)
    return [_row(one, readings.get(one.id), told.get(one.id, 0), copies.get(one.id, [])) for one in found]


def _copies(store: Store) -> dict[str, list[CopyOf]]:
    found: defaultdict[str, list[CopyOf]] = defaultdict(list)
    for pair in store.copies():
        _add(found, pair)
    return found


def _add(found: dict[str, list[CopyOf]], pair: Copy) -> None:
    found[pair.one].append(CopyOf(pair.other, pair.kind, pair.similarity))
    found[pair.other].append(CopyOf(pair.one, pair.kind, pair.similarity))


def _row(document: Document, reading: Reading | None, statements: int, copies: list[CopyOf]) -> DocumentRow:
    return DocumentRow(
        document=document,
        status=reading.status if reading else UNREAD,
        problems=reading.problems if reading else (),
        statements=statements,
        copies=tuple(sorted(copies, key=lambda one: (-one.similarity, one.document))),
    )
