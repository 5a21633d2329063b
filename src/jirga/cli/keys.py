"""One key at a time: from a terminal, or from whatever is piped in; where neither is there, none."""

from __future__ import annotations

import os
import select
import sys
from typing import IO

import click

#: How long the next key of a pipe may take to come, seconds: then nobody is at the other end.
_PATIENCE = 5.0

#: What ends a sitting on a terminal beside `q`: Ctrl-C, Ctrl-D, Escape.
_ENDS = ("\x03", "\x04", "\x1b")


class Keys:
    """Where keys come from; `terminal` says whether a person sits there."""

    def __init__(self, source: IO[str] | None = None) -> None:
        """Look at standard input, or at another stream."""
        self._source = sys.stdin if source is None else source
        self.terminal = self._source is not None and not self._source.closed and self._source.isatty()

    def key(self) -> str:
        """Return the next key, in small letters; empty at the end, and where none comes in time."""
        if self.terminal:
            try:
                pressed = click.getchar()
            except (EOFError, KeyboardInterrupt):
                return ""
            return "" if pressed in _ENDS else pressed.lower()
        piped = self._read()
        while piped.isspace():
            piped = self._read()
        return piped.decode("utf-8", "replace").lower()

    def line(self, asked: str) -> str:
        """Return a line that is written out, asked for by `asked` on a terminal; empty at the end."""
        if self.terminal:
            try:
                return input(asked)
            except (EOFError, KeyboardInterrupt):
                return ""
        written = b""
        while (one := self._read()) not in (b"", b"\n"):
            written += one
        return written.decode("utf-8", "replace").strip()

    def _read(self) -> bytes:
        """Return the next byte of what is piped in, waiting for it no longer than a moment."""
        source = self._source
        if source is None or source.closed:
            return b""
        try:
            number = source.fileno()
        except (OSError, ValueError):  # a stream that is no file of the system's: nothing can be waited for
            return source.read(1).encode("utf-8", "replace")
        ready, _, _ = select.select([number], [], [], _PATIENCE)
        return os.read(number, 1) if ready else b""
