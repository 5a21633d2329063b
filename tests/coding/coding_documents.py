"""Texts as documents, for the tests of coding."""

from __future__ import annotations

import hashlib

from jirga.model import Document


def document(text: str, published: str | None = None, language: str = "en") -> Document:
    """Return `text` as a document."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        id=digest,
        text_hash=digest,
        text_version="clean-1",
        source="test",
        text=text,
        published=published,
        published_basis="stated" if published else "unknown",
        language=language,
    )
