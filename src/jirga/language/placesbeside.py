"""What the words beside a place's name tell of which place it is: the list it is in, what it lies in."""

from __future__ import annotations

import re
from itertools import pairwise

from jirga.lexicon.places import Place, PlaceMatch

#: What stands between the names of a list.
_LISTED = re.compile(r"(?:,|,? and|,? or|;|\s+&)\s+\Z")
#: What stands between a name and that of what the place lies in or near.
_LIES = re.compile(r",?\s+(?:in|on|near|off|outside)\s+(?:the\s+)?\Z")
#: What may follow a name: the name of what the place lies in.
_WHOLE = re.compile(
    r",?\s+(?:(?:in|of|on)\s+(?:the\s+)?)?(?:(?:province|state|department|district|region)\s+of\s+)?"
    r"((?:[\w'’-]+\s?){1,4})"
)


def wholes(text: str, matches: list[PlaceMatch]) -> dict[int, str]:
    """Return by offset the country of the place that each is said to lie in: "San Marcos in Lima"."""
    return {
        one.start: max(after.candidates, key=lambda place: place.population).country
        for one, after in pairwise(matches)
        if _LIES.fullmatch(text, one.end, after.start)
    }


def lists(text: str, matches: list[PlaceMatch]) -> dict[int, list[PlaceMatch]]:
    """Return by offset the other names of the list that each name stands in ("Kunar, Khost and Paktia")."""
    found: list[list[PlaceMatch]] = []
    for match in matches:
        if found and _LISTED.fullmatch(text, found[-1][-1].end, match.start):
            found[-1].append(match)
        else:
            found.append([match])
    return {one.start: [other for other in around if other is not one] for around in found for one in around}


def alike(place: Place, others: list[PlaceMatch]) -> float:
    """Return which share of the names of a list may mean a place of the same rank in the same country."""
    rank = (place.country, place.precision)
    fitting = sum(any((p.country, p.precision) == rank for p in other.candidates) for other in others)
    return fitting / max(len(others), 2)


def follows(text: str, end: int) -> str:
    """Return the words that may name what a place lies in: "Miranshah in North Waziristan"."""
    after = _WHOLE.match(text, end, end + 60)
    return after[1].casefold() if after else ""


def within(place: Place, after: str) -> bool:
    """Return whether the words after a name (`follows`) begin with the name of what a place lies in."""
    return bool(after) and any(after.startswith(parent.casefold()) for parent in place.parents if parent)
