"""Statements → events: what tells of one happening is put together, within a report and across reports.

`sources` says how many independent sources stand behind statements, and how they were counted.
"""

from __future__ import annotations

from jirga.merging.composites import contests_in, truces_in
from jirga.merging.contests import contests
from jirga.merging.copies import NO_COPIES, Copies, Told, fold
from jirga.merging.doubts import Doubtful, doubtful
from jirga.merging.eligible import tells_of_an_event
from jirga.merging.events import alone, events
from jirga.merging.evidence import Evidence
from jirga.merging.imprint import Imprint, Imprints, imprint
from jirga.merging.independence import Sources, sources
from jirga.merging.keeping import update
from jirga.merging.kept import Events, copies_in
from jirga.merging.truces import truces

__all__ = [
    "NO_COPIES",
    "Copies",
    "Doubtful",
    "Events",
    "Evidence",
    "Imprint",
    "Imprints",
    "Sources",
    "Told",
    "alone",
    "contests",
    "contests_in",
    "copies_in",
    "doubtful",
    "events",
    "fold",
    "imprint",
    "sources",
    "tells_of_an_event",
    "truces",
    "truces_in",
    "update",
]
