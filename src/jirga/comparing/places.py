"""How far a place of the record is from that of another table, and whether both lie in one division."""

from __future__ import annotations

import math
import re

from jirga.comparing.rows import Row
from jirga.lexicon.places import gazetteer
from jirga.lexicon.words import key
from jirga.model import Where

#: The mean radius of the earth, km (IUGG).
_EARTH_KM = 6371.0
#: How far a point may be from what happened in a place of such precision, km.
RADIUS = {"place": 0.0, "district": 30.0, "province": 150.0}
_KIND = re.compile(
    r"\s+(?:town|city|village|district|lga|state|oblast|province|region|department|county|governorate"
    r"|division|territory|area|agency|municipality)$",
    re.IGNORECASE,
)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance in km of two points in degrees (haversine)."""
    a, b, c, d = (math.radians(x) for x in (*one, *other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(half, 1.0)))


def bare(name: str) -> str:
    """Return a place's name without what kind of place it is ("Borno state"), folded for comparison."""
    return key(_KIND.sub("", name.strip()))


def same_name(where: Where, row: Row) -> bool:
    """Whether the place has the name of the row's place."""
    return bool(where.name) and bare(where.name or "") == bare(row.place) != ""


def within(where: Where, division: str, country: str | None) -> bool:
    """Whether the place is, or lies in, the first-level division of that name in that country."""
    division = bare(division)
    if not division or where.country != country:
        return False
    return division in {bare(name) for name in (where.name or "", *_parents(where))}


def _parents(where: Where) -> tuple[str, ...]:
    named = gazetteer().named(where.name or "")
    return next((one.parents for one in named if one.lat == where.lat and one.lon == where.lon), ())
