"""One question on which what is told differs, and the positions on it: never an average, never a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: What a question is about: a number, who did or suffered it, whether it happened, or its date.
About = Literal["how many", "who", "whether", "when"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One passage that takes a position.

    `value` is what it says in a few words ("at least 30 people"); `said_by` the names of its speakers, the
    nearest first, empty for the document's own voice; `figure` the index of the statement's figure that says
    it, where it is about a number.
    """

    statement: str
    document: str
    value: str
    said_by: tuple[str, ...] = ()
    figure: int | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """One answer, with all who give it, in the order of publication.

    Of a number `low` and `high` are inclusive bounds (None: open); of a date `edtf`; of somebody `entity`,
    the lexicon's id where there is one. `independent_sources`: copies and mere quotation count once.
    """

    value: str
    voices: tuple[Voice, ...]
    low: float | None = None
    high: float | None = None
    edtf: str | None = None
    entity: str | None = None
    independent_sources: int = 1


@dataclass(frozen=True, slots=True)
class Change:
    """A speaker's earlier word that a later one of the same speaker replaces: no contest of its own."""

    speaker: str
    earlier: Voice
    later: Voice


@dataclass(frozen=True, slots=True)
class Beside:
    """Something told of the same subject that differs and contradicts nothing, with the reason in words."""

    voice: Voice
    why: str


@dataclass(frozen=True, slots=True)
class Contest:
    """A question and every position on it.

    `subject` names what it is asked of, in the record's words, `entity` its id; `measure` is what a number
    counts; `period` (EDTF) what a total spans or when the event took place; `events` are the ids of the
    events concerned, `truce` that of the truce. Where fewer than two positions stand against each other,
    the entry only shows `changes` or what stands `beside`, and is not `contested`.
    """

    id: str
    about: About
    question: str
    positions: tuple[Position, ...]
    subject: str = ""
    entity: str | None = None
    measure: str | None = None
    period: str | None = None
    events: tuple[str, ...] = ()
    truce: str | None = None
    changes: tuple[Change, ...] = ()
    beside: tuple[Beside, ...] = ()

    @property
    def contested(self) -> bool:
        """Whether two positions or more contradict each other."""
        return len(self.positions) > 1

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Every passage of the entry: positions, then changes, then what stands beside; each once."""
        told = [voice for position in self.positions for voice in position.voices]
        told += [voice for change in self.changes for voice in (change.earlier, change.later)]
        return tuple(dict.fromkeys([*told, *(one.voice for one in self.beside)]))

    @property
    def statements(self) -> tuple[str, ...]:
        """Ids of all statements behind the entry."""
        return tuple(dict.fromkeys(voice.statement for voice in self.voices))

    @property
    def documents(self) -> int:
        """How many documents take part."""
        return len({voice.document for voice in self.voices})
