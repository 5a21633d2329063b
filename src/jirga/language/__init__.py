"""Document → Analysis: sentences, parse, mentions, coreference, time expressions, place names.

spaCy loads when `analyse` is first called, not when this room is imported.
"""

from __future__ import annotations

from jirga.language.analysis import Analysis, Mention, PlaceMention, TimeExpression
from jirga.language.reading import LANGUAGES, analyse

__all__ = ["LANGUAGES", "Analysis", "Mention", "PlaceMention", "TimeExpression", "analyse"]
