"""Plain text, with or without a header of `Key: value` lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jirga.documents import header, single
from jirga.documents.draft import Draft
from jirga.documents.format import Format, Opened
from jirga.model import Document, Problem

#: How many words a headline may have, and what a first line begins with that is none.
_HEADLINE_WORDS = range(3, 26)
_BYLINE = ("By ", "BY ", "From ")


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the document of a plain-text file."""
    yield from single.documents(opened, "text", lambda text, _: titled(header.split_plain(text)))


def titled(draft: Draft) -> Draft:
    """Return the draft with its first line for a title, where it has none and that stands above it alone.

    The line remains part of the text. A byline, a dateline and a sentence with its full stop are none.
    """
    first, _, rest = draft.text.strip().partition("\n\n")
    alone = "\n" not in first and bool(rest.strip()) and not first.startswith(_BYLINE)
    if draft.title or not alone or len(first.split()) not in _HEADLINE_WORDS or first[-1] in ".:;,":
        return draft
    return replace(draft, title=first)


FORMAT = Format("text", (".txt", ".text"), read)
