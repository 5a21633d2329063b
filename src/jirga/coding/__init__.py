"""Analysis → Statements: events, roles, attribution, factuality, figures, quantities, relations.

Knows of no database. The parser loads when a document is first coded.
"""

from __future__ import annotations

from jirga.coding.coder import RULES, Coded, Coder

__all__ = ["RULES", "Coded", "Coder"]
