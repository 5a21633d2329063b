"""What one asks of a record. Each question takes the store and a query, and returns rows.

`timeline`, `events`, `statements`, `entities`, `relations`, `truces`, `contests`, `quantities`, `claims`,
`documents` are lists; `relation_changes` the onsets and ends of relations; `counts` a table with its
`codebook`; `show` one entry with its evidence; `search` sentences; `highlights` and `rivals` choose a few for
a first look. Nothing here parses text.
"""

from __future__ import annotations

from jirga.questions.asked import LISTS
from jirga.questions.changes import RelationChange, relation_changes
from jirga.questions.claims import ClaimRow, claims
from jirga.questions.codebook import codebook
from jirga.questions.contests import ABOUT, contests, truces
from jirga.questions.counts import AXES, Table, count
from jirga.questions.decisions import DecisionRow, decisions
from jirga.questions.documents import DocumentRow, documents
from jirga.questions.entities import EntityRow, entities
from jirga.questions.highlights import highlights, rivals
from jirga.questions.lists import Entry, documents_of, events, statements, timeline
from jirga.questions.quantities import QuantityRow, also_in, quantities
from jirga.questions.relations import RelationRow, relations
from jirga.questions.reports import reported
from jirga.questions.search import hit_json, looser, search
from jirga.questions.show import Shown, show

__all__ = [
    "ABOUT",
    "AXES",
    "LISTS",
    "ClaimRow",
    "DecisionRow",
    "DocumentRow",
    "EntityRow",
    "Entry",
    "QuantityRow",
    "RelationChange",
    "RelationRow",
    "Shown",
    "Table",
    "also_in",
    "claims",
    "codebook",
    "contests",
    "count",
    "decisions",
    "documents",
    "documents_of",
    "entities",
    "events",
    "highlights",
    "hit_json",
    "looser",
    "quantities",
    "relation_changes",
    "relations",
    "reported",
    "rivals",
    "search",
    "show",
    "statements",
    "timeline",
    "truces",
]
