"""One file a format. Each takes the JSON objects of record.md and writes them to an open stream.

Formats know nothing of the store: `jirga.record` asks the questions and hands over the answers.
"""

from __future__ import annotations

from jirga.exports.writing import FORMATS, WHATS, Format, format_named, target, write

__all__ = ["FORMATS", "WHATS", "Format", "format_named", "target", "write"]
