"""What one passage says: a statement, and the spans, parties, speakers, figures it is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from jirga.model.codes import (
    QUAD_OF_TYPE,
    Aspect,
    Certainty,
    Kind,
    Modality,
    PlacePrecision,
    Polarity,
    SpeakerKind,
    TimeBasis,
)

#: Numbers, a signed byte each, in the vector that tells what a statement's trigger means where it stands;
#: `training.meaning` makes the head of so many, and a record's file with others is refused.
MEANING_WIDTH = 32


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text; `quote` equals `text[start:end]`, offsets in code points."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Return the span of `text` from `start` to `end`; raises ValueError where it is empty or outside."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}:{end} outside a text of {len(text)} code points")
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so: a source, with the cue that introduces it and the content it is held to.

    `entity` is the lexicon's id where the source is known; `mention` is None only where the text names no
    source (an agentless "reportedly": `kind` is then `unnamed` and the cue is the evidence).
    """

    name: str
    kind: SpeakerKind
    entity: str | None = None
    mention: Span | None = None
    cue: Span | None = None
    content: Span | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor or a recipient: a mention of an entity, known or not.

    `entity` is the lexicon's id, or an id of its own (`x-…`) for a named entity the lexicon lacks, or None
    for an unnamed one ("gunmen"). `country` and `sector` may be None: unknown is shown as unknown. A
    participant may have speakers and a certainty of its own ("police blame the TTP").
    """

    name: str
    mention: Span
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    other_sectors: tuple[str, ...] = ()
    wikidata: str | None = None
    said_by: tuple[Speaker, ...] = ()
    certainty: Certainty = "unstated"


@dataclass(frozen=True, slots=True)
class When:
    """When it happened: EDTF with the first and last day it allows (ISO dates; None if open or unknown)."""

    edtf: str | None = None
    start: str | None = None
    end: str | None = None
    basis: TimeBasis = "unknown"
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """Where it happened; coordinates in WGS 84 degrees, None where only a name is known."""

    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision = "unknown"
    geonameid: int | None = None
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as one speaker gives it: inclusive bounds, `high` None for "at least", both None for "many".

    `of` is what was counted in the text's words, `entity` its lexicon id, `period` EDTF, `part_of` the
    quote of the total that it is a part of, `unit` a currency or the like where the measure needs one.
    """

    measure: str
    mention: Span
    low: float | None = None
    high: float | None = None
    approximate: bool = False
    of: str | None = None
    entity: str | None = None
    period: str | None = None
    part_of: str | None = None
    unit: str | None = None
    said_by: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Factuality:
    """The nearest speaker's commitment to what a statement says; never Jirga's own judgement."""

    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    certainty: Certainty = "unstated"
    aspect: Aspect = "unstated"
    historical: bool = False

    @property
    def happened(self) -> bool:
        """Whether the speaker says that it happened: affirmed and asserted, and nothing less."""
        return self.polarity == "affirmed" and self.modality == "asserted"


@dataclass(frozen=True, slots=True)
class EventCode:
    """A PLOVER event: type, modes, contexts."""

    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()

    @property
    def quad(self) -> str:
        """PLOVER's quad category of the type."""
        return QUAD_OF_TYPE[self.type]


@dataclass(frozen=True, slots=True)
class RelationCode:
    """A standing relation from the statement's actor to its recipient, with EDTF bounds if told."""

    type: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class QuantityCode:
    """A total or a trend that is no single event: its period (EDTF) and the way it goes, if told."""

    trend: Literal["up", "down", "steady"] | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What one passage says; immutable. `id` hashes document, kind, spans and reading, never the confidence.

    Of two with other codes on the very same spans, the id of the one hashes its code as well.

    `start`, `end`, `quote` are the clause that says it; `sentence` the sentence around it. `trigger` is the
    word or words that carry it. Exactly one of `event`, `relation`, `quantity` is set for those kinds; a
    quantity has its `figures`; `content_of` is the id of the act whose content this is: then it is no event
    that happened whatever its factuality. `decided_by` says what decided type, roles, speaker and factuality.
    """

    id: str
    kind: Kind
    document: str
    reading: str
    start: int
    end: int
    quote: str
    sentence: Span
    trigger: Span
    factuality: Factuality
    event: EventCode | None = None
    relation: RelationCode | None = None
    quantity: QuantityCode | None = None
    actor: tuple[Participant, ...] = ()
    recipient: tuple[Participant, ...] = ()
    when: When = field(default_factory=When)
    where: Where = field(default_factory=Where)
    figures: tuple[Figure, ...] = ()
    said_by: tuple[Speaker, ...] = ()
    content_of: str | None = None
    confidence: float = 0.5
    coder: str = ""
    decided_by: tuple[str, ...] = ()

    @property
    def happened(self) -> bool:
        """Whether it happened according to its speaker: asserted, affirmed, not mere content."""
        return self.factuality.happened and self.content_of is None

    @property
    def code(self) -> str | None:
        """An event's type, a relation's, or the measure of a quantity; None where it has none."""
        if self.event:
            return self.event.type
        if self.relation:
            return self.relation.type
        return self.figures[0].measure if self.figures else None
