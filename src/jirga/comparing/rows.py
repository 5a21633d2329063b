"""One event as another table has it, whatever the table's layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """An event of the file: `line` where it begins, its own `id`, first and last day (ISO).

    `country` is ISO 3166-1 alpha-3, None where the name is not known; `point` in degrees WGS 84, right to
    `radius` km, None where the place is no closer known than the country. `deaths` are the lowest, the best
    and the highest estimate. `types` are the PLOVER types that such an event may have.
    """

    line: int
    id: str
    days: tuple[str, str]
    sides: tuple[str, ...]
    what: str
    types: frozenset[str]
    country: str | None
    division: str
    place: str
    point: tuple[float, float] | None
    radius: float
    deaths: tuple[int, int, int] | None

    def to_json(self) -> dict[str, Any]:
        """Return the row as a JSON object."""
        low, best, high = self.deaths or (None, None, None)
        lat, lon = self.point or (None, None)
        return {
            "line": self.line,
            "id": self.id,
            "start": self.days[0],
            "end": self.days[1],
            "what": self.what,
            "sides": list(self.sides),
            "place": self.place,
            "division": self.division,
            "country": self.country,
            "lat": lat,
            "lon": lon,
            "deaths": {"low": low, "best": best, "high": high},
        }


@dataclass(frozen=True, slots=True)
class WrongRowError(Exception):
    """A row that cannot be used, and why."""

    why: str


Raw = Mapping[str, str]
