"""States as the data file tells them: names, adjectives, peoples, capitals, dates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jirga.lexicon.tables import rows

STATE_FILE = "states.tsv"


@dataclass(frozen=True, slots=True)
class State:
    """One state. `code` is ISO 3166-1 alpha-3 (a former state's ISO 3166-3 one, XKX for Kosovo)."""

    id: str
    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    since: str
    until: str
    wikidata: str | None


def states() -> tuple[State, ...]:
    """Return all states, those of today first."""
    return tuple(
        State(
            row["id"],
            row["code"],
            row["name"],
            (row["name"], *row.many("names")),
            row.many("adjectives"),
            row.many("people"),
            row.many("capital"),
            row["since"],
            row["until"],
            row["wikidata"] or None,
        )
        for row in rows(STATE_FILE)
    )


def with_article(name: str) -> str:
    """Return a state's name as it stands after "of": `the Gambia`, `Pakistan`."""
    return f"the {name}" if f"the {name}" in _articled() else name


@cache
def _articled() -> frozenset[str]:
    return frozenset(name for state in states() for name in state.names if name.startswith("the "))
