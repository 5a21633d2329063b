"""Of which country a text likely speaks that names none: that of its title, else of its paper.

A paper named after its town ("Gusau Courier") writes of its country without naming it. Papers of the capitals
of the world's press write of everywhere: theirs tells nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jirga.lexicon.entities import entities
from jirga.lexicon.places import gazetteer

if TYPE_CHECKING:
    from jirga.model import Document

#: Codes that are no country, and countries whose papers write of all the others.
_NO_COUNTRY = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
_WORLD_PRESS = frozenset({"USA", "GBR", "FRA", "QAT"})


def told_beside(document: Document) -> str | None:
    """Return the country (ISO alpha-3) that title or publisher's name tell, None where neither does."""
    titled = only_country(document.title or "")
    if titled is not None:
        return titled
    home = only_country(document.publisher or "")
    return None if home in _WORLD_PRESS else home


def only_country(words: str) -> str | None:
    """Return the one country that the names in a few words are of; None for several, or for an unsure one."""
    found: set[str] = set()
    for match in entities().find(words):
        standing = entities().standing(match.ids[0])
        if match.form != "surname" and standing.country and standing.country not in _NO_COUNTRY:
            found.add(standing.country)
    for place in gazetteer().find(words):
        countries = {candidate.country for candidate in place.candidates}
        found |= countries if len(countries) == 1 else set()
    return found.pop() if len(found) == 1 else None
