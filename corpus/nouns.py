"""The corpus's own nouns, around those of the record (`jirga.model`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from jirga.model import Document, Span, Speaker, Statement

Part = Literal["train", "dev", "dev-2", "dev-3", "dev-4", "dev-5", "dev-6", "test", "real", "real-train"]
#: The development parts, the first hands' and those of later ones.
DEVELOPMENT: tuple[Part, ...] = tuple(part for part in get_args(Part) if part.startswith("dev"))


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in a source file. `severity` is `error`, or `note` for what only deserves a look."""

    file: str
    line: int
    what: str
    next_step: str = ""
    severity: Literal["error", "note"] = "error"

    def __str__(self) -> str:
        """Return `file:line: what. Next: next step.`."""
        mark = "" if self.severity == "error" else "note: "
        text = f"{self.file}:{self.line}: {mark}{self.what.rstrip('.')}."
        return f"{text} Next: {self.next_step.rstrip('.')}." if self.next_step else text


class CorpusError(Exception):
    """Faults that keep the corpus from being read, one line each."""

    def __init__(self, faults: list[Fault] | str) -> None:
        """Take the faults, or one sentence."""
        super().__init__(faults if isinstance(faults, str) else "\n".join(str(fault) for fault in faults))


@dataclass(frozen=True, slots=True)
class Chain:
    """Everything in a passage that names one entity; `entity` is None for an unnamed one."""

    label: str
    name: str
    entity: str | None
    country: str | None
    sectors: tuple[str, ...]
    kind: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A statement (or its figure at index `figure`) that answers a contested question of its story."""

    question: str
    statement: str
    figure: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage's place in a set of minimal pairs: which set, what stance, by which construction."""

    id: str
    stance: str
    construction: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a real passage stands: offsets `start`, `end` in the source text whose SHA-256 is `hash`."""

    source: str
    hash: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One annotated text. Offsets of everything in it are code points into `document.text`.

    `attributions` are all (source, cue, content) in it, each as a chain of speakers nearest first, whether
    or not a statement stands in the content. `events` gives the story-wide event id of a statement that has
    one. `copy_of` and `draws_on` name the passage this one copies, or rewrites.
    """

    id: str
    hand: str
    part: Part
    genre: str
    conflict: str
    document: Document
    sentences: tuple[tuple[int, int], ...]
    statements: tuple[Statement, ...]
    attributions: tuple[tuple[Speaker, ...], ...] = ()
    entities: tuple[Chain, ...] = ()
    events: Mapping[str, str] = field(default_factory=dict)
    positions: tuple[Position, ...] = ()
    story: str | None = None
    questions: Mapping[str, str] = field(default_factory=dict)
    copy_of: str | None = None
    draws_on: str | None = None
    pair: Pair | None = None
    origin: Origin | None = None

    @property
    def text(self) -> str:
        """The passage's text."""
        return self.document.text
