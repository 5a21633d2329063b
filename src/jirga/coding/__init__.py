"""Analysis → Statements: events, roles, attribution, factuality, figures, quantities, relations.

Knows of no database. The parser loads when a document is first coded.
"""

from __future__ import annotations

from jirga.coding.coder import NAME, Coded, Coder

__all__ = ["NAME", "Coded", "Coder"]
