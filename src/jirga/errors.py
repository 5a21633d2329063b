"""One family of errors: what happened, in which document, at which stage, and what to do next."""

from __future__ import annotations


class JirgaError(Exception):
    """A failure a user can act on, told in one line.

    `document` names the text as the user knows it (a path, or `path:row` for a table), `stage` the room
    that failed (reading, decoding, coding, storing …), `next_step` what to do about it.
    """

    def __init__(self, what: str, *, document: str = "", stage: str = "", next_step: str = "") -> None:
        """Keep the parts of the line."""
        super().__init__(what)
        self.what = what
        self.document = document
        self.stage = stage
        self.next_step = next_step

    def line(self) -> str:
        """Return the failure as one line: `document: stage: what. Next: next step`."""
        where = ": ".join(part for part in (self.document, self.stage) if part)
        text = f"{where}: {self.what}" if where else self.what
        text = f"{text.rstrip('.')}."
        if self.next_step:
            text = f"{text} Next: {self.next_step.rstrip('.')}."
        return " ".join(text.split())

    def __str__(self) -> str:
        """Return the same line, so that a log shows no less than the screen."""
        return self.line()


class DocumentError(JirgaError):
    """One document could not be read or coded; the others go on."""


class RecordError(JirgaError):
    """The record cannot be opened, read or written (missing, locked, read-only, full disk, newer schema)."""


class UsageError(JirgaError):
    """The user asked for something that does not exist or makes no sense (an unknown type, a bad date)."""


class NotFoundError(UsageError):
    """No entry of the record has this id."""


class MistakesError(UsageError):
    """A user's file with mistakes in it, all of them told at once: `mistakes`, one line each."""

    def __init__(self, mistakes: tuple[str, ...], *, document: str, stage: str = "", next_step: str) -> None:
        """Keep the mistakes, each beginning with where it is (`line 4: …`)."""
        count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        super().__init__(count, document=document, stage=stage, next_step=next_step)
        self.mistakes = mistakes

    def line(self) -> str:
        """Return a line for each mistake, each naming the file, and one that sums them up."""
        each = [f"{self.document}: {' '.join(mistake.split())}" for mistake in self.mistakes]
        return "\n".join([*each, super().line()])
