"""Files that hold one document: their bytes → one Document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from jirga.documents import decoding
from jirga.documents.draft import Draft, finish
from jirga.documents.format import Opened
from jirga.model import Document

SAVE_AS_UTF8 = "save it as UTF-8 and read it again"


def documents(
    opened: Opened,
    format_name: str,
    draft: Callable[[str, Opened], Draft],
    declared: Callable[[bytes], str | None] = lambda _: None,
) -> Iterator[Document]:
    """Yield the one document of `opened`; raises DocumentError where it cannot be decoded or has no text.

    `draft` turns the decoded text into a draft, `declared` finds the encoding that the bytes name themselves.
    """
    data = opened.whole()
    if kind := decoding.binary_kind(data):
        raise opened.fault("decoding", f"not text but {kind}", "convert it to text and read that")
    decoded = decoding.decode(data, declared=declared(data))
    if decoded is None:
        raise opened.fault("decoding", "its encoding cannot be told", SAVE_AS_UTF8)
    text, note = decoded
    made = draft(text, opened)
    if note:
        made = replace(made, notes=(note, *made.notes))
    path = opened.source.path
    yield finish(
        made,
        digest=hashlib.sha256(data).hexdigest(),
        source=opened.source.name,
        format_name=format_name,
        limits=opened.limits,
        file_name=Path(path).name if path else "",
    )
