"""One task, a file or one row of a table, from its bytes to its statements; no writing here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from jirga.documents import Limits, Source
from jirga.documents import read as read_documents
from jirga.errors import JirgaError
from jirga.language import LANGUAGES
from jirga.lexicon.own import OwnLexicon
from jirga.model import Document, Problem, Reading, Statement
from jirga.store import Store


class Coded(Protocol):
    """What a coder gives back."""

    @property
    def reading(self) -> Reading:
        """The reading, with its status and problems."""

    @property
    def statements(self) -> Sequence[Statement]:
        """The statements, in order."""


class Coder(Protocol):
    """Who codes: `jirga.coding.Coder`, or another with its interface."""

    @property
    def name(self) -> str:
        """The coder and its version."""

    @property
    def lexicon(self) -> str:
        """The version of the lexicon."""

    @property
    def configuration(self) -> str:
        """What else the statements depend on."""

    def reading_id(self, document: Document) -> str:
        """The id that a reading of this document has."""

    def code(self, document: Document) -> Coded:
        """The reading and its statements; a failure is a failed reading."""


CoderFactory = Callable[[], Coder]
#: What a worker process is told first: the record, the limits, what makes its coder.
Setup = tuple[str, Limits, CoderFactory]


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read and code, or a document already read from a table; `size` is its share of the bytes."""

    work: Source | Document
    size: int

    @property
    def name(self) -> str:
        """What the user knows it by."""
        return self.work.name if isinstance(self.work, Source) else self.work.source


@dataclass(frozen=True, slots=True)
class Finished:
    """A document with its reading, to be stored; `known` where the record has this very reading already.

    `document` is what was coded; `as_read`, where people have corrected it, what its file has. `meanings` are
    the vectors of triggers by their statements' ids, where the coder gives any.
    """

    document: Document
    reading: Reading
    statements: tuple[Statement, ...] = field(default=())
    known: bool = False
    as_read: Document | None = None
    meanings: Mapping[str, bytes] = field(default_factory=dict)


Outcome = Finished | Problem


def usual_coder(own: OwnLexicon | None = None) -> Coder:
    """Return Jirga's own coder, with a user's `own` lexicon if any; it loads the language model."""
    from jirga.coding import Coder as Ours

    return Ours(own=own)


class Bench:
    """All it takes to code tasks: the record (to see what it has), a coder and the limits."""

    def __init__(self, store: Store, coder: Coder, limits: Limits) -> None:
        """Take what is needed; nothing is read yet."""
        self._store = store
        self._coder = coder
        self._limits = limits

    def outcomes(self, task: Task) -> list[Outcome]:
        """Return what became of each document of the task; raises RecordError, and nothing else."""
        try:
            return list(self._outcomes(task))
        except JirgaError:
            raise
        except Exception as error:  # noqa: BLE001 - a mistake of ours in one text must not cost the others
            what = f"it could not be coded ({type(error).__name__}: {error})"
            return [Problem(task.name, "coding", what, "report this, with the text if it may be shared")]

    def _outcomes(self, task: Task) -> Iterator[Outcome]:
        found = read_documents(task.work, self._limits) if isinstance(task.work, Source) else [task.work]
        for one in found:
            yield one if isinstance(one, Problem) else self._as_corrected(one)

    def _as_corrected(self, as_read: Document) -> Finished:
        """What a person has corrected stays so, and relative dates are reckoned from the corrected one."""
        document = self._store.corrected(as_read)
        return replace(self._coded(document), as_read=as_read if document != as_read else None)

    def _coded(self, document: Document) -> Finished:
        reading = self._coder.reading_id(document)
        if document.language not in LANGUAGES and document.language != "und":
            return Finished(document, self._unread(document, reading))
        if self._store.status_of(reading) not in (None, "failed"):  # what failed is tried again
            return Finished(document, self._empty(document, reading), known=True)
        coded = self._coder.code(document)
        meanings = getattr(coded, "meanings", {})  # another coder need not know of them
        return Finished(document, coded.reading, tuple(coded.statements), meanings=meanings)

    def _unread(self, document: Document, reading: str) -> Reading:
        problem = Problem(
            document.source,
            "language",
            f"it is in {document.language!r}, and only {', '.join(sorted(LANGUAGES))} can be read",
            "nothing to mend: it is kept unread, and can be searched",
        )
        coder = self._coder
        return Reading(
            reading,
            document.id,
            document.text_version,
            coder.name,
            coder.lexicon,
            coder.configuration,
            "failed",
            (problem,),
        )

    def _empty(self, document: Document, reading: str) -> Reading:
        coder = self._coder
        return Reading(
            reading, document.id, document.text_version, coder.name, coder.lexicon, coder.configuration
        )
