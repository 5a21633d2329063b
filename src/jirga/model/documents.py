"""A text as published, and one pass of the coder over it."""

from __future__ import annotations

from dataclasses import dataclass

from jirga.model.codes import PublishedBasis, ReadingStatus


@dataclass(frozen=True, slots=True)
class Document:
    """One text as published.

    `id` is the SHA-256 (hex) of the original bytes, for a row of a table of the canonical row with its
    metadata; `text_hash` the SHA-256 of `text` as UTF-8, shared by verbatim copies; `text_version` names the
    cleaner; `source` is the name the user knows it by (a path, `path:row`, or `-`); `published` is EDTF or
    None; `language` ISO 639-1 or `und`; `notes` are what a reader had to do to get at the text (a guessed
    encoding, lines dropped), one sentence each.
    """

    id: str
    text_hash: str
    text_version: str
    source: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    url: str | None = None
    language: str = "und"
    format: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a stage could not do with a document, told as one line."""

    document: str
    stage: str
    what: str
    next_step: str = ""

    def line(self) -> str:
        """Return `document: stage: what. Next: next step.`."""
        text = f"{self.document}: {self.stage}: {self.what.rstrip('.')}."
        return " ".join((f"{text} Next: {self.next_step.rstrip('.')}." if self.next_step else text).split())


@dataclass(frozen=True, slots=True)
class Reading:
    """One pass of the coder over one document.

    `id` hashes (document, text_version, published, coder, lexicon, configuration). `problems` say what
    failed and where; a `partial` reading kept what it could, a `failed` one has no statements.
    """

    id: str
    document: str
    text_version: str
    coder: str
    lexicon: str
    configuration: str
    status: ReadingStatus = "complete"
    problems: tuple[Problem, ...] = ()
