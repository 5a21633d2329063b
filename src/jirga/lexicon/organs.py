"""Organs that every state has, named by common nouns: "Pakistan's foreign ministry", "the Afghan army"."""

from __future__ import annotations

from dataclasses import dataclass

from jirga.lexicon.tables import rows

ORGAN_FILE = "organs.tsv"


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ of a state: `suffix` ends its id (`pakistan-foreign-ministry`), `name` has `{state}` in it."""

    suffix: str
    kind: str
    sector: str
    other_sectors: tuple[str, ...]
    name: str


def organs() -> dict[str, Organ]:
    """Return the organs by each lower-case phrase that names one."""
    found: dict[str, Organ] = {}
    for row in rows(ORGAN_FILE):
        organ = Organ(row["suffix"], row["kind"], row["sector"], row.many("other_sectors"), row["name"])
        for phrase in row.many("phrases"):
            found.setdefault(phrase, organ)
    return found
