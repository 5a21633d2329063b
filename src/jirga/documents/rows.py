"""Tables: their lines, and a row of fields → Document, whatever the columns are called."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jirga.documents import decoding
from jirga.documents.draft import Draft, finish
from jirga.documents.format import HEAD_BYTES, Opened
from jirga.documents.single import SAVE_AS_UTF8
from jirga.errors import DocumentError
from jirga.model import Document, Problem

#: Column names that are understood, best first: ours, then those of common news exports.
COLUMNS: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "body",
        "content",
        "article",
        "article_text",
        "full_text",
        "fulltext",
        "maintext",
        "story",
    ),
    "title": ("title", "headline", "heading"),
    "publisher": (
        "publisher",
        "source",
        "source_name",
        "outlet",
        "newspaper",
        "publication",
        "site",
        "sitename",
    ),
    "author": ("author", "authors", "byline", "creator"),
    "published": (
        *("published", "date", "published_at", "publication_date", "published_date", "publish_date"),
        *("date_published", "date_publish", "pub_date", "pubdate", "publishedat"),
    ),
    "url": ("url", "link", "source_url", "href", "permalink"),
}

FIX_ROW = "mend this row and read the file again; rows already read are not added twice"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table with its line end; `number` counts from 1, `note` tells a guessed encoding."""

    number: int
    text: str
    note: str | None = None


def row_problem(opened: Opened, number: int, stage: str, what: str, next_step: str = FIX_ROW) -> Problem:
    """Return the Problem of the row at line `number`, named `path:number`."""
    return Problem(f"{opened.source.name}:{number}", stage, what, next_step)


def wanted(names: list[str]) -> dict[str, str]:
    """Return field → the name among `names` that gives it; without a "text" where no name does."""
    known = {re.sub(r"[\s-]+", "_", name.strip().casefold()): name for name in reversed(names)}
    found = {
        field: next((known[n] for n in options if n in known), None) for field, options in COLUMNS.items()
    }
    return {field: name for field, name in found.items() if name is not None}


def document(
    opened: Opened, line: Line, fields: Mapping[str, str], notes: tuple[str, ...] = ()
) -> Document | Problem:
    """Return the Document of one row, or its Problem. Its id hashes the fields, whatever their columns."""
    canonical = json.dumps({k: v for k, v in fields.items() if v}, sort_keys=True, separators=(",", ":"))
    draft = Draft(
        fields.get("text", ""),
        fields.get("title"),
        fields.get("publisher"),
        fields.get("author"),
        fields.get("published"),
        url=fields.get("url"),
        notes=((line.note,) if line.note else ()) + notes,
    )
    try:
        return finish(
            draft,
            digest=hashlib.sha256(canonical.encode()).hexdigest(),
            source=f"{opened.source.name}:{line.number}",
            format_name=opened.source.format,
            limits=opened.limits,
        )
    except DocumentError as error:
        return Problem(error.document, error.stage, error.what, error.next_step)


def lines(opened: Opened) -> Iterator[Line | Problem]:
    """Yield the lines of a table, streamed; a line that is too long or not decodable is a Problem.

    Raises DocumentError where the file is binary or its encoding cannot be told.
    """
    if kind := decoding.binary_kind(opened.head):
        raise opened.fault("decoding", f"not text but {kind}", "export the table as CSV or JSON Lines")
    encoding = decoding.encoding_of(opened.head, cut=len(opened.head) >= HEAD_BYTES)
    if encoding is None:
        raise opened.fault("decoding", "its encoding cannot be told", SAVE_AS_UTF8)
    if encoding.codec in ("utf-16", "utf-32") or (b"\r" in opened.head and b"\n" not in opened.head):
        yield from _lines_of_whole(opened, encoding)
    else:
        yield from _streamed(opened, encoding)


def _lines_of_whole(opened: Opened, encoding: decoding.Encoding) -> Iterator[Line]:
    """Yield the lines of an encoding whose lines cannot be told in bytes, or that end in a bare `\\r`."""
    try:
        text = opened.whole().decode(encoding.codec)
    except UnicodeDecodeError as error:
        raise opened.fault("decoding", f"not valid {encoding.codec}", SAVE_AS_UTF8) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        yield Line(number, line + "\n", encoding.note)


def _streamed(opened: Opened, encoding: decoding.Encoding) -> Iterator[Line | Problem]:
    most = opened.limits.max_bytes
    codec = "utf-8" if encoding.codec == "utf-8-sig" else encoding.codec
    number = 0
    while data := opened.stream.readline(most + 1):
        number += 1
        if len(data) > most and not data.endswith(b"\n"):
            _skip_line(opened)
            yield row_problem(opened, number, "reading", f"a line longer than the limit of {most:,} bytes")
            continue
        if number == 1:
            data = data.removeprefix(b"\xef\xbb\xbf")
        try:
            yield Line(number, data.decode(codec), encoding.note)
        except UnicodeDecodeError:
            yield row_problem(opened, number, "decoding", f"a line that is not {codec} like those before it")


def _skip_line(opened: Opened) -> None:
    while (data := opened.stream.readline(HEAD_BYTES)) and not data.endswith(b"\n"):
        pass
