"""Statements → events. Copies of a report are one report; else one statement makes one event.

`sources` says how many independent sources stand behind statements, and how they were counted.
"""

from __future__ import annotations

from jirga.merging.contests import contests
from jirga.merging.copies import NO_COPIES, Copies, Told, fold
from jirga.merging.events import events
from jirga.merging.evidence import Evidence
from jirga.merging.imprint import Imprint, Imprints, imprint
from jirga.merging.independence import Sources, sources
from jirga.merging.truces import truces

__all__ = [
    "NO_COPIES",
    "Copies",
    "Evidence",
    "Imprint",
    "Imprints",
    "Sources",
    "Told",
    "contests",
    "events",
    "fold",
    "imprint",
    "sources",
    "truces",
]
