"""What is known beforehand: entities (dated), agents and sectors, places, reporting verbs, event frames.

Each is data (readable tables under `data/`, every row with its source) and the code that looks it up.
`version()` names the whole of that data, so that a reading can say with which lexicon it was made.
"""

from __future__ import annotations

from jirga.lexicon.tables import version

__all__ = ["version"]
