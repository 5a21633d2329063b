"""One file a format. Each takes the JSON objects of record.md and writes them to an open stream.

Formats know nothing of the store: `jirga.record` asks the questions and hands over the answers.
"""

from __future__ import annotations

from jirga.exports import container
from jirga.exports.asked import Asked, Written
from jirga.exports.lists import ALL, DECISIONS, LISTS, RECORD, WHATS
from jirga.exports.writing import FORMATS, Format, format_named, target

__all__ = [
    "ALL",
    "DECISIONS",
    "FORMATS",
    "LISTS",
    "RECORD",
    "WHATS",
    "Asked",
    "Format",
    "Written",
    "container",
    "format_named",
    "target",
]
