"""Jirga's annotated corpus: who says what happened, in texts of our own (CC BY 4.0).

`load("train")` yields passages; `python -m corpus` checks, builds, counts and shows them.
"""

from __future__ import annotations

from corpus.loading import load
from corpus.nouns import Passage

__all__ = ["Passage", "load"]
