"""What a run of reading tells: while it goes, and at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from jirga.model import Problem


class Progress(Protocol):
    """Who is told as documents are finished; the command line shows it, reading itself prints nothing."""

    def start(self, total_bytes: int) -> None:
        """Begin; `total_bytes` is the size of all files (standard input, of unknown size, counts nothing)."""

    def advance(self, bytes: int, documents: int) -> None:  # noqa: A002
        """Some more bytes and documents are done: stored, known already, or failed."""

    def problem(self, line: str) -> None:
        """Something could not be done; `line` is the whole message."""

    def finish(self) -> None:
        """End, also after an interruption or an error."""


class Silence:
    """Progress that nobody watches."""

    def start(self, total_bytes: int) -> None:
        """Do nothing."""

    def advance(self, bytes: int, documents: int) -> None:  # noqa: A002
        """Do nothing."""

    def problem(self, line: str) -> None:
        """Do nothing."""

    def finish(self) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did, in documents, and what it could not do.

    `seen` documents were got out of the files; of these `new` have a new reading in the record and
    `unchanged` had this very reading before. `copies` counts new ones that copy one which was there before.
    `failed` counts what has no statements in the record for a reason told in `problems` (a file that could
    not be read, a language that is not), `partial` readings that kept what they could. `statements` were
    added; `undated` counts new documents without a date of publication; `words` were coded in `seconds` of
    wall-clock. `passed_over` names the files of folders that are of kinds not read (a PDF, a photograph): no
    failure, since nobody asked for them by name.
    """

    seen: int = 0
    new: int = 0
    unchanged: int = 0
    copies: int = 0
    failed: int = 0
    partial: int = 0
    statements: int = 0
    undated: int = 0
    words: int = 0
    seconds: float = 0.0
    problems: tuple[Problem, ...] = ()
    passed_over: tuple[str, ...] = ()
