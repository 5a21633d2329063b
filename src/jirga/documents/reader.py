"""One source → its documents and problems; the way in for everything that reads."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, BinaryIO, cast

from jirga.documents import formats, html, plain
from jirga.documents.format import HEAD_BYTES, Format, Opened, Source, opening_text, problem_of
from jirga.documents.limits import DEFAULT_LIMITS, Limits
from jirga.errors import DocumentError
from jirga.model import Document, Problem

_AGAIN = "check that the file is still there and may be read, then read it again"


def read(source: Source, limits: Limits = DEFAULT_LIMITS) -> Iterator[Document | Problem]:
    """Yield the documents of `source`, with a Problem for each it could not read; never raises for bad input.

    A table yields one a row, streamed; any other format yields one. Uses no network.
    """
    try:
        with _opened(source, limits) as opened:
            chosen, opened = _choose(opened)
            yield from _counted(chosen.read(opened), opened)
    except DocumentError as error:
        yield problem_of(error)
    except OSError as error:
        yield Problem(source.name, "reading", f"it cannot be read ({error.strerror or error})", _AGAIN)


def _choose(opened: Opened) -> tuple[Format, Opened]:
    """Return the format: the one its name says, unless it has none or a web page is called `.txt`."""
    text = opening_text(opened.head)
    named = formats.by_name(opened.source.format)
    if named is None or (named is plain.FORMAT and html.looks_like(text)):
        named = formats.by_content(text)
    return named, replace(opened, source=replace(opened.source, format=named.name))


def _counted(found: Iterator[Document | Problem], opened: Opened) -> Iterator[Document | Problem]:
    """Yield what was found, but count the bad rows of a table beyond `limits.max_told`."""
    problems = 0
    for item in found:
        problems += isinstance(item, Problem)
        if isinstance(item, Document) or problems <= opened.limits.max_told:
            yield item
    if problems > opened.limits.max_told:
        more = f"{problems - opened.limits.max_told:,} more rows that could not be read"
        yield Problem(
            opened.source.name, "parsing", more, "mend the first ones; the others may have the same cause"
        )


@contextmanager
def _opened(source: Source, limits: Limits) -> Iterator[Opened]:
    stream = _open_regular(source) if source.path is not None else _standard_input()
    with stream:
        head = stream.read(HEAD_BYTES)
        while len(head) < HEAD_BYTES and (more := stream.read(HEAD_BYTES - len(head))):
            head += more
        if not head:
            raise DocumentError(
                "it is empty", document=source.name, stage="reading", next_step="leave it out"
            )
        again = cast(BinaryIO, io.BufferedReader(_Prefixed(head, stream), HEAD_BYTES))
        yield Opened(source, head, again, limits)


def _open_regular(source: Source) -> BinaryIO:
    """Open a file, looking at the open file itself: what was a file a moment ago may now be a pipe.

    A pipe without a writer would block for ever, hence O_NONBLOCK, which does nothing to a regular file.
    """
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    )
    descriptor = os.open(cast(os.PathLike[str], source.path), flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        what = "not a file but a folder, a pipe or a device"
        raise DocumentError(what, document=source.name, stage="reading", next_step="name a file")
    return os.fdopen(descriptor, "rb")


def _standard_input() -> BinaryIO:
    """Return standard input as a stream whose closing leaves the process's own open."""
    try:
        return os.fdopen(sys.stdin.fileno(), "rb", closefd=False)
    except (OSError, ValueError, AttributeError):
        # Without a descriptor (a test's, a notebook's input) there is still its buffer, if anything.
        return io.BytesIO(sys.stdin.buffer.read() if sys.stdin else b"")


class _Prefixed(io.RawIOBase):
    """Bytes already taken from a stream, then the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        """Return True: it is there to be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill `buffer` from the head while it lasts, then from the rest; return the bytes written."""
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :] if self._head else self._head
        buffer[: len(data)] = data
        return len(data)
