"""The nouns of the record (see docs/reference/record.md), as frozen dataclasses. Imports nothing of ours.

Offsets are Unicode code points into `Document.text`, half-open `[start, end)`. Dates are EDTF strings
(ISO 8601-2: `2022-06-02`, `2022-06`, `2017/2021`, `2022/..`). Countries are ISO 3166-1 alpha-3 codes plus
PLOVER's IGO, NGO, ISM, MNC; sectors are PLOVER's. Tuples, not lists, so that every noun hashes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["event", "relation", "quantity", "claim"]
Polarity = Literal["affirmed", "negated", "unknown"]
Modality = Literal[
    "asserted",
    "intended",
    "conditional",
    "possible",
    "demanded",
    "wished",
    "feared",
    "questioned",
    "generic",
]
Certainty = Literal["certain", "probable", "possible", "unstated"]
Aspect = Literal["attempted", "begun", "ongoing", "resumed", "ended", "completed", "unstated"]
TimeBasis = Literal["stated", "resolved", "narrative", "unknown"]
PublishedBasis = Literal["stated", "metadata", "filename", "unknown"]
PlacePrecision = Literal["place", "district", "province", "country", "unknown"]
SpeakerKind = Literal["person", "organisation", "document", "media", "unnamed"]
ReadingStatus = Literal["complete", "partial", "failed"]
CopyKind = Literal["verbatim", "near"]

#: PLOVER 2 event types and their quad category (manual, table "Quad categories"; the manual's section on
#: SANCTION puts it under material conflict, its summary table under verbal: the section governs here).
QUAD_OF_TYPE: dict[str, str] = {
    "AGREE": "verbal cooperation",
    "CONSULT": "verbal cooperation",
    "SUPPORT": "verbal cooperation",
    "CONCEDE": "verbal cooperation",
    "COOPERATE": "material cooperation",
    "AID": "material cooperation",
    "RETREAT": "material cooperation",
    "REQUEST": "verbal conflict",
    "ACCUSE": "verbal conflict",
    "REJECT": "verbal conflict",
    "THREATEN": "verbal conflict",
    "PROTEST": "material conflict",
    "SANCTION": "material conflict",
    "MOBILIZE": "material conflict",
    "COERCE": "material conflict",
    "ASSAULT": "material conflict",
}
EVENT_TYPES: tuple[str, ...] = tuple(QUAD_OF_TYPE)

#: PLOVER 2 modes by type.
MODES: dict[str, frozenset[str]] = {
    kind: frozenset(modes.split())
    for kind, modes in {
        "CONSULT": "visit third-party multilateral phone",
        "RETREAT": "withdraw release disarm ceasefire access resign",
        "REQUEST": "assist change yield meet",
        "REJECT": "assist change yield meet",
        "ACCUSE": "disapprove investigate allege",
        "THREATEN": "restrict arrest relations expel territory violence",
        "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
        "SANCTION": "convict expel withdraw discontinue",
        "MOBILIZE": "troops weapons police militia",
        "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
        "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms "
        "explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional",
    }.items()
}

#: Relations between two entities that the record keeps.
RELATION_TYPES: tuple[str, ...] = (
    "leads",
    "member_of",
    "part_of",
    "splinter_of",
    "ally_of",
    "shelters",
    "supports",
    "funds",
    "fights",
    "at_truce_with",
    "banned_by",
    "controls",
    "holds",
    "based_in",
    "mediates_between",
    "holds_office",
)

#: What a figure counts.
MEASURES: tuple[str, ...] = (
    "killed",
    "injured",
    "casualties",
    "detained",
    "released",
    "displaced",
    "abducted",
    "missing",
    "surrendered",
    "fighters",
    "troops",
    "demonstrators",
    "attacks",
    "money",
    "other",
)


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


@dataclass(frozen=True, slots=True)
class Event:
    """Statements judged to be about the same happening; derived, rebuilt from statements and decisions.

    `statements` stand in the order of publication; `why` says of each, in the same order, in words, why it
    stands here (empty for the first). `sources_how` says how `independent_sources` were counted.
    """

    id: str
    type: str
    modes: tuple[str, ...]
    actor: tuple[Participant, ...]
    recipient: tuple[Participant, ...]
    when: When
    where: Where
    figures: tuple[Figure, ...]
    status: Literal["reported", "contested", "denied"]
    statements: tuple[str, ...]
    documents: int
    independent_sources: int
    sources_how: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Constraints:
    """What people have judged of pairs of statements: to be of the `same` happening, or to be kept `apart`.

    Pairs of ids of current statements, the smaller id first.
    """

    same: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
