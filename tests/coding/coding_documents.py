"""Texts as documents, for the tests of coding."""

from __future__ import annotations

import hashlib

from jirga.coding.attribution import attributions, speakers_of
from jirga.language import analyse
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


def chain(text: str, word: str) -> list[str]:
    """Return the names of who says what the first `word` of a text tells, nearest first, by the rules."""
    analysis = analyse(document(text))
    token = next(t for t in analysis.doc if t.text == word)
    end = token.idx + len(token)
    return [one.name for one in speakers_of(attributions(analysis), token.idx, end, token.i)]
