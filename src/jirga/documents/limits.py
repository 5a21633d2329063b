"""How much of a text is read before a reader gives up and says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost; a document beyond a limit is a Problem that names the limit.

    `max_bytes` bounds a file that holds one document, and each single row of a table (a table itself is
    streamed and may be of any size). `max_characters` bounds a document's text, in code points: a novel has
    about 500,000. `max_elements` bounds a web page: an article has a few thousand, and extraction takes 0.04
    to 0.13 ms for each, so a hostile page costs seconds rather than hours. `max_attributes` bounds each of
    its tags, since libxml2 compares every attribute with all before it: 200,000 took it minutes. `max_told`
    bounds how many bad rows of one table are told one by one; the others are counted.
    """

    max_bytes: int = 20_000_000
    max_characters: int = 1_000_000
    max_elements: int = 50_000
    max_attributes: int = 5_000
    max_told: int = 100


#: The limits where a caller names none.
DEFAULT_LIMITS = Limits()
