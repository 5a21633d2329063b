"""News agencies: by which names bylines and datelines give one."""

from __future__ import annotations

from functools import lru_cache

from jirga.lexicon.tables import rows

AGENCY_FILE = "agencies.tsv"


@lru_cache(maxsize=1)
def agencies() -> dict[str, str]:
    """Return the name of each agency by every name it goes by, written as the data file writes it.

    Case matters: AP is an agency, "ap" none. JirgaError names a row that is wrong.
    """
    found: dict[str, str] = {}
    for row in rows(AGENCY_FILE):
        found |= dict.fromkeys((row["name"], *row.many("names")), row["name"])
    return found
