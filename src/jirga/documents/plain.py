"""Plain text, with or without a header of `Key: value` lines."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.documents import header, single
from jirga.documents.format import Format, Opened
from jirga.model import Document, Problem


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the document of a plain-text file."""
    yield from single.documents(opened, "text", lambda text, _: header.split_plain(text))


FORMAT = Format("text", (".txt", ".text"), read)
