"""Whether one fill of a response agrees with one of the key: fully (1), in part (.5), not (0).

MUC-4 had mismatches of strings, dates and places judged by hand, with the advice to count as incorrect what
is in doubt. Here nobody judges: each kind has a plain rule, stricter than a judge would be, never keyed to a
text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bench.muc.slots import Kind, general
from bench.muc.templates import Fill
from jirga.language.anchor import MONTHS
from jirga.lexicon.cues import word_set

FULL, PART, NONE = 1.0, 0.5, 0.0
#: So many words more in front ("SIX SALVADORAN PEASANTS" for "PEASANTS") leave a string fully right: the
#: documentation grants full credit for modifiers that the key leaves out (part 2, slots 9 and 19).
MORE_WORDS = 3
_SMALL = word_set("THE A AN OF OTHER ANOTHER SOME SEVERAL VARIOUS HIS HER THEIR ITS MR MRS DR")
_NUMBER = re.compile(r"(?P<about>~)?(?P<low>[\d,]+)?\s*(?P<dash>-)?\s*(?P<high>[\d,]+)?$")


def agreement(kind: Kind, key: Fill, response: Fill) -> float:
    """Return how far a response agrees with the best alternative of the key, cross-reference included.

    A fill with a cross-reference is no better than its reference: right about whom it says nothing of is
    right about nothing. Where the key has none ("-"), the response's is not asked.
    """
    own = max((_one(kind, mine, theirs) for mine in key.values for theirs in response.values), default=NONE)
    if not key.of:
        return own
    return min(own, max((strings(mine, theirs) for mine in key.of for theirs in response.of), default=NONE))


def _one(kind: Kind, key: str, response: str) -> float:
    match kind:
        case "set":
            return sets(key, response)
        case "string":
            return strings(key, response)
        case "number":
            return numbers(key, response)
        case "date":
            return dates(key, response)
        case "location":
            return locations(key, response)


def sets(key: str, response: str) -> float:
    """Return FULL where equal, PART where the one stands above the other in its hierarchy."""
    if key == response:
        return FULL
    return PART if key in general(response) or response in general(key) else NONE


def strings(key: str, response: str) -> float:
    """Return FULL for the same words, or the key's with a few in front; PART for the same head or a part.

    Determiners and what stands in brackets count for nothing.
    """
    mine, theirs = _words(key), _words(response)
    if not mine or not theirs:
        return NONE
    if mine == theirs or (theirs[-len(mine) :] == mine and len(theirs) - len(mine) <= MORE_WORDS):
        return FULL
    return PART if mine[-1] == theirs[-1] or _inside(mine, theirs) or _inside(theirs, mine) else NONE


def _words(text: str) -> list[str]:
    plain = re.sub(r"\[[^\]]*\]?|\([^)]*\)?", " ", text.upper()) or text.upper()
    words = [word for word in re.findall(r"[^\s\"'`,.;:\[\]()]+", plain.replace("'S ", " ")) if word]
    kept = [word for word in words if word not in _SMALL]
    return kept or words


def _inside(few: list[str], many: list[str]) -> bool:
    return any(many[at : at + len(few)] == few for at in range(len(many) - len(few) + 1))


def numbers(key: str, response: str) -> float:
    """Return FULL for the same bounds and mark; PART for one number within the other's bounds."""
    if key == response:
        return FULL
    mine, theirs = _bounds(key), _bounds(response)
    if mine is None or theirs is None:
        return NONE
    inside = (mine[0] <= theirs[0] and theirs[1] <= mine[1]) or (
        theirs[0] <= mine[0] and mine[1] <= theirs[1]
    )
    return PART if inside else NONE


def _bounds(text: str) -> tuple[float, float] | None:
    found = _NUMBER.match(text.replace(" ", ""))
    if found is None or not (found["low"] or found["high"]):
        return None
    low = float(found["low"].replace(",", "")) if found["low"] else 0.0
    high = float(found["high"].replace(",", "")) if found["high"] else float("inf")
    return (low, high) if found["dash"] else (low, low)


@dataclass(frozen=True, slots=True)
class _Days:
    """The days a date allows: `first` None where it says only "on or before"."""

    first: date | None
    last: date


def dates(key: str, response: str) -> float:
    """Return FULL for the same days, PART where the days of the one lie within those of the other.

    "On or before" two different days agree in nothing.
    """
    mine, theirs = _days(key), _days(response)
    if mine is None or theirs is None:
        return NONE
    if mine == theirs:
        return FULL
    if mine.first is None and theirs.first is None:
        return NONE
    if mine.first is None or theirs.first is None:
        # a default ("on or before the day of the report") says something of that day alone
        open_, day = (mine, theirs) if mine.first is None else (theirs, mine)
        within = day.last == open_.last or (open_ is mine and day.last < open_.last)
        return PART if within else NONE
    nested = (mine.first <= theirs.first and theirs.last <= mine.last) or (
        theirs.first <= mine.first and mine.last <= theirs.last
    )
    return PART if nested else NONE


def _days(text: str) -> _Days | None:
    days = [_day(*one) for one in re.findall(r"(\d{1,2}) ([A-Z]{3}) (\d{2})", text)]
    real = [day for day in days if day is not None]
    if not real or len(real) != len(days):
        return None
    if text.lstrip(" (").startswith("-"):
        return _Days(None, real[0])
    return _Days(real[0], real[-1])


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(1900 + int(year), MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return None


def locations(key: str, response: str) -> float:
    """Return FULL for the same places under one country; PART where one goes further, or they share a place.

    Kinds of place ("(CITY)") are not compared. Two different places of one country agree in nothing.
    """
    mine, theirs = _places(key), _places(response)
    if not mine or not theirs or mine[0] != theirs[0]:
        return NONE
    lower, other = set(mine[1:]), set(theirs[1:])
    if lower == other:
        return FULL
    return PART if not lower or not other or lower & other else NONE


def _places(text: str) -> list[str]:
    parts = (re.sub(r"\([^)]*\)", "", part).strip() for part in re.split(r":| - ", text))
    return [part for part in parts if part]
