"""A reader's draft of a document, and what every format has in common on the way to a Document."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

from jirga.documents import dates
from jirga.documents.cleaning import TEXT_VERSION, clean, one_line
from jirga.documents.format import SPLIT_IT
from jirga.documents.languages import language
from jirga.documents.limits import Limits
from jirga.errors import DocumentError
from jirga.model import Document, PublishedBasis

#: Longest title, publisher, author or address kept, in code points; longer ones are cut and it is told.
MOST_CHARACTERS = 1_000

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader found: raw text and metadata, not yet clean. `published` is as the source words it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "stated"
    url: str | None = None
    notes: tuple[str, ...] = ()


def finish(
    draft: Draft, *, digest: str, source: str, format_name: str, limits: Limits, file_name: str = ""
) -> Document:
    """Return the clean Document of `draft`; raises DocumentError where it is empty or over the limit.

    `digest` becomes the id. `file_name` may give the publication date where the draft has none; it is empty
    for a row of a table, whose file is named for something else.
    """
    text = _checked_text(draft.text, source, limits)
    notes = list(draft.notes)
    published, basis, date_note = _published(draft, file_name)
    document = Document(
        id=digest,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        text_version=TEXT_VERSION,
        source=source,
        text=text,
        title=_field("title", draft.title, notes),
        publisher=_field("publisher", draft.publisher, notes),
        author=_field("author", draft.author, notes),
        published=published,
        published_basis=basis,
        url=_url(draft.url, notes),
        language=language(text),
        format=format_name,
    )
    return replace(document, notes=(*notes, date_note) if date_note else tuple(notes))


def _checked_text(raw: str, source: str, limits: Limits) -> str:
    text = clean(raw)
    if not text:
        raise DocumentError(
            "there is no text in it", document=source, stage="reading", next_step="leave it out"
        )
    if len(text) > limits.max_characters:
        what = f"{len(text):,} characters of text, over the limit of {limits.max_characters:,}"
        raise DocumentError(what, document=source, stage="reading", next_step=SPLIT_IT)
    return text


def _published(draft: Draft, file_name: str) -> tuple[str | None, PublishedBasis, str | None]:
    """Return date, basis, note. A stated date that cannot be read is not replaced by another kind of date."""
    if draft.published and draft.published.strip():
        day, note = dates.published(draft.published)
        return day, draft.published_basis if day else "unknown", note
    if day := dates.in_name(file_name):
        return day, "filename", None
    return None, "unknown", None


def _field(name: str, value: str | None, notes: list[str]) -> str | None:
    line = one_line(value or "")
    if len(line) > MOST_CHARACTERS:
        notes.append(f"the {name} has {len(line):,} characters and was cut to {MOST_CHARACTERS:,}")
    return line[:MOST_CHARACTERS].strip() or None


def _url(value: str | None, notes: list[str]) -> str | None:
    """Return the address unless its scheme is one that a page must not link to (`javascript:`, `data:`)."""
    line = _field("url", value, notes)
    scheme = _SCHEME.match(line or "")
    if scheme and scheme[1].lower() not in ("http", "https"):
        notes.append("the address is not of the web and was left out")
        return None
    return line
