"""Document → Analysis: the one door into this room."""

from __future__ import annotations

from jirga.language.analysis import Analysis
from jirga.language.mentions import find_mentions
from jirga.language.parse import parse
from jirga.language.times import find_times
from jirga.model import Document

#: ISO 639-1 codes of the languages we read.
LANGUAGES: frozenset[str] = frozenset({"en"})


def analyse(document: Document) -> Analysis:
    """Return the analysis of `document`; raises JirgaError only where the language model cannot be loaded."""
    doc = parse(document.text)
    return Analysis(document, doc, find_mentions(doc), find_times(doc, document.published))
