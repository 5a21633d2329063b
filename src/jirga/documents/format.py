"""What a format is to this room: a name, its file endings, and a reader of an opened source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from jirga.documents.limits import Limits
from jirga.errors import DocumentError
from jirga.model import Document, Problem

#: Bytes looked at to tell binary content, encoding and format.
HEAD_BYTES = 65_536

#: What to do about a text over a limit.
SPLIT_IT = "split the text into smaller files and read those"


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or standard input (`path` None): it may hold many documents.

    `name` is what the user knows it by, safe to print; `size` its bytes, -1 where unknown; `format` the name
    of a format of this room, empty where its content must tell.
    """

    name: str
    path: Path | None
    size: int
    format: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file in a folder, of a kind not read: no failure, since nobody named it; `name` as of `Source`."""

    name: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A source whose bytes can be read: `head` is the beginning of what `stream` will give."""

    source: Source
    head: bytes
    stream: BinaryIO
    limits: Limits

    def whole(self) -> bytes:
        """Return all bytes; raises DocumentError where there are more than `limits.max_bytes`."""
        data = self.stream.read(self.limits.max_bytes + 1)
        if len(data) > self.limits.max_bytes:
            raise self.fault("reading", f"larger than the limit of {self.limits.max_bytes:,} bytes", SPLIT_IT)
        return data

    def fault(self, stage: str, what: str, next_step: str) -> DocumentError:
        """Return the error that names this source, to be raised."""
        return DocumentError(what, document=self.source.name, stage=stage, next_step=next_step)


def problem_of(error: DocumentError) -> Problem:
    """Return the Problem that says what `error` says."""
    return Problem(error.document, error.stage, error.what, error.next_step)


def opening_text(head: bytes) -> str:
    """Return `head` as text good enough to tell a format by: marked UTF-16 as such, all else as UTF-8."""
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return head.decode(encoding, errors="replace").lstrip()


@dataclass(frozen=True, slots=True)
class Format:
    """One way texts are kept in files.

    `suffixes` are lower-case file endings with their dot. `read` yields the documents of an opened source and
    may raise DocumentError for the whole of it. `looks_like` tells by the opening text whether unnamed
    content is of this format; None for one that cannot be told from plain text.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Opened], Iterator[Document | Problem]]
    looks_like: Callable[[str], bool] | None = None
