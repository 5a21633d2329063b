"""The lists of the record that can be exported. A new list is one line here and one in `questions.asked`.

A list without columns of its own in `columns.py` (or without a shape in `parquet.py`) is written with those
that its rows show: give it some, so that they are explained.
"""

from __future__ import annotations

#: Each list with what it holds, in the order in which a workbook has them.
LISTS: dict[str, str] = {
    "statements": "what each passage says, and who says so",
    "events": "what happened according to someone: the statements that tell of one happening",
    "entities": "who takes part or speaks",
    "quantities": "every figure, with who gives it",
    "documents": "what was read",
    "relations": "who leads, shelters, backs, fights or split from whom",
    "truces": "who ceased fire with whom, on which terms, from when until when, broken by whom",
    "contests": "where what is told differs, and who says what",
    "claims": "what is argued: causes, effects, trends, and by whom",
}

WHATS: tuple[str, ...] = tuple(LISTS)

#: Several lists in one file, for a format that can hold them.
ALL = "all"

#: The record itself: documents with their text, readings, statements, decisions; what `jirga import` reads.
RECORD = "record"

#: People's decisions, which only JSON Lines can give back to `jirga decide --from`.
DECISIONS = "decisions"
