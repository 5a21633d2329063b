"""Which documents are copies of which: the same text (verbatim), or nearly the same words (near)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, or_, select

from jirga.model import CopyKind, Document
from jirga.store import tables


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents, by id (`one` before `other` in the alphabet), and how alike their texts are (0 to 1)."""

    one: str
    other: str
    kind: CopyKind
    similarity: float


def signature_of(document: Document) -> bytes:
    """Return the signature by which near copies are found; empty for a text without words."""
    from jirga.documents import copies  # loads numpy: only a writer needs it

    return copies.signature(document.text) if document.text.strip() else b""


def forget_copies(connection: Connection, document: str) -> None:
    """Remove what was found about a document whose text has changed."""
    copy = tables.copy.c
    connection.execute(delete(tables.copy).where(or_(copy.one == document, copy.other == document)))
    connection.execute(delete(tables.copy_band).where(tables.copy_band.c.document == document))


def record_copies(connection: Connection, document: Document, signature: bytes) -> int:
    """Compare a new text with those that are there; return how many of them it is a copy of.

    Every pair is recorded, so that the result does not depend on the order in which documents came.
    """
    if not signature:
        return 0
    found = [*_verbatim(connection, document), *_near(connection, document, signature)]
    if found:
        rows = [
            {"one": one.one, "other": one.other, "kind": one.kind, "similarity": one.similarity}
            for one in found
        ]
        connection.execute(insert(tables.copy), rows)
    return len(found)


def _verbatim(connection: Connection, document: Document) -> list[Copy]:
    table = tables.document.c
    same = select(table.id).where(table.text_hash == document.text_hash, table.id != document.id)
    return [_pair(document.id, other, "verbatim", 1.0) for other in connection.scalars(same)]


def _near(connection: Connection, document: Document, signature: bytes) -> list[Copy]:
    from jirga.documents import copies

    bands = copies.bands(signature)
    pairs = []
    for other, theirs in _candidates(connection, document, bands):
        similarity = copies.similarity(signature, theirs)
        if similarity >= copies.NEAR_COPY:
            pairs.append(_pair(document.id, other, "near", similarity))
    if bands:
        rows = [{"band": band, "document": document.id} for band in sorted(set(bands))]
        connection.execute(insert(tables.copy_band), rows)
    return pairs


def _candidates(
    connection: Connection, document: Document, bands: tuple[bytes, ...]
) -> list[tuple[str, bytes]]:
    band, other = tables.copy_band.c, tables.document.c
    sharing = select(band.document).where(band.band.in_(bindparam("bands", expanding=True)))
    rows = connection.execute(
        select(other.id, other.signature)
        .where(other.id.in_(sharing), other.id != document.id, other.text_hash != document.text_hash)
        .order_by(other.id),
        {"bands": list(bands)},
    )
    return [(row.id, row.signature) for row in rows]


def _pair(document: str, other: str, kind: CopyKind, similarity: float) -> Copy:
    return Copy(min(document, other), max(document, other), kind, similarity)
