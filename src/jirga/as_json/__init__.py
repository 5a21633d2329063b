"""Every noun of the record as the JSON object that record.md shows, and back.

Beside `model`, and knowing nothing else: the store keeps a statement as this JSON, the exports print it,
and a record can be rebuilt from either. Keys stand in the order of the contract. Whole numbers are written
without a fraction (`100`, not `100.0`); reading them back gives the same noun, field by field.
"""

from __future__ import annotations

from jirga.as_json.back import (
    document_from_json,
    event_from_json,
    problem_from_json,
    reading_from_json,
    statement_from_json,
)
from jirga.as_json.composite import TOLD, contest_from_json, truce_from_json
from jirga.as_json.decisions import compact, decision_from_json, decision_to_json, stamped
from jirga.as_json.out import Json, Noun, to_json

__all__ = [
    "TOLD",
    "Json",
    "Noun",
    "compact",
    "contest_from_json",
    "decision_from_json",
    "decision_to_json",
    "document_from_json",
    "event_from_json",
    "problem_from_json",
    "reading_from_json",
    "stamped",
    "statement_from_json",
    "to_json",
    "truce_from_json",
]
