"""Peoples and regions without a state of their own, and of which countries they are: Naga, Kurdish."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from jirga.lexicon.names import Names
from jirga.lexicon.tables import rows

FILE = "peoples.tsv"


@dataclass(frozen=True, slots=True)
class People:
    """A people's countries (ISO 3166-1 alpha-3), and that it is of where no text tells (None: left open).

    `government` is the id of the entity that governs its land without being a state's (Abkhazia), if any.
    """

    countries: tuple[str, ...]
    alone: str | None
    government: str | None = None

    def country(self, focus: str | None) -> str | None:
        """Return the country such people are of in a text about `focus`."""
        return focus if focus in self.countries else self.alone


@lru_cache(maxsize=1)
def _names() -> Names[People]:
    index: Names[People] = Names()
    for row in rows(FILE):
        people = People(row.many("countries"), row["alone"] or None, row["government"] or None)
        for name in row.many("names"):
            index.add(name, people)
    return index


def find_peoples(text: str) -> list[tuple[int, int, People]]:
    """Return (start, end, people) of the peoples named in `text`, offsets in code points, in order."""
    return [(found.start, found.end, found.items[0]) for found in _names().find(text)]
