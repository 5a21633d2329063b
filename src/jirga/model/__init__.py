"""The nouns of the record (see docs/reference/record.md), as frozen dataclasses. Imports nothing of ours.

Offsets are Unicode code points into `Document.text`, half-open `[start, end)`. Dates are EDTF strings
(ISO 8601-2: `2022-06-02`, `2022-06`, `2017/2021`, `2022/..`). Countries are ISO 3166-1 alpha-3 codes plus
PLOVER's IGO, NGO, ISM, MNC; sectors are PLOVER's. Tuples, not lists, so that every noun hashes.
"""

from __future__ import annotations

from jirga.model.codes import (
    EVENT_TYPES,
    MEASURES,
    MODES,
    QUAD_OF_TYPE,
    RELATION_TYPES,
    Aspect,
    Certainty,
    CopyKind,
    Kind,
    Modality,
    PlacePrecision,
    Polarity,
    PublishedBasis,
    ReadingStatus,
    SpeakerKind,
    TimeBasis,
)
from jirga.model.contests import About, Beside, Change, Contest, Position, Voice
from jirga.model.decisions import Anchor, Decision, DecisionKind
from jirga.model.documents import (
    Document,
    Problem,
    Reading,
)
from jirga.model.events import (
    Constraints,
    Event,
)
from jirga.model.statements import (
    MEANING_WIDTH,
    EventCode,
    Factuality,
    Figure,
    Participant,
    QuantityCode,
    RelationCode,
    Span,
    Speaker,
    Statement,
    When,
    Where,
)
from jirga.model.truces import Term, TermState, Told, Truce, TruceStatus, Violation

__all__ = [
    "EVENT_TYPES",
    "MEANING_WIDTH",
    "MEASURES",
    "MODES",
    "QUAD_OF_TYPE",
    "RELATION_TYPES",
    "About",
    "Anchor",
    "Aspect",
    "Beside",
    "Certainty",
    "Change",
    "Constraints",
    "Contest",
    "CopyKind",
    "Decision",
    "DecisionKind",
    "Document",
    "Event",
    "EventCode",
    "Factuality",
    "Figure",
    "Kind",
    "Modality",
    "Participant",
    "PlacePrecision",
    "Polarity",
    "Position",
    "Problem",
    "PublishedBasis",
    "QuantityCode",
    "Reading",
    "ReadingStatus",
    "RelationCode",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Statement",
    "Term",
    "TermState",
    "TimeBasis",
    "Told",
    "Truce",
    "TruceStatus",
    "Violation",
    "Voice",
    "When",
    "Where",
]
