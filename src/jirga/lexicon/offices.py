"""Offices that are of one state or body wherever their holder is: the pope, a special rapporteur."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from jirga.lexicon.tables import rows

FILE = "offices.tsv"


@dataclass(frozen=True, slots=True)
class Office:
    """Of whom an office is: a country (ISO alpha-3 or PLOVER's code of a body), and its sector if told."""

    country: str
    sector: str | None


@lru_cache(maxsize=1)
def _offices() -> dict[str, Office]:
    return {row["phrase"]: Office(row["country"], row["sector"] or None) for row in rows(FILE)}


def office_of(words: str) -> Office | None:
    """Return the office that a phrase ends in ("the holy father", "a former nuncio"), None for any other."""
    last = [w.casefold() for w in words.split()][-2:]
    names = (" ".join(last), last[-1] if last else "")
    forms = (form for name in names for form in (name, name.removesuffix("s")))
    return next((office for form in forms if (office := _offices().get(form)) is not None), None)
